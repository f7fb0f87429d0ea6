"""The network as the exported file carries it: short lists in one JSON island, names once, ties by position."""

import json
from collections.abc import Collection
from typing import Any

import numpy as np

from graph.network import NO_LEVEL, Network
from schema.levels import LEVEL_LABELS, STOREYS, Level
from schema.nodes import NODES
from schema.text import Lang, Text
from schema.ties import TIES
from viz.network_layout import positions

_SHAPES = {"actor": "dot", "place": "square", "matter": "diamond"}
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
NO_LEVEL_LABEL = Text("auf keiner Ebene", "on no level")


def island(value: Any) -> str:
    """Write JSON that may stand inside a script element: no character in it can end the element or begin another."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def nodes(network: Network, added: Collection[str] = ()) -> list[dict[str, Any]]:
    """Give each node as the file's script takes it: number, whole name, place, kind of thing, whether it is added."""
    where = positions(network)
    ties = np.bincount(network.start, minlength=network.n) + np.bincount(network.end, minlength=network.n)
    return [
        {
            "id": i,
            "name": str(row["name"]),
            "kind": str(row.get("kind") or ""),
            "t": int(network.node_type[i]),
            "l": int(network.level[i]),
            "n": int(ties[i]),
            "x": float(where[i, 0]),
            "y": float(where[i, 1]),
            **({"new": 1} if network.ids[i] in added else {}),
        }
        for i, row in enumerate(network.node_rows)
    ]


def edges(network: Network, added: Collection[str] = ()) -> list[dict[str, Any]]:
    """Give each tie: both ends, its type, how many pieces of evidence, whether it is derived, whether it is added."""
    found = []
    for j, row in enumerate(network.tie_rows):
        edge: dict[str, Any] = {"from": int(network.start[j]), "to": int(network.end[j]), "v": int(network.tie_type[j])}
        edge |= {"c": int(network.count[j])} if network.count[j] > 1 else {}
        edge |= {"d": 1} if row.get("derived") else {}
        found.append(edge | ({"new": 1} if row["id"] in added else {}))
    return found


def types(lang: Lang) -> list[dict[str, str]]:
    """Give the node types in their order of declaration: name, colour and shape."""
    return [{"label": cls.label.lang(lang), "colour": cls.colour, "shape": _SHAPES[cls.shape]} for cls in NODES]


def verbs(lang: Lang) -> list[str]:
    """Name the tie types in their order of declaration."""
    return [cls.label.lang(lang) for cls in TIES]


def levels(lang: Lang) -> list[tuple[int, str]]:
    """Name the levels by their code in the network, from top to bottom."""
    named = [(code, LEVEL_LABELS[level].lang(lang)) for code, level in enumerate(STOREYS)]
    return [*named, (-1, LEVEL_LABELS[Level.UNKNOWN].lang(lang)), (NO_LEVEL, NO_LEVEL_LABEL.lang(lang))]
