"""The measures that the bench races, each with its peers, and what the ratio to each must be (analysis.md).

Ours starts from the arrays, NetworkX and igraph from a graph of their own; neither pays for making it.
"""

import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import networkx as nx
import numpy as np

from graph.measures.arrays.betweenness import betweenness
from graph.measures.arrays.brokerage import gould_fernandez
from graph.measures.arrays.cohesion import articulation, bridges
from graph.measures.arrays.cores import core
from graph.measures.arrays.holes import structural_holes
from graph.measures.arrays.key_players import splitters
from graph.measures.arrays.matrices import ordered
from graph.measures.arrays.similarity import adamic_adar
from graph.measures.arrays.two_mode import projection
from tests.bench.governance import Governance

OURS = "ours"
EVERY = 10**9
Run = Callable[[], object]


def always() -> bool:
    """Say that a competitor needs nothing that may be missing."""
    return True


@dataclass(frozen=True, slots=True)
class Competitor:
    """One way to compute a measure, up to a size; `must` and `goal`: its CPU time divided by ours, at least."""

    prepare: Callable[[Governance], Run]
    up_to: int = EVERY
    must: float | None = None
    goal: float | None = None
    there: Callable[[], bool] = always


@dataclass(frozen=True, slots=True)
class Race:
    """A measure, and the number of ties at which it is judged."""

    judged_at: int
    competitors: Mapping[str, Competitor]


@cache
def has_igraph() -> bool:
    """Say whether python-igraph is installed; it is a peer, never a dependency."""
    return find_spec("igraph") is not None


@cache
def has_sna() -> bool:
    """Say whether R with the package sna is installed."""
    if which("Rscript") is None:
        return False
    asked = subprocess.run(["Rscript", "-e", "library(sna)"], capture_output=True, check=False)
    return asked.returncode == 0


def _igraph(g: Governance) -> Any:
    import igraph

    return igraph.Graph(n=g.n, edges=np.column_stack([g.a, g.b]).tolist())


def _igraph_constraint(g: Governance) -> Run:
    drawn = _igraph(g)
    return lambda: drawn.constraint()


def _networkx(measure: Callable[["nx.Graph[int]"], object]) -> Callable[[Governance], Run]:
    def prepare(g: Governance) -> Run:
        drawn = g.drawn()
        return lambda: measure(drawn)

    return prepare


def _networkx_holes(drawn: "nx.Graph[int]") -> None:
    nx.constraint(drawn)
    nx.effective_size(drawn)


def _networkx_roles(drawn: "nx.Graph[int]") -> None:
    """Count the roles by loops over the contacts of each node, the plain way."""
    group = {v: drawn.nodes[v]["department"] for v in drawn}
    for v in drawn:
        counts = [0] * 5
        for a in drawn[v]:
            for b in drawn[v]:
                if a != b and not drawn.has_edge(a, b):
                    same = group[a] == group[v], group[v] == group[b], group[a] == group[b]
                    counts[
                        {(True, True, True): 0, (False, False, True): 1}.get(same, 2 if same[0] else 4 - same[1])
                    ] += 1


_SNA = """
library(sna)
told <- commandArgs(trailingOnly = TRUE)
arcs <- as.matrix(read.csv(told[1], header = FALSE)); attr(arcs, "n") <- as.integer(told[3])
group <- scan(told[2], quiet = TRUE)
time <- system.time(brokerage(arcs, group))
cat(time[["user.self"]] + time[["sys.self"]])
"""


def _sna_brokerage(g: Governance) -> Run:
    folder = Path(tempfile.mkdtemp(prefix="bench"))
    arcs = np.column_stack([np.append(g.a, g.b) + 1, np.append(g.b, g.a) + 1, np.ones(2 * len(g.a), dtype=np.int64)])
    np.savetxt(folder / "arcs.csv", arcs, fmt="%d", delimiter=",")
    np.savetxt(folder / "groups.txt", g.department, fmt="%d")
    command = ["Rscript", "-e", _SNA, str(folder / "arcs.csv"), str(folder / "groups.txt"), str(g.n)]
    return lambda: float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _networkx_projection(g: Governance) -> Run:
    drawn = g.drawn_memberships()
    committees = [node for node in drawn if node[0] == "committee"]
    return lambda: nx.bipartite.weighted_projected_graph(drawn, committees)


def _igraph_projection(g: Governance) -> Run:
    import igraph

    persons, committees = g.memberships.shape
    rows, columns = g.memberships.nonzero()
    edges = np.column_stack([rows, columns + persons]).tolist()
    drawn = igraph.Graph.Bipartite([0] * persons + [1] * committees, edges)
    return lambda: drawn.bipartite_projection(multiplicity=True, which=1)


def _remove_and_count(drawn: "nx.Graph[int]") -> None:
    """Choose three greedily: take each node away in turn and count the pairs that stay connected."""
    left = drawn.copy()
    for _ in range(3):
        best = min(left, key=lambda v: _connected_pairs(left, v))
        left.remove_node(best)


def _connected_pairs(drawn: "nx.Graph[int]", without: int) -> int:
    rest = nx.restricted_view(drawn, [without], [])
    return sum(len(part) * (len(part) - 1) for part in nx.connected_components(rest))


def _networkx_similar(drawn: "nx.Graph[int]") -> None:
    import heapq

    heapq.nlargest(100, nx.adamic_adar_index(drawn), key=lambda row: row[2])


def _networkx_cohesion(drawn: "nx.Graph[int]") -> None:
    list(nx.bridges(drawn))
    list(nx.articulation_points(drawn))
    nx.core_number(drawn)


def _ours_projection(g: Governance) -> Run:
    belongs = ordered(g.memberships.T)
    return lambda: projection(belongs)


def _ours_cohesion(g: Governance) -> Run:
    return lambda: (bridges(g.contacts), articulation(g.contacts), core(g.contacts))


def _on_contacts(measure: Callable[[Any], object]) -> Callable[[Governance], Run]:
    def prepare(g: Governance) -> Run:
        contacts = g.contacts
        return lambda: measure(contacts)

    return prepare


def _ours_brokerage(g: Governance) -> Run:
    contacts, department = g.contacts, g.department
    return lambda: gould_fernandez(contacts, department)


RACES: Mapping[str, Race] = {
    "constraint and effective size": Race(
        100_000,
        {
            OURS: Competitor(_on_contacts(structural_holes)),
            "igraph, constraint alone": Competitor(_igraph_constraint, must=1 / 1.5, goal=1 / 0.35, there=has_igraph),
            "NetworkX": Competitor(_networkx(_networkx_holes), 100_000, must=15),
        },
    ),
    "brokerage, five roles": Race(
        100_000,
        {
            OURS: Competitor(_ours_brokerage),
            "R sna": Competitor(_sna_brokerage, 100_000, must=30, goal=80, there=has_sna),
            "loops over NetworkX": Competitor(_networkx(_networkx_roles), 100_000),
        },
    ),
    "projection onto committees": Race(
        1_000_000,
        {
            OURS: Competitor(_ours_projection),
            "NetworkX": Competitor(_networkx_projection, must=30),
            "igraph": Competitor(_igraph_projection, goal=1, there=has_igraph),
        },
    ),
    "key players, k = 3": Race(
        10_000,
        {
            OURS: Competitor(_on_contacts(lambda contacts: splitters(contacts, 3))),
            "remove and count in NetworkX": Competitor(_networkx(_remove_and_count), 10_000, must=1_000),
        },
    ),
    "betweenness, exact": Race(
        10_000,
        {
            OURS: Competitor(_on_contacts(lambda contacts: betweenness(contacts)), 10_000),
            "NetworkX": Competitor(_networkx(nx.betweenness_centrality), 10_000, must=10, goal=20),
        },
    ),
    "bridges, articulation, k-core": Race(
        100_000,
        {OURS: Competitor(_ours_cohesion), "NetworkX": Competitor(_networkx(_networkx_cohesion), 100_000, must=20)},
    ),
    "Adamic–Adar, top 100": Race(
        10_000,
        {
            OURS: Competitor(_on_contacts(lambda contacts: adamic_adar(contacts, 100))),
            "NetworkX": Competitor(_networkx(_networkx_similar), 10_000, must=30),
        },
    ),
}
"""The measures that are raced, by name."""
