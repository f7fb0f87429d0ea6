"""The kinds of source that can be read in, each declared once, and the choice among them."""

from graph.intake.oparl.reading import OparlReader
from graph.intake.reader import Reader
from graph.intake.sources import Source
from graph.intake.tables import TablesReader
from schema.errors import InputError, Oddity
from schema.text import Text

# Tables first: they are known by their names, while OParl is any JSON until it has been read.
READERS: tuple[type[Reader], ...] = (TablesReader, OparlReader)


def reader_of(source: Source) -> Reader:
    """Choose the reader for a source; an InputError lists what can be read."""
    reader = next((made for made in (cls() for cls in READERS) if made.recognises(source)), None)
    if reader is None:
        known = Text("; ".join(cls.label.de for cls in READERS), "; ".join(cls.label.en for cls in READERS))
        text = Text(
            "{name}: keine Quelle, die eingelesen werden kann.", "{name}: no source that can be read in."
        ).format(name=source.name)
        hint = Text("Gelesen werden: {known}.", "What can be read: {known}.").format(known=known)
        raise InputError(text, hint, (Oddity("not-recognised", text, source.name, refused=True),))
    return reader
