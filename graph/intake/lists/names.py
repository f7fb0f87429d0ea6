"""What stands in one cell and means several things: names with titles, several functions, several places."""

import re
from dataclasses import dataclass

from graph.intake.oparl.names import name_and_title
from schema.folding import fold

_STUCK = re.compile(r"\b(Dr|Prof|Mag)\.(?=-Ing|[A-ZÄÖÜ])")
_PARTY = re.compile(
    r"\s*[(\[]((?:cdu|csu|spd|fdp|afd|bsw|ssw|ödp|volt|fw|freie wähler|piraten|tierschutz|(?:die )?linke"
    r"|(?:bündnis ?90|b ?90|(?:die )?grüne)[^)\]]*|parteilos)[^)\]]*)[)\]]\s*$",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"[\n\r;|,•]+(?![^()]*\))")
_LINES = re.compile(r"[\n\r;|•]+(?![^()]*\))")
_DEPUTY = re.compile(r"\b(stellv|stv|vertret|deputy|vice)", re.IGNORECASE)
_LEADS = re.compile(
    r"leit(er|erin|ung|end\w*)\b|leiter[*:/]?in|\bleitet\b|^(ober)?bürgermeister|^landrat|^landrät|dezernent|beigeordnete"
    r"|geschäftsführ(er|erin|ung|end\w*)|direktor|^vorsitz|vorstand\b|vorsitzende|\bhead of\b|\bdirector\b|\bchair",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\brats|\b(stadt|gemeinde|kreis|orts|bezirks|land)r(at|aetin)|buergermeister|kreistag|beigeordnet|abgeordnet"
    r"|verordnet|ortsvorsteher|dezernent|\b(mayor|councillor)"
)


@dataclass(frozen=True, slots=True)
class Called:
    """A name and the title that stood with it."""

    name: str
    title: str | None = None
    party: str | None = None
    """What stood in brackets behind the name, as in lists of councillors."""


def called(cell: str) -> Called:
    """Split a cell into name and title; the form of address is left out, "Müller, Anna" is turned round.

    >>> called("Frau Prof. Dr. med. Anna Beispiel-Müller").title, called("Muster, Dr. Bodo").name
    ('Prof. Dr. med.', 'Bodo Muster')
    >>> called("Cem Probe, M. A. (SPD)")
    Called(name='Cem Probe', title='M. A.', party='SPD')
    """
    party = _PARTY.search(cell)
    plain = _STUCK.sub(r"\1. ", cell[: party.start()] if party else cell)
    parts = [part.strip() for part in plain.split(",") if part.strip()]
    behind = [part for part in parts[1:] if name_and_title({"name": f"{part} X"})[0] == "X"]
    told = [part for part in parts if part not in behind]
    split = [name_and_title({"name": part}) for part in (reversed(told) if len(told) == 2 else [", ".join(told)])]
    titles = " ".join([title for _, title in split if title] + behind).replace(" -Ing.", "-Ing.")
    return Called(" ".join(name for name, _ in split).strip() or cell.strip(), titles or None, party and party[1])


def items(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several things by line break, comma, semicolon or bar; brackets keep theirs together.

    >>> items("Amtsleiterin, Mitglied (JHA, Rat)\\nSprecherin; ")
    ('Amtsleiterin', 'Mitglied (JHA, Rat)', 'Sprecherin')
    """
    return tuple(dict.fromkeys(" ".join(part.split()) for part in _ITEMS.split(cell) if part.strip()))


def lines(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several names of bodies; a comma may be part of one.

    >>> lines("Amt für Kinder, Jugend und Familie; Beirat")
    ('Amt für Kinder, Jugend und Familie', 'Beirat')
    """
    return tuple(dict.fromkeys(" ".join(part.split()) for part in _LINES.split(cell) if part.strip()))


def leads(function: str) -> bool:
    """Say whether a function is that of a head.

    >>> leads("Amtsleiterin"), leads("stellv. Leiter"), leads("Begleitung"), leads("Sachbearbeiter")
    (True, False, False, False)
    """
    return bool(_LEADS.search(function)) and not is_deputy(function) and "begleit" not in function.casefold()


def is_deputy(function: str) -> bool:
    """Say whether a function stands in for another."""
    return bool(_DEPUTY.search(function))


def is_office(function: str) -> bool:
    """Say whether a function is a public office, in which a Fraktion is nobody's private matter.

    >>> is_office("Stadträtin"), is_office("Amtsleiter")
    (True, False)
    """
    return bool(_OFFICE.search(fold(function)))
