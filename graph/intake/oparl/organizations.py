"""What an organization of a council record is, told by rules on its address, type and name; else it stays unknown.

`classification` is almost never filled in practice and `organizationType` is often missing, so the address counts most:
the common vendors name administrative units `at`, bodies `gr` and parliamentary groups `fr` there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from graph.intake.oparl.objects import words
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an organization is taken for, and by which rule."""

    type: type[Node]
    rule: str
    kind: str | None = None
    level: Level | None = None


_Clue = tuple[str, type[Node], str | None]
_ADDRESS: Mapping[str, _Clue] = {
    "at": ("Adressteil „at“ (Verwaltung)", Department, None),
    "gr": ("Adressteil „gr“ (Gremium)", Committee, None),
    "fr": ("Adressteil „fr“ (Fraktion)", Organisation, "Fraktion"),
}
_TYPE: tuple[tuple[str, _Clue], ...] = (
    (r"fraktion", ("organizationType/classification", Organisation, "Fraktion")),
    (r"partei|waehler(vereinigung|gruppe|gemeinschaft)", ("organizationType/classification", Organisation, "Partei")),
    (r"verwaltung|\bamt\b|dezernat|fachbereich", ("organizationType/classification", Department, None)),
    (r"gremium|ausschuss|\brat\b|beirat|kommission", ("organizationType/classification", Committee, None)),
)
_USE: Mapping[str, _Clue] = {
    "directs": ("Verwendung (federführend bei Vorlagen)", Department, None),
    "consulted": ("Verwendung (berät Vorlagen)", Committee, None),
    "meets": ("Verwendung (hält Sitzungen ab)", Committee, None),
}
_COMMITTEE_KINDS: tuple[tuple[str, str], ...] = (
    (
        r"^(gemeinde|stadt|markt)rat\b|^rat\b|^(stadtverordneten|buerger)versammlung|^buergerschaft\b|\bstadtvertretung\b",
        "Rat",
    ),
    (r"^kreistag\b", "Kreistag"),
    (r"\b(ort(schaft)?s|bezirks|stadtbezirks|stadtteil)(rat|beirat|vertretung)\b", "Ortsrat"),
    (r"beirat\b", "Beirat"),
    (r"ausschuss", "Ausschuss"),
    (r"lenkungs(gruppe|kreis)", "Lenkungsgruppe"),
    (r"steuerungsgruppe", "Steuerungsgruppe"),
    (r"arbeits(gruppe|kreis)", "Arbeitsgruppe"),
)
_DEPARTMENT_KINDS: tuple[tuple[str, str], ...] = (
    (r"^dezernat\b", "Dezernat"),
    (r"^eigenbetrieb\b", "Eigenbetrieb"),
    (r"\bg?gmbh\b|\bag\b|\bkg\b|\aoer\b", "Beteiligung"),
    (r"^stabsstelle\b", "Stabsstelle"),
    (r"^ortsverwaltung\b", "Ortsverwaltung"),
    (r"^fachbereich\b|\bfachbereich$", "Fachbereich"),
    (r"^fachdienst\b|\bfachdienst$", "Fachdienst"),
    (r"^abteilung\b|\babteilung$", "Abteilung"),
    (r"^sachgebiet\b", "Sachgebiet"),
    (r"^amt\b|amt\b", "Amt"),
)
_FACTION = re.compile(r"fraktion\b")


def judged(id: str, fields: Mapping[str, Any], uses: frozenset[str] = frozenset()) -> Verdict:
    """Tell what an organization is.

    The first clue that speaks decides: address, organizationType and classification, name, use; where none does it is
    an Organisation of unknown level.
    """
    name = fold(words(fields, "name"))
    clue = _by_address(id) or _by_type(fields) or _by_name(name) or _by_use(uses)
    if clue is None:
        return Verdict(Organisation, "keine Regel trifft zu", level=Level.UNKNOWN)
    rule, cls, kind = clue
    return _JUDGES[cls](rule, name, kind)


def _by_address(id: str) -> _Clue | None:
    try:
        address = urlsplit(id)
    except ValueError:
        return None
    marks = [*address.path.lower().split("/"), *(v.lower() for v in parse_qs(address.query).get("typ", []))]
    return next((_ADDRESS[mark] for mark in reversed(marks) if mark in _ADDRESS), None)


def _by_type(fields: Mapping[str, Any]) -> _Clue | None:
    for name in ("organizationType", "classification"):
        said = fold(words(fields, name))
        for pattern, clue in _TYPE if said else ():
            if re.search(pattern, said):
                return clue
    return None


def _by_name(name: str) -> _Clue | None:
    if _FACTION.search(name):
        return "Name", Organisation, "Fraktion"
    if _first(_COMMITTEE_KINDS, name):
        return "Name", Committee, None
    return ("Name", Department, None) if _first(_DEPARTMENT_KINDS, name) else None


def _by_use(uses: frozenset[str]) -> _Clue | None:
    return next((clue for use, clue in _USE.items() if use in uses), None)


def _committee(rule: str, name: str, _: str | None) -> Verdict:
    """Name the kind of a body; one that the record itself lists among the bodies of the council is politics."""
    kind = _first(_COMMITTEE_KINDS, name)
    known = Committee.stands_on(kind, None)
    if known is not Level.POLITICS and rule == _ADDRESS["gr"][0]:
        return Verdict(Committee, rule, kind, Level.POLITICS)
    return Verdict(Committee, rule, kind)


def _department(rule: str, name: str, _: str | None) -> Verdict:
    return Verdict(Department, rule, _first(_DEPARTMENT_KINDS, name))


def _organisation(rule: str, _: str, kind: str | None) -> Verdict:
    return Verdict(Organisation, rule, kind)


_JUDGES: Mapping[type[Node], Callable[[str, str, str | None], Verdict]] = {
    Committee: _committee,
    Department: _department,
    Organisation: _organisation,
}


def _first(rules: tuple[tuple[str, str], ...], name: str) -> str | None:
    return next((kind for pattern, kind in rules if re.search(pattern, name)), None)
