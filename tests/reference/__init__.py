"""Values of R's igraph and sna on published networks, and the networks themselves where they are at hand.

`reference.json` was printed by `make_reference.R`, whose head says how; it holds values, never the networks. Those
that NetworkX ships are always there, the others where the folder of networks lies beside the project.
"""

import csv
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import networkx as nx
import pytest

NETWORKS = Path(__file__).parents[3] / "shared" / "data" / "networks"
VALUES = Path(__file__).with_name("reference.json")


@dataclass(frozen=True, eq=False)
class Reference:
    """What R gave for one network; `nodes` are named as in `network(name)`."""

    nodes: tuple[str, ...]
    values: dict[str, Any]

    def by_node(self, measure: str) -> dict[str, float]:
        """Give a measure with one value for each node; NaN where R gave none."""
        return self.keyed(self.values[measure])

    def keyed(self, column: list[float | None]) -> dict[str, float]:
        """Give any column in the order of the nodes as a dict."""
        plain = [math.nan if value is None else float(value) for value in column]
        return dict(zip(self.nodes, plain, strict=True))


@cache
def reference(name: str) -> Reference:
    """Read R's values for a network of one or two modes."""
    held = json.loads(VALUES.read_text(encoding="utf-8"))
    values = (held["networks"] | held["two_mode"])[name]
    return Reference(tuple(values["nodes"]), values)


def network(name: str) -> "nx.Graph[str]":
    """Draw a network of `reference`: nodes are texts with a `group` where they have one, edges may have a `weight`.

    Skips the test where the network is not at hand. For two modes, `group` is "FALSE" for the first, "TRUE" for the
    second.
    """
    if name in SHIPPED:
        return SHIPPED[name]()
    if not NETWORKS.is_dir():
        pytest.skip(f"the network {name} is not at hand: there is no folder {NETWORKS.name} beside the project")
    return BESIDE[name]()


def _kite() -> "nx.Graph[str]":
    return _renamed(nx.krackhardt_kite_graph())


def _karate() -> "nx.Graph[str]":
    drawn = _renamed(nx.karate_club_graph())
    for held in drawn.nodes.values():
        held["group"] = held["club"]
    return drawn


def _renamed(numbered: "nx.Graph[int]") -> "nx.Graph[str]":
    named: nx.Graph[str] = nx.relabel_nodes(cast(Any, numbered), str)
    return named


def _davis() -> "nx.Graph[str]":
    drawn: nx.Graph[str] = nx.davis_southern_women_graph()
    for held in drawn.nodes.values():
        held["group"] = "TRUE" if held["bipartite"] else "FALSE"
    return drawn


def _listed(stem: str, drawn: "nx.Graph[str]", group: str, name: str = "name", weight: str = "") -> "nx.Graph[str]":
    drawn.add_nodes_from((row[name], {"group": row[group]}) for row in _rows(f"{stem}__nodes.csv"))
    for row in _rows(f"{stem}__edges.csv"):
        drawn.add_edge(row["from"], row["to"], **({"weight": float(row[weight])} if weight else {}))
    return drawn


def _emon(case: str) -> "nx.Graph[str]":
    return _listed(f"emon/emon_{case}", nx.DiGraph(), "Sponsorship", "vertex.names", "Frequency")


def _chemnet(relation: str) -> "nx.Graph[str]":
    drawn: nx.Graph[str] = nx.DiGraph()
    drawn.add_nodes_from((row[""], {"group": row["type"]}) for row in _rows("chemnet/chemnet__types.csv"))
    for row in _rows(f"chemnet/chemnet__{relation}.csv"):
        drawn.add_edges_from((row[""], to) for to, value in row.items() if to not in {"", row[""]} and value == "1")
    return drawn


def _rows(path: str) -> Iterator[dict[str, str]]:
    with (NETWORKS / path).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


SHIPPED: dict[str, Callable[[], "nx.Graph[str]"]] = {
    "kite": _kite,
    "karate": _karate,
    "florentine": nx.florentine_families_graph,
    "davis": _davis,
}
BESIDE: dict[str, Callable[[], "nx.Graph[str]"]] = {
    "emon_Texas": lambda: _emon("Texas"),
    "emon_Cheyenne": lambda: _emon("Cheyenne"),
    "emon_MtSi": lambda: _emon("MtSi"),
    "krackhardt_advice": lambda: _listed("krackhardt/ht_advice", nx.DiGraph(), "dept"),
    "chemnet_pol": lambda: _chemnet("pol"),
    "chemnet_scito": lambda: _chemnet("scito"),
    "ceos_clubs": lambda: _listed("ceos-clubs/ceos_clubs", nx.Graph(), "type"),
}
GROUPED = ("karate", "emon_Texas", "emon_Cheyenne", "emon_MtSi", "krackhardt_advice", "chemnet_pol", "chemnet_scito")
ONE_MODE = ("kite", "florentine", *GROUPED)
