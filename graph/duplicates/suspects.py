"""Who might be the same under two ids: nodes of one type with nearly the same name and nothing that speaks against it.

A suspicion is never acted upon by itself; a person judges it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rapidfuzz.fuzz import ratio

from graph.duplicates.homes import Homes
from graph.duplicates.names import beginnings, marks, words_of
from graph.network import Network
from schema.catalogue import type_name
from schema.nodes import NODES, Node, Person
from schema.text import Text

ALIKE = 0.88
"""How alike two names must be: the share of letters that stay when the one is turned into the other (Indel)."""
CROWD = 300
"""A beginning shared by more names than this (Amt…, Verein…) tells nothing and is passed over."""
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Suspect:
    """Two nodes that might be one; `a` is the one with more ties, which would be kept."""

    a: str
    b: str
    type: str
    names: tuple[str, str]
    """The names of `a` and `b`."""
    alike: float
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _One:
    id: str
    cls: type[Node]
    name: str
    words: tuple[str, ...]
    row: Mapping[str, Any]


def suspects(
    network: Network, judged: Collection[Pair] = frozenset(), among: Collection[str] | None = None
) -> list[Suspect]:
    """List the pairs that might be the same and were not judged, the surest first.

    `among` keeps to pairs of which one at least has one of these ids.

    Placeholders are left out. Against it speak: another number in the name or as key, other units or Kommunen above,
    times that do not meet (a successor is no duplicate).
    """
    homes, weight = Homes.of(network), _weights(network)
    found = (
        suspect
        for ones in _by_type(network)
        for a, b in _worth_comparing(ones)
        if (among is None or a.id in among or b.id in among)
        and frozenset((a.id, b.id)) not in judged
        and (suspect := _suspect(a, b, homes, weight))
    )
    return sorted(found, key=lambda one: (-one.alike, -len(one.reasons), one.a, one.b))


def _by_type(network: Network) -> Iterator[list[_One]]:
    groups: dict[type[Node], list[_One]] = defaultdict(list)
    for row, code in zip(network.node_rows, network.node_type, strict=True):
        cls = NODES[code]
        if cls.shape != "matter" and not row.get("placeholder"):
            groups[cls].append(_One(row["id"], cls, row["name"], words_of(cls, row["name"]), row))
    return iter(groups.values())


def _worth_comparing(ones: Iterable[_One]) -> Iterator[tuple[_One, _One]]:
    """Pair those whose names share the beginning of a word, each pair once."""
    crowds: dict[str, list[_One]] = defaultdict(list)
    for one in ones:
        for beginning in beginnings(one.words):
            crowds[beginning].append(one)
    for beginning, crowd in crowds.items():
        for a, b in combinations(crowd, 2) if len(crowd) <= CROWD else ():
            if min(beginnings(a.words) & beginnings(b.words)) == beginning:
                yield a, b


def _suspect(a: _One, b: _One, homes: Homes, weight: Mapping[str, int]) -> Suspect | None:
    alike = ratio(" ".join(a.words), " ".join(b.words), score_cutoff=100 * ALIKE) / 100
    if not alike or marks(a.cls, a.words) != marks(b.cls, b.words) or _speaks_against(a, b, homes):
        return None
    a, b = sorted((a, b), key=lambda one: (-weight.get(one.id, 0), one.id))
    return Suspect(a.id, b.id, type_name(a.cls), (a.name, b.name), alike, tuple(_reasons(a, b, homes)))


def _speaks_against(a: _One, b: _One, homes: Homes) -> bool:
    keys = (*a.cls.keys, "number")
    if any(a.row.get(key) and b.row.get(key) and a.row[key] != b.row[key] for key in keys):
        return True
    if _before(a, b) or _before(b, a):
        return True
    return not issubclass(a.cls, Person) and _apart(a, b, homes)


def _apart(a: _One, b: _One, homes: Homes) -> bool:
    """Say whether two belong to different Kommunen, or stand in different places of one and the same source."""
    above = homes.direct(a.id), homes.direct(b.id)
    kommunen = homes.kommune(a.id), homes.kommune(b.id)
    if all(kommunen) and kommunen[0] != kommunen[1]:
        return True
    same_source = a.row["source"].split(" ")[0] == b.row["source"].split(" ")[0]
    return same_source and all(above) and not above[0] & above[1]


def _before(a: _One, b: _One) -> bool:
    ends, begins = a.row.get("valid_to"), b.row.get("valid_from")
    return bool(ends and begins and ends <= begins)


def _reasons(a: _One, b: _One, homes: Homes) -> Iterator[Text]:
    if a.words == b.words:
        yield Text("gleicher Name bis auf Schreibweise und Titel", "the same name but for spelling and title")
    else:
        yield Text("fast gleicher Name", "nearly the same name")
    shared = homes.direct(a.id) & homes.direct(b.id)
    if shared:
        yield Text("gemeinsame Einheit: {ids}", "a unit in common: {ids}").format(ids=", ".join(sorted(shared)[:3]))
    both = set(a.row.get("functions") or ()) & set(b.row.get("functions") or ())
    if both:
        yield Text("gleiche Funktion: {f}", "the same function: {f}").format(f=", ".join(sorted(both)))


def _weights(network: Network) -> dict[str, int]:
    """Count the ties of each node."""
    counts: dict[str, int] = defaultdict(int)
    for row in network.tie_rows:
        counts[row["start"]] += 1
        counts[row["end"]] += 1
    return counts
