"""From a stream of records to batches that fit into one transaction each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.store.moves import MESSAGE_CHARS
from graph.store.rows import Row, canonical, digest
from schema.catalogue import type_name
from schema.errors import InputError, LimitError
from schema.record import Record
from schema.text import Text

BATCH_RECORDS = 1_000
BATCH_CHARS = 2 * MESSAGE_CHARS
LARGEST_RECORD_CHARS = 8 * MESSAGE_CHARS

_TOO_LARGE = Text(
    "{type} {id} ist mit {n} Zeichen zu groß; erlaubt sind {most}.",
    "{type} {id} is too large with {n} characters; {most} are allowed.",
)
_SIMPLIFY = Text("Die Geometrie vereinfachen oder Texte kürzen.", "Simplify its geometry or shorten its texts.")
_NO_SUCH_NUMBER = Text(
    "{type} {id}: die Zahl in {field} ist größer, als ein Speicher sie hält.",
    "{type} {id}: the number in {field} is larger than a store can keep.",
)
_MEND = Text("Die Zahl berichtigen und erneut einlesen.", "Mend the number and import again.")


@dataclass(frozen=True, slots=True)
class Item:
    """A record on its way into the store, with its row and the fingerprint of that."""

    record: Record
    type: str
    row: Row
    size: int
    digest: str


Batch = dict[str, Item]


def item_of(record: Record) -> Item:
    """Prepare a record for writing."""
    name, row = type_name(record), record.properties()
    text = canonical(row)
    if len(text) > LARGEST_RECORD_CHARS:
        too_large = _TOO_LARGE.format(type=record.label, id=record.id, n=len(text), most=LARGEST_RECORD_CHARS)
        raise LimitError(too_large, _SIMPLIFY)
    for field, value in row.items():
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise InputError(_NO_SUCH_NUMBER.format(type=record.label, id=record.id, field=field), _MEND)
    return Item(record, name, row, len(text), digest(name, text))


def batches(records: Iterable[Record]) -> Iterator[Batch]:
    """Cut a stream into batches; an id that comes again begins a new one, so that the later record wins."""
    batch: Batch = {}
    room = BATCH_CHARS
    for record in records:
        item = item_of(record)
        if batch and (len(batch) >= BATCH_RECORDS or item.size > room or record.id in batch):
            yield batch
            batch, room = {}, BATCH_CHARS
        batch[record.id] = item
        room -= item.size
    if batch:
        yield batch


def in_portions(ids: Iterable[str], most: int = BATCH_RECORDS) -> Iterator[list[str]]:
    """Cut ids into portions, each id once per portion."""
    rest = iter(ids)
    while portion := list(dict.fromkeys(islice(rest, most))):
        yield portion
