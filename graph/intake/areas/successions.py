"""What became of areas in a new division: read from linked data, from JSON and from a table, as one kind of mapping."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from rdflib import DCTERMS, URIRef

from graph.intake.account import Account
from graph.intake.areas.key_tables import Row
from graph.intake.linked.parsing import statements
from graph.intake.linked.statements import tail
from graph.intake.numbers import number_of
from graph.intake.places import Place
from graph.intake.sources import Member
from schema.errors import Oddity
from schema.folding import fold
from schema.text import Text

FORWARD, BACKWARD = (DCTERMS.hasVersion, DCTERMS.isReplacedBy), (DCTERMS.isVersionOf, DCTERMS.replaces)
OLD, NEW = ("alt", "old", "alter raum", "old area", "raum alt"), ("neu", "new", "neuer raum", "new area", "raum neu")
SHARE = ("anteil", "share", "gewicht", "weight")
_YEAR = re.compile(r"(19|20)\d\d")
_KINDS = {"bez": "Bezirk", "pgr": "Prognoseraum", "bzr": "Bezirksregion", "plr": "Planungsraum"}


@dataclass(frozen=True, slots=True)
class Known:
    """An area as a mapping names it."""

    division: str
    key: str
    kind: str | None = None


@dataclass
class Successions:
    """The pairs of one file, each with its share where one is given, and where it stands."""

    account: Account
    pairs: dict[tuple[Known, Known], tuple[float | None, Place]] = field(default_factory=dict)

    def add(self, old: Known, new: Known, share: float | None, at: Place) -> None:
        """Add a pair; one that is there already, or says nothing new, is not added."""
        if (old, new) not in self.pairs and old != new:
            self.pairs[old, new] = share, at

    def tally(self) -> None:
        """Count how many areas went on whole, were split, and were merged from several."""
        after, before = Counter(old for old, _ in self.pairs), Counter(new for _, new in self.pairs)
        self.account.count("successions", len(self.pairs))
        self.account.count("kept_whole", sum(n == 1 for n in after.values()))
        self.account.count("split", sum(n > 1 for n in after.values()))
        self.account.count("merged", sum(n > 1 for n in before.values()))


def linked(member: Member, told: Mapping[str, str], mapping: Successions) -> None:
    """Read pairs of addresses; the division is the part of an address before the area's own."""
    oddities: list[Oddity] = []
    graph = statements(member, oddities)
    mapping.account.odd(*oddities)
    mapping.account.count("triples", len(graph))
    said = {(s, o) for term in FORWARD for s, o in graph.subject_objects(term)}
    said |= {(o, s) for term in BACKWARD for s, o in graph.subject_objects(term)}
    pairs = sorted((old, new) for old, new in said if isinstance(old, URIRef) and isinstance(new, URIRef))
    earlier = min((_division(old) for old, _ in pairs), key=_age, default="")
    if any((new, old) in said for old, new in pairs):
        mapping.account.odd(Place(member.name).oddity("both-ways", _BOTH))
    for old, new in pairs:
        if (new, old) not in said or _division(old) == earlier:
            at = Place(member.name, str(old))
            mapping.add(_address(old, told.get("old")), _address(new, told.get("new")), None, at)


def _division(address: URIRef) -> str:
    return tail(URIRef(str(address).removesuffix(tail(address))))


def _age(division: str) -> tuple[int, str]:
    """Order divisions by the year in their names; one without a year is the present one."""
    year = _YEAR.search(division)
    return int(year[0]) if year else 9999, division


def _address(address: URIRef, told: str | None) -> Known:
    own = tail(address)
    mark, _, key = own.rpartition("_")
    return Known(told or _division(address), key, _KINDS.get(mark))


def matches(value: Mapping[str, Any], told: Mapping[str, str], at: Place, mapping: Successions) -> None:
    """Read an object from old to new keys; where it goes on with the way back, that is read as the same pairs.

    Keys of one length belong together. The way back begins with the first entry that only repeats, turned round, what
    has been said.
    """
    stem = PurePosixPath(at.file).name.split(".")[0]
    divisions = told.get("old", f"{stem} alt"), told.get("new", f"{stem} neu")
    said: set[tuple[str, str]] = set()
    back: set[int] = set()
    entries = [(old, [str(n) for n in new]) for old, new in value.items() if isinstance(new, list)]
    for old, new in entries:
        if len(old) not in back and new != [old] and all((other, old) in said for other in new):
            back.add(len(old))
        for other in new:
            before, after = (other, old) if len(old) in back else (old, other)
            said.add((before, after))
            mapping.add(Known(divisions[0], before), Known(divisions[1], after), None, at.inside(f".{old}"))
    if back:
        mapping.account.odd(at.oddity("both-ways", _BOTH))
    _describe(entries, at, mapping.account)


def _describe(entries: list[tuple[str, list[str]]], at: Place, account: Account) -> None:
    """Say how the file itself counts, both ways together."""
    several = sum(len(new) > 1 for _, new in entries)
    merged = sum(n > 1 for n in Counter(other for _, new in entries for other in new).values())
    account.odd(at.oddity("entries", _ENTRIES.format(one=len(entries) - several, several=several, merged=merged)))


def mapping_columns(headings: Sequence[str]) -> dict[str, int] | None:
    """Find the columns of a mapping in a table: old, new and perhaps a share; None where it is none."""
    folded = [fold(heading) for heading in headings]
    known = {"old": OLD, "new": NEW, "share": SHARE}
    found = {name: folded.index(w) for name, words in known.items() for w in words if w in folded}
    return found if {"old", "new"} <= found.keys() else None


def table(rows: list[Row], told: Mapping[str, str], file: str, mapping: Successions) -> None:
    """Read a table of pairs."""
    at = mapping_columns(rows[0][1]) or {}
    stem = PurePosixPath(file).name.split(".")[0]
    for number, row in rows[1:]:
        mapping.account.count("rows")
        here = Place(file, str(number))
        said = {name: row[i].strip() if i < len(row) else "" for name, i in at.items()}
        if not said["old"] or not said["new"]:
            mapping.account.odd(here.oddity("no-end", _NO_END, "old" if said["new"] else "new", refused=True))
            continue
        share = number_of(said["share"].removesuffix("%")) if said.get("share") else None
        if share is not None and said["share"].endswith("%"):
            share /= 100
        if said.get("share") and (share is None or not 0 <= share <= 1):
            mapping.account.odd(here.oddity("no-share", _NO_SHARE.format(share=said["share"][:50]), "share"))
            share = None
        old = Known(told.get("old", f"{stem} alt"), said["old"])
        mapping.add(old, Known(told.get("new", f"{stem} neu"), said["new"]), share, here)


def named(mapping: Successions) -> Iterator[tuple[Known, Place]]:
    """Give each area that the pairs name, once, with the first place."""
    seen: set[Known] = set()
    for (old, new), (_, at) in mapping.pairs.items():
        for known in (old, new):
            if known not in seen:
                seen.add(known)
                yield known, at


_BOTH = Text(
    "Die Datei nennt den Hin- und den Rückweg; beide gelten als dieselbe Nachfolge.",
    "The file gives the way there and the way back; both count as the same succession.",
)
_ENTRIES = Text(
    "Einträge mit einem Ziel: {one}, mit mehreren: {several}; Ziele mehrerer Einträge: {merged}.",
    "Entries with one target: {one}, with several: {several}; targets of several entries: {merged}.",
)
_NO_END = Text("Die Zeile nennt nicht beide Räume.", "The row does not name both areas.")
_NO_SHARE = Text(
    "{share!r} ist kein Anteil zwischen 0 und 1; es wird zu gleichen Teilen aufgeteilt.",
    "{share!r} is no share between 0 and 1; it is split in equal parts.",
)
