"""What a list was taken for, said column by column, so that a person can see and correct it."""

from collections.abc import Iterator

from graph.intake.lists.mapping import WHY
from graph.intake.lists.sheets import Sheet
from graph.intake.lists.vocabulary import FIELDS
from schema.errors import Oddity
from schema.text import Text, verbatim


def no_list(sheet: Sheet, *, refused: bool) -> Oddity:
    """Say that a sheet names nobody; beside a list it may be anything, alone it is refused."""
    headings = ", ".join(column.heading.strip() for column in sheet.layout.columns if column.heading.strip())
    what = _NO_LIST.format(headings=headings[:200])
    return Oddity("no-list", what, sheet.file, str(sheet.number), refused=refused)


def mapping_told(sheet: Sheet) -> Iterator[Oddity]:
    """Say what each column was taken for."""
    if sheet.layout.subject is None:
        return
    what = _SUBJECT.format(what=sheet.layout.subject.plural)
    yield Oddity("mapping", what, sheet.file, str(sheet.number))
    for i, column in enumerate(sheet.layout.columns):
        place = f"{sheet.number}:{i + 1}"
        said = {"heading": column.heading.strip(), "why": WHY[column.why]}
        if column.field == "private":
            yield Oddity("not-stored", _NOT_STORED.format(**said), sheet.file, place, "private")
        elif column.field:
            down = _DOWN if i in sheet.layout.fill_down else verbatim("")
            what = _COLUMN.format(**said, what=FIELDS[column.field], down=down)
            yield Oddity("mapping", what, sheet.file, place, column.field)
        elif column.heading.strip():
            yield Oddity("unread-column", _UNREAD.format(**said), sheet.file, place)


_SUBJECT = Text(
    "Eine Zeile steht für: {what} (anders mit --nodes).", "A row stands for: {what} (to change that: --nodes)."
)
_COLUMN = Text(
    "Spalte {heading!r}: {what} ({why}{down}; anders mit --column).",
    "Column {heading!r}: {what} ({why}{down}; to change that: --column).",
)
_DOWN = Text("; leere Zellen gelten wie darüber", "; blank cells mean what stands above")
_NOT_STORED = Text(
    "Spalte {heading!r} wird nie gespeichert: für Kontaktdaten und Privates gibt es kein Feld.",
    "Column {heading!r} is never stored: there is no field for ways to reach people and for what is private.",
)
_UNREAD = Text("Spalte {heading!r} wird nicht gelesen.", "Column {heading!r} is not read.")
_NO_LIST = Text(
    "Keine Spalte nennt eine Person, eine Organisation oder eine Einheit. Überschriften: {headings}. "
    "Eine Spalte benennen: --column name=…",
    "No column names a person, an organisation or a unit. Headings: {headings}. Name a column: --column name=…",
)
