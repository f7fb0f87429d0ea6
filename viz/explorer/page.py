"""The view of the network as a page: filter, picture, what is chosen, and the tables that say the same."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from schema.text import Lang
from viz import network_words, picture_words
from viz.addresses import ACTORS, actor_address, address, asked, common
from viz.explorer import words
from viz.explorer.beside import around, matches
from viz.explorer.choosing import Chosen
from viz.explorer.data import Places, ids, net, seen
from viz.explorer.times import Span
from viz.explorer.view import (
    COLOUR_LABELS,
    MOST_SHOWN,
    SIZE_LABELS,
    Colour,
    Size,
)
from viz.network_data import island
from viz.network_export import Canvas
from viz.option_form import OptionField
from viz.pages import rendered
from viz.served import NETWORK, frame

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
        **around(chosen),
        w=words,
        nw=network_words,
        pw=picture_words,
        path=NETWORK,
        fields=tuple(fields),
        times=times,
        colours=[(str(each), COLOUR_LABELS[each], each is view.colour) for each in Colour],
        sizes=[(str(each), SIZE_LABELS[each], each is view.size) for each in Size],
        matches=[(row, address(NETWORK, {**query, "lang": lang, "select": row.id})) for row in matches(chosen)],
        actor=lambda id: actor_address(id, kept),
        select=lambda id: address(NETWORK, {**query, "lang": lang, "select": id}),
        let_go=address(NETWORK, {**query, "lang": lang, "select": "", "depth": "", "only": ""}),
        more=address(NETWORK, {**query, "lang": lang, "rows": str(min(view.rows * 10, MOST_SHOWN))}, "tables"),
        svg=address(f"{NETWORK}.svg", {**query, "lang": lang}),
        files=_files(query, kept, lang),
        data=Markup(island(_island(chosen, where, lang, kept))),  # noqa: S704 escaped for a script element
        state_reset=address(NETWORK, {"lang": lang}) if query else "",
    )


def _files(query: dict[str, Any], kept: dict[str, Any], lang: Lang) -> list[tuple[str, str]]:
    pictures = [
        (suffix.upper(), address(f"{NETWORK}.{suffix}", {**query, **kept})) for suffix in ("html", "svg", "png")
    ]
    small = address(f"{NETWORK}.html", {**query, **kept, "canvas": Canvas.OWN})
    pictures.insert(1, (words.SMALL_FILE.lang(lang), small))
    kinds = (("GraphML", "graphml"), ("GEXF", "gexf"), ("CSV", "csv"))
    return [*pictures, *((name, address(EXPORT, {**kept, "format": kind})) for name, kind in kinds)]


def _island(chosen: Chosen, where: Places, lang: Lang, kept: dict[str, Any]) -> dict[str, Any]:
    view = chosen.view
    place = {key: value for key, value in (("x", view.x), ("y", view.y), ("zoom", view.zoom)) if value is not None}
    page = {
        "path": NETWORK,
        "actors": ACTORS,
        "kept": address("", kept),
        **seen(chosen),
    }
    return {**net(chosen, where, lang), "ids": ids(chosen), "place": place, "page": page}
