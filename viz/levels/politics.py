"""The upper storey: councils and parliamentary groups above, their committees below, nearest to the administration."""

from schema.levels import Level
from schema.nodes import Committee
from viz.levels import words
from viz.levels.choosing import row_of
from viz.levels.elements import Group, Row, Storey
from viz.levels.reading import Reading

_COUNCILS = ("Rat", "Kreistag")


def politics(reading: Reading) -> Storey:
    """Put the political bodies into at most two rows."""
    nodes = reading.on(Level.POLITICS)
    upper = [i for i in nodes if _stands_above(reading, i)]
    lower = [i for i in nodes if not _stands_above(reading, i)]
    rows = [
        Row("chips", (Group(tuple(row_of(reading, part, f"politics:{name}", Level.POLITICS))),))
        for name, part in (("upper", upper), ("lower", lower))
        if part
    ]
    return Storey(Level.POLITICS, tuple(rows), words.SUBTITLES[Level.POLITICS])


def _stands_above(reading: Reading, i: int) -> bool:
    if not reading.is_a(i, Committee):
        return True
    has_committees = any(reading.is_a(child, Committee) for child in reading.children.get(i, ()))
    return reading.kind(i) in _COUNCILS or has_committees
