"""Which parts of which old areas make up a new one, and what value follows from theirs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.intake.areas.nature import Nature

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

PORTION = 500
"""Identifiers asked about in one question to the store."""
_SUCCESSORS = (
    "MATCH (a:Record)-[s:SUCCEEDED_BY]->(b:Record) WHERE a.id IN $ids "
    "RETURN a.id AS old, b.id AS new, s.share AS share, a.population AS people"
)
_PREDECESSORS = "MATCH (a:Record)-[s:SUCCEEDED_BY]->(b:Record) WHERE b.id IN $ids RETURN DISTINCT a.id AS old"


@dataclass(frozen=True, slots=True)
class Part:
    """One old area's part in a new one: how much of the old went there, and whether that was told or assumed."""

    old: str
    share: float
    people: float | None
    told: bool


@dataclass
class Parts:
    """Which parts of which old areas make up each new area."""

    of: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    odd: list[str] = field(default_factory=list)
    """Old areas whose shares do not add up to one; they are used in proportion."""

    @classmethod
    def stored(cls, change: "ChangeSet", olds: Iterable[str]) -> "Parts":
        """Look up what the areas became, and what else went into that."""
        first = list(in_portions(change, _SUCCESSORS, sorted(set(olds))))
        news = sorted({row["new"] for row in first})
        every = sorted({row["old"] for row in in_portions(change, _PREDECESSORS, news)})
        parts = cls()
        by_old: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in in_portions(change, _SUCCESSORS, every):
            by_old[row["old"]].append(row)
        for old in sorted(by_old):
            parts._add(old, by_old[old])
        parts.of = {new: parts.of[new] for new in news}
        return parts

    def _add(self, old: str, rows: list[dict[str, Any]]) -> None:
        told = all(row["share"] is not None for row in rows)
        total = sum(row["share"] for row in rows) if told else len(rows)
        if told and abs(total - 1) > 0.005:
            self.odd.append(old)
        for row in rows:
            share = (row["share"] if told else 1) / total if total else 1 / len(rows)
            self.of[row["new"]].append(Part(old, share, row["people"], told))


def value_of(nature: Nature, made_of: list[Part], by_area: dict[str, float]) -> float:
    """Sum the parts of a count; of a rate take the average, weighted by the people who came with each part."""
    if nature == "count":
        return sum(by_area[part.old] * part.share for part in made_of)
    weights = _weights(made_of)
    return sum(by_area[part.old] * weight for part, weight in zip(made_of, weights, strict=True)) / sum(weights)


def _weights(made_of: list[Part]) -> list[float]:
    """Weigh each part against the heaviest: a share near the smallest number there is would round the product away."""
    if _by_people(made_of):
        weights = [part.share * (part.people or 0) for part in made_of]
    else:
        weights = [part.share for part in made_of]
    heaviest = max(weights)
    return [weight / heaviest for weight in weights] if heaviest else [1.0] * len(made_of)


def _by_people(made_of: list[Part]) -> bool:
    return all(part.people is not None for part in made_of) and sum(p.share * (p.people or 0) for p in made_of) > 0


def rule_of(nature: str, made_of: list[Part]) -> str:
    """Say in words how a value was carried over."""
    if nature == "whole":
        return "Wert des Vorgängerraums, der ganz in diesem Raum aufging"
    if nature == "count":
        how = "angegebenen" if all(part.told for part in made_of) else "gleichen"
        return f"Summe der Teile der Vorgängerräume, nach {how} Anteilen aufgeteilt"
    by = "Bevölkerung" if _by_people(made_of) else "Anteil (Bevölkerung unbekannt)"
    return f"Mittel der Vorgängerräume, gewichtet nach {by}"


def in_portions(change: "ChangeSet", query: str, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Ask about many identifiers, a portion at a time."""
    waiting = iter(ids)
    while portion := list(islice(waiting, PORTION)):
        yield from change.read(query, {"ids": portion})
