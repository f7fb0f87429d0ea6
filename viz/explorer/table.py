"""The twin of the picture: its nodes, those that measure most first, and the ties between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.network import Network
from schema.nodes import NODES
from schema.text import Text, verbatim
from schema.ties import TIES
from viz.explorer.choosing import Chosen
from viz.explorer.view import STOREY_CODES, STOREY_LABELS

_DERIVED = Text("{verb} (abgeleitet)", "{verb} (derived)")
_STOREYS = {code: STOREY_LABELS[storey] for storey, code in STOREY_CODES.items()}


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as it is listed; `measure` is what its size says."""

    id: str
    name: str
    type: Text
    level: Text
    ties: int
    measure: float


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie as it is listed; `verb` says too whether it is derived or new in a scenario."""

    start: str
    verb: Text
    end: str
    evidence: int


def node_row(chosen: Chosen, i: int) -> NodeRow:
    """List one node."""
    network = chosen.network
    return NodeRow(
        network.ids[i],
        network.name(i),
        chosen.trial.kind(typed(network, i), network.ids[i]),
        _STOREYS[int(network.level[i])],
        int(chosen.degree[i]),
        float(chosen.size[i]),
    )


def typed(network: Network, i: int) -> Text:
    """Say what kind of thing a node is: its kind, else its type."""
    kind = network.node_rows[i].get("kind")
    return verbatim(str(kind)) if kind else NODES[network.node_type[i]].label


def node_rows(chosen: Chosen, most: int) -> list[NodeRow]:
    """List the nodes that are shown, at most so many."""
    return [node_row(chosen, int(i)) for i in chosen.order[:most]]


def tie_rows(chosen: Chosen, most: int) -> Iterator[TieRow]:
    """List the ties that are shown, at most so many, in the order of the network."""
    network = chosen.network
    for j in chosen.joined[:most]:
        label, row = TIES[network.tie_type[j]].label, network.tie_rows[j]
        verb = _DERIVED.format(verb=label) if row.get("derived") else label
        yield TieRow(
            network.name(network.start[j]),
            chosen.trial.kind(verb, str(row["id"])),
            network.name(network.end[j]),
            int(network.count[j]),
        )


def neighbour_rows(chosen: Chosen, most: int) -> list[NodeRow]:
    """List the neighbourhood of the chosen node, those that measure most first."""
    near = [int(i) for i in chosen.order if chosen.near[i] and i != chosen.selected]
    return [node_row(chosen, i) for i in near[:most]]
