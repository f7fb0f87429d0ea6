"""What the boxes and posts of an organisation chart are, by the words that the chart tool offers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.intake.oparl.organizations import judged
from schema.folding import fold
from schema.nodes import Committee, Department, Node, Organisation

UNSAID = frozenset({"", "default", "other", "sonstiges", "organisation", "organisationseinheit"})
"""Types that say nothing, folded."""
_OTHERS: Mapping[str, tuple[type[Node], str]] = MappingProxyType(
    {
        "unternehmen": (Organisation, "Unternehmen"),
        "verein": (Organisation, "Verein"),
        "gremium": (Committee, "Gremium"),
        "ausschuss": (Committee, "Ausschuss"),
        "beirat": (Committee, "Beirat"),
        "kommission": (Committee, "Kommission"),
        "arbeitsgruppe": (Committee, "Arbeitsgruppe"),
        "lenkungsgruppe": (Committee, "Lenkungsgruppe"),
        "bezirksverordnetenversammlung": (Committee, "Rat"),
    }
)
_LEADS = re.compile(
    r"leit(ung|er|erin)\b|^(ober|bezirks)?buergermeister|^(bezirks)?stadtra(t|et)|^senator|^staatssekretaer|^dezernent"
    r"|^direktor|^praesident|^vorsteher|^vorsitzende|^landrat|^landraet|^geschaeftsfuehr"
)
_BELOW = re.compile(r"stell?v|vertret|^assistenz|^sekretariat|referent")
_VACANT = re.compile(r"^n\.? ?n\.?$|vakant|unbesetzt|nicht besetzt|geplant|gesperrt")
_DUMMY = re.compile(r"^(vorname|nachname|vor- und nachname|(max|erika) mustermann|mustermann|name)( (vor|nach)?name)?$")


@dataclass(frozen=True, slots=True)
class Sort:
    """What a box is taken for: the type of its node, its kind as the chart calls it, and whether the chart said so."""

    type: type[Node]
    kind: str | None
    said: bool


def sort_of(type: str, name: str) -> Sort:
    """Tell what a box is: by its type; where that says nothing, by its name; else a unit of unknown kind.

    >>> sort_of("Amt", "Jugendamt").kind, sort_of("", "Rechtsamt").kind, sort_of("default", "Frauenvertretung").kind
    ('Amt', 'Amt', None)
    """
    if fold(type) not in UNSAID:
        cls, kind = _OTHERS.get(fold(type), (Department, type.strip()))
        return Sort(cls, kind, said=True)
    verdict = judged("", {"name": name})
    if verdict.kind is None or verdict.type is Organisation:
        return Sort(Department, None, said=False)
    return Sort(verdict.type, verdict.kind, said=False)


def leads(post: str, status: str) -> bool:
    """Say whether who holds a post leads the unit in which it stands; a deputy does not.

    >>> leads("Amtsleitung", ""), leads("Referent:in", ""), leads("Bezirksbürgermeister:in", "stellvertretend")
    (True, False, False)
    """
    said = fold(post)
    return bool(_LEADS.search(said)) and not _BELOW.search(f"{said} {fold(status)}".strip())


def stands_for_nobody(name: str) -> bool:
    """Say whether a name is only the example that the tool fills in."""
    return bool(_DUMMY.search(fold(name)))


def says_vacant(status: str) -> bool:
    """Say whether the remark at a post tells that nobody holds it."""
    return bool(_VACANT.search(fold(status)))
