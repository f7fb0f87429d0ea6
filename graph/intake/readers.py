"""The kinds of source that can be read in, each declared once, and the choice among them."""

from collections.abc import Iterable
from typing import cast

from graph.intake.areas.reading import AreasReader
from graph.intake.charts.reading import ChartsReader
from graph.intake.exports.cypher_script import CypherScriptReader
from graph.intake.exports.graphml import GraphmlReader
from graph.intake.exports.json_ld import JsonLdReader
from graph.intake.indicators.reading import IndicatorsReader
from graph.intake.linked.reading import LinkedReader
from graph.intake.lists.reading import ListsReader
from graph.intake.networks.reading import NetworkReader
from graph.intake.oparl.reading import OparlReader
from graph.intake.popolo.reading import PopoloReader
from graph.intake.reader import AS_FOUND, Directed, Manner, Reader
from graph.intake.sources import Endpoint, Source
from graph.intake.tables import TablesReader
from schema.errors import InputError, Oddity, UsageError
from schema.text import Text

# Our own exports first: they say in their first line what they are. Then tables: they are known by their names, while
# OParl is any JSON or archive until it has been read, and a list may be a workbook, which is an archive too. A network
# is any CSV with two ends, so it comes last and takes nothing from the others.
READERS: tuple[type[Reader], ...] = (
    GraphmlReader,
    JsonLdReader,
    CypherScriptReader,
    TablesReader,
    ChartsReader,
    AreasReader,
    IndicatorsReader,
    PopoloReader,
    LinkedReader,
    ListsReader,
    OparlReader,
    NetworkReader,
)
KINDS = tuple(cls.name for cls in READERS)


def reader_of(source: Source, manner: Manner = AS_FOUND) -> Reader:
    """Choose the reader for a source, by name or by what it recognises; an error lists what can be read."""
    kind = manner.kind or (OparlReader.name if isinstance(source, Endpoint) else None)
    made = [cls() for cls in READERS if kind in (None, cls.name)]
    if not made:
        raise UsageError(
            Text("Die Art {kind!r} gibt es nicht.", "There is no kind {kind!r}.").format(kind=manner.kind),
            Text("Arten von Quellen: {kinds}.", "Kinds of source: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    if isinstance(source, Endpoint) and kind != OparlReader.name:
        raise UsageError(
            Text("Von einer Adresse wird nur OParl gelesen.", "Only OParl is read from an address."),
            Text("Die Datei herunterladen und sie angeben.", "Download the file and name that."),
        )
    if manner.directs:
        made = _directed(made, manner, source)
    if kind:
        return made[0]
    reader = next((reader for reader in made if reader.recognises(source)), None)
    if reader is None:
        raise not_recognised(source, made)
    return reader


def not_recognised(source: Source, readers: Iterable[Reader]) -> InputError:
    """Make the error that says that a source is nothing these readers can read."""
    labels = [reader.label for reader in readers]
    known = Text("; ".join(label.de for label in labels), "; ".join(label.en for label in labels))
    text = Text("{name}: keine Quelle, die eingelesen werden kann.", "{name}: no source that can be read in.")
    text = text.format(name=source.name)
    hint = Text("Gelesen werden: {known}.", "What can be read: {known}.").format(known=known)
    return InputError(text, hint, (Oddity("not-recognised", text, source.name, refused=True),))


def _directed(readers: Iterable[Reader], manner: Manner, source: Source) -> list[Reader]:
    """Tell the readers what a person says, and keep those that can be told; an error lists what can be said."""
    able: list[Reader] = []
    wrong: list[tuple[Reader, UsageError]] = []
    for reader in (reader for reader in readers if isinstance(reader, Directed)):
        try:
            cast(Directed, reader).direct(manner.columns, manner.nodes)
            able.append(reader)
        except UsageError as error:
            wrong.append((reader, error))
    if not any(reader.recognises(source) for reader in able):  # then it was perhaps said to the one whose source it is
        for refusing, why in wrong:
            if manner.kind or refusing.recognises(source):
                raise why
    if able:
        return able
    text = Text("Bei der Art {kind} ist nichts zu benennen.", "With kind {kind} there is nothing to name.")
    hint = Text(
        "--column gilt für Listen, Netze, Räume und Indikatoren, --nodes für Listen und Netze.",
        "--column is for lists, networks, areas and indicators, --nodes for lists and networks.",
    )
    raise UsageError(text.format(kind=manner.kind), hint)
