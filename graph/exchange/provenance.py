"""What every exported file says about itself: from which data, cut how, under which terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from graph.network import Network
from graph.questions.scope import Scope
from schema.record import VISIBILITY_LABELS
from schema.text import Text

SOURCES = 200
"""Names of sources that are given at most; of the others only their number is."""
TERMS = Text(
    "Für die Inhalte gelten die Bedingungen der genannten Quellen; mit dem Export ist keine Lizenz verbunden.",
    "The contents are under the terms of the sources named; no licence comes with the export.",
)
_NO = Text("nein", "no")
_YES = Text("ja", "yes")
LABELS: Mapping[str, Text] = {
    "tool": Text("Erstellt mit", "made with"),
    "data_version": Text("Datenstand (laufende Nummer)", "data version"),
    "dated": Text("Letzte Änderung der Daten", "last change of the data"),
    "as_of": Text("Stichtag", "as of"),
    "kommune": Text("Kommune", "Kommune"),
    "visibility": Text("Höchste Sichtbarkeit", "highest visibility"),
    "persons": Text("Personen enthalten", "persons included"),
    "pseudonymised": Text("Personen pseudonymisiert", "persons pseudonymised"),
    "nodes": Text("Knoten", "nodes"),
    "ties": Text("Verbindungen", "ties"),
    "sources": Text("Quellen", "sources"),
    "more_sources": Text("Weitere Quellen", "more sources"),
    "terms": Text("Nutzungsbedingungen", "terms of use"),
}
"""What the file says about itself, in the order in which it says it."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an export comes from; the same data version and scope give the same values, so no time of day."""

    network: Network
    scope: Scope
    dated: str | None
    pseudonymised: bool

    def facts(self) -> dict[str, Any]:
        """Give the facts that are known as plain values, in the order of `LABELS`."""
        names = sorted({str(row["source"]) for rows in self._rows() for row in rows})
        told = {
            "tool": f"Fahrstuhl {version('fahrstuhl')}",
            "data_version": self.network.version,
            "dated": self.dated,
            "as_of": self.scope.as_of and self.scope.as_of.isoformat(),
            "kommune": self.network.kommune,
            "visibility": self.scope.visibility.value,
            "persons": self.scope.persons,
            "pseudonymised": self.pseudonymised,
            "nodes": self.network.n,
            "ties": self.network.m,
            "sources": names[:SOURCES],
            "more_sources": len(names) - SOURCES if len(names) > SOURCES else None,
            "terms": TERMS.de,
        }
        return {name: value for name, value in told.items() if value is not None}

    def lines(self) -> list[tuple[str, str]]:
        """Give the facts as German headings with a text each, for people."""
        facts = self.facts() | {"visibility": VISIBILITY_LABELS[self.scope.visibility].de}
        return [(LABELS[name].de, _said(value)) for name, value in facts.items()]

    def _rows(self) -> tuple[tuple[Mapping[str, Any], ...], ...]:
        return self.network.node_rows, self.network.tie_rows


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return (_YES if value else _NO).de
    return "; ".join(value) if isinstance(value, list) else str(value)
