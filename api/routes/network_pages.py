"""The view of the whole network as a page, and as a file."""

from functools import partial
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.kept import Kept
from api.language import language
from api.options import TypeNames
from api.page_options import PageOptions
from api.rights import RightsDep, Sight, SightDep
from api.routes.pages import may
from api.routes.picture_pages import Suffix, attached
from graph.network import Network
from graph.questions.scope import Scope
from schema.text import Text
from viz.explorer.choosing import Chosen, choose
from viz.explorer.data import Places
from viz.explorer.file import network_file
from viz.explorer.page import OWN, network_view
from viz.explorer.picture import network_svg
from viz.explorer.times import Span, span
from viz.explorer.view import ViewScope
from viz.network_export import Canvas, network_page
from viz.network_layout import positions
from viz.option_form import option_fields
from viz.png import png

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

_LAYOUTS: Kept[Network, Places] = Kept(positions, 4)
_SPANS: Kept[Network, Span | None] = Kept(span, 4)
PNG_WIDTH = 3_200


class NetworkOptions(PageOptions, ViewScope):
    """What the view of the network takes."""

    asked: ClassVar[type[Scope]] = ViewScope
    type: TypeNames = ()


class NetworkFileOptions(NetworkOptions):
    """What the view of the network takes as a file."""

    canvas: Annotated[Canvas, Text("Zeichner der HTML-Datei", "drawer of the HTML file")] = Canvas.VIS


def placed(sight: Sight, scope: Scope, part: Network) -> Places:
    """Give the positions of a part of the network as they are in all that the reader may see, whatever the day.

    So nothing jumps when the filter or the day changes; and what the reader may not see moves nothing.
    """
    whole = _whole(sight, scope)
    where = _LAYOUTS(whole)
    return where[[whole.index[id] for id in part.ids]]


def _whole(sight: Sight, scope: Scope) -> Network:
    everything = Scope(visibility=scope.visibility, persons=scope.persons, scenario=scope.scenario, robust=False)
    return sight.network(everything)


def _chosen(sight: Sight, options: NetworkOptions) -> tuple[Chosen, ViewScope]:
    view = ViewScope(**{name: getattr(options, name) for name in ViewScope.model_fields})
    return choose(sight.network(options.quick()), view), view


@router.get("/network")
def network(request: Request, options: Annotated[NetworkOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """Show everything that the filter leaves, with its twin as tables."""
    chosen, view = _chosen(sight, options)
    fields = option_fields(options.quick(), partial(may, rights, options.quick()))
    return network_view(
        chosen,
        placed(sight, view, chosen.network),
        lang=language(request),
        fields=(field for field in fields if field.name not in OWN),
        times=_SPANS(_whole(sight, view)),
    )


@router.get("/network.{suffix}")
def network_as_file(
    request: Request,
    suffix: Suffix,
    options: Annotated[NetworkFileOptions, Query()],
    sight: SightDep,
) -> Response:
    """Hand out what is shown as a file."""
    chosen, view = _chosen(sight, options)
    lang = language(request)
    if suffix == "html" and options.canvas is Canvas.VIS:
        made: str | bytes = network_page(chosen.only_shown().network, lang=lang, trial=chosen.trial)
    elif suffix == "html":
        made = network_file(chosen, placed(sight, view, chosen.network), lang=lang)
    else:
        svg = network_svg(chosen, placed(sight, view, chosen.network), lang)
        made = svg if suffix == "svg" else png(svg, PNG_WIDTH)
    return attached("network", made, suffix)
