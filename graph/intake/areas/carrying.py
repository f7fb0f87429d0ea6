"""Values of old areas carried over to new ones: counts are split and summed, rates averaged by weight, never summed.

A new area gets a value only where each area that went into it has one: a sum of which a part is missing would be
too small. So the total of a count over the new areas is that over the old ones, as far as all parts are known.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from graph.intake.account import Account
from graph.intake.file_by_file import Place
from schema.folding import fold
from schema.record import Record
from schema.text import Text
from schema.ties import Measured, tie_id

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

PORTION = 500
Nature = Literal["count", "rate", "unknown"]
_RATE = re.compile(
    r"%|‰|prozent|promille|\bje\b|\bpro\b|/|\bper\b|anteil|quote|rate\b|index|durchschnitt|mittel(wert)?|median|dichte"
    r"|share|average|jahre?\b|years?\b|alter\b"
)
_COUNT = re.compile(
    r"anzahl|zahl\b|zahl der|personen|menschen|einwohner|kinder|haushalte|faelle|familien|plaetze|wohnungen|bestand"
    r"|summe|count|number of|persons|people|households|^(eur|euro|€|t€|m²|qm|ha|km²)$|bevoelkerung"
)
_SUCCESSORS = (
    "MATCH (a:Record)-[s:SUCCEEDED_BY]->(b:Record) WHERE a.id IN $ids "
    "RETURN a.id AS old, b.id AS new, s.share AS share, a.population AS people"
)
_PREDECESSORS = "MATCH (a:Record)-[s:SUCCEEDED_BY]->(b:Record) WHERE b.id IN $ids RETURN DISTINCT a.id AS old"
_VALUES = (
    "MATCH (i:Indicator)-[m:MEASURED]->(a:Record) WHERE a.id IN $ids "
    "RETURN i.id AS indicator, i.name AS name, i.unit AS unit, m.year AS year, m.value AS value, a.id AS area, "
    "m.derived AS derived, m.visibility AS visibility"
)


def nature_of(unit: str, name: str) -> Nature:
    """Tell by unit and name whether values may be summed; a unit that says nothing is unknown, never guessed.

    >>> nature_of("%", "Kinder in Armut"), nature_of("Personen", "Einwohner"), nature_of("", "Lage")
    ('rate', 'count', 'unknown')
    """
    for said in (fold(unit), fold(name)):
        if _RATE.search(said):
            return "rate"
        if _COUNT.search(said):
            return "count"
    return "unknown"


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
        first = list(_rows(change, _SUCCESSORS, sorted(set(olds))))
        news = sorted({row["new"] for row in first})
        every = sorted({row["old"] for row in _rows(change, _PREDECESSORS, news)})
        parts = cls()
        by_old: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in _rows(change, _SUCCESSORS, every):
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


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an indicator in an area and a year."""

    indicator: str
    name: str
    unit: str
    area: str
    year: int
    value: float
    visibility: str = "public"


def carried(
    change: "ChangeSet", account: Account, olds: Sequence[str], file: str, fresh: Iterable[Value] = ()
) -> Iterator[Record]:
    """Carry the values of old areas over: the stored ones, and `fresh` ones that are on their way into the store.

    What cannot be carried over is reported once for each reason.
    """
    parts = Parts.stored(change, olds)
    if parts.odd:
        account.odd(Place(file).oddity("shares-off", _SHARES.format(n=len(parts.odd), first=parts.odd[0]), "share"))
    values: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    about: dict[str, tuple[str, str]] = {}
    visible: dict[tuple[str, int], str] = {}
    areas = sorted({part.old for made_of in parts.of.values() for part in made_of} | parts.of.keys())
    stated: set[tuple[str, int, str]] = set()
    for one in (*_stored(change, areas), *fresh):
        key = one.indicator, one.year
        about[one.indicator] = one.unit, one.name
        values[key][one.area] = one.value
        stated.add((*key, one.area))
        visible[key] = max(visible.get(key, ""), one.visibility, key=_STRICTNESS.index)
    yield from _all_carried(parts, values, about, visible, stated, account, file)


def _all_carried(
    parts: Parts,
    values: dict[tuple[str, int], dict[str, float]],
    about: dict[str, tuple[str, str]],
    visible: dict[tuple[str, int], str],
    stated: set[tuple[str, int, str]],
    account: Account,
    file: str,
) -> Iterator[Record]:
    missing = unknown = 0
    for (indicator, year), by_area in sorted(values.items()):
        nature = nature_of(*about[indicator])
        for new, made_of in parts.of.items():
            known = [part for part in made_of if part.old in by_area]
            if not known or (indicator, year, new) in stated:
                continue
            if len(known) < len(made_of):
                missing += 1
                continue
            whole = len(made_of) == 1 and made_of[0].share == 1
            if nature == "unknown" and not whole:
                unknown += 1
                continue
            value = by_area[made_of[0].old] if whole else value_of(nature, made_of, by_area)
            rule = _rule("whole" if whole else nature, made_of)
            account.count("derived")
            yield Measured(
                id=tie_id(Measured.verb, indicator, new, str(year), "carried"),
                start=indicator,
                end=new,
                year=year,
                value=value,
                derived=True,
                rule=rule,
                count=len(made_of),
                source=file,
                visibility=visible[indicator, year],
            )
    if missing:
        account.odd(Place(file).oddity("parts-missing", _MISSING.format(n=missing), "value"))
    if unknown:
        account.odd(Place(file).oddity("unknown-unit", _UNKNOWN.format(n=unknown), "unit"))


def value_of(nature: Nature, made_of: list[Part], by_area: dict[str, float]) -> float:
    """Sum the parts of a count; of a rate take the average, weighted by the people who came with each part."""
    if nature == "count":
        return sum(by_area[part.old] * part.share for part in made_of)
    weights = _weights(made_of)
    return sum(by_area[part.old] * weight for part, weight in zip(made_of, weights, strict=True)) / sum(weights)


def _weights(made_of: list[Part]) -> list[float]:
    if _by_people(made_of):
        return [part.share * (part.people or 0) for part in made_of]
    shares = [part.share for part in made_of]
    return shares if sum(shares) else [1.0] * len(made_of)


def _by_people(made_of: list[Part]) -> bool:
    return all(part.people is not None for part in made_of) and sum(p.share * (p.people or 0) for p in made_of) > 0


def _rule(nature: str, made_of: list[Part]) -> str:
    if nature == "whole":
        return "Wert des Vorgängerraums, der ganz in diesem Raum aufging"
    if nature == "count":
        how = "angegebenen" if all(part.told for part in made_of) else "gleichen"
        return f"Summe der Teile der Vorgängerräume, nach {how} Anteilen aufgeteilt"
    by = "Bevölkerung" if _by_people(made_of) else "Anteil (Bevölkerung unbekannt)"
    return f"Mittel der Vorgängerräume, gewichtet nach {by}"


def _rows(change: "ChangeSet", query: str, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    waiting = iter(ids)
    while portion := list(islice(waiting, PORTION)):
        yield from change.read(query, {"ids": portion})


def _stored(change: "ChangeSet", areas: Sequence[str]) -> Iterator[Value]:
    """Give the values that are stored for areas and were not carried over themselves."""
    for row in _rows(change, _VALUES, areas):
        if not row.pop("derived"):
            yield Value(**(row | {"unit": row["unit"] or "", "name": row["name"] or ""}))


_STRICTNESS = ("", "public", "internal", "confidential")
_SHARES = Text(
    "Die Anteile ergeben nicht 1 und werden im Verhältnis genommen (Räume: {n}, zuerst {first}).",
    "The shares do not add up to 1 and are taken in proportion (areas: {n}, first {first}).",
)
_MISSING = Text(
    "Nicht übertragen, weil ein Teil des neuen Raums keinen Wert hat: {n} Werte.",
    "Not carried over, because a part of the new area has no value: {n} values.",
)
_UNKNOWN = Text(
    "Nicht übertragen, weil die Einheit nicht sagt, ob summiert werden darf: {n} Werte. Die Einheit ergänzen.",
    "Not carried over, because the unit does not tell whether values may be summed: {n} values. Add the unit.",
)
