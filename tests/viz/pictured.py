"""The pictures of the networks of the tests, by name: what the tests of matrix, positions, map and dials draw."""

from collections.abc import Callable, Iterable
from functools import cache

from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.scope import AboutScope, Scope
from graph.questions.stakeholder_positions import stakeholder_positions
from graph.scenarios.scenario import Scenario, Step
from graph.scenarios.trying import tried
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import CheckScope, checked
from graph.stellschrauben.result import Result
from schema.catalogue import type_name
from schema.nodes import Indicator, Organisation, Raumzuschnitt, Sozialraum
from schema.record import Record, Visibility
from schema.ties import ActiveIn, BelongsTo, Measured
from tests.viz.towns import EXAMPLES, HOSTILE, SOURCE, hostile_town, huge_kreis, small_town, tie
from viz.dials.picture import dials_picture
from viz.map.layers import MapScope
from viz.map.picture import map_picture
from viz.matrix.kinds import Kind, MatrixScope
from viz.matrix.picture import matrix_picture
from viz.picture import Picture
from viz.positions.picture import positions_picture


def square(west: float, south: float, side: float = 0.1) -> dict[str, object]:
    """Give a square in degrees as GeoJSON, its corner in the south-west given."""
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def quarters(names: tuple[str, ...] = ("Nordwest", "Nordost", "Südwest", "Südost")) -> list[Record]:
    """Four squares that meet in one corner, two halves laid over them, one area without geometry, one that is a point.

    Need by one indicator: 10, 20, 30 of the first three, so 0, 0.5 and 1; nothing is measured in the fourth. Actors:
    3, 1, 0, 2.
    """
    small = Raumzuschnitt(id="small", name="Viertel", source=SOURCE)
    large = Raumzuschnitt(id="large", name="Hälften", source=SOURCE)
    poverty = Indicator(id="poverty", name="Armut", high_is_need=True, source=SOURCE)
    made: list[Record] = [small, large, poverty]
    corners, actors, values = ((7.0, 51.1), (7.1, 51.1), (7.0, 51.0), (7.1, 51.0)), (3, 1, 0, 2), (10, 20, 30, None)
    for k, (name, corner, n, value) in enumerate(zip(names, corners, actors, values, strict=True)):
        area = Sozialraum(id=f"q{k}", name=name, kind="Viertel", geometry=square(*corner), source="Amt für Grenzen")
        clubs = [Organisation(id=f"c{k}-{i}", name=f"Verein {i}", source=SOURCE) for i in range(n)]
        made += [area, tie(BelongsTo, area, small), *clubs, *(tie(ActiveIn, club, area) for club in clubs)]
        made += [tie(Measured, poverty, area, year=2025, value=value)] if value is not None else []
    point = {"type": "Point", "coordinates": [7.05, 51.05]}
    for id, name, geometry in (("none", "Ohne Grenze", None), ("point", "Nur ein Punkt", point)):
        area = Sozialraum(id=id, name=name, kind="Viertel", geometry=geometry, source=SOURCE)
        made += [area, tie(BelongsTo, area, small)]
    for k, west in enumerate((7.0, 7.1)):
        ring = [[west, 51.0], [west + 0.1, 51.0], [west + 0.1, 51.2], [west, 51.2], [west, 51.0]]
        half = Sozialraum(
            id=f"h{k}", name=f"Hälfte {k}", geometry={"type": "Polygon", "coordinates": [ring]}, source=SOURCE
        )
        made += [half, tie(BelongsTo, half, large)]
    return made


MADE: dict[str, Callable[[], list[Record]]] = {
    "small": small_town,
    "huge": huge_kreis,
    "hostile": hostile_town,
    "empty": list,
    "quarters": quarters,
    "hostile quarters": lambda: quarters((HOSTILE[0], HOSTILE[13], HOSTILE[14], HOSTILE[17])),
}


@cache
def records(name: str) -> tuple[Record, ...]:
    """Give the records of a network by name; what is not made here is an example."""
    return tuple(MADE[name]() if name in MADE else read_tables(EXAMPLES / name, Account(), {}))


@cache
def whole(name: str) -> Network:
    """Give a network by name, persons in it and up to what is internal."""
    return Network.of(records(name)).seen_by(Visibility.INTERNAL)


@cache
def matrix(name: str, kind: Kind = Kind.UNITS_AREAS) -> Picture:
    """Make the matrix of a network."""
    return matrix_picture(whole(name), MatrixScope(kind=kind))


@cache
def positions(name: str) -> Picture:
    """Make the positions of a network."""
    scope = AboutScope(visibility=Visibility.INTERNAL, robust=False)
    return positions_picture(whole(name), stakeholder_positions.ask(whole(name), scope), scope)


@cache
def map_of(name: str, over: str | None = None) -> Picture:
    """Make the map of a network."""
    return map_picture(whole(name), MapScope(over=over))


@cache
def dials(name: str) -> Picture:
    """Make the dials of a network."""
    network = whole(name)
    return dials_picture(checked(lambda n, scope: CHECKS[n].run(network, scope), CHECKS, CheckScope()), network)


@cache
def every(name: str) -> tuple[Picture, ...]:
    """Make all pictures of a network."""
    return *(matrix(name, kind) for kind in Kind), positions(name), map_of(name), dials(name)


def stepped(before: Network, new: Iterable[Record] = (), gone: Iterable[str] = ()) -> Network:
    """Try a scenario in a network: some records new or other ones, some gone by id."""
    rows = {str(row["id"]): (type, dict(row)) for type, row in before.rows()}
    put = {record.id: (type_name(record), record.properties()) for record in new}
    steps = [Step(type, id, rows.get(id, (type, None))[1], dict(row)) for id, (type, row) in put.items()]
    steps += [Step(rows[id][0], id, rows[id][1], None) for id in gone]
    return tried(before, Scenario("plan", "Plan", "Frau Ay", "", steps=tuple(steps)))


def tried_pictures(network: Network, **asked: object) -> tuple[Picture, ...]:
    """Make all pictures of a network in which a scenario is tried."""
    given = {"scenario": "plan", "robust": False, "visibility": Visibility.INTERNAL, **asked}
    matrices = [MatrixScope.model_validate({**given, "kind": kind}) for kind in Kind]
    about, on_map = AboutScope.model_validate(given), MapScope.model_validate(given)
    return (
        *(matrix_picture(scope.readable(network), scope) for scope in matrices),
        positions_picture(about.readable(network), stakeholder_positions.ask(network, about), about),
        map_picture(on_map.readable(network), on_map),
        tried_dials(network, CheckScope.model_validate(given)),
    )


def tried_dials(network: Network, scope: CheckScope) -> Picture:
    """Make the dials of a network in which a scenario is tried, compared with the data as they are."""

    def run(number: int, asked: Scope) -> Result:
        return CHECKS[number].run(network if asked.scenario else network.before or network, asked)

    return dials_picture(checked(run, CHECKS, scope), scope.wide().cut(network))
