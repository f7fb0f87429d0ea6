"""What the organizations and areas of open civic data are, by their classification in English or German."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.intake.oparl.organizations import judged
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation

_WORDS: Mapping[str, tuple[type[Node], str]] = MappingProxyType(
    {
        "legislature": (Committee, "Rat"),
        "council": (Committee, "Rat"),
        "parliament": (Committee, "Rat"),
        "rat": (Committee, "Rat"),
        "gemeinderat": (Committee, "Rat"),
        "stadtrat": (Committee, "Rat"),
        "kreistag": (Committee, "Kreistag"),
        "committee": (Committee, "Ausschuss"),
        "ausschuss": (Committee, "Ausschuss"),
        "beirat": (Committee, "Beirat"),
        "party": (Organisation, "Partei"),
        "partei": (Organisation, "Partei"),
        "faction": (Organisation, "Fraktion"),
        "parliamentary group": (Organisation, "Fraktion"),
        "fraktion": (Organisation, "Fraktion"),
        "corporation": (Organisation, "Unternehmen"),
        "company": (Organisation, "Unternehmen"),
        "unternehmen": (Organisation, "Unternehmen"),
        "verein": (Organisation, "Verein"),
        "association": (Organisation, "Verein"),
        "department": (Department, ""),
        "ministry": (Department, ""),
        "amt": (Department, "Amt"),
        "executive": (Department, ""),
    }
)
_KOMMUNE = re.compile(r"^(municipality|city|town|gemeinde|stadt|kommune|(land)?kreis|kreisfreie stadt|district)$")
_AGS = re.compile(r"[0-9]{5}([0-9]{3})?")


@dataclass(frozen=True, slots=True)
class Sort:
    """What an organization is taken for; `said` where its classification is a word that is known."""

    type: type[Node]
    kind: str | None
    level: Level | None = None
    said: bool = True


def sort_of(classification: str, name: str) -> Sort:
    """Tell what an organization is: by its classification, else by its name, else one of unknown level.

    >>> sort_of("legislature", "Break O'Day Council").kind, sort_of("", "Jugendamt").type.__name__
    ('Rat', 'Department')
    """
    known = _WORDS.get(fold(classification))
    if known:
        return Sort(known[0], known[1] or classification)
    verdict = judged("", {"name": name, "organizationType": classification})
    if verdict.kind == "Beteiligung":  # whose company it is, is said only in a council record
        return Sort(Organisation, "Unternehmen", said=False)
    return Sort(verdict.type, verdict.kind or classification or None, verdict.level, said=verdict.level is None)


def is_kommune(classification: str, key: str) -> bool:
    """Say whether an area is plainly a municipality: it is called one and has an official key."""
    return bool(_KOMMUNE.search(fold(classification)) and _AGS.fullmatch(key))
