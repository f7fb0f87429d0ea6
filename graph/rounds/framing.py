"""The scope of a planning round, said anew: what it is about and who takes part; one change, to be undone."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.network import Network
from graph.rounds.finding import one_of, round_of
from graph.rounds.writing import PARTICIPANTS, SCOPE, source_of
from graph.scenarios.editing import Add, Alter, Edit, Remove, carry_out
from schema.text import Text
from schema.ties import ACTORS, Concerns, TakesPart, Tie

if TYPE_CHECKING:
    from graph.store.store import Store

_FRAMED = Text("Rahmen der Planungsrunde „{name}“", "Scope of the planning round “{name}”")


def matters_of(network: Network, i: int) -> tuple[int, ...]:
    """List what a round is about and has not ended: what it concerns, and who takes part without being an actor."""
    acting = network.of_type(*ACTORS)
    taking = {start for start, _ in _taking(network, i) if not acting[start]}
    return tuple(sorted(taking | {end for end, _ in _concerned(network, i)}))


def participants_of(network: Network, i: int) -> tuple[int, ...]:
    """List the actors who take part in a round and have not left it."""
    acting = network.of_type(*ACTORS)
    return tuple(sorted({start for start, _ in _taking(network, i) if acting[start]}))


def frame(
    store: "Store", wanted: str, concerns: Iterable[str], participants: Iterable[str], who: str | None = None
) -> str | None:
    """Say anew what a round is about and who takes part, each by id or name; give the number of the change, if any.

    What is named no more is taken away, as if it had never been said; what has ended, and placeholders, which
    cannot be named, stay as they are. Raises NotFoundError where what is named is not there.
    """
    network = store.network()
    i = round_of(network, wanted)
    matters = {network.index[one_of(network, one, *SCOPE)] for one in concerns}
    taking = {network.index[one_of(network, one, *PARTICIPANTS)] for one in participants}
    source, before = source_of(network.name(i)), store.version()
    with store.change(_FRAMED.format(name=network.name(i)), source, who) as change:
        carry_out(change, list(_edits(network, i, matters, taking)), source)
    return change.id if store.version() > before else None


def _edits(network: Network, i: int, matters: set[int], taking: set[int]) -> Iterator[Edit]:
    there = {*matters_of(network, i), *participants_of(network, i)}
    for end in sorted(matters - there - taking):
        yield _tied(network, Concerns, i, end)
    for start in sorted(taking - there):
        yield _tied(network, TakesPart, start, i)
    for other, j in (*_concerned(network, i), *_taking(network, i)):
        if other not in matters | taking:
            yield Remove(id=network.tie_rows[j]["id"])


def _tied(network: Network, tie: type[Tie], start: int, end: int) -> Edit:
    """Draw a tie, or let one that had ended hold again."""
    for j in network.ties_from(start, tie):
        if network.end[j] == end:
            return Alter(id=network.tie_rows[j]["id"], fields={"valid_to": None})
    return Add(type=tie.verb, fields={"start": network.ids[start], "end": network.ids[end]})


def _concerned(network: Network, i: int) -> Iterator[tuple[int, int]]:
    """Give what a round concerns, each with the tie that says so, of those that have not ended."""
    return ((end, int(j)) for j in network.ties_from(i, Concerns) if _holds(network, j, end := int(network.end[j])))


def _taking(network: Network, i: int) -> Iterator[tuple[int, int]]:
    tied = (network.with_verb(TakesPart) & (network.end == i)).nonzero()[0]
    return ((start, int(j)) for j in tied if _holds(network, j, start := int(network.start[j])))


def _holds(network: Network, j: int, other: int) -> bool:
    return network.tie_rows[j].get("valid_to") is None and not network.placeholder[other]
