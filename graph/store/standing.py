"""What stands in the store at this moment, asked within a transaction that is about to write."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.store import statements
from graph.store.connection import Transaction
from graph.store.rows import Row, is_node, node_type, read_row

ALL = 2**53
"""A data version that is later than any: what stands now, sealed or not."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The type of a stored record, the change set that wrote it last, and its digest."""

    type: str
    mark: int
    digest: str


def standing(run: Transaction, types: Mapping[str, str]) -> dict[str, Standing]:
    """Look records up by id and expected type; a node found under another type is given with that type."""
    found = {
        row["id"]: Standing(node_type(row["labels"]), row["mark"], row["digest"])
        for row in run(statements.NODES_STATE, ids=list(types))
    }
    for verb, ids in group_by_type(types).items():
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


def rows_of(run: Transaction, types: Mapping[str, str], head: int = ALL) -> dict[str, Row]:
    """Read records by id and type as they stand, where they were last written up to `head`."""
    found: dict[str, Row] = {}
    for type, ids in group_by_type(types).items():
        statement = statements.NODES_ROWS if is_node(type) else statements.ties_rows(type)
        for answer in run(statement, ids=ids, head=head):
            row = read_row(type, answer["stored"])
            found[row["id"]] = row
    return found


def group_by_type(types: Mapping[str, str]) -> dict[str, list[str]]:
    """Turn id → type into type → ids."""
    groups: dict[str, list[str]] = defaultdict(list)
    for id, type in types.items():
        groups[type].append(id)
    return groups
