"""The view of the network as a page: filter, picture, what is chosen, and the tables that say the same."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from graph.network import Network
from schema.text import Lang, Text
from viz import network_words, picture_words
from viz.addresses import ACTORS, actor_address, address, asked, common
from viz.explorer import words
from viz.explorer.beside import legend, level_boxes, matches, sentences, type_boxes
from viz.explorer.choosing import Chosen
from viz.explorer.data import Places, net
from viz.explorer.times import Span
from viz.explorer.view import (
    COLOUR_LABELS,
    MOST_SHOWN,
    SIZE_LABELS,
    Colour,
    Size,
    ViewScope,
)
from viz.network_data import island
from viz.option_form import OptionField
from viz.pages import rendered
from viz.served import NETWORK, frame, state

EXPORT = "/api/v1/export"
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
        **sentences(chosen),
        w=words,
        nw=network_words,
        pw=picture_words,
        path=NETWORK,
        view=view,
        option={name: _label(name) for name in ("colour", "size", "depth", "only")},
        fields=tuple(fields),
        times=times,
        state=state(chosen.network),
        levels=level_boxes(chosen),
        types=type_boxes(chosen),
        colours=[(str(each), COLOUR_LABELS[each], each is view.colour) for each in Colour],
        sizes=[(str(each), SIZE_LABELS[each], each is view.size) for each in Size],
        view_colour=COLOUR_LABELS[view.colour],
        view_size=SIZE_LABELS[view.size],
        legend=legend(chosen),
        matches=[(row, address(NETWORK, {**query, "lang": lang, "select": row.id})) for row in matches(chosen)],
        actor=lambda id: actor_address(id, kept),
        select=lambda id: address(NETWORK, {**query, "lang": lang, "select": id}),
        let_go=address(NETWORK, {**query, "lang": lang, "select": "", "depth": "", "only": ""}),
        more=address(NETWORK, {**query, "lang": lang, "rows": str(min(view.rows * 10, MOST_SHOWN))}, "tables"),
        svg=address(f"{NETWORK}.svg", {**query, "lang": lang}),
        files=_files(query, kept),
        data=Markup(island(_island(chosen, where, lang, kept))),  # noqa: S704 escaped for a script element
        state_reset=address(NETWORK, {"lang": lang}) if query else "",
    )


def _label(option: str) -> Text:
    return next(item for item in ViewScope.model_fields[option].metadata if isinstance(item, Text))


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
        "kept": address("", kept),
        "complete": chosen.complete,
        "rows": view.rows,
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
