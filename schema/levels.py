"""The levels between which the Fahrstuhl runs."""

from enum import StrEnum

from schema.text import Text


class Level(StrEnum):
    """Where an actor stands; UNKNOWN is said when the data are silent, it is never guessed.

    Source: Schubert's three levels between which the Fahrstuhlagentur commutes: Kommunalparlament, Kommunalverwaltung,
    Lebenswelten in den Sozialräumen.
    """

    POLITICS = "politics"
    ADMINISTRATION = "administration"
    LIFEWORLD = "lifeworld"
    UNKNOWN = "unknown"


# From top to bottom, as the storeys of the picture; UNKNOWN is no storey.
STOREYS = (Level.POLITICS, Level.ADMINISTRATION, Level.LIFEWORLD)

LEVEL_LABELS = {
    Level.POLITICS: Text("Politik", "politics"),
    Level.ADMINISTRATION: Text("Verwaltung", "administration"),
    Level.LIFEWORLD: Text("Lebenswelt", "lifeworld"),
    Level.UNKNOWN: Text("Ebene unbekannt", "level unknown"),
}
