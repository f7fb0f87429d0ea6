"""What the planning round of 2026 decided, and whom it gave what to do."""

from examples.building import Building, day
from examples.landkreis.administration import AGENCY
from schema.nodes import Note
from schema.record import Visibility
from schema.ties import AssignedTo, Concerns

SEEN = {"visibility": Visibility.INTERNAL}


def add_notes(kreis: Building) -> None:
    """Add a decision and two tasks, one of them done."""
    _note(
        kreis,
        "v-schwerpunkt",
        "Schwerpunkt der Runde: Sozialräume ohne Verbindung nach oben",
        "Falkenlohe, Ellerbrück und Grauwinkel werden zuerst betrachtet; im Herbst berichtet die Stabsstelle der "
        "Steuerungsgruppe.",
        kind="Entscheidung",
        noted_on="2026-04-16",
        concerns=("sr-falkenlohe", "sr-ellerbrueck", "sr-grauwinkel"),
    )
    _note(
        kreis,
        "v-kennzahlen",
        "Kennzahlen für die drei Sozialräume zusammenstellen",
        "Bevölkerung, Transferleistungen und Wege zu Angeboten, je Wohnplatz.",
        kind="Aufgabe",
        noted_on="2026-04-16",
        due_on="2026-05-29",
        done_on="2026-05-27",
        assigned="abt-61-2",
    )
    _note(
        kreis,
        "v-gespraeche",
        "Mit den Leitungen der Ämter 53, 54 und 61 einzeln sprechen",
        "Zu diesen Ämtern fehlt der Stabsstelle das Gespräch; Anlass sind die drei Sozialräume.",
        kind="Aufgabe",
        noted_on="2026-04-16",
        due_on="2026-09-30",
        assigned=AGENCY,
        concerns=("amt-53", "amt-54", "amt-61"),
    )


def _note(
    kreis: Building,
    key: str,
    name: str,
    text: str,
    *,
    assigned: str | None = None,
    concerns: tuple[str, ...] = (),
    **fields: str,
) -> None:
    moments = {name: day(fields.pop(name)) for name in ("noted_on", "due_on", "done_on") if name in fields}
    kreis.node(Note, key, name, text=text, **moments, **fields, **SEEN)
    kreis.ties(Concerns, key, ("runde", *concerns), **SEEN)
    if assigned:
        kreis.tie(AssignedTo, key, assigned, **SEEN)
