"""The whole network of one data version, read in two passes into plain rows."""

from graph.network import Network
from graph.store import statements
from graph.store.connection import Transaction
from graph.store.rows import is_node, node_type
from graph.store.view import Typed, add, earlier


def network(run: Transaction, head: int) -> Network:
    """Read all that stood at a data version."""
    nodes: dict[str, Typed] = {}
    ties: dict[str, Typed] = {}
    for labels, stored in run.stream(statements.ALL_NODES, head=head):
        add(nodes, node_type(labels), stored)
    for verb, stored in run.stream(statements.ALL_TIES, head=head):
        add(ties, verb, stored)
    for id, typed in earlier(run, head).items():
        (nodes if is_node(typed[0]) else ties)[id] = typed
    return Network.of_rows(nodes.values(), ties.values(), head)
