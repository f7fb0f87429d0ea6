"""The network as the canvas takes it: columns of numbers and names, ties by the places of their ends."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from schema.nodes import NODES
from schema.text import Lang, Text
from schema.ties import TIES
from viz.explorer.choosing import Chosen
from viz.explorer.colours import SHAPES, coloured
from viz.explorer.view import STOREY_CODES, STOREY_LABELS, Size, Storey
from viz.explorer.words import SCRIPT

Places = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


def net(chosen: Chosen, where: Places, lang: Lang, words: Mapping[str, Text] = SCRIPT) -> dict[str, Any]:
    """Give what the canvas draws and its script says; `where` are the positions of the nodes of the chosen network.

    `ties` holds four numbers for each: start, end, type (twice, and one more where it is derived), pieces of evidence;
    `added` the places of the nodes and ties that only the scenario has.
    """
    network, aboard = chosen.network, np.flatnonzero(chosen.aboard)
    joined, ties = ties_aboard(chosen)
    codes, legend = coloured(network, chosen.view.colour)
    return {
        "names": [network.name(int(i)) for i in aboard],
        "kinds": [str(network.node_rows[i].get("kind") or "") for i in aboard],
        "type": network.node_type[aboard].tolist(),
        "level": network.level[aboard].tolist(),
        "degree": chosen.degree[aboard].astype(np.int64).tolist(),
        "size": chosen.size[aboard].tolist(),
        "colour": [codes[i] for i in aboard],
        "x": where[aboard, 0].tolist(),
        "y": where[aboard, 1].tolist(),
        "ties": ties.ravel().tolist(),
        "added": {
            "nodes": [n for n, i in enumerate(aboard) if network.ids[i] in chosen.trial.nodes],
            "ties": [t for t, j in enumerate(joined) if network.tie_rows[j]["id"] in chosen.trial.ties],
        },
        "legend": [{"label": entry.label.lang(lang), "colour": entry.colour} for entry in legend],
        "types": [
            {"name": cls.__name__, "label": cls.label.lang(lang), "colour": cls.colour, "shape": SHAPES[cls.shape]}
            for cls in NODES
        ],
        "levels": [[STOREY_CODES[storey], storey, STOREY_LABELS[storey].lang(lang)] for storey in Storey],
        "verbs": [cls.label.lang(lang) for cls in TIES],
        "words": {name: text.lang(lang) for name, text in words.items()},
        "lang": lang,
    }


def ties_aboard(chosen: Chosen) -> tuple[Numbers, Numbers]:
    """Give the ties whose both ends go to the browser: their places in the network, and their four numbers."""
    network, aboard = chosen.network, np.flatnonzero(chosen.aboard)
    place = np.full(network.n, -1, dtype=np.int64)
    place[aboard] = np.arange(len(aboard))
    start, end = place[network.start], place[network.end]
    derived = np.array([bool(row.get("derived")) for row in network.tie_rows], dtype=np.int64)
    kept = np.flatnonzero((start >= 0) & (end >= 0))
    columns = (start, end, 2 * network.tie_type.astype(np.int64) + derived, network.count)
    return kept, np.stack(columns, axis=1)[kept]


def ids(chosen: Chosen) -> list[str]:
    """Give the ids of the nodes that go to the browser, where it makes addresses of them."""
    return [chosen.network.ids[i] for i in np.flatnonzero(chosen.aboard)]


def seen(chosen: Chosen) -> dict[str, Any]:
    """Give what the view begins with: how much of it came along, the rows of the tables, who is chosen, the columns."""
    selected = chosen.selected
    return {
        "complete": chosen.complete,
        "rows": chosen.view.rows,
        "selected": -1 if selected is None else int(chosen.aboard[:selected].sum()),
        "sized": chosen.view.size is not Size.TIES,
    }
