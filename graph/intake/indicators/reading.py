"""The reader of indicators: first all values, then, when the store can be asked, whose they are."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from graph.intake import workbooks
from graph.intake.account import Account
from graph.intake.areas.carrying import Value, carried
from graph.intake.areas.key_tables import rows_of
from graph.intake.beginnings import Beginning
from graph.intake.file_by_file import FileByFile, nothing_read
from graph.intake.guard import refuse
from graph.intake.indicators.areas import StoredAreas
from graph.intake.indicators.known import KnownIndicators
from graph.intake.indicators.layouts import TOLD, layout_of
from graph.intake.indicators.values import Cell, Gathered
from graph.intake.places import Found, made
from graph.intake.reader import Ending, Present
from graph.intake.sources import Member, Source
from schema.errors import InputError, UsageError
from schema.record import Record
from schema.text import Text
from schema.ties import Measured, tie_id

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

Rows = list[tuple[int, list[str]]]


class IndicatorsReader(FileByFile):
    """Reads values of indicators for areas that are stored already."""

    name = "indicators"
    label = Text("Indikatoren (Raum, Jahr, Wert; CSV, Excel)", "indicators (area, year, value; CSV, Excel)")

    def __init__(self) -> None:
        """Start with nothing told."""
        self._told: Mapping[str, str] = {}
        self._deaf: list[str] = []
        self._gathered: Gathered | None = None
        self._source: Source | None = None

    def direct(self, columns: Mapping[str, str], nodes: str | None) -> None:
        """Follow what a person says of the columns; what is not about indicators is said to somebody else."""
        self._told, self._deaf = columns, sorted({*columns} - {*TOLD}) or ([nodes] if nodes else [])

    def recognises(self, source: Source) -> bool:
        """Know a table by area, year and value, or years side by side; a workbook by its first sheet."""
        if self._deaf:
            return False
        if _is_workbook(source):
            with suppress(InputError), workbooks.opened(source.path, lambda _: None) as sheets:
                for sheet in sheets[:1]:
                    first = next((row for row in islice(sheet.rows(lambda _: None), 5) if any(row)), [])
                    return layout_of(first, self._told, _stem(source.name)) is not None
            return False
        return super().recognises(source)

    def fits(self, beginning: Beginning) -> bool:
        """Know a table by its headings."""
        first = next((line for line in beginning.text.split("\n")[:5] if line.strip(";,\t \r")), "")
        mark = max(";,\t", key=first.count)
        headings = [cell.strip().strip('"') for cell in first.split(mark)]
        return not beginning.paths and layout_of(headings, self._told, _stem(beginning.name)) is not None

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Gather the values; they become records when the areas are known. Raises InputError where there are none."""
        if self._deaf:
            raise UsageError(
                Text("{what!r} gibt es hier nicht.", "There is no {what!r} here.").format(what=self._deaf[0]),
                Text("Möglich: {known}.", "Possible: {known}.").format(known=", ".join(TOLD)),
            )
        self._gathered, self._source = Gathered(account), source
        if _is_workbook(source):
            with workbooks.opened(source.path, account.odd) as sheets:
                for sheet in sheets:
                    rows = [(n, row) for n, row in enumerate(sheet.rows(account.odd), start=1) if any(row)]
                    self._table(rows, sheet.file, sheet.name if len(sheets) > 1 else _stem(source.name), account)
            account.count("files")
        else:
            for member in self._members(source, account):
                self._records(member, account, present)
        if not self._gathered.cells and account.refused:
            raise nothing_read(source, account, self.label)
        return iter(())

    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:  # noqa: ARG002
        """Gather the values of a file."""
        self._table(rows_of(member, account), member.name, _stem(member.name), account)
        return iter(())

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:
        """Give the indicators and their values; then what follows for the areas that succeeded the measured ones."""
        gathered, source = self._gathered, self._source
        if gathered is None or source is None or not gathered.cells:
            return
        stored = StoredAreas.of(change, self._told.get("division", ""))
        known = KnownIndicators.of(change)
        values = list(_placed(gathered, stored, known, account))
        if not values:
            raise nothing_read(source, account, _STORED_AREA)
        for name in dict.fromkeys(value.name for value, _ in values):
            yield from known.record(name, gathered, account)
        for value, cell in values:
            id = tie_id(Measured.verb, value.indicator, value.area, str(value.year))
            said = {"start": value.indicator, "end": value.area, "year": value.year, "value": value.value}
            yield from (record for record, _ in made(Measured, cell.at, account, id=id, **said))
        fresh = [value for value, _ in values]
        yield from carried(change, account, sorted({value.area for value in fresh}), source.name, fresh)

    def _table(self, rows: Rows, file: str, about: str, account: Account) -> None:
        headings = rows[0][1] if rows else []
        layout = layout_of(headings, self._told, about, sure=True)
        if layout is None:
            refuse("no-headings", _NO_HEADINGS.format(headings=", ".join(headings)[:300]), file, _WHAT_TO_DO, "1")
        gathered = self._gathered = self._gathered or Gathered(account)
        gathered.read(rows[1:], layout, file, headings)


def _placed(
    gathered: Gathered, stored: StoredAreas, known: KnownIndicators, account: Account
) -> Iterator[tuple[Value, Cell]]:
    """Find the area of each value; one that is not stored, or may be several, is refused once for each place."""
    seen: dict[tuple[str, str, int], float] = {}
    given: set[tuple[str, str, int]] = set()
    found: dict[str, set[str]] = {}
    for cell in gathered.cells:
        areas = found.get(cell.area)
        if areas is None:
            areas = found[cell.area] = _areas(cell, stored, account)
        if len(areas) != 1:
            account.refused += 1
            continue
        (area,) = areas
        key = known.id(cell.indicator), area, cell.year
        before = seen.setdefault(key, cell.value)
        if before != cell.value:
            what = _TWICE.format(area=cell.area, year=cell.year, first=before, second=cell.value)
            account.odd(cell.at.oddity("double-value", what, "value", refused=True))
        elif key not in given:
            given.add(key)
            yield (
                Value(key[0], cell.indicator, known.unit(cell.indicator, gathered), area, cell.year, cell.value),
                cell,
            )


def _areas(cell: Cell, stored: StoredAreas, account: Account) -> set[str]:
    areas, whole = stored.called(cell.area), stored.with_zero(cell.area)
    if not areas and whole:
        account.odd(cell.at.oddity("lost-zero", _LOST.format(key=cell.area, whole=whole), "area"))
        areas = stored.called(whole)
    if not areas:
        account.odd(cell.at.oddity("unknown-area", _UNKNOWN.format(area=cell.area[:100]), "area"))
    elif len(areas) > 1:
        first = ", ".join(sorted(areas)[:3])
        account.odd(cell.at.oddity("ambiguous-area", _SEVERAL.format(area=cell.area[:100], first=first), "area"))
    return areas


def _stem(name: str) -> str:
    return PurePosixPath(name).name.split(".")[0]


def _is_workbook(source: Source) -> bool:
    return source.directory is None and source.path.name.lower().endswith(workbooks.ENDINGS)


_STORED_AREA = Text(
    "Räume, die schon gespeichert sind, nach Schlüssel oder eindeutigem Namen",
    "areas that are stored already, by key or by a name that only one has",
)
_NO_HEADINGS = Text(
    "hat keine Spalten für Raum, Jahr und Wert: {headings}", "has no columns for area, year and value: {headings}"
)
_WHAT_TO_DO = Text(
    "Erwartet: „Raum;Jahr;Wert“ oder „Raum;2022;2023“; heißen die Spalten anders: --column area=… --column year=…",
    "Expected: “area;year;value” or “area;2022;2023”; where they are called otherwise: --column area=… --column year=…",
)
_UNKNOWN = Text(
    "Der Raum {area!r} ist nicht gespeichert; seine Werte bleiben weg. Zuerst die Räume einlesen.",
    "The area {area!r} is not stored; its values are left out. Read the areas in first.",
)
_SEVERAL = Text(
    "{area!r} können mehrere Räume sein ({first}); seine Werte bleiben weg. Mit --column division=… sagen, welcher.",
    "{area!r} may be several areas ({first}); its values are left out. Say which with --column division=…",
)
_LOST = Text(
    "Der Schlüssel {key} hat seine führende Null verloren; gelesen als {whole}.",
    "The key {key} lost its leading zero; read as {whole}.",
)
_TWICE = Text(
    "{area}, {year}: {second} steht neben {first}; der erste Wert gilt.",
    "{area}, {year}: {second} stands beside {first}; the first value counts.",
)
