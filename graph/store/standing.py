"""What stands in the store at this moment, asked within a transaction that is about to write."""

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.store import statements
from graph.store.connection import Transaction
from graph.store.rows import Row, is_node, node_type, read_row

ALL = 2**53
"""A data version that is later than any: what stands now, sealed or not."""
MET = 200_000
"""Of how many nodes a change set keeps the type; some 25 MB."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The type of a stored record, the change set that wrote it last, and its digest."""

    type: str
    mark: int
    digest: str


def standing(run: Transaction, types: Mapping[str, str]) -> dict[str, Standing]:
    """Look records up by id and expected type; where a node of another type stands for a node, that type is given.

    What stands as a tie where a node is expected, or the other way round, is for `other_types` to find.
    """
    groups = group_by_type(types)
    nodes = [id for type, ids in groups.items() if is_node(type) for id in ids]
    found = {
        row["id"]: Standing(node_type(row["labels"]), row["mark"], row["digest"])
        for row in (run(statements.NODES_STATE, ids=nodes) if nodes else ())
    }
    for verb, ids in groups.items():
        if not is_node(verb):
            for row in run(statements.ties_state(verb), ids=ids):
                found[row["id"]] = Standing(verb, row["mark"], row["digest"])
    return found


def other_types(run: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Find, among ids that do not stand under the type expected, those that stand under any, by their history."""
    last: dict[str, tuple[int, str, bool]] = {}
    for row in run(statements.ENTRIES_OF_RECORDS, ids=list(ids)):
        if row["no"] > last.get(row["record"], (-1,))[0]:
            last[row["record"]] = row["no"], row["type"], row["there"]
    return {id: type for id, (_, type, there) in last.items() if there}


def node_types(run: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Give the types of those of the ids that are nodes."""
    return {row["id"]: node_type(row["labels"]) for row in run(statements.NODES_STATE, ids=list(ids))}


class Met:
    """The types of the nodes that a change set met, so that the ends of a thousand ties are not asked for again.

    What it tells is right as long as the pen is held, for then nobody else writes; whoever asks holds it.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._types: dict[str, str] = {}

    def types(self, run: Transaction, ids: Collection[str]) -> dict[str, str]:
        """Give the types of those of the ids that are nodes."""
        found = {id: self._types[id] for id in ids if id in self._types}
        asked = [id for id in ids if id not in found]
        fresh = node_types(run, asked) if asked else {}
        self._keep(fresh)
        return found | fresh

    def written(self, types: Mapping[str, str | None]) -> None:
        """Take note of nodes that were written, and (None) of those that were taken away."""
        for id, type in types.items():
            if type is None:
                self._types.pop(id, None)
        self._keep({id: type for id, type in types.items() if type is not None})

    def _keep(self, types: Mapping[str, str]) -> None:
        if len(self._types) + len(types) > MET:
            self._types.clear()
        self._types.update((id, sys.intern(type)) for id, type in types.items())


def rows_of(run: Transaction, types: Mapping[str, str], head: int = ALL) -> dict[str, Row]:
    """Read records by id and type as they stand, where they were last written up to `head`."""
    found: dict[str, Row] = {}
    for type, ids in group_by_type(types).items():
        statement = statements.NODES_ROWS if is_node(type) else statements.ties_rows(type)
        for answer in run(statement, ids=ids, head=head):
            row = read_row(type, answer["stored"])
            found[row["id"]] = row
    return found


def typed_rows(run: Transaction, ids: Iterable[str]) -> dict[str, tuple[str, Row]]:
    """Read nodes and ties by id alone, as they stand; what is not there is left out."""
    wanted = list(ids)
    types = node_types(run, wanted)
    types |= other_types(run, [id for id in wanted if id not in types])
    return {id: (types[id], row) for id, row in rows_of(run, types).items()}


def group_by_type(types: Mapping[str, str]) -> dict[str, list[str]]:
    """Turn id → type into type → ids."""
    groups: dict[str, list[str]] = defaultdict(list)
    for id, type in types.items():
        groups[type].append(id)
    return groups
