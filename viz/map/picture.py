"""The map as a picture with its twin: one row for each area, on the map or not, and one for each laid over it."""

from collections.abc import Iterator

from graph.network import Network
from graph.questions.written import written
from schema.text import Text, verbatim
from viz.changes.comparing import compared
from viz.changes.telling import remarks, said_in
from viz.map.changed import without_scenario
from viz.map.composing import Area, Mapped, composed
from viz.map.drawing import drawn, key
from viz.map.layers import MapScope
from viz.picture import Picture, Row, Rows, named

TITLE = Text("Karte: Bedarf und Reichweite", "Map: need and reach")
ASKS = Text(
    "Wo ist der Bedarf hoch, und wer ist dort erreichbar?", "Where is the need high, and who can be reached there?"
)
READING = (
    Text(
        "Grund und Schraffur: Bedarf zwischen 0 und 1, der mittlere Rang der jüngsten Indikatorwerte unter Räumen "
        "derselben Art. Kreis: Zahl der Akteure mit einem Kontakt zum Raum oder zu einem Raum darin; ohne Zahl, wo ein "
        "anderer Kreis davor liegt.",
        "Ground and hatch: need between 0 and 1, the mean rank of the latest values of the indicators among areas of "
        "the same kind. Circle: number of actors with a contact to the area or to one within it; without a number "
        "where another circle lies before it.",
    ),
    Text(
        "Flächentreue Projektion, Norden oben. Namen stehen, wo Platz ist; die Tabelle nennt alle Räume.",
        "Equal-area projection, north up. Names stand where there is room; the table names all areas.",
    ),
)
AREAS = Text("Die Räume: {name}", "The areas: {name}")
OVER = Text("Darübergelegt: {name}", "Laid over: {name}")
HEADINGS = (
    Text("Sozialraum", "Sozialraum"),
    Text("Bedarf (0–1)", "Need (0–1)"),
    Text("Klasse", "Class"),
    Text("Akteure vor Ort", "Actors there"),
    Text("auf der Karte", "On the map"),
)
OVER_HEADINGS = (HEADINGS[0], Text("liegt in", "lies in"), HEADINGS[4])


def map_picture(network: Network, scope: MapScope) -> Picture:
    """Make the map of a network that is cut to what may be read, persons still in it."""
    made = composed(network, scope)
    was = without_scenario(made, scope)
    return _picture(made, scope, _picture(was, scope) if was else None)


def _picture(made: Mapped, scope: MapScope, before: Picture | None = None) -> Picture:
    tables = tuple(_tables(made))
    changes = compared(said_in(before.tables), said_in(tables)) if before else None
    return Picture(
        name="map",
        title=TITLE,
        asks=ASKS,
        reading=READING,
        remarks=(*remarks(changes), *made.remarks()),
        tables=tables,
        network=named(made.network, persons=scope.persons),
        draw=lambda lang, href: drawn(made, changes, lang, href),
        changes=changes,
        before=before,
    )


def _tables(made: Mapped) -> Iterator[Rows]:
    if made.layer:
        rows = tuple(_row(made, area) for area in made.areas)
        yield Rows("areas", AREAS.format(name=made.layer.name), HEADINGS, rows, frozenset({1, 3}))
    if made.over:
        over = tuple(_over(made, int(i)) for i in made.over.areas)
        yield Rows("over", OVER.format(name=made.over.name), OVER_HEADINGS, over)


def _row(made: Mapped, area: Area) -> Row:
    need = Text(written(area.need, "de"), written(area.need, "en"))
    reach = verbatim(str(area.reach))
    cells = (verbatim(made.network.name(area.i)), need, area.word, reach, made.ground.status(area.i))
    id = made.network.ids[area.i]
    return Row(key(area), cells, (id, *area.actors), about=(id,))


def _over(made: Mapped, i: int) -> Row:
    inside = [(made.network.name(k), round(100 * part)) for k, part in made.shares.get(i, ())[:6]]
    said = verbatim(", ".join(f"{name} ({part} %)" for name, part in inside) or "–")
    id, cells = made.network.ids[i], (verbatim(made.network.name(i)), said, made.ground.status(i))
    return Row(f"o{i}", cells, (id,), about=("over", id))
