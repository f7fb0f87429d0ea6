"""The pictures that `fahrstuhl draw` makes in one way: matrix, positions, map and dials."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from fahrstuhl import options
from fahrstuhl.drawing import ending, write
from fahrstuhl.language import said
from graph.network import Network
from graph.questions.scope import AboutScope, Scope
from graph.questions.stakeholder_positions import stakeholder_positions
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import CheckScope, checked
from graph.stellschrauben.result import Result
from graph.store.opening import open_store
from schema.record import Visibility
from viz.dials.picture import dials_picture
from viz.map.layers import MapScope
from viz.map.picture import map_picture
from viz.matrix.kinds import Kind, MatrixScope
from viz.matrix.picture import matrix_picture
from viz.picture import Picture
from viz.picture_page import FILES
from viz.positions.picture import positions_picture

S = TypeVar("S", bound=Scope)
MATRIX_HELP = said("Wer mit wem oder was zu tun hat, als Zahlen.", "Who deals with whom, as counts.")
POSITIONS_HELP = said("Wer wie zum Vorhaben steht.", "Who stands how to the matter.")
MAP_HELP = said("Die Sozialräume: Bedarf und Reichweite.", "The Sozialräume: need and reach.")
DIALS_HELP = said("Die zehn Stellschrauben als Anzeigen.", "The ten Stellschrauben as dials.")

OutOption = Annotated[
    Path, typer.Option("--out", help=said("Zieldatei (.html, .svg, .png).", "File to write (.html, .svg, .png)."))
]
DivisionOption = Annotated[
    str | None,
    typer.Option(
        "--division",
        metavar="ZUSCHNITT",
        help=said(
            "Raumzuschnitt, der gefüllt gezeichnet wird (Kennung oder Name); sonst der mit den meisten Geometrien.",
            "Division that is drawn filled (id or name); else the one with most geometries.",
        ),
    ),
]
OverOption = Annotated[
    str | None,
    typer.Option(
        "--over",
        metavar="ZUSCHNITT",
        help=said("Raumzuschnitt, der gestrichelt darüberliegt.", "Division that is laid over it, dashed."),
    ),
]
IndicatorOption = Annotated[
    str | None,
    typer.Option(
        "--indicator",
        help=said("Bedarf nur nach diesem Indikator.", "Need by this indicator only."),
    ),
]


def matrix(
    ctx: typer.Context,
    out: OutOption,
    kind: Annotated[Kind, typer.Option("--kind", help=said("Zeilen und Spalten.", "Rows and columns."))] = (
        Kind.UNITS_AREAS
    ),
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    common = options.scope(as_of, kommune, persons, visibility, scenario)
    scope = MatrixScope(**common.model_dump(), kind=kind)
    _draw(ctx, out, store, scope, lambda network, scope: matrix_picture(scope.readable(network), scope))


def positions(
    ctx: typer.Context,
    out: OutOption,
    about: options.AboutOption = None,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    common = options.scope(as_of, kommune, persons, visibility, scenario).model_copy(update={"robust": False})
    _draw(ctx, out, store, AboutScope(**common.model_dump(), about=about), _positions)


def map_(
    ctx: typer.Context,
    out: OutOption,
    division: DivisionOption = None,
    over: OverOption = None,
    indicator: IndicatorOption = None,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    common = options.scope(as_of, kommune, persons, visibility, scenario)
    scope = MapScope(**common.model_dump(), division=division, over=over, indicator=indicator)
    _draw(ctx, out, store, scope, lambda network, scope: map_picture(scope.readable(network), scope))


def stellschrauben(
    ctx: typer.Context,
    out: OutOption,
    as_of: options.AsOfOption = None,
    kommune: options.KommuneOption = None,
    scenario: options.ScenarioOption = None,
    persons: options.PersonsOption = False,
    visibility: options.VisibilityOption = Visibility.INTERNAL,
    store: options.StoreOption = None,
) -> None:
    common = options.scope(as_of, kommune, persons, visibility, scenario)
    _draw(ctx, out, store, CheckScope(**common.model_dump()), _dials)


def _positions(network: Network, scope: AboutScope) -> Picture:
    answer = stakeholder_positions.ask(network, scope)
    return positions_picture(scope.readable(network), answer, scope)


def _dials(network: Network, scope: CheckScope) -> Picture:
    def run(number: int, asked: Scope) -> Result:
        """Run a check with the scenario, or for the comparison on the data as they are."""
        without = None if asked.scenario else network.before
        return CHECKS[number].run(without or network, asked)

    return dials_picture(checked(run, CHECKS, scope), scope.wide().cut(network))


def _draw(ctx: typer.Context, out: Path, store: str | None, scope: S, make: Callable[[Network, S], Picture]) -> None:
    """Make a picture of the network as the scope wants it, and write it as what the ending of the file says."""
    kind = ending(out, FILES)
    with open_store(store) as opened:
        network, scope = read(opened, scope)
    write(out, FILES[kind](make(network, scope), ctx.obj), ctx.obj)
