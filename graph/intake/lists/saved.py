"""The mapping of a list as a JSON file, so that next time nobody has to say it again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.intake.guard import refuse
from graph.intake.lists.mapping import SUBJECTS, Layout, Told
from graph.intake.lists.vocabulary import FIELDS
from schema.folding import fold
from schema.text import Text

LARGEST = 1024 * 1024
ENDING = ".mapping.json"


class Saved(BaseModel):
    """What the file holds; people may change it."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    nodes: Literal["Person", "Organisation", "Department", "Committee"]
    columns: Mapping[str, str] = Field(max_length=1_000)
    """Heading → field; an empty field: the column is not read."""
    fill_down: tuple[str, ...] = Field(default=(), max_length=1_000)
    """Headings of columns whose blank cells mean what stands above."""


def beside(source: Path) -> Path:
    """Say where the mapping of a list is kept if nobody says otherwise: beside it."""
    return source.with_name(source.name + ENDING)


def load(path: Path) -> Saved:
    """Read a mapping; an InputError says what is wrong with the file."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        saved = Saved.model_validate_json(content if len(content) <= LARGEST else b"")
    except (OSError, ValidationError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else _first(error)
        refuse("mapping-file", _WRONG.format(why=why), path.name, _MEND)
    for heading, field in saved.columns.items():
        if field and field not in FIELDS:
            refuse("mapping-file", _NO_FIELD.format(field=field), path.name, _MEND, heading)
    return saved


def told(saved: Saved) -> Told:
    """Give what was saved as what is told of a list."""
    fields = {fold(heading): field or None for heading, field in saved.columns.items()}
    return Told(fields, subject=saved.nodes, fill_down=saved.fill_down)


def save(path: Path, layouts: tuple[Layout, ...]) -> None:
    """Write the mapping of a list; an InputError where that cannot be."""
    columns = {column.heading: column.field or "" for layout in layouts for column in layout.columns if column.heading}
    fill_down = [layout.columns[i].heading for layout in layouts for i in layout.fill_down]
    subject = layouts[0].subject or SUBJECTS[0]
    saved = Saved.model_validate({"nodes": subject.__name__, "columns": columns, "fill_down": fill_down})
    try:
        path.write_text(saved.model_dump_json(indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        refuse("mapping-file", _NOT_WRITTEN.format(why=error.strerror), path.name, _ELSEWHERE)


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        detail = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}".removeprefix(": ")
    return str(error)


_WRONG = Text("ist keine Zuordnung von Spalten ({why})", "is no mapping of columns ({why})")
_NO_FIELD = Text("nennt ein unbekanntes Feld: {field}", "names an unknown field: {field}")
_NOT_WRITTEN = Text("lässt sich nicht schreiben ({why})", "cannot be written ({why})")
_MEND = Text(
    "Die Datei berichtigen oder löschen; dann wird die Zuordnung wieder geraten.",
    "Mend the file or delete it; then the mapping is guessed again.",
)
_ELSEWHERE = Text("Mit --mapping einen anderen Ort nennen.", "Name another place with --mapping.")
