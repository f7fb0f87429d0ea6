"""Finding what a person names: a planning round, or anybody and anything that it has to do with, by id or by name."""

import numpy as np

from graph.network import Network
from graph.questions.naming import listing
from schema.errors import ConflictError, NotFoundError
from schema.nodes import Node, Process
from schema.text import Text

ROUND = "Planungsrunde"

_NO_ROUND = Text("Die Planungsrunde {wanted!r} gibt es nicht.", "There is no planning round {wanted!r}.")
_ROUNDS = Text("Vorhanden: {names}.", "There are: {names}.")
_BEGIN = Text("„fahrstuhl round new“ beginnt eine.", "“fahrstuhl round new” begins one.")
_NOT_THERE = Text("{wanted!r} gibt es nicht unter: {types}.", "There is no {wanted!r} among: {types}.")
_SEARCH = Text("„fahrstuhl search“ findet Kennungen nach Namen.", "“fahrstuhl search” finds ids by name.")
_SEVERAL = Text("Mehrere heißen {wanted!r}: {ids}.", "Several are called {wanted!r}: {ids}.")
_GIVE_ID = Text("Statt des Namens die Kennung angeben.", "Give the id instead of the name.")


def rounds(network: Network) -> list[int]:
    """List the planning rounds: the processes of that kind, in order of id."""
    known = np.flatnonzero(network.of_type(Process) & ~network.placeholder).tolist()
    return [i for i in known if network.node_rows[i].get("kind") == ROUND]


def round_of(network: Network, wanted: str) -> int:
    """Find a planning round; the NotFoundError lists those there are."""
    known = rounds(network)
    found = _found(network, known, wanted)
    if found is None:
        names = [network.name(i) for i in known]
        raise NotFoundError(
            _NO_ROUND.format(wanted=wanted), _ROUNDS.format(names=listing(names, most=20)) if names else _BEGIN
        )
    return found


def one_of(network: Network, wanted: str, *types: type[Node]) -> str:
    """Give the id of a node of some types; NotFoundError where there is none, ConflictError where several are meant."""
    known = np.flatnonzero(network.of_type(*types) & ~network.placeholder).tolist()
    found = _found(network, known, wanted)
    if found is None:
        labels = Text(*(", ".join(cls.label.lang(lang) for cls in types) for lang in ("de", "en")))
        raise NotFoundError(_NOT_THERE.format(wanted=wanted, types=labels), _SEARCH)
    return network.ids[found]


def _found(network: Network, known: list[int], wanted: str) -> int | None:
    by_id = [i for i in known if network.ids[i] == wanted]
    by_name = [i for i in known if network.name(i) == wanted]
    if not by_id and len(by_name) > 1:
        ids = listing([network.ids[i] for i in by_name])
        raise ConflictError(_SEVERAL.format(wanted=wanted, ids=ids), _GIVE_ID)
    return next(iter(by_id or by_name), None)
