"""The network as SVG, for readers without a script and for paper: the largest nodes where the canvas has them."""

from collections.abc import Iterable, Iterator
from math import sqrt

import numpy as np
import numpy.typing as npt
from markupsafe import Markup

from schema.nodes import NODES
from schema.text import Lang, Text
from viz.explorer import words
from viz.explorer.choosing import Chosen
from viz.explorer.colours import coloured
from viz.explorer.signs import height_of, legend, ring
from viz.explorer.view import COLOUR_LABELS, SIZE_LABELS
from viz.fitting import fit
from viz.levels.shapes import label
from viz.network_words import TITLE
from viz.served import state
from viz.sheet import Body, Sheet
from viz.svg import element, number

NAME = "canvas"
"""Class of the picture and name of its style sheet."""
MOST_DRAWN = 600
"""Nodes that are drawn; on paper more would be one grey."""
WIDTH, EDGE = 1_600.0, 60.0
LABELLED = 120

Places = npt.NDArray[np.float64]


def network_svg(chosen: Chosen, where: Places, lang: Lang) -> str:
    """Draw it as SVG, the same bytes for the same network and view; `where` are the positions of the nodes."""
    view, drawn = chosen.view, chosen.order[:MOST_DRAWN]
    said = [
        *chosen.trial.remarks(),
        words.LEGEND.format(colour=COLOUR_LABELS[view.colour], size=SIZE_LABELS[view.size]),
        words.SHAPES,
    ]
    if len(drawn) < len(chosen.order) + chosen.cut:
        said.append(words.LARGEST.format(n=len(drawn), m=len(chosen.order) + chosen.cut))
    if chosen.hidden:
        said.append(words.SCRIPT["hidden"].format(n=chosen.hidden))
    return Sheet(NAME, TITLE, state(chosen.network), tuple(said), _body(chosen, where, lang)).svg(lang)


def _body(chosen: Chosen, where: Places, lang: Lang) -> Body:
    drawn = chosen.order[:MOST_DRAWN]
    codes, entries = coloured(chosen.network, chosen.view.colour)
    at, height = _fitted(where, drawn)
    used = [entry for n, entry in enumerate(entries) if n in {codes[i] for i in drawn}]
    under = legend(used, chosen.trial, height, lang)
    parts = (
        element("path", d=_lines(chosen, at, added=False), class_="tie"),
        *([element("path", d=_lines(chosen, at, added=True), class_="tie added")] if chosen.trial.tried else []),
        *(_node(chosen, int(i), at[int(i)], entries[codes[i]].colour, lang) for i in drawn[::-1]),
        *_marks(chosen, drawn, at),
        *_names(chosen, drawn, at),
        *under,
    )
    nothing = () if len(drawn) else (label(WIDTH / 2, 60, words.SCRIPT["empty"].lang(lang), "empty", "middle"),)
    return Body(WIDTH, height + height_of(used, chosen.trial), (*parts, *nothing))


def _fitted(where: Places, drawn: npt.NDArray[np.int64]) -> tuple[dict[int, tuple[float, float]], float]:
    if not len(drawn):
        return {}, 120.0
    found = where[drawn]
    low, high = found.min(axis=0), found.max(axis=0)
    span = np.maximum(high - low, 1.0)
    scale = min((WIDTH - 2 * EDGE) / span[0], 2.0)
    aside = (WIDTH - scale * span[0]) / 2
    placed = (found - low) * scale + np.array([aside, EDGE])
    return dict(zip(drawn.tolist(), map(tuple, placed.tolist()), strict=True)), float(scale * span[1] + 2 * EDGE)


def _lines(chosen: Chosen, at: dict[int, tuple[float, float]], *, added: bool) -> str:
    network, made = chosen.network, []
    for j in chosen.joined:
        a, b = int(network.start[j]), int(network.end[j])
        if a in at and b in at and (network.tie_rows[j]["id"] in chosen.trial.ties) is added:
            (ax, ay), (bx, by) = at[a], at[b]
            made.append(f"M{number(ax)} {number(ay)}L{number(bx)} {number(by)}")
    return "".join(made)


def _node(chosen: Chosen, i: int, at: tuple[float, float], colour: str, lang: Lang) -> Markup:
    (x, y), r = at, _radius(chosen, i)
    network = chosen.network
    said = Text("{name}, {n} Verbindungen", "{name}, {n} ties").format(name=network.name(i), n=int(chosen.degree[i]))
    title = element("title", chosen.trial.kind(said, network.ids[i]).lang(lang))
    shape = NODES[network.node_type[i]].shape
    class_ = "node chosen" if i == chosen.selected else "node"
    if shape == "actor":
        return element("circle", title, cx=x, cy=y, r=r, fill=colour, class_=class_)
    if shape == "place":
        return element("rect", title, x=x - r, y=y - r, width=2 * r, height=2 * r, fill=colour, class_=class_)
    corners = " ".join(f"{number(a)},{number(b)}" for a, b in ((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
    return element("polygon", title, points=corners, fill=colour, class_=class_)


def _marks(chosen: Chosen, drawn: Iterable[int], at: dict[int, tuple[float, float]]) -> Iterator[Markup]:
    """Mark what the scenario adds by a ring and a plus sign."""
    for i in drawn:
        if chosen.network.ids[i] in chosen.trial.nodes:
            (x, y), r = at[int(i)], _radius(chosen, int(i)) + 1.5
            yield ring(x, y, r)


def _radius(chosen: Chosen, i: int) -> float:
    most = float(chosen.size[chosen.order[0]]) or 1.0
    return 4 + 10 * sqrt(max(float(chosen.size[i]), 0.0) / most)


def _names(chosen: Chosen, drawn: Iterable[int], at: dict[int, tuple[float, float]]) -> Iterator[Markup]:
    """Name the largest nodes, each where no other name stands."""
    taken: list[tuple[float, float, float]] = []
    for i in [int(i) for i in drawn][: 4 * LABELLED]:
        (x, y), said = at[i], fit(chosen.network.name(i).strip(), 150, 12, lines=1).lines
        line, half = (said[0] if said else ""), 3.4 * len(said[0]) if said else 0.0
        top = y + _radius(chosen, i) + 13
        if not line or len(taken) >= LABELLED or any(abs(x - a) < half + h and abs(top - b) < 15 for a, b, h in taken):
            continue
        taken.append((x, top, half))
        yield label(min(max(x, half), WIDTH - half), top, line, "name", "middle")
