"""From one state of some records to another, within one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.store import statements
from graph.store.connection import Transaction
from graph.store.rows import Row, canonical, is_node, stored
from schema.catalogue import load_nodes, load_ties
from schema.errors import StoreError
from schema.text import Text

T = TypeVar("T")

MESSAGE_CHARS = 1_000_000
"""How much text goes into one message: well below the limit above which the embedded server hangs the driver."""

_SHORT = Text(
    "{type}: {done} von {wanted} geschrieben; der Speicher wurde von außen verändert.",
    "{type}: {done} of {wanted} written; the store was changed from outside.",
)
_CHECK = Text("„fahrstuhl doctor“ prüft den Speicher.", "“fahrstuhl doctor” checks the store.")


@dataclass(frozen=True, slots=True)
class Move:
    """One record before and after (None where it is not there), and the change set that the state after belongs to."""

    type: str
    id: str
    before: Row | None
    after: Row | None
    mark: int


def apply(run: Transaction, moves: Iterable[Move], check: Callable[[], None] = lambda: None) -> None:
    """Bring the records from before to after; a changed tie is made anew, for its ends may have changed too.

    Ties go before their nodes and nodes come before their ties, so that each tie finds its ends. `check` is called
    when all is done but the taking away of nodes.
    """
    nodes, ties = _by_type(moves)
    for verb, group in ties.items():
        _by_id(run, statements.delete_ties(verb), [move for move in group if move.before is not None])
    for label, group in nodes.items():
        present = [move for move in group if move.after is not None]
        _rows(run, load_nodes(label), [move for move in present if move.before is None])
        _rows(run, statements.UPDATE_NODES, [move for move in present if move.before is not None])
    for verb, group in ties.items():
        _rows(run, load_ties(verb), [move for move in group if move.after is not None])
    check()
    for group in nodes.values():
        _by_id(run, statements.DELETE_NODES, [move for move in group if move.after is None])


def _by_type(moves: Iterable[Move]) -> tuple[dict[str, list[Move]], dict[str, list[Move]]]:
    nodes: dict[str, list[Move]] = defaultdict(list)
    ties: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        if move.before is not None or move.after is not None:
            (nodes if is_node(move.type) else ties)[move.type].append(move)
    return nodes, ties


def _by_id(run: Transaction, statement: str, moves: list[Move]) -> None:
    if moves:
        done = run(statement, ids=[move.id for move in moves])[0]["done"]
        _expect(moves, done)


def _rows(run: Transaction, statement: str, moves: list[Move]) -> None:
    rows = (
        (text := canonical(move.after or {}), stored(move.type, move.after or {}, text, move.mark)) for move in moves
    )
    done = 0
    for message in messages(rows, lambda pair: len(pair[0])):
        done += run(statement, rows=[properties for _, properties in message])[0]["done"]
    _expect(moves, done)


def _expect(moves: list[Move], done: int) -> None:
    if done != len(moves):
        raise StoreError(_SHORT.format(type=moves[0].type, done=done, wanted=len(moves)), _CHECK)


def messages(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Cut items into portions that fit into one message each; one that is too large alone goes alone."""
    portion: list[T] = []
    room = MESSAGE_CHARS
    for item in items:
        needed = size(item)
        if portion and needed > room:
            yield portion
            portion, room = [], MESSAGE_CHARS
        portion.append(item)
        room -= needed
    if portion:
        yield portion


def text_size(row: Mapping[str, Any]) -> int:
    """Give roughly how much room a row takes in a message."""
    return sum(len(value) if isinstance(value, str) else 8 for value in row.values())
