"""What stands around the picture of the network: sentences, tables, the boxes of the filter, matches, legend."""

from typing import Any

import numpy as np

from schema.folding import fold
from schema.nodes import NODES
from schema.text import Text
from viz.explorer import words
from viz.explorer.choosing import Chosen, levels_shown
from viz.explorer.colours import SHAPES, Entry, coloured
from viz.explorer.measured import EXACT, SOURCES
from viz.explorer.table import NodeRow, neighbour_rows, node_row, node_rows, tie_rows
from viz.explorer.view import (
    COLOUR_LABELS,
    MOST_SHOWN,
    SIZE_LABELS,
    STOREY_CODES,
    STOREY_LABELS,
    Colour,
    Size,
    Storey,
    ViewScope,
)
from viz.served import state

MATCHES, NEIGHBOURS = 20, 60


def around(chosen: Chosen) -> dict[str, Any]:
    """Give what page and file have in common: sentences, filter, legend, what is chosen, tables."""
    view, shown = chosen.view, int(chosen.shown.sum())
    return {
        "state": state(chosen.network),
        "remarks": remarks(chosen),
        "view": view,
        "option": {name: _label(name) for name in ("colour", "size", "depth", "only")},
        "levels": level_boxes(chosen),
        "types": type_boxes(chosen),
        "view_colour": COLOUR_LABELS[view.colour],
        "view_size": SIZE_LABELS[view.size],
        "legend": legend(chosen),
        "added": chosen.trial.signs(),
        "shown": words.SCRIPT["shown"].format(n=shown, all=chosen.network.n),
        "hidden": words.SCRIPT["hidden"].format(n=chosen.hidden) if chosen.hidden else None,
        "node_rows": node_rows(chosen, view.rows),
        "tie_rows": list(tie_rows(chosen, view.rows)),
        "totals": (shown, len(chosen.joined)),
        "one": None if chosen.selected is None else node_row(chosen, chosen.selected),
        "neighbours": neighbour_rows(chosen, NEIGHBOURS),
    }


def _label(option: str) -> Text:
    return next(item for item in ViewScope.model_fields[option].metadata if isinstance(item, Text))


def remarks(chosen: Chosen) -> list[Text]:
    """Say what of the network the view does not show, and why."""
    view, shown = chosen.view, int(chosen.shown.sum())
    found = list(chosen.trial.remarks())
    if chosen.cut:
        size = SIZE_LABELS[view.size]
        found.append(words.CUT.format(n=shown, m=shown + chosen.cut, size=size, most=MOST_SHOWN))
    if view.size is Size.BETWEENNESS and chosen.network.n > EXACT:
        found.append(words.SAMPLED.format(n=SOURCES))
    if view.select and chosen.selected is None:
        found.append(words.NOT_HERE)
    return found


def level_boxes(chosen: Chosen) -> list[tuple[str, Text, int, bool]]:
    """Give the levels that there are: value, name, number of nodes, and whether it is checked."""
    level, on = chosen.network.level, levels_shown(chosen.network, chosen.view)
    counted = [(storey, int((level == STOREY_CODES[storey]).sum())) for storey in Storey]
    return [(str(storey), STOREY_LABELS[storey], n, storey in on) for storey, n in counted if n]


def type_boxes(chosen: Chosen) -> list[tuple[str, Text, int, bool, Entry]]:
    """Give the types that there are, each with its sign."""
    counted = np.bincount(chosen.network.node_type, minlength=len(NODES))
    on = chosen.view.type
    return [
        (
            cls.__name__,
            cls.plural,
            int(n),
            not on or cls.__name__ in on,
            Entry(cls.label, cls.colour, SHAPES[cls.shape]),
        )
        for cls, n in zip(NODES, counted, strict=True)
        if n
    ]


def legend(chosen: Chosen) -> list[Entry]:
    """Give the lines of the legend that some shown node needs; the types stand at the filter already."""
    if chosen.view.colour is Colour.TYPE:
        return []
    codes, entries = coloured(chosen.network, chosen.view.colour)
    used = {codes[i] for i in np.flatnonzero(chosen.aboard)}
    return [entry for n, entry in enumerate(entries) if n in used]


def matches(chosen: Chosen) -> list[NodeRow]:
    """List the nodes whose names hold what is searched for, those with most ties first."""
    wanted = fold(chosen.view.q or "")
    network = chosen.network
    found = [i for i in range(network.n) if wanted in fold(network.name(i))] if wanted else []
    return [node_row(chosen, i) for i in sorted(found, key=lambda i: (-chosen.degree[i], i))[:MATCHES]]
