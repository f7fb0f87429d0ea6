"""Values of old areas carried over to new ones: counts are split and summed, rates averaged by weight, never summed.

A new area gets a value only where each area that went into it has one: a sum of which a part is missing would be
too small. So the total of a count over the new areas is that over the old ones, as far as all parts are known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.areas.nature import nature_of
from graph.intake.areas.parts import Parts, in_portions, rule_of, value_of
from graph.intake.places import Place
from schema.record import Record
from schema.text import Text
from schema.ties import Measured, tie_id

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

_VALUES = (
    "MATCH (i:Indicator)-[m:MEASURED]->(a:Record) WHERE a.id IN $ids "
    "RETURN i.id AS indicator, i.name AS name, i.unit AS unit, m.year AS year, m.value AS value, a.id AS area, "
    "m.derived AS derived, m.visibility AS visibility"
)


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
            rule = rule_of("whole" if whole else nature, made_of)
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


def _stored(change: "ChangeSet", areas: Sequence[str]) -> Iterator[Value]:
    """Give the values that are stored for areas and were not carried over themselves."""
    for row in in_portions(change, _VALUES, areas):
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
