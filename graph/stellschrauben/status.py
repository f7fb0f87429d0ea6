"""How a check can come out, and how shares are judged while part of the data is silent."""

from enum import StrEnum

from schema.text import Text


class Status(StrEnum):
    """The five ways in which a check can come out."""

    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"


STATUS_LABELS = {
    Status.MET: Text("erfüllt", "met"),
    Status.PARTLY: Text("teilweise erfüllt", "partly met"),
    Status.MISSING: Text("nicht erfüllt", "not met"),
    Status.UNKNOWN: Text("unbekannt", "unknown"),
    Status.NOT_APPLICABLE: Text("nicht anwendbar", "not applicable"),
}
SYMBOLS = {
    Status.MET: "●",
    Status.PARTLY: "◐",
    Status.MISSING: "○",
    Status.UNKNOWN: "?",
    Status.NOT_APPLICABLE: "–",
}
"""One sign for each, told apart without colour."""


def by_share(yes: int, silent: int, of: int, partly: float, met: float = 1.0) -> Status:
    """Judge `yes` of `of`, while for `silent` of them the data say nothing: these can still turn out either way.

    Missing needs that even all the silent ones together would not reach the line for partly.

    >>> by_share(3, 0, 4, partly=0.5).value, by_share(1, 0, 4, partly=0.5).value, by_share(1, 2, 4, partly=0.5).value
    ('partly', 'missing', 'unknown')
    """
    if not of:
        return Status.UNKNOWN
    if yes / of >= met:
        return Status.MET
    if yes / of >= partly:
        return Status.PARTLY
    return Status.MISSING if (yes + silent) / of < partly else Status.UNKNOWN
