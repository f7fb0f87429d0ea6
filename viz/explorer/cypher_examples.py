"""Queries to begin with, in the forms of docs/cypher.md, so that both stores understand them."""

from dataclasses import dataclass

from schema.text import Text


@dataclass(frozen=True, slots=True)
class Example:
    """A query with what it finds."""

    finds: Text
    query: str
    params: str = ""


EXAMPLES: tuple[Example, ...] = (
    Example(
        Text("Wie viele Knoten jeder Art es gibt", "How many nodes of each type there are"),
        "MATCH (n:Record) UNWIND labels(n) AS label\nWITH label WHERE label <> 'Record'\n"
        "RETURN label, count(*) AS n ORDER BY n DESC, label",
    ),
    Example(
        Text("Welche Einheit an welches Gremium berichtet", "Which unit reports to which committee"),
        "MATCH (d:Department)-[r:REPORTS_TO]->(c:Committee)\nRETURN d, r, c ORDER BY d.id, c.id LIMIT 100",
    ),
    Example(
        Text("Wer in einem Sozialraum aktiv ist", "Who is active in a Sozialraum"),
        "MATCH (w:Sozialraum)<-[r:ACTIVE_IN]-(a)\nWHERE w.name CONTAINS $part\nRETURN a, r, w ORDER BY a.id, w.id",
        '{"part": "a"}',
    ),
    Example(
        Text("Sozialräume, in denen niemand aktiv ist", "Sozialräume in which nobody is active"),
        "MATCH (w:Sozialraum)\nWHERE NOT EXISTS { (w)<-[:ACTIVE_IN]-() }\nRETURN w.name AS area ORDER BY area",
    ),
    Example(
        Text("Mit wem eine Einheit zu tun hat", "With whom a unit has to do"),
        "MATCH (d:Department)-[r]-(m:Record)\nWHERE d.name = $name\nRETURN d, r, m ORDER BY m.id LIMIT 200",
        '{"name": "Jugendamt"}',
    ),
    Example(
        Text("Zuständigkeiten ohne Präsenz vor Ort", "Responsible for an area without being active there"),
        "MATCH (d:Department)-[:RESPONSIBLE_FOR]->(w:Sozialraum)\nWHERE NOT EXISTS { (d)-[:ACTIVE_IN]->(w) }\n"
        "RETURN d.name AS unit, w.name AS area ORDER BY unit, area",
    ),
)
