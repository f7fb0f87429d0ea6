"""The sentences of the check `gegenstrom`."""

from schema.text import Text

CONFERENCES = Text("Sozialraumkonferenzen", "Sozialraumkonferenzen")
AREAS = Text("Sozialräumen", "Sozialräume")
ALL = Text(
    "Von allen {all} {places} führt ein Weg nach oben zu „{body}“ und einer zurück, jeweils in höchstens {steps} "
    "Schritten.",
    "From all {all} {places} a path leads up to “{body}” and one back, each in {steps} steps at most.",
)
SOME = Text(
    "Von {n} der {all} {places} führt ein Weg nach oben zu „{body}“ und einer zurück.{one_way}",
    "From {n} of the {all} {places} a path leads up to “{body}” and one back.{one_way}",
)
UP_ONLY = Text(" Nur nach oben: {names}.", " Upwards only: {names}.")
DOWN_ONLY = Text(" Nur nach unten: {names}.", " Downwards only: {names}.")
NEITHER = Text(" In keine Richtung: {names}.", " Neither way: {names}.")
SILENT = Text(
    "Ob Wissen nach oben und Entscheidungen nach unten gelangen, ist unbekannt: Bei {silent} von {all} {places} sind "
    "keine Verbindungen erfasst.",
    "Whether knowledge comes up and decisions come down is unknown: at {silent} of {all} {places} no ties are "
    "recorded.",
)
CUT_OFF = Text(
    "Ob Wissen nach oben und Entscheidungen nach unten gelangen, ist unbekannt: Von „{body}“ sind keine Verbindungen "
    "zu anderen Akteuren erfasst.",
    "Whether knowledge comes up and decisions come down is unknown: of “{body}” no ties to other actors are recorded.",
)
NO_BODY = Text(
    "Ob das Gegenstromprinzip gilt, ist unbekannt: Es ist kein Gremium erfasst, das die Agentur oder die Planungsrunde "
    "steuert (STEERS).",
    "Whether there is a countercurrent is unknown: no body is recorded that steers the agency or the round (STEERS).",
)
NO_PLACE = Text(
    "Ob das Gegenstromprinzip gilt, ist unbekannt: Weder Sozialraumkonferenzen noch Sozialräume sind erfasst.",
    "Whether there is a countercurrent is unknown: neither Sozialraumkonferenzen nor Sozialräume are recorded.",
)
