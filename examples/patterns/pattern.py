"""What the pattern networks have in common: a Kommune, units with their Fachplanungen, and where they come from."""

from datetime import date
from typing import Any

from examples.building import Building
from schema.nodes import Department, Fachplanung, Kommune
from schema.ties import PartOf, ResponsibleFor

AS_OF = date(2026, 6, 30)
AGENCY = "agentur"
PERSON = {
    "legal_basis": "Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Landesrecht (Beispielangabe)",
    "purpose": "Muster guter Praxis (Beispielangabe)",
    "retention_until": date(2028, 12, 31),
}
"""What stands on every record about a person."""


def pattern(name: str, heading: str, kommune: str, kind: str) -> Building:
    """Begin a pattern network; the source gives the heading and no more, so that everything in it is invented."""
    source = f"erfunden: eigene Illustration zu „{heading}“ (Fachtag Integrierte Planung, Schlussvortrag)"
    made = Building(name, source, as_of=AS_OF)
    made.node(Kommune, "kommune", f"{kommune} (Illustration)", kind=kind)
    return made


def add_unit(made: Building, key: str, name: str, kind: str, parent: str = "kommune", **fields: Any) -> str:
    """Add a unit of the administration below another one or below the Kommune."""
    made.node(Department, key, name, kind=kind, **fields)
    made.tie(PartOf, key, parent)
    return key


def add_plannings(made: Building, *plannings: tuple[str, str]) -> list[str]:
    """Add Fachplanungen, each (kind, the unit in charge); give back their keys."""
    keys = []
    for kind, unit in plannings:
        keys.append(made.node(Fachplanung, f"fp-{kind.lower()}", kind, kind=kind))
        made.tie(ResponsibleFor, unit, keys[-1])
    return keys
