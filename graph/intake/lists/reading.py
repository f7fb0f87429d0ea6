"""The reader of lists: find out what the columns hold, say so, then put the rows together."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.file_by_file import nothing_read
from graph.intake.guard import printable, refuse
from graph.intake.lists.drafts import MOST, Drafts
from graph.intake.lists.making import noted
from graph.intake.lists.mapping import SUBJECTS, Layout, Told, field_list
from graph.intake.lists.recognising import is_list
from graph.intake.lists.row import Row
from graph.intake.lists.saved import beside, load, save, told
from graph.intake.lists.sheets import Sheet, sheets
from graph.intake.lists.telling import mapping_told, no_list
from graph.intake.lists.vocabulary import FIELDS
from graph.intake.networks.making import escaped
from graph.intake.reader import Ending, Present
from graph.intake.sources import Source
from schema.errors import Oddity, UsageError
from schema.folding import fold
from schema.record import Record
from schema.text import Text, verbatim

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet


class ListsReader:
    """Reads a workbook or CSV with headings of its own, one row per person, organisation or unit."""

    name = "list"
    label = Text("Liste mit eigenen Überschriften (Excel, CSV)", "list with headings of its own (Excel, CSV)")
    published = False

    def __init__(self) -> None:
        """Start with a mapping that is found beside the list, or guessed."""
        self._said = Told()
        self._headings: dict[str, str] = {}
        self._file: Path | None = None
        self.layouts: tuple[Layout, ...] = ()
        """What the columns turned out to hold, one for each sheet; known once the list was read."""

    def direct(self, columns: Mapping[str, str], nodes: str | None) -> None:
        """Follow what a person says: which heading holds a field, and what the rows are about."""
        if wrong := sorted(set(columns) - set(FIELDS) - {"fill_down"}):
            why = Text("Kein Feld einer Liste: {field!r}.", "No field of a list: {field!r}.").format(field=wrong[0])
            raise UsageError(why, Text("Felder: {known}.", "Fields: {known}.").format(known=field_list()))
        if nodes and nodes not in (names := [cls.__name__ for cls in SUBJECTS]):
            why = Text("Die Zeilen einer Liste können nicht {n!r} sein.", "The rows of a list cannot be {n!r}.")
            raise UsageError(why.format(n=nodes), verbatim(", ".join(names)))
        fill = columns.get("fill_down")
        named = {heading: field for field, heading in columns.items() if heading and field != "fill_down"}
        self._headings = {fold(heading): heading for heading in named}
        fields = {fold(heading): field for heading, field in named.items()}
        off = frozenset(field for field, heading in columns.items() if not heading)
        self._said = Told(fields, off, nodes, None if fill is None else tuple(filter(None, (fill,))))

    def follow(self, mapping: Path) -> None:
        """Take the mapping from a file where it is there, and keep it there."""
        self._file = mapping

    def remember(self, source: Source) -> Path:
        """Keep the mapping for next time; give the file."""
        target = self._file or beside(source.path)
        save(target, self.layouts)
        return target

    def recognises(self, source: Source) -> bool:
        """Say whether a file has headings as only a list of people has them; never fails."""
        return not source.directory and is_list(source.path)

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:  # noqa: ARG002
        """Give all records, nodes before ties; raises InputError when nothing of the list can be read."""
        if source.directory:
            refuse("no-list", _ONE_FILE, source.name, _ONE_BY_ONE)
        account.count("files")
        drafts = Drafts(source.name, escaped(source.path.stem))
        strangers: list[Sheet] = []
        for sheet in self._sheets(source, account):
            if sheet.layout.subject:
                account.odd(*mapping_told(sheet))
                self.layouts = (*self.layouts, sheet.layout)
                _note(sheet, drafts, account)
            else:
                strangers.append(sheet)
        account.odd(*(no_list(sheet, refused=not self.layouts) for sheet in strangers))
        given = 0
        for record in drafts.records(account):
            given += 1
            yield record
        if not given:
            raise nothing_read(source, account, self.label)

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:  # noqa: ARG002 (the protocol)
        """Give nothing: a list states its ties."""
        return iter(())

    def _sheets(self, source: Source, account: Account) -> Iterator[Sheet]:
        file = self._file or beside(source.path)
        saved = told(load(file)) if file.exists() else Told()
        headings: dict[str, str] = {}
        for sheet in sheets(source.path, source.name, self._said, saved, account.odd):
            headings |= {fold(column.heading): column.heading.strip() for column in sheet.layout.columns}
            yield sheet
        missing = [heading for folded, heading in self._headings.items() if folded not in headings]
        if missing and headings:
            why = Text("Es gibt keine Spalte {heading!r}.", "There is no column {heading!r}.").format(
                heading=missing[0]
            )
            known = ", ".join(filter(None, headings.values()))
            raise UsageError(why, Text("Spalten: {known}.", "Columns: {known}.").format(known=known))


def _note(sheet: Sheet, drafts: Drafts, account: Account) -> None:
    headings = [column.heading for column in sheet.layout.columns]
    for number, cells in sheet.rows:
        if not any(cell.strip() for cell in cells) or cells == headings:  # repeated at the top of a printed page
            continue
        account.count("rows")
        if drafts.full:
            refuse("too-large", _TOO_MANY, sheet.file, _SPLIT, str(number))
        if not noted(Row(sheet.file, number, sheet.layout, cells, account), drafts):
            account.odd(Oddity("no-name", _NO_NAME, sheet.file, str(number), "name", refused=True))
            account.leftovers.row(printable(PurePath(sheet.file).stem)[:100], headings, cells)
            account.leftovers.row(Path(sheet.file).stem, headings, cells)


_NO_NAME = Text("Die Zeile nennt weder Namen noch Einheit.", "The row names neither a person nor a unit.")
_ONE_FILE = Text("ist ein Ordner; eine Liste ist eine Datei", "is a folder; a list is a file")
_ONE_BY_ONE = Text("Die Listen einzeln einlesen.", "Import the lists one by one.")
_TOO_MANY = Text(f"nennt mehr als {MOST} Einträge", f"names more than {MOST} records")
_SPLIT = Text("Die Liste aufteilen und einzeln einlesen.", "Split the list and import the parts.")
