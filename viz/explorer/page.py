"""The view of the network as a page: filter, picture, what is chosen, and the tables that say the same."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from markupsafe import Markup

from graph.network import Network
from schema.folding import fold
from schema.nodes import NODES
from schema.text import Lang, Text
from viz import network_words, picture_words
from viz.addresses import address, asked, common, segment
from viz.explorer import words
from viz.explorer.choosing import Chosen, levels_shown
from viz.explorer.colours import SHAPES, Entry, coloured
from viz.explorer.data import Places, net
from viz.explorer.measured import EXACT, SOURCES
from viz.explorer.table import neighbour_rows, node_row, node_rows, tie_rows
from viz.explorer.times import Span
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
from viz.network_data import island
from viz.option_form import OptionField
from viz.pages import rendered
from viz.served import LEVELS, NETWORK, frame, state

ACTORS, EXPORT = "/actors", "/api/v1/export"
MATCHES, NEIGHBOURS = 20, 60
OWN = ("as_of", "robust")
"""Options of every question that have a field of their own here, or no say."""


def network_view(
    chosen: Chosen,
    where: Places,
    *,
    lang: Lang = "de",
    fields: Iterable[OptionField] = (),
    times: Span | None = None,
    static: str = "/static",
) -> str:
    """Write the page; `where` are the positions of the nodes, `fields` the options that all questions share."""
    view = chosen.view
    query = asked(view)
    kept = {"lang": lang, **common(query)}
    return rendered(
        "network_view.html",
        lang,
        **frame(NETWORK, query, lang, static),
        **_said(chosen),
        w=words,
        nw=network_words,
        pw=picture_words,
        path=NETWORK,
        view=view,
        option={name: _label(name) for name in ("colour", "size", "depth", "only")},
        fields=tuple(fields),
        times=times,
        state=state(chosen.network),
        levels=_levels(chosen),
        types=_types(chosen),
        colours=[(str(each), COLOUR_LABELS[each], each is view.colour) for each in Colour],
        sizes=[(str(each), SIZE_LABELS[each], each is view.size) for each in Size],
        view_colour=COLOUR_LABELS[view.colour],
        view_size=SIZE_LABELS[view.size],
        legend=legend(chosen),
        matches=[(row, address(NETWORK, {**query, "lang": lang, "select": row.id})) for row in _matches(chosen)],
        actor=lambda id: actor_address(id, kept),
        select=lambda id: address(NETWORK, {**query, "lang": lang, "select": id}),
        let_go=address(NETWORK, {**query, "lang": lang, "select": "", "depth": "", "only": ""}),
        more=address(NETWORK, {**query, "lang": lang, "rows": str(min(view.rows * 10, MOST_SHOWN))}, "tables"),
        svg=address(f"{NETWORK}.svg", {**query, "lang": lang}),
        files=_files(query, kept),
        data=Markup(island(_island(chosen, where, lang, kept))),  # noqa: S704 escaped for a script element
        state_reset=address(NETWORK, {"lang": lang}) if query else "",
    )


def actor_address(id: str, kept: dict[str, Any]) -> str:
    """Give the address of the page of one node."""
    return address(f"{ACTORS}/{segment(id)}", kept)


def _label(option: str) -> Text:
    return next(item for item in ViewScope.model_fields[option].metadata if isinstance(item, Text))


def _said(chosen: Chosen) -> dict[str, Any]:
    """Give the tables, what is chosen, and the sentences on how much is shown."""
    view, shown = chosen.view, int(chosen.shown.sum())
    remarks = []
    if chosen.cut:
        size = SIZE_LABELS[view.size]
        remarks.append(words.CUT.format(n=shown, m=shown + chosen.cut, size=size, most=MOST_SHOWN))
    if view.size is Size.BETWEENNESS and chosen.network.n > EXACT:
        remarks.append(words.SAMPLED.format(n=SOURCES))
    if view.select and chosen.selected is None:
        remarks.append(words.NOT_HERE)
    return {
        "remarks": remarks,
        "shown": words.SCRIPT["shown"].format(n=shown, all=chosen.network.n),
        "hidden": words.SCRIPT["hidden"].format(n=chosen.hidden) if chosen.hidden else None,
        "node_rows": node_rows(chosen, view.rows),
        "tie_rows": list(tie_rows(chosen, view.rows)),
        "totals": (shown, len(chosen.joined)),
        "one": None if chosen.selected is None else node_row(chosen, chosen.selected),
        "neighbours": neighbour_rows(chosen, NEIGHBOURS),
    }


def _levels(chosen: Chosen) -> list[tuple[str, Text, int, bool]]:
    level, on = chosen.network.level, levels_shown(chosen.network, chosen.view)
    counted = [(storey, int((level == STOREY_CODES[storey]).sum())) for storey in Storey]
    return [(str(storey), STOREY_LABELS[storey], n, storey in on) for storey, n in counted if n]


def _types(chosen: Chosen) -> list[tuple[str, Text, int, bool, Entry]]:
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


def _matches(chosen: Chosen) -> list[Any]:
    wanted = fold(chosen.view.q or "")
    network = chosen.network
    found = [i for i in range(network.n) if wanted in fold(network.name(i))] if wanted else []
    return [node_row(chosen, i) for i in sorted(found, key=lambda i: (-chosen.degree[i], i))[:MATCHES]]


def _files(query: dict[str, Any], kept: dict[str, Any]) -> list[tuple[str, str]]:
    pictures = [
        (suffix.upper(), address(f"{NETWORK}.{suffix}", {**query, **kept})) for suffix in ("html", "svg", "png")
    ]
    kinds = (("GraphML", "graphml"), ("GEXF", "gexf"), ("CSV", "csv"))
    return [*pictures, *((name, address(EXPORT, {**kept, "format": kind})) for name, kind in kinds)]


def _island(chosen: Chosen, where: Places, lang: Lang, kept: dict[str, Any]) -> dict[str, Any]:
    view = chosen.view
    place = {key: value for key, value in (("x", view.x), ("y", view.y), ("zoom", view.zoom)) if value is not None}
    page = {
        "path": NETWORK,
        "actors": ACTORS,
        "levelsPath": LEVELS,
        "kept": address("", kept),
        "complete": chosen.complete,
        "rows": view.rows,
        "depth": view.depth,
        "only": view.only,
        "selected": _place_aboard(chosen),
        "sized": view.size is not Size.TIES,
    }
    return {**net(chosen, where, lang), "place": place, "page": page}


def _place_aboard(chosen: Chosen) -> int:
    """Give the place of the chosen node among those that go to the browser; -1 for none."""
    return -1 if chosen.selected is None else int(chosen.aboard[: chosen.selected].sum())


def shown_network(chosen: Chosen) -> Network:
    """Cut the network to what is shown, for the file that holds it all."""
    return chosen.network.keep(chosen.shown)
