"""Which frozen state is meant, and whether a reader's rights reach it: those of the asking are needed at least."""

from typing import TYPE_CHECKING

from graph.questions.scope import Scope
from graph.rounds.finding import round_of
from graph.rounds.heads import Head
from graph.store.frozen import Frozen
from schema.errors import NotAllowedError, NotFoundError
from schema.record import VISIBILITY_LABELS, Visibility
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store

_NONE = Text("Einen Stand {number} hat {round!r} nicht.", "{round!r} has no frozen state {number}.")
_NOTHING_KEPT = Text(
    "Für {round!r} ist nichts festgehalten, das mit diesen Rechten zu lesen wäre.",
    "Nothing is kept for {round!r} that may be read with these rights.",
)
_NO_SECOND = Text(
    "Vor Stand {number} ist keiner festgehalten; zum Vergleichen braucht es zwei.",
    "No state is kept before {number}; comparing needs two.",
)
_LIST = Text(
    "„fahrstuhl round frozen“ zeigt, welche es gibt; „fahrstuhl round freeze“ hält einen fest.",
    "“fahrstuhl round frozen” shows which there are; “fahrstuhl round freeze” keeps one.",
)
_BEYOND = Text(
    "Stand {number} wurde mit weiteren Rechten erfragt: Sichtbarkeit {visibility}, Personen {persons}.",
    "State {number} was asked with wider rights: visibility {visibility}, persons {persons}.",
)
_ASK_FOR_IT = Text(
    "Mit denselben Rechten lesen (--visibility {visibility}{persons}).",
    "Read it with the same rights (--visibility {visibility}{persons}).",
)
_YES_NO = {True: Text("ja", "yes"), False: Text("nein", "no")}


def readable_by(head: Frozen, visibility: Visibility, persons: bool) -> bool:
    """Say whether rights reach as far as those with which a state was asked."""
    ranks = [*Visibility]
    return ranks.index(head.visibility) <= ranks.index(visibility) and (persons or not head.persons)


def head_of(store: "Store", round_id: str, number: int | None, scope: Scope) -> Frozen:
    """Find a frozen state of a round by its number, or the last one that the rights of a scope reach.

    Raises NotFoundError where there is none, NotAllowedError where the rights do not reach it.
    """
    if number is None:
        found = _within(store, round_id, scope)[-1:]
    else:
        found = [one for one in store.frozen(round_id) if one.number == number]
    if not found:
        told = _NOTHING_KEPT if number is None else _NONE
        raise NotFoundError(told.format(number=number, round=round_id), _LIST)
    _refuse_beyond(found[0], scope)
    return found[0]


def two_of(
    store: "Store", round_id: str, other: str | None, first: int | None, last: int | None, scope: Scope
) -> tuple[Frozen, Frozen]:
    """Find two states to compare: of one round, by default its last two, or of two rounds, by default the last of each.

    Raises NotFoundError where there are not two, NotAllowedError where the rights of the scope do not reach both.
    """
    after = head_of(store, other or round_id, last, scope)
    if first is not None or other is not None:
        return head_of(store, round_id, first, scope), after
    earlier = [one for one in _within(store, round_id, scope) if one.number < after.number]
    if not earlier:
        raise NotFoundError(_NO_SECOND.format(number=after.number), _LIST)
    return earlier[-1], after


def round_id(store: "Store", wanted: str) -> str:
    """Find the id of a round, by id or name; one that is no longer in the data by its frozen states."""
    network = store.network()
    try:
        return network.ids[round_of(network, wanted)]
    except NotFoundError:
        kept = [one.round for one in store.frozen() if wanted in (one.round, one.name)]
        if not kept:
            raise
        return kept[-1]


def heads(store: "Store", round_id: str, scope: Scope) -> tuple[Head, ...]:
    """Tell the frozen states of a round that the rights of a scope reach."""
    return tuple(Head.of(one) for one in _within(store, round_id, scope))


def _within(store: "Store", round_id: str, scope: Scope) -> list[Frozen]:
    return [one for one in store.frozen(round_id) if readable_by(one, scope.visibility, scope.persons)]


def _refuse_beyond(head: Frozen, scope: Scope) -> None:
    if not readable_by(head, scope.visibility, scope.persons):
        raise NotAllowedError(
            _BEYOND.format(
                number=head.number,
                visibility=VISIBILITY_LABELS[head.visibility],
                persons=_YES_NO[head.persons],
            ),
            _ASK_FOR_IT.format(visibility=head.visibility.value, persons=" --persons" if head.persons else ""),
        )
