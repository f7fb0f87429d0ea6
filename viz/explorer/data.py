"""The network as the canvas takes it: columns of numbers and names, ties by the places of their ends."""

from typing import Any

import numpy as np
import numpy.typing as npt

from schema.nodes import NODES
from schema.text import Lang
from schema.ties import TIES
from viz.explorer.choosing import Chosen
from viz.explorer.colours import SHAPES, coloured
from viz.explorer.view import STOREY_CODES, STOREY_LABELS, Storey
from viz.explorer.words import SCRIPT

Places = npt.NDArray[np.float64]


def net(chosen: Chosen, where: Places, lang: Lang) -> dict[str, Any]:
    """Give what the canvas draws; `where` are the positions of the nodes of the chosen network.

    `ties` holds four numbers for each: start, end, type (twice, and one more where it is derived), pieces of evidence.
    """
    network, aboard = chosen.network, np.flatnonzero(chosen.aboard)
    codes, legend = coloured(network, chosen.view.colour)
    return {
        "ids": [network.ids[i] for i in aboard],
        "names": [network.name(int(i)) for i in aboard],
        "kinds": [str(network.node_rows[i].get("kind") or "") for i in aboard],
        "type": network.node_type[aboard].tolist(),
        "level": network.level[aboard].tolist(),
        "degree": chosen.degree[aboard].astype(np.int64).tolist(),
        "size": chosen.size[aboard].tolist(),
        "colour": [codes[i] for i in aboard],
        "x": where[aboard, 0].tolist(),
        "y": where[aboard, 1].tolist(),
        "ties": _ties(chosen, aboard),
        "legend": [{"label": entry.label.lang(lang), "colour": entry.colour} for entry in legend],
        "types": [
            {"name": cls.__name__, "label": cls.label.lang(lang), "colour": cls.colour, "shape": SHAPES[cls.shape]}
            for cls in NODES
        ],
        "levels": [[STOREY_CODES[storey], storey, STOREY_LABELS[storey].lang(lang)] for storey in Storey],
        "verbs": [cls.label.lang(lang) for cls in TIES],
        "words": {name: text.lang(lang) for name, text in SCRIPT.items()},
        "lang": lang,
    }


def _ties(chosen: Chosen, aboard: npt.NDArray[np.int64]) -> list[int]:
    network = chosen.network
    place = np.full(network.n, -1, dtype=np.int64)
    place[aboard] = np.arange(len(aboard))
    start, end = place[network.start], place[network.end]
    derived = np.array([bool(row.get("derived")) for row in network.tie_rows], dtype=np.int64)
    kept = (start >= 0) & (end >= 0)
    columns = (start, end, 2 * network.tie_type.astype(np.int64) + derived, network.count)
    return [int(value) for value in np.stack(columns, axis=1)[kept].ravel()]
