"""The sentences of the check `raumzuschnitt`."""

from schema.text import Text

ONE = Text("Alle {all} Fachplanungen arbeiten mit „{a}“.", "All {all} plannings work with “{a}”.")
NESTED = Text(
    "Alle {all} Fachplanungen arbeiten mit Raumzuschnitten, die deckungsgleich sind oder ineinander liegen.",
    "All {all} plannings work with divisions that are the same or lie within each other.",
)
MOSTLY = Text(
    "Die Raumzuschnitte der {all} Fachplanungen passen weitgehend; am wenigsten „{a}“ und „{b}“ (V-Maß {v}).",
    "The divisions of the {all} plannings fit for the most part, least of all “{a}” and “{b}” (V-measure {v}).",
)
APART = Text(
    "„{a}“ ({one}) und „{b}“ ({other}) passen nicht zusammen (V-Maß {v}).",
    "“{a}” ({one}) and “{b}” ({other}) do not fit together (V-measure {v}).",
)
SO_FAR = Text(
    "Soweit erfasst, passen die Raumzuschnitte zusammen; über {n} von {all} Fachplanungen ist damit noch nichts "
    "gesagt.",
    "As far as recorded the divisions fit; about {n} of {all} plannings nothing is said by that.",
)
UNRECORDED = Text(
    "Ob die Fachplanungen mit passenden Raumzuschnitten arbeiten, ist unbekannt: Erfasst ist der Zuschnitt für {known} "
    "von {all} Fachplanungen.",
    "Whether the plannings work with divisions that fit is unknown: the division is recorded for {known} of {all} "
    "plannings.",
)
TOO_FEW = Text(
    "Ob die Fachplanungen mit passenden Raumzuschnitten arbeiten, ist unbekannt: Es sind nicht mindestens zwei "
    "Fachplanungen erfasst.",
    "Whether the plannings work with divisions that fit is unknown: fewer than two plannings are recorded.",
)
NO_DIVISION = Text("Ohne erfassten Raumzuschnitt (USES): {names}.", "Without a recorded division (USES): {names}.")
NOT_COMPARED = Text(
    "{n} Paare von Fachplanungen lassen sich nicht vergleichen: Zu ihren Räumen fehlen Geometrien, OVERLAPS oder "
    "gemeinsame Teilräume.",
    "{n} pairs of plannings cannot be compared: geometries, OVERLAPS or smaller areas in common are missing.",
)
