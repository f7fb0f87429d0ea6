"""What the view of the network takes from the address: all that it shows stands there."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from graph.network import NO_LEVEL
from graph.questions.scope import Scope
from schema.levels import LEVEL_LABELS, STOREYS, Level
from schema.record import Words
from schema.text import Text

MOST_SHOWN = 10_000
"""Nodes that a browser draws without stumbling; beyond that the server cuts."""
ROWS = 100
"""Rows of each table that are shown at first."""


class Colour(StrEnum):
    """What the colour of a node says."""

    TYPE = "type"
    LEVEL = "level"
    GROUP = "group"


class Size(StrEnum):
    """What the size of a node says."""

    TIES = "ties"
    LIFT = "lift"
    BETWEENNESS = "betweenness"


class Storey(StrEnum):
    """The levels by which can be filtered: the three, the unknown, and what stands on none."""

    POLITICS = "politics"
    ADMINISTRATION = "administration"
    LIFEWORLD = "lifeworld"
    UNKNOWN = "unknown"
    NONE = "none"


STOREY_CODES = {
    **{Storey(level): code for code, level in enumerate(STOREYS)},
    Storey.UNKNOWN: -1,
    Storey.NONE: NO_LEVEL,
}
"""The level codes of a `Network`, from top to bottom."""
STOREY_LABELS = {
    **{Storey(level): LEVEL_LABELS[level] for level in Level},
    Storey.NONE: Text("auf keiner Ebene (Vorhaben, Papiere)", "on no level (matters, papers)"),
}
COLOUR_LABELS = {
    Colour.TYPE: Text("Art", "type"),
    Colour.LEVEL: Text("Ebene", "level"),
    Colour.GROUP: Text("Gruppe", "group"),
}
SIZE_LABELS = {
    Size.TIES: Text("Zahl der Verbindungen", "number of ties"),
    Size.LIFT: Text("Verbindungen zu anderen Ebenen", "ties to other levels"),
    Size.BETWEENNESS: Text("Lage zwischen anderen (Betweenness)", "position between others (betweenness)"),
}

Share = Annotated[float | None, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]


class ViewScope(Scope):
    """The options of the view; no `type` means all, no `level` all but what stands on none."""

    q: Annotated[Words | None, Field(max_length=200), Text("Suchen", "search")] = None
    select: Annotated[str | None, Text("Kennung des gewählten Knotens", "id of the chosen node")] = None
    depth: Annotated[int, Field(ge=1, le=3), Text("Nachbarschaft in Schritten", "neighbourhood in steps")] = 1
    only: Annotated[bool, Text("nur die Nachbarschaft zeigen", "show the neighbourhood only")] = False
    type: Annotated[tuple[str, ...], Text("Arten", "types")] = ()
    level: Annotated[tuple[Storey, ...], Text("Ebenen", "levels")] = ()
    colour: Annotated[Colour, Text("Farbe nach", "colour by")] = Colour.TYPE
    size: Annotated[Size, Text("Größe nach", "size by")] = Size.TIES
    rows: Annotated[int, Field(ge=1, le=MOST_SHOWN), Text("Zeilen der Tabellen", "rows of the tables")] = ROWS
    x: Annotated[Share, Text("Bildmitte waagerecht", "middle of the picture, across")] = None
    y: Annotated[Share, Text("Bildmitte senkrecht", "middle of the picture, down")] = None
    zoom: Annotated[float | None, Field(gt=0, le=100), Text("Vergrößerung", "zoom")] = None
