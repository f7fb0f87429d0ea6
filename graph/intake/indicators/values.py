"""The values in the rows of a table: numbers as people write them; a mark for a missing one is unknown, never zero."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.intake.account import Account
from graph.intake.guard import refuse
from graph.intake.indicators.layouts import Layout, year_of
from graph.intake.numbers import is_missing, number_of
from graph.intake.places import Place
from schema.text import Text

MOST = 1_000_000
"""Values in one source; they wait in memory until it is known which areas are meant."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with all that it is about; `area` is what the source calls it."""

    area: str
    indicator: str
    year: int
    value: float
    at: Place


@dataclass
class Gathered:
    """The values of a source, and the units of its indicators."""

    account: Account
    cells: list[Cell] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    """Where each indicator is met first."""

    def read(self, rows: Iterable[tuple[int, list[str]]], layout: Layout, file: str, headings: list[str]) -> None:
        """Read all rows below the headings."""
        missing, first = 0, ""
        for number, row in rows:
            self.account.count("rows")
            at = Place(file, str(number))
            area = _cell(row, layout.area)
            if not area:
                self.account.odd(at.oddity("no-area", _NO_AREA, headings[layout.area], refused=True))
                continue
            for column, name, year in layout.values:
                gone = self._value(row, layout, column, name or _cell(row, layout.indicator), year, area, at, headings)
                first = first or (str(number) if gone else "")
                missing += gone
        if missing:
            self.account.count("values_missing", missing)
            self.account.odd(Place(file, first).oddity("missing-values", _MISSING.format(n=missing), "value"))

    def _value(
        self,
        row: list[str],
        layout: Layout,
        column: int,
        indicator: str,
        year: int | None,
        area: str,
        at: Place,
        headings: list[str],
    ) -> bool:
        """Read one cell; True where it holds the mark of a missing value."""
        said, heading = _cell(row, column), headings[column]
        if is_missing(said):
            return True
        value = number_of(said.removesuffix("%"))
        own_year = year_of(_cell(row, layout.year)) if layout.year is not None else year
        if value is None:
            self.account.odd(at.oddity("no-number", _NO_NUMBER.format(value=said[:100]), heading, refused=True))
        elif own_year is None:
            what = _NO_YEAR.format(value=_cell(row, layout.year)[:50])
            self.account.odd(at.oddity("no-year", what, "year", refused=True))
        elif not indicator:
            self.account.odd(at.oddity("no-indicator", _NO_INDICATOR, "indicator", refused=True))
        else:
            unit = _cell(row, layout.unit) or ("%" if said.endswith("%") else "")
            self._keep(Cell(area, indicator, own_year, value, at), unit)
        return False

    def _keep(self, cell: Cell, unit: str) -> None:
        if len(self.cells) >= MOST:
            why = Text("enthält mehr als {n} Werte", "holds more than {n} values").format(n=MOST)
            refuse("too-large", why, cell.at.file, _SPLIT)
        self.account.count("values")
        self.places.setdefault(cell.indicator, cell.at)
        if self.units.setdefault(cell.indicator, unit) != unit and unit:
            what = _UNITS.format(indicator=cell.indicator, first=self.units[cell.indicator], second=unit)
            self.account.odd(cell.at.oddity("differing-units", what, "unit"))
        self.cells.append(cell)


def _cell(row: list[str], i: int | None) -> str:
    return " ".join(row[i].split()) if i is not None and i < len(row) else ""


_NO_AREA = Text("Die Zeile nennt keinen Raum.", "The row names no area.")
_MISSING = Text(
    "Fehlende Werte („-“, „.“, „x“, „k. A.“, leer): {n}; sie bleiben unbekannt und sind nicht null.",
    "Missing values (“-”, “.”, “x”, “k. A.”, empty): {n}; they stay unknown and are not zero.",
)
_NO_NUMBER = Text("{value!r} ist keine Zahl.", "{value!r} is no number.")
_NO_YEAR = Text("{value!r} nennt kein Jahr.", "{value!r} names no year.")
_NO_INDICATOR = Text("Die Zeile nennt keinen Indikator.", "The row names no indicator.")
_UNITS = Text(
    "{indicator} hat verschiedene Einheiten ({first!r} und {second!r}); die erste gilt.",
    "{indicator} has different units ({first!r} and {second!r}); the first one counts.",
)
_SPLIT = Text("In kleinere Dateien aufteilen und einzeln einlesen.", "Split it into smaller files, import each.")
