"""The four kinds of matrix, and the options by which one is chosen."""

from enum import StrEnum
from typing import Annotated

from graph.questions.scope import Scope
from schema.text import Text


class Kind(StrEnum):
    """What stands in rows and columns."""

    UNITS_AREAS = "department-sozialraum"
    UNITS = "department-department"
    BODIES = "committee-committee"
    GROUPS_AREAS = "target-group-sozialraum"

    @property
    def square(self) -> bool:
        """Say whether rows and columns are the same, so that each count stands twice."""
        return self in (Kind.UNITS, Kind.BODIES)


KIND_LABELS = {
    Kind.UNITS_AREAS: Text("Verwaltungseinheit × Sozialraum", "department × Sozialraum"),
    Kind.UNITS: Text("Verwaltungseinheit × Verwaltungseinheit", "department × department"),
    Kind.BODIES: Text("Gremium × Gremium", "committee × committee"),
    Kind.GROUPS_AREAS: Text("Zielgruppe × Sozialraum", "target group × Sozialraum"),
}
ASKS = {
    Kind.UNITS_AREAS: Text(
        "Welche Verwaltungseinheit hat mit welchem Sozialraum zu tun?",
        "Which department has to do with which Sozialraum?",
    ),
    Kind.UNITS: Text(
        "Welche Verwaltungseinheiten haben miteinander zu tun?", "Which departments have to do with each other?"
    ),
    Kind.BODIES: Text("Welche Gremien teilen sich Mitglieder?", "Which committees share members?"),
    Kind.GROUPS_AREAS: Text(
        "Welche Zielgruppe wird in welchem Sozialraum durch Formate erreicht?",
        "Which target group is reached by formats in which Sozialraum?",
    ),
}
COUNTED = {
    Kind.UNITS_AREAS: Text(
        "Jede Zahl zählt die Belege der Kontakte zwischen Einheit und Sozialraum und die Zuständigkeiten der Einheit "
        "für ihn; Kontakte nicht gezeigter Personen zählen für ihre Einheiten.",
        "Each number counts the evidence of the contacts between department and Sozialraum, and the responsibilities "
        "of the department for it; contacts of persons who are not shown count for their units.",
    ),
    Kind.UNITS: Text(
        "Jede Zahl zählt die Belege der Kontakte zwischen den beiden Einheiten in beiden Richtungen; Kontakte nicht "
        "gezeigter Personen zählen für ihre Einheiten. Wer wem untersteht, ist kein Kontakt.",
        "Each number counts the evidence of the contacts between the two departments in both directions; contacts of "
        "persons who are not shown count for their units. Who belongs to whom is no contact.",
    ),
    Kind.BODIES: Text(
        "Jede Zahl zählt die Mitglieder, die beiden Gremien angehören; Stellvertretungen und beratende Mitglieder "
        "zählen nicht.",
        "Each number counts the members that belong to both committees; deputies and advisory members do not count.",
    ),
    Kind.GROUPS_AREAS: Text(
        "Jede Zahl zählt die Formate, die stattgefunden haben und die Zielgruppe im Sozialraum, in einem Raum darin "
        "oder darum erreichten; ein Zeichen steht, wo die Zielgruppe nach Berichten, Zuständigkeiten oder Akteuren "
        "betroffen ist, ohne dass ein Format sie dort erreichte.",
        "Each number counts the formats that took place and reached the target group in the Sozialraum, in an area "
        "within or around it; a sign stands where the target group is concerned by reports, responsibilities or actors "
        "and no format reached it there.",
    ),
}


class MatrixScope(Scope):
    """What the matrix takes beside what every question takes."""

    kind: Annotated[Kind, Text("Matrix", "matrix")] = Kind.UNITS_AREAS
