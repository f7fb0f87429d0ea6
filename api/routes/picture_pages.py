"""The pages of the pictures, and each picture as a file: one HTML that holds everything, SVG, PNG."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, ClassVar, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.language import language
from api.page_options import LevelsOptions, PageOptions
from api.rights import Rights, RightsDep, Sight, SightDep
from api.routes.check_pages import CheckPageOptions
from api.routes.checks import completed
from api.routes.pages import may
from graph.network import Network
from graph.questions.scope import AboutScope, Scope
from graph.questions.stakeholder_positions import stakeholder_positions
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import checked
from schema.text import Lang
from viz.addresses import asked
from viz.dials.picture import dials_picture
from viz.levels_page import cards, levels_file
from viz.map.layers import MapScope
from viz.map.picture import map_picture
from viz.matrix.kinds import MatrixScope
from viz.matrix.picture import matrix_picture
from viz.picture import Picture
from viz.picture_fields import Offer, kind_offers, map_offers, picture_fields
from viz.picture_page import FILES, picture_page
from viz.positions.picture import positions_picture

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Suffix = Literal["html", "svg", "png"]
MEDIA_TYPES = {"html": "text/html; charset=utf-8", "svg": "image/svg+xml", "png": "image/png"}


class MatrixOptions(PageOptions, MatrixScope):
    """What the page of the matrix takes."""

    asked: ClassVar[type[Scope]] = MatrixScope


class PositionsOptions(PageOptions, AboutScope):
    """What the page of the positions takes."""

    asked: ClassVar[type[Scope]] = AboutScope


class MapOptions(PageOptions, MapScope):
    """What the page of the map takes."""

    asked: ClassVar[type[Scope]] = MapScope


@router.get("/matrix")
def matrix(request: Request, options: Annotated[MatrixOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """Show who has to do with what, as counts."""
    return _page(request, options, rights, _matrix(sight, options), lambda _: kind_offers())


@router.get("/matrix.{suffix}")
def matrix_as_file(
    request: Request, suffix: Suffix, options: Annotated[MatrixOptions, Query()], sight: SightDep
) -> Response:
    """Hand out the matrix as a file."""
    return as_file(_matrix(sight, options), suffix, language(request))


@router.get("/positions")
def positions(
    request: Request, options: Annotated[PositionsOptions, Query()], sight: SightDep, rights: RightsDep
) -> str:
    """Show who stands where, attributed and measured."""
    return _page(request, options, rights, _positions(sight, options), lambda _: {})


@router.get("/positions.{suffix}")
def positions_as_file(
    request: Request, suffix: Suffix, options: Annotated[PositionsOptions, Query()], sight: SightDep
) -> Response:
    """Hand out the positions as a file."""
    return as_file(_positions(sight, options), suffix, language(request))


@router.get("/map")
def map_(request: Request, options: Annotated[MapOptions, Query()], sight: SightDep, rights: RightsDep) -> str:
    """Show need and reach of the Sozialräume."""
    return _page(request, options, rights, _map(sight, options), map_offers)


@router.get("/map.{suffix}")
def map_as_file(request: Request, suffix: Suffix, options: Annotated[MapOptions, Query()], sight: SightDep) -> Response:
    """Hand out the map as a file."""
    return as_file(_map(sight, options), suffix, language(request))


@router.get("/checks.{suffix}")
def dials_as_file(
    request: Request, suffix: Suffix, options: Annotated[CheckPageOptions, Query()], sight: SightDep
) -> Response:
    """Hand out the dials of the ten Stellschrauben as a file."""
    scope = completed(options, sight)
    picture = dials_picture(checked(sight.check, CHECKS, scope), sight.network(scope.wide()))
    return as_file(picture, suffix, language(request))


@router.get("/levels.{suffix}")
def levels_as_file(
    request: Request, suffix: Suffix, options: Annotated[LevelsOptions, Query()], sight: SightDep
) -> Response:
    """Hand out the levels view as a file."""
    # The picture alone says nothing about missing ties, so nothing is tried without them.
    scope = options.quick().model_copy(update={"robust": suffix == "html"})
    answers = cards(lambda question: sight.answer(question, scope))
    content = levels_file(sight.network(scope), answers, suffix, lang=language(request), focus=options.focus)
    return attached("levels", content, suffix)


def as_file(picture: Picture, suffix: Suffix, lang: Lang) -> Response:
    """Hand out a picture as an attachment."""
    return attached(picture.name, FILES[suffix](picture, lang), suffix)


def attached(name: str, content: str | bytes, suffix: Suffix) -> Response:
    """Hand out a file that is kept, not shown."""
    named = f'attachment; filename="fahrstuhl-{name}.{suffix}"'
    return Response(content, media_type=MEDIA_TYPES[suffix], headers={"Content-Disposition": named})


def _page(
    request: Request,
    options: PageOptions,
    rights: Rights,
    picture: Picture,
    offers: Callable[[Network], dict[str, Offer]],
) -> str:
    scope, found = options.scope(), offers(picture.network)
    return picture_page(
        picture,
        lang=language(request),
        query=asked(scope),
        fields=picture_fields(scope, partial(may, rights, scope), found),
        ways={option: offer for option, offer in found.items() if option == "kind"},
    )


def _matrix(sight: Sight, options: MatrixOptions) -> Picture:
    network, scope = sight.reading(options.scope())
    return matrix_picture(scope.readable(network), cast(MatrixScope, scope))


def _positions(sight: Sight, options: PositionsOptions) -> Picture:
    wanted = cast(AboutScope, options.scope()).model_copy(update={"robust": False})
    network, scope = sight.reading(wanted)
    answer = sight.answer(stakeholder_positions, wanted)
    return positions_picture(scope.readable(network), answer, cast(AboutScope, scope))


def _map(sight: Sight, options: MapOptions) -> Picture:
    network, scope = sight.reading(options.scope())
    return map_picture(scope.readable(network), cast(MapScope, scope))
