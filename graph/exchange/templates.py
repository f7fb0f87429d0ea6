"""An Excel workbook to be filled in, made from the schema: a sheet per type, headings, drop-downs and an explanation.

`graph.intake.tables` reads it back. The examples stand on a sheet of their own, so that none is ever imported.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.exchange.example_rows import EXAMPLES
from graph.exchange.tables import told
from graph.exchange.template_words import GUIDE, held, shown
from graph.exchange.workbook import BOLD, sheet_title, text_cell
from graph.intake.cells import spelled
from graph.intake.headings import REQUIRED, columns
from graph.intake.table_names import TYPES, UNREAD
from schema.catalogue import Feature
from schema.nodes import Node
from schema.record import Record
from schema.text import Lang, Text
from schema.ties import Tie

ROWS = 5_000
"""Rows that have drop-downs; more can be filled in without them."""
_LIGHT = PatternFill("solid", fgColor="00E8EEF4")
_NEEDED = PatternFill("solid", fgColor="00FFE9B8")
Lists = dict[tuple[str, ...], str]
"""Where the values of a drop-down stand."""


def write_template(out: Path | BinaryIO, types: Sequence[type[Record]] = (), lang: Lang = "de") -> None:
    """Write a template for some types, or for all."""
    chosen = types or tuple(TYPES.values())
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = UNREAD["guide"].lang(lang)
    _explain(guide, chosen, lang)
    lists: Lists = {}
    for cls in chosen:
        _add(book, cls, lists, lang)
    _add_examples(book.create_sheet(UNREAD["examples"].lang(lang)), chosen, lang)
    _add_lists(book.create_sheet(UNREAD["choices"].lang(lang)), lists)
    book.save(out)


def required(cls: type[Record], feature: Feature) -> bool:
    """Say whether a cell of this field must be filled; identifiers of ties and sources are made where they are not."""
    return feature.required and feature.name != "source" and not (feature.name == "id" and issubclass(cls, Tie))


def headings(cls: type[Record], lang: Lang) -> list[str]:
    """Give the headings of a type in the order of its table, with a mark where the field must be filled."""
    marks = (f" {REQUIRED}" if required(cls, f) else "" for f in columns(cls))
    return [f.label.lang(lang) + mark for f, mark in zip(columns(cls), marks, strict=True)]


def _explain(sheet: Any, types: Iterable[type[Record]], lang: Lang) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 100
    for line in GUIDE:
        sheet.append([text_cell(sheet, line.lang(lang))])
    sheet["A1"].font = BOLD
    sheet.append([])
    for cls in types:
        about = (cls.__doc__ or "").partition("\n")[0] if lang == "en" else _kinds(cls)
        sheet.append([text_cell(sheet, sheet_title(cls, lang), bold=True), text_cell(sheet, about)])


def _kinds(cls: type[Record]) -> str:
    """Say in German what a type is by its kinds, or by what it joins."""
    if issubclass(cls, Tie):
        return _ends(cls, "de")
    kinds = ", ".join(kind.name for kind in cls.kinds) if issubclass(cls, Node) else ""
    return f"{cls.label.de}: {kinds}" if kinds else cls.label.de


def _ends(cls: type[Tie], lang: Lang) -> str:
    def side(types: Iterable[type[Node]]) -> str:
        return ", ".join(node.label.lang(lang) for node in types)

    return " · ".join(f"{side(starts)} → {side(ends)}" for starts, ends in cls.ends)


def _add(book: Workbook, cls: type[Record], lists: Lists, lang: Lang) -> None:
    sheet = book.create_sheet(sheet_title(cls, lang))
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, heading, bold=True) for heading in headings(cls, lang)])
    for i, feature in enumerate(columns(cls), start=1):
        cell, letter = sheet.cell(1, i), get_column_letter(i)
        cell.fill = _NEEDED if required(cls, feature) else _LIGHT
        cell.comment = Comment(_comment(cls, feature, lang), "Fahrstuhl", width=320, height=140)
        sheet.column_dimensions[letter].width = max(14, len(feature.label.lang(lang)) + 4)
        if feature.value is str:
            sheet.column_dimensions[letter].number_format = "@"
        _offer(sheet, cls, feature, f"{letter}2:{letter}{ROWS}", lists, lang)


def _comment(cls: type[Record], feature: Feature, lang: Lang) -> str:
    """Say what a column holds, what it is called in the other language, and whether it must be filled."""
    other = feature.label.lang("en" if lang == "de" else "de")
    lines = [f"{feature.label.lang(lang)} ({other}, {feature.name})", held(cls, feature).lang(lang)]
    if issubclass(cls, Tie) and feature.name in ("start", "end"):
        lines.append(_ends(cls, lang))
    if required(cls, feature):
        lines.append(_MUST.lang(lang))
    return "\n".join(lines)


def _offer(sheet: Any, cls: type[Record], feature: Feature, cells: str, lists: Lists, lang: Lang) -> None:
    """Put a drop-down on a column that has known values; a kind that is not among them may be written all the same."""
    open_list = feature.name == "kind"
    values = tuple(kind.name for kind in getattr(cls, "kinds", ())) if open_list else shown(feature, lang)
    if not values:
        return
    column = lists.setdefault(values, get_column_letter(len(lists) + 1))
    where = f"'{UNREAD['choices'].lang(lang)}'!${column}$1:${column}${len(values)}"
    offered = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=not open_list)
    offered.error = _CHOOSE.lang(lang)
    offered.add(cells)
    sheet.add_data_validation(offered)


def _add_lists(sheet: Any, lists: Mapping[tuple[str, ...], str]) -> None:
    for values, column in lists.items():
        for row, value in enumerate(values, start=1):
            sheet[f"{column}{row}"] = value
        sheet.column_dimensions[column].width = 28


def _add_examples(sheet: Any, types: Iterable[type[Record]], lang: Lang) -> None:
    sheet.append([text_cell(sheet, _EXAMPLES.lang(lang), bold=True)])
    for cls in types:
        rows = [record for record in EXAMPLES if type(record) is cls]
        if rows:
            sheet.append([])
            sheet.append([text_cell(sheet, sheet_title(cls, lang), bold=True)])
            used = {name for record in rows for name in told(record, columns(cls))}
            fields = [f for f in columns(cls) if f.name in used]
            sheet.append([text_cell(sheet, f.label.lang(lang), bold=True) for f in fields])
            for record in rows:
                values = told(record, fields)
                sheet.append([text_cell(sheet, spelled(f, values.get(f.name))) for f in fields])


_MUST = Text("Muss ausgefüllt sein.", "Must be filled in.")
_CHOOSE = Text("Bitte einen Wert aus der Liste wählen.", "Please choose a value of the list.")
_EXAMPLES = Text(
    "Beispiele zum Anschauen (erfunden); dieses Blatt wird nicht eingelesen.",
    "Examples to look at (invented); this sheet is not read in.",
)
