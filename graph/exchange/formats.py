"""The formats in which a network can be handed over, each declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.exchange.csv_archive import write_csv
from graph.exchange.cypher_script import write_cypher
from graph.exchange.export import Export
from graph.exchange.follow_the_money import write_ftm
from graph.exchange.gexf import write_gexf
from graph.exchange.graphml import write_graphml
from graph.exchange.json_ld import write_json_ld
from graph.exchange.node_link import write_node_link
from graph.exchange.packing import repack_workbook
from graph.exchange.popolo import write_popolo
from graph.exchange.workbook import write_workbook
from schema.errors import UsageError
from schema.text import Text


def write_xlsx(export: Export, path: Path) -> None:
    """Write one sheet per type that occurs, and one that says where the records come from."""
    with TemporaryDirectory() as folder:
        made = write_workbook(Path(folder) / "made.xlsx", export.records(), export.provenance.lines())
        repack_workbook(made, path)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line, what it is for, and how it is written to a path."""

    name: str
    label: Text
    suffix: str
    media_type: str
    write: Callable[[Export, Path], None]
    whole: bool = False
    """Whether every field of every record is in it, so that Fahrstuhl reads it back without a change."""


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(
            "csv",
            Text("Tabellen (CSV, gepackt)", "tables (CSV, zipped)"),
            ".zip",
            "application/zip",
            write_csv,
            whole=True,
        ),
        Format(
            "xlsx",
            Text("Excel-Arbeitsmappe", "Excel workbook"),
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            write_xlsx,
            whole=True,
        ),
        Format(
            "graphml",
            Text("GraphML für Gephi, yEd, R und Python", "GraphML for Gephi, yEd, R and Python"),
            ".graphml",
            "application/graphml+xml",
            write_graphml,
            whole=True,
        ),
        Format("gexf", Text("GEXF für Gephi", "GEXF for Gephi"), ".gexf", "application/gexf+xml", write_gexf),
        Format(
            "cypher",
            Text("Cypher-Skript für Neo4j", "Cypher script for Neo4j"),
            ".cypher",
            "application/x-cypher-query",
            write_cypher,
            whole=True,
        ),
        Format(
            "jsonld",
            Text("JSON-LD (W3C ORG, schema.org)", "JSON-LD (W3C ORG, schema.org)"),
            ".jsonld",
            "application/ld+json",
            write_json_ld,
            whole=True,
        ),
        Format("json", Text("JSON für NetworkX", "JSON for NetworkX"), ".json", "application/json", write_node_link),
        Format(
            "popolo",
            Text("Popolo (Personen, Organisationen, Mitgliedschaften)", "Popolo (persons, organizations, memberships)"),
            ".popolo.json",
            "application/json",
            write_popolo,
        ),
        Format(
            "ftm",
            Text("FollowTheMoney (Aleph)", "FollowTheMoney (Aleph)"),
            ".ftm.json",
            "application/x-ndjson",
            write_ftm,
        ),
    )
}
"""All formats by name."""


def format_of(name: str | None, file: str) -> Format:
    """Choose a format by its name or, where none is said, by the longest ending that fits the file's name."""
    if name in FORMATS:
        return FORMATS[name]
    fitting = [made for made in FORMATS.values() if file.lower().endswith(made.suffix)]
    if name is None and fitting:
        return max(fitting, key=lambda made: len(made.suffix))
    raise UsageError(
        Text("Das Format {name!r} gibt es nicht.", "There is no format {name!r}.").format(name=name)
        if name
        else Text("{file}: am Namen ist kein Format zu erkennen.", "{file}: no format can be told by the name.").format(
            file=file
        ),
        Text("Formate: {known}.", "Formats: {known}.").format(known=", ".join(FORMATS)),
    )
