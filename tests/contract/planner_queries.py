"""Questions as planners ask them, in the forms of Cypher that our own queries may use: equal rows on both servers.

`expected` was counted by hand in `small_landkreis`; where it is None, the two servers are held against each other.
"""

from dataclasses import dataclass, field
from typing import Any

Row = tuple[Any, ...]


@dataclass(frozen=True)
class PlannerQuery:
    """One question; `form` names what of Cypher it tries."""

    form: str
    cypher: str
    expected: list[Row] | None = None
    params: dict[str, Any] = field(default_factory=dict)


def _column(*values: Any) -> list[Row]:
    return [(value,) for value in values]


QUERIES: tuple[PlannerQuery, ...] = (
    PlannerQuery("MATCH with a label, count", "MATCH (n:Record) RETURN count(n) AS nodes", [(62,)]),
    PlannerQuery(
        "grouping, ORDER BY two keys",
        "MATCH (k:Kommune)<-[:PART_OF]-(d:Department) RETURN k.name AS kommune, count(d) AS units "
        "ORDER BY units DESC, kommune",
        [("Bergen", 1), ("Musterkreis", 1), ("Talheim", 1), ("Ödental", 1)],
    ),
    PlannerQuery(
        "OPTIONAL MATCH, WHERE after WITH",
        "MATCH (w:Sozialraum) OPTIONAL MATCH (a:Record)-[:ACTIVE_IN]->(w) WITH w, count(a) AS actors "
        "WHERE actors = 0 RETURN w.id AS area ORDER BY area",
        _column("w3", "w4", "w6", "w7", "w9"),
    ),
    PlannerQuery(
        "EXISTS with a pattern",
        "MATCH (d:Department) WHERE EXISTS { (d)-[:RESPONSIBLE_FOR]->(:Fachplanung) } RETURN d.id AS unit "
        "ORDER BY unit",
        _column("fd-planung", "gesundheit", "jugendamt", "schulamt"),
    ),
    PlannerQuery(
        "NOT EXISTS with MATCH and WHERE",
        "MATCH (v:Document) WHERE NOT EXISTS { MATCH (v)-[c:CONSULTED_IN]->(:Committee) "
        "WHERE c.held_on IS NOT NULL } RETURN v.id AS paper ORDER BY paper",
        _column("v1", "v5", "v6"),
    ),
    PlannerQuery(
        "COUNT in WHERE, bracketed",
        "MATCH (o:Organisation) WHERE (COUNT { (o)-[:ACTIVE_IN]->(:Sozialraum) }) >= 2 RETURN o.id AS id ORDER BY id",
        _column("jobcenter", "traeger"),
    ),
    PlannerQuery(
        "COUNT in RETURN",
        "MATCH (c:Committee) RETURN c.id AS body, COUNT { (c)<-[:CONSULTED_IN]-(:Document) } AS papers "
        "ORDER BY papers DESC, body",
        [("jha", 3), ("kreistag", 1), ("soz-ausschuss", 1), ("sk-nord", 0), ("sk-sued", 0), ("steuerung", 0)],
    ),
    PlannerQuery(
        "COLLECT",
        "MATCH (c:Committee {id: 'jha'}) RETURN COLLECT { MATCH (v:Document)-[:CONSULTED_IN]->(c) "
        "RETURN v.id ORDER BY v.id } AS papers",
        [(["v2", "v3", "v4"],)],
    ),
    PlannerQuery(
        "pattern comprehension",
        "MATCH (d:Department) WITH d, [(d)-[:RESPONSIBLE_FOR]->(w:Sozialraum) | w.population] AS people "
        "WHERE size(people) > 0 RETURN d.id AS unit, size(people) AS areas ORDER BY unit",
        [("bergen-soz", 2), ("jugendamt", 3), ("talheim-soz", 1)],
    ),
    PlannerQuery(
        "list comprehension, index and slice",
        "WITH [x IN range(1, 6) WHERE x % 2 = 1 | x * x] AS squares RETURN squares, squares[0] AS first, "
        "squares[-1] AS last, squares[..2] AS two",
        [([1, 9, 25], 1, 25, [1, 9])],
    ),
    PlannerQuery(
        "reduce over an ordered collect",
        "MATCH (w:Sozialraum)-[:PART_OF]->(:Kommune {id: 'bergen'}) WITH w ORDER BY w.id "
        "WITH collect(w.population) AS people RETURN reduce(sum = 0, p IN people | sum + p) AS total",
        [(10_000,)],
    ),
    PlannerQuery(
        "UNWIND of a parameter",
        "UNWIND $ids AS id MATCH (n:Record {id: id}) RETURN id, n.name AS name ORDER BY id",
        [("jha", "Jugendhilfeausschuss"), ("w3", "Wohnplatz 03")],
        {"ids": ["w3", "jha", "nobody"]},
    ),
    PlannerQuery(
        "WITH … ORDER BY … LIMIT",
        "MATCH (:Indicator {id: 'sgb2'})-[m:MEASURED]->(w:Sozialraum) WITH w, m.value AS need "
        "ORDER BY need DESC LIMIT 3 RETURN w.id AS area, need ORDER BY need",
        [("w8", 22.5), ("w9", 25.0), ("w10", 27.5)],
    ),
    PlannerQuery(
        "DISTINCT",
        "MATCH (d:Department) RETURN DISTINCT d.kind AS kind ORDER BY kind",
        _column("Amt", "Dezernat", "Fachbereich", "Fachdienst", "Stabsstelle"),
    ),
    PlannerQuery(
        "avg, min, max, sum, count",
        "MATCH (:Indicator {id: 'sgb2'})-[m:MEASURED]->(:Sozialraum) RETURN avg(m.value) AS mean, "
        "min(m.value) AS least, max(m.value) AS most, sum(m.value) AS total, count(*) AS areas",
        [(16.25, 5.0, 27.5, 162.5, 10)],
    ),
    PlannerQuery(
        "percentiles and standard deviation",  # of an arithmetic progression: 2.5 · √(10 · 11 / 12) = 7.569
        "MATCH (:Indicator {id: 'sgb2'})-[m:MEASURED]->(:Sozialraum) RETURN percentileCont(m.value, 0.5) AS median, "
        "percentileDisc(m.value, 0.9) AS upper, round(stDev(m.value), 3) AS spread",
        [(16.25, 25.0, 7.569)],
    ),
    PlannerQuery(
        "path of variable length",
        "MATCH (d:Department)-[:PART_OF*1..3]->(:Department {id: 'dez4'}) RETURN d.id AS unit ORDER BY unit",
        _column("fd-hilfen", "fd-planung", "gesundheit", "jugendamt", "schulamt", "stab"),
    ),
    PlannerQuery(
        "length of a path",
        "MATCH p = (:Sozialraum {id: 'w1'})-[:PART_OF*1..3]->(k:Kommune) RETURN k.id AS id, length(p) AS steps "
        "ORDER BY steps",
        [("bergen", 1), ("kreis", 2)],
    ),
    PlannerQuery(
        "quantified tie, undirected",
        "MATCH (:Department {id: 'bergen-soz'})-[:COUNTERPART_OF]-{2}(b) RETURN b.id AS id ORDER BY id",
        _column("jugendamt", "talheim-soz"),
    ),
    PlannerQuery(
        "quantified tie, directed, with bounds",
        "MATCH (w:Sozialraum {id: 'w8'})-[:PART_OF]->{1,3}(k:Kommune) RETURN k.id AS id ORDER BY id",
        _column("kreis", "odental"),
    ),
    PlannerQuery(
        "quantified path, directed",
        "MATCH (d:Department {id: 'fd-hilfen'}) ((a)-[:PART_OF]->(b)){1,4} (k:Kommune) RETURN k.id AS id, "
        "[x IN b | x.id] AS over",
        [("kreis", ["jugendamt", "dez4", "kreis"])],
    ),
    PlannerQuery(
        "shortestPath, its length",
        "MATCH (a:Record {id: 'p-alpha'}), (b:Record {id: 'kreistag'}) MATCH p = shortestPath((a)-[*..8]-(b)) "
        "RETURN length(p) AS steps",
        [(3,)],
    ),
    PlannerQuery(
        "shortestPath, its nodes and ties",
        "MATCH (a:Sozialraum {id: 'w10'}), (b:Kommune {id: 'kreis'}) MATCH p = shortestPath((a)-[:PART_OF*]->(b)) "
        "RETURN [x IN nodes(p) | x.id] AS way, [r IN relationships(p) | type(r)] AS by",
        [(["w10", "waldau", "kreis"], ["PART_OF", "PART_OF"])],
    ),
    PlannerQuery(
        "CASE",
        "MATCH (k:Kommune) WHERE k.kind = 'Gemeinde' RETURN k.id AS id, CASE WHEN k.population >= 30000 THEN 'large' "
        "WHEN k.population >= 20000 THEN 'middle' ELSE 'small' END AS size ORDER BY id",
        [("bergen", "large"), ("odental", "middle"), ("talheim", "large"), ("waldau", "small")],
    ),
    PlannerQuery(
        "CASE with EXISTS",
        "MATCH (w:Sozialraum) WHERE w.population <= 3000 RETURN w.id AS area, "
        "CASE WHEN EXISTS { (w)<-[:ACTIVE_IN]-(:Organisation) } THEN 'yes' ELSE 'no' END AS active ORDER BY area",
        [("w1", "yes"), ("w2", "yes"), ("w3", "no")],
    ),
    PlannerQuery(
        "UNION in a subquery, ordered outside",
        "CALL { MATCH (d:Department)-[:RESPONSIBLE_FOR]->(:Sozialraum {id: 'w1'}) RETURN d.id AS id "
        "UNION MATCH (o:Organisation)-[:ACTIVE_IN]->(:Sozialraum {id: 'w1'}) RETURN o.id AS id } "
        "RETURN id ORDER BY id",
        _column("bergen-soz", "jobcenter", "jugendamt", "schule", "traeger"),
    ),
    PlannerQuery(
        "UNION ALL",
        "MATCH (c:Committee) RETURN 'body' AS what, count(c) AS n UNION ALL MATCH (d:Department) "
        "RETURN 'unit' AS what, count(d) AS n",
        [("body", 6), ("unit", 10)],
    ),
    PlannerQuery(
        "CALL subquery for each row",
        "MATCH (k:Kommune) CALL (k) { MATCH (w:Sozialraum)-[:PART_OF]->(k) RETURN count(w) AS areas } "
        "RETURN k.id AS id, areas ORDER BY id",
        [("bergen", 4), ("kreis", 0), ("odental", 2), ("talheim", 3), ("waldau", 1)],
    ),
    PlannerQuery(
        "dates compared",
        "MATCH (v:Document) WHERE v.dated >= date('2024-01-01') RETURN v.id AS paper, v.dated AS dated ORDER BY dated",
        [("v2", "2024-05-15"), ("v3", "2025-01-20"), ("v4", "2025-06-10")],
    ),
    PlannerQuery(
        "date plus duration",
        "MATCH (p:Process) RETURN p.id AS id, p.starts_on + duration({months: 6, days: 3}) AS due ORDER BY id",
        [("projekt", "2024-09-04"), ("runde", "2026-07-18")],
    ),
    PlannerQuery(
        "days between two dates",
        "MATCH (p:Process) RETURN p.id AS id, duration.inDays(p.starts_on, p.ends_on).days AS days ORDER BY id",
        [("projekt", 364), ("runde", 334)],
    ),
    PlannerQuery(
        "parts of a date, grouped",
        "MATCH (v:Document) WHERE v.dated IS NOT NULL RETURN v.dated.year AS year, count(*) AS papers ORDER BY year",
        [(2022, 1), (2023, 1), (2024, 1), (2025, 2)],
    ),
    PlannerQuery(
        "a date given as text in a parameter",
        "MATCH (f:Format) WHERE f.held_on < date($day) RETURN f.id AS id, date.truncate('month', f.held_on) AS month "
        "ORDER BY id",
        [("begehung", "2025-10-01"), ("tandem", "2026-02-01")],
        {"day": "2026-03-01"},
    ),
    PlannerQuery(
        "toLower and CONTAINS",
        "MATCH (n:Record) WHERE toLower(n.name) CONTAINS 'soziales' RETURN n.id AS id ORDER BY id",
        _column("bergen-soz", "dez4", "jugendamt", "soz-ausschuss"),
    ),
    PlannerQuery(
        "text functions",
        "MATCH (v:Document {id: 'v3'}) RETURN split(v.name, ' ')[1] AS word, "
        "replace(v.name, 'Kita', 'Hort') AS swapped, "
        "substring(v.name, 0, 7) AS start, toUpper(right(v.name, 6)) AS tail, trim('  x ') AS bare, "
        "size(v.name) AS letters",
        [("Kita-Ausbau", "Vorlage Hort-Ausbau", "Vorlage", "AUSBAU", "x", 19)],
    ),
    PlannerQuery(
        "coalesce",
        "MATCH (d:Department {kind: 'Fachbereich'}) RETURN d.id AS id, coalesce(d.number, '–') AS number ORDER BY id",
        [("bergen-soz", "5"), ("odental-soz", "–"), ("talheim-soz", "–")],
    ),
    PlannerQuery(
        "any over a list property",
        "MATCH (p:Person) WHERE any(f IN p.functions WHERE f STARTS WITH 'S') RETURN p.id AS id ORDER BY id",
        _column("p-alpha", "p-beta"),
    ),
    PlannerQuery(
        "all, none, single over a collect",
        "MATCH (k:Kommune)<-[:PART_OF]-(w:Sozialraum) WITH k, collect(w.population) AS people "
        "RETURN k.id AS id, all(p IN people WHERE p >= 5000) AS large, none(p IN people WHERE p > 9000) AS modest, "
        "single(p IN people WHERE p = 8000) AS one ORDER BY id",
        [
            ("bergen", False, True, False),
            ("odental", True, True, True),
            ("talheim", True, True, False),
            ("waldau", True, False, False),
        ],
    ),
    PlannerQuery(
        "map projection",
        "MATCH (k:Kommune {id: 'bergen'}) RETURN k {.name, .population, kind: toUpper(k.kind)} AS kommune",
        [({"kind": "GEMEINDE", "name": "Bergen", "population": 40_000},)],
    ),
    PlannerQuery(
        "parameters for values",
        "MATCH (k:Kommune) WHERE k.population > $least AND k.kind IN $kinds RETURN k.ags AS ags ORDER BY ags",
        _column("05998004", "05998008"),
        {"least": 20_000, "kinds": ["Gemeinde", "Stadt"]},
    ),
    PlannerQuery(
        "labels, one row each",
        "MATCH (n:Record) UNWIND labels(n) AS label WITH label WHERE label <> 'Record' "
        "RETURN label, count(*) AS nodes ORDER BY nodes DESC, label LIMIT 4",
        [("Department", 10), ("Sozialraum", 10), ("Committee", 6), ("Document", 6)],
    ),
    PlannerQuery(
        "type of a tie, undirected",
        "MATCH (:Department {id: 'jugendamt'})-[r]-(:Record) RETURN type(r) AS tie, count(*) AS n ORDER BY tie",
        [
            ("COOPERATES_WITH", 3),
            ("COUNTERPART_OF", 2),
            ("ISSUED_BY", 1),
            ("LEADS", 1),
            ("MEMBER_OF", 1),
            ("PART_OF", 3),
            ("RESPONSIBLE_FOR", 4),
            ("UNDER_DIRECTION_OF", 2),
        ],
    ),
    PlannerQuery(
        "keys of a node",
        "MATCH (t:TargetGroup {id: 'kinder'}) UNWIND keys(t) AS key WITH key WHERE NOT key STARTS WITH '_' "
        "RETURN key ORDER BY key",
        _column("confidence", "hard_to_reach", "id", "name", "source"),
    ),
    PlannerQuery(
        "regular expression",
        "MATCH (w:Sozialraum) WHERE w.id =~ 'w[1-3]' OR w.name =~ '.*(?i)PLATZ 1.*' RETURN w.id AS id ORDER BY id",
        _column("w1", "w10", "w2", "w3"),
    ),
    PlannerQuery(
        "SKIP and LIMIT from parameters",
        "MATCH (w:Sozialraum) RETURN w.population AS people ORDER BY people SKIP $from LIMIT $size",
        _column(4000, 5000, 6000),
        {"from": 3, "size": 3},
    ),
    PlannerQuery(
        "two units on one area that do not cooperate",
        "MATCH (a:Department)-[:RESPONSIBLE_FOR]->(w:Sozialraum)<-[:RESPONSIBLE_FOR]-(b:Department) WHERE a.id < b.id "
        "AND NOT EXISTS { (a)-[:COOPERATES_WITH]-(b) } RETURN a.id AS one, b.id AS other, count(w) AS shared",
        [("bergen-soz", "jugendamt", 2)],
    ),
    PlannerQuery(
        "several types and labels, count DISTINCT",
        "MATCH (a:Department|Organisation)-[:ACTIVE_IN|RESPONSIBLE_FOR]->(w:Sozialraum) "
        "RETURN w.id AS area, count(DISTINCT a) AS actors ORDER BY actors DESC, area LIMIT 3",
        [("w1", 5), ("w2", 3), ("w5", 2)],
    ),
    PlannerQuery(
        "WHERE within a pattern; ends of a tie",
        "MATCH (c:Committee WHERE c.kind = 'Ausschuss')<-[r:CONSULTED_IN WHERE r.result IS NOT NULL]-(:Document) "
        "RETURN startNode(r).id AS paper, endNode(r).id AS body ORDER BY paper",
        [("v2", "jha"), ("v3", "jha"), ("v4", "jha")],
    ),
    PlannerQuery(
        "aggregate of an aggregate",
        "MATCH (o:Organisation) OPTIONAL MATCH (o)-[r]-(:Record) WITH o, count(r) AS ties "
        "RETURN ties, count(*) AS organisations ORDER BY ties",
        [(1, 2), (3, 1), (4, 2), (5, 1)],
    ),
    PlannerQuery(
        "numbers",
        "RETURN round(2.5) AS up, abs(-3) AS away, 7 / 2 AS whole, 7 / 2.0 AS part, 7 % 3 AS rest, "
        "toInteger('12') AS n, toFloat('1.5') AS x, sqrt(16) AS root, sign(-2) AS sign",
        [(3.0, 3, 3, 3.5, 1, 12, 1.5, 4.0, -1)],
    ),
    PlannerQuery(
        "whole nodes, ties and paths",
        "MATCH p = (:Person)-[r:WORKS_IN]->(d:Department) RETURN d, r, p",
    ),
)
