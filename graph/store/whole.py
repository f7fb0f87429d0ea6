"""The whole network of one data version, read into plain rows: nodes, then the ties that begin at each."""

from graph.network import Network
from graph.store import statements
from graph.store.batches import in_portions
from graph.store.connection import Transaction
from graph.store.rows import is_node, node_type
from graph.store.view import Typed, add, earlier


def network(run: Transaction, head: int) -> Network:
    """Read all that stood at a data version."""
    nodes: dict[str, Typed] = {}
    ties: dict[str, Typed] = {}
    starts: list[str] = []
    for id, labels, stored in run.stream(statements.ALL_NODES, head=head):
        starts.append(id)  # of a node that was written since, too: its ties may stand as they stood
        if stored is not None:
            add(nodes, node_type(labels), stored)
    for ids in in_portions(starts):
        for verb, stored in run.stream(statements.TIES_FROM, ids=ids, head=head):
            add(ties, verb, stored)
    for id, typed in earlier(run, head).items():
        (nodes if is_node(typed[0]) else ties)[id] = typed
    return Network.of_rows(nodes.values(), ties.values(), head)
