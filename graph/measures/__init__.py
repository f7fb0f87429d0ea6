"""Measures of networks, in NetworkX's manner: a graph in, a value for each node or a typed record out.

The same over arrays, without a NetworkX graph on the way, stands in `graph.measures.arrays`.
"""

from graph.measures.brokerage import Brokerage, brokerage
from graph.measures.centrality import Centrality, betweenness, closeness, eigenvector, pagerank
from graph.measures.cohesion import articulation, bridges, core
from graph.measures.community import communities, modularity
from graph.measures.congruence import Congruence, congruence
from graph.measures.ei import EIIndex, ei_index
from graph.measures.flaws import Flaws, flaws
from graph.measures.fragmentation import fragmentation
from graph.measures.holes import constraint, effective_size, efficiency, hierarchy
from graph.measures.key_players import KeyPlayers, key_players
from graph.measures.lift import dual_alters, lift
from graph.measures.link_prediction import similarity
from graph.measures.mixing import assortativity, numeric_assortativity, participation
from graph.measures.reach import Reach, reach
from graph.measures.robustness import robustness
from graph.measures.two_mode import interlocks, projection
from graph.measures.two_mode_positions import (
    two_mode_betweenness,
    two_mode_closeness,
    two_mode_degree,
    two_mode_harmonic,
)

__all__ = [
    "Brokerage",
    "Centrality",
    "Congruence",
    "EIIndex",
    "Flaws",
    "KeyPlayers",
    "Reach",
    "articulation",
    "assortativity",
    "betweenness",
    "bridges",
    "brokerage",
    "closeness",
    "communities",
    "congruence",
    "constraint",
    "core",
    "dual_alters",
    "effective_size",
    "efficiency",
    "ei_index",
    "eigenvector",
    "flaws",
    "fragmentation",
    "hierarchy",
    "interlocks",
    "key_players",
    "lift",
    "modularity",
    "numeric_assortativity",
    "pagerank",
    "participation",
    "projection",
    "reach",
    "robustness",
    "similarity",
    "two_mode_betweenness",
    "two_mode_closeness",
    "two_mode_degree",
    "two_mode_harmonic",
]
