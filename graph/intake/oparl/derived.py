"""Ties that follow from papers: a unit reports to the bodies that consult its papers, and both are active in districts.

Each derived tie carries its rule, the number of distinct papers behind it, the day of the earliest as `valid_from` (so
that a look back to March does not show what a paper of May is evidence for), and the lowest confidence among its
evidence. The store aggregates; what comes back is bounded by the number of pairs, not of papers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.oparl import side_files
from graph.intake.reader import Ending
from schema.errors import InputError
from schema.record import Record
from schema.ties import ActiveIn, ReportsTo, Tie, tie_id
from schema.validation import checked

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

BATCH = 200
"""Units asked about in one question to the store."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One derivation: what follows, in words, and the pattern of evidence that binds a, z, d, first and second."""

    name: str
    cls: type[Tie]
    words: str
    pattern: str
    condition: str = "true"


_SURE = f"second.confidence >= {side_files.PRIMARY}"
RULES: tuple[Rule, ...] = (
    Rule(
        "reports",
        ReportsTo,
        "Vorlagen, bei denen die Einheit federführend ist und die das Gremium beraten hat",
        "(a:Department)<-[first:UNDER_DIRECTION_OF]-(d:Document)-[second:CONSULTED_IN]->(z:Committee)",
    ),
    Rule(
        "unit-active",
        ActiveIn,
        "Vorlagen, bei denen die Einheit federführend ist und die vorrangig den Stadtteil betreffen",
        "(a:Department)<-[first:UNDER_DIRECTION_OF]-(d:Document)-[second:CONCERNS]->(z:Sozialraum)",
        _SURE,
    ),
    Rule(
        "body-active",
        ActiveIn,
        "Vorlagen, die das Gremium beraten hat und die vorrangig den Stadtteil betreffen",
        "(a:Committee)<-[first:CONSULTED_IN]-(d:Document)-[second:CONCERNS]->(z:Sozialraum)",
        _SURE,
    ),
)


def derived(change: "ChangeSet", account: Account, units: Sequence[str]) -> Iterator[Record | Ending]:
    """Derive the ties of units and bodies (ids) from all papers that the store holds; end those without evidence."""
    for rule in RULES:
        for start in range(0, len(units), BATCH):
            made = set[str]()
            batch = {"ids": list(units[start : start + BATCH])}
            for row in change.read(_evidence(rule), batch):
                for tie in _tie(rule, row, account):
                    made.add(tie.id)
                    yield tie
            yield from _ended(rule, change, batch, made)


def _evidence(rule: Rule) -> str:
    """Ask for the pairs of one rule; a piece of evidence dates from when both its halves held."""
    return (
        f"MATCH {rule.pattern} "
        "WHERE a.id IN $ids AND d.valid_to IS NULL AND first.valid_to IS NULL AND second.valid_to IS NULL "
        f"AND {rule.condition} "
        "WITH a, z, d, first.confidence AS sure, second.confidence AS also, "
        "CASE WHEN first.valid_from IS NULL OR second.valid_from > first.valid_from "
        "THEN second.valid_from ELSE first.valid_from END AS since "
        "RETURN a.id AS start, z.id AS end, count(DISTINCT d) AS n, min(since) AS since, "
        "min(CASE WHEN sure < also THEN sure ELSE also END) AS confidence ORDER BY start, end"
    )


def _tie(rule: Rule, row: dict[str, Any], account: Account) -> Iterator[Tie]:
    values = {
        "id": tie_id(rule.cls.verb, row["start"], row["end"], f"derived:{rule.name}"),
        "source": f"Ableitung: {rule.words}",
        "start": row["start"],
        "end": row["end"],
        "derived": True,
        "rule": rule.words,
        "count": row["n"],
        "valid_from": _day(row["since"]),
        "confidence": row["confidence"],
    }
    try:
        yield checked(rule.cls, values, file=f"Ableitung {rule.name}", place=str(values["id"]))
    except InputError as error:
        account.odd(*error.oddities)
    else:
        account.count("derived")


def _ended(rule: Rule, change: "ChangeSet", batch: dict[str, Any], made: set[str]) -> Iterator[Ending]:
    """End, as of today, what was derived before and has no evidence left."""
    query = (
        f"MATCH (a)-[t:{rule.cls.verb}]->() WHERE a.id IN $ids AND t.derived = true AND t.rule = $rule "
        "AND t.valid_to IS NULL RETURN t.id AS id, t.valid_from AS since"
    )
    for row in change.read(query, {**batch, "rule": rule.words}):
        if row["id"] not in made:
            today = date.today()  # noqa: DTZ011 - the day at this desk
            yield Ending(row["id"], rule.cls, max(today, _day(row["since"]) or today))


def _day(value: Any) -> date | None:
    """Take a date as the driver gives it."""
    native = value.to_native() if hasattr(value, "to_native") else value
    return native if isinstance(native, date) else None
