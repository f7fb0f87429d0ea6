"""A look through the XML of a sheet before it is read: what it holds, and whether it is a sheet at all.

Nothing is kept but merged cells and formulas without a value, so it takes no memory however large the sheet is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from schema.text import Text

ROWS, COLUMNS = 1_048_576, 16_384
"""What a sheet can hold at most, as the format says."""
CELL = 1_000_000
"""Characters of one cell; the format allows 32,767."""
KEPT = 100_000
"""Merged ranges and formulas that are kept of one sheet."""
_DEPTH = 100
_STRAY = 1_000_000
"""Elements outside the rows, such as widths and formats."""


class NoSheetError(Exception):
    """The XML is not what a sheet can be; `text` says why."""

    def __init__(self, text: Text) -> None:
        """Keep the reason."""
        super().__init__(text.en)
        self.text = text


@dataclass
class Survey:
    """What was found: ranges that are one cell (columns, rows), and formulas that were never computed."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Column, row, last column, last row."""
    uncomputed: dict[int, set[int]] = field(default_factory=dict)
    """Row → columns."""


def survey(stream: IO[bytes]) -> Survey:
    """Look a sheet through; a NoSheetError when it cannot be read in bounded memory, or is no XML."""
    handler = _Handler()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    try:
        parser.parse(stream)
    except DefusedXmlException as error:
        raise NoSheetError(_ENTITIES) from error
    return handler.found


class _Handler(ContentHandler):
    """Counts elements, and notes what a reader of rows would not learn."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Survey()
        self._depth = self._row = self._cells = self._stray = self._characters = 0
        self._place, self._formula, self._computed, self._inside = "", False, False, ""
        self._begun: dict[str, Callable[[Any], None]] = {
            **{"row": self._begin_row, "c": self._begin_cell, "f": self._begin_formula, "mergeCell": self._merge}
        }

    def startElement(self, name: str, attrs: Any) -> None:
        self._depth, self._stray, self._characters = self._depth + 1, self._stray + 1, 0
        self._inside = name.rpartition(":")[2]
        if begun := self._begun.get(self._inside):
            begun(attrs)
        if max(self._depth - _DEPTH, self._stray - _STRAY, self._row - ROWS, self._cells - COLUMNS) > 0:
            raise NoSheetError(_TOO_MUCH)

    def endElement(self, name: str) -> None:
        self._depth -= 1
        if name.rpartition(":")[2] == "c" and self._formula and not self._computed:
            row, column = coordinate_to_tuple(self._place) if self._place else (self._row, self._cells)
            if len(self.found.uncomputed) < KEPT:
                self.found.uncomputed.setdefault(row, set()).add(column)

    def characters(self, content: str) -> None:
        self._characters += len(content)
        self._computed = self._computed or self._inside == "v"
        if self._characters > CELL:
            raise NoSheetError(_TOO_MUCH)

    def _begin_row(self, attrs: Any) -> None:
        self._row = int(float(attrs.get("r") or self._row + 1))
        self._cells = 0

    def _begin_cell(self, attrs: Any) -> None:
        self._cells, self._stray = self._cells + 1, 0
        # the value of a formula that gives a text may be empty
        self._place, self._formula, self._computed = attrs.get("r") or "", False, attrs.get("t") == "str"

    def _begin_formula(self, _: Any) -> None:
        self._formula = True

    def _merge(self, attrs: Any) -> None:
        if len(self.found.merged) < KEPT:
            column, row, last_column, last_row = range_boundaries(attrs.get("ref") or "")
            self.found.merged.append((column or 1, row or 1, last_column or COLUMNS, last_row or ROWS))


_ENTITIES = Text(
    "enthält XML mit eigenen Bausteinen (DTD), wie es keine Tabellenkalkulation schreibt",
    "holds XML with entities of its own (DTD), as no spreadsheet writes it",
)
_TOO_MUCH = Text("enthält mehr, als ein Blatt fassen kann", "holds more than a sheet can hold")
