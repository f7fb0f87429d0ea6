"""What a batch is refused for before anything of it is written."""

from collections.abc import Iterable, Mapping

from graph.store import statements
from graph.store.batches import Batch
from graph.store.connection import Transaction
from graph.store.standing import Met, Standing, other_types
from schema.catalogue import NODE_TYPES
from schema.errors import ConflictError, NotFoundError
from schema.nodes import Node
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends, record_type

_OTHER_TYPE = Text(
    "{id} ist schon vergeben: dort steht {stands}, nicht {wanted}.",
    "{id} is taken: {stands} stands there, not {wanted}.",
)
_OTHER_ID = Text("Eine andere Kennung wählen oder den Typ berichtigen.", "Choose another id, or mend the type.")
_HANGING = Text("Daran hängt noch die Verbindung {tie}.", "The tie {tie} hangs on it still.")
_TIES_FIRST = Text("Zuerst die Verbindungen entfernen oder umhängen.", "Take the ties away first, or move them.")
_UNKNOWN = Text("{id} gibt es nicht.", "There is no {id}.")
_SEARCH = Text(
    "Die Kennung prüfen; „fahrstuhl search“ findet nach Namen.", "Check the id; “fahrstuhl search” finds by name."
)


def other_type(run: Transaction, batch: Batch, there: Mapping[str, Standing]) -> None:
    """Refuse an id that stands under another type, be it node or tie; names both types."""
    unmatched = [id for id, item in batch.items() if id not in there]
    foreign = {id: stood.type for id, stood in there.items() if stood.type != batch[id].type}
    for id, stands in (foreign | other_types(run, unmatched)).items():
        labels = {"stands": record_type(stands).label, "wanted": record_type(batch[id].type).label}
        raise ConflictError(_OTHER_TYPE.format(id=id, **labels), _OTHER_ID)


def wrong_ends(run: Transaction, moving: Batch, batch: Batch, met: Met) -> None:
    """Refuse ties whose ends are absent or of a type that they may not join."""
    ties = [item.record for item in moving.values() if isinstance(item.record, Tie)]
    here = {id: type(item.record) for id, item in batch.items() if isinstance(item.record, Node)}
    stored = met.types(run, {end for tie in ties for end in (tie.start, tie.end)} - here.keys())
    check_ends(ties, {id: NODE_TYPES[name] for id, name in stored.items()} | here)


def hanging(run: Transaction, ids: list[str]) -> None:
    """Refuse to take nodes away on which a tie hangs still."""
    for row in run(statements.HANGING_TIES, ids=ids) if ids else []:
        raise ConflictError(_HANGING.format(tie=row["tie"]), _TIES_FIRST)


def unknown(ids: Iterable[str], types: Mapping[str, str]) -> None:
    """Refuse ids under which there is nothing."""
    for id in ids:
        if id not in types:
            raise NotFoundError(_UNKNOWN.format(id=id), _SEARCH)
