"""What the columns of a table of indicators hold: told by their headings, or by a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schema.folding import fold

AREA = (
    *(
        "raum",
        "area",
        "gebiet",
        "raumbezug",
        "schluessel",
        "raumschluessel",
        "key",
        "kennziffer",
        "ags",
        "plr_id",
        "raumid",
    ),
    *("sozialraum", "planungsraum", "bezirksregion", "prognoseraum", "stadtteil", "ortsteil", "bezirk", "quartier"),
    *("kommune", "gemeinde", "kreis", "wohnplatz", "raum id", "gebietsschluessel"),
)
YEAR = ("jahr", "year", "berichtsjahr", "zeit", "stichtag", "stand")
VALUE = ("wert", "value", "auspraegung")
INDICATOR = ("indikator", "indicator", "merkmal", "kennzahl", "variable", "indikatorname")
UNIT = ("einheit", "unit", "masseinheit")
NAME = ("name", "bezeichnung", "raumname", "gebietsname")
"""Headings of a name that stands beside a key; it is read only where there is no key."""
TOLD = ("area", "year", "value", "indicator", "unit", "division")
_YEAR = re.compile(r"(?<!\d)(19|20|21)\d\d(?!\d)")


@dataclass(frozen=True)
class Layout:
    """Where a table holds what; `values` are the columns with values, each with its indicator and year where told."""

    area: int
    year: int | None
    indicator: int | None
    unit: int | None
    values: tuple[tuple[int, str, int | None], ...] = field(default=())


def year_of(text: str) -> int | None:
    """Find the year in a cell; None where there is none or more than one.

    >>> year_of("31.12.2020"), year_of("2019/2020"), year_of("Jahr 2021"), year_of("x")
    (2020, None, 2021, None)
    """
    found = {match[0] for match in _YEAR.finditer(text)}
    return int(found.pop()) if len(found) == 1 else None


def layout_of(headings: Sequence[str], told: Mapping[str, str], about: str, *, sure: bool = False) -> Layout | None:
    """Tell a layout by the headings; None where there is none.

    `about` is what the file is called: the name of an indicator that no column names, and perhaps its year. Any column
    beside an area may be an indicator, so that is taken for granted only where a person is `sure`.
    """
    folded = [fold(heading) for heading in headings]
    at = {name: _found(folded, told.get(name), words) for name, words in _KNOWN.items()}
    area = at["area"] if at["area"] is not None else at["name"]
    if area is None:
        return None
    always, taken = year_of(told.get("year", "")) or year_of(about), {i for i in at.values() if i is not None}
    named = "" if at["indicator"] is not None else told.get("indicator", about)
    values: list[tuple[int, str, int | None]] = []
    years = [(i, year) for i, year in _years(headings) if i not in taken]
    if at["value"] is not None:
        values = [(at["value"], named, always)]
    elif len(years) >= 2 or (years and sure):
        return Layout(area, None, at["indicator"], at["unit"], tuple((i, named, year) for i, year in years))
    elif sure:
        rest = (i for i, heading in enumerate(headings) if heading.strip() and i not in taken)
        values = [(i, headings[i].strip(), always) for i in rest]
    dated = at["year"] is not None or always is not None
    return Layout(area, at["year"], at["indicator"], at["unit"], tuple(values)) if values and dated else None


_KNOWN: Mapping[str, Sequence[str]] = {
    "area": AREA,
    "year": YEAR,
    "value": VALUE,
    "indicator": INDICATOR,
    "unit": UNIT,
    "name": NAME,
}


def _found(folded: Sequence[str], told: str | None, words: Sequence[str]) -> int | None:
    for word in (fold(told),) if told is not None else words:
        if word in folded:
            return folded.index(word)
    return None


def _years(headings: Sequence[str]) -> Iterator[tuple[int, int]]:
    for i, heading in enumerate(headings):
        if re.fullmatch(r"(19|20|21)\d\d", heading.strip()):
            yield i, int(heading)
