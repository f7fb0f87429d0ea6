"""What a look at the words lets through and what it keeps out; no server is asked."""

from pathlib import Path

import pytest

from graph.store.wording import FUNCTIONS, MAX_CHARACTERS, MAX_PATH, examine
from schema.errors import FahrstuhlError, InputError, LimitError, NotAllowedError

RULES = Path(__file__).parents[3] / "docs" / "cypher.md"

PASS = [
    "MATCH (n:Record) RETURN n",
    "  match (n:Record)\n// a remark\nreturn n /* and another */ ;",
    "MATCH (n:Record) WHERE n.name = 'LOAD CSV FROM (' RETURN n",
    "MATCH (n:Record) RETURN n.`LOAD CSV` AS `CALL dbms.listConfig()`",
    "MATCH p = (a:Record)-[:PART_OF*1..10]->(b) RETURN p",
    "MATCH (a:Record)-[:PART_OF]->{1,10}(b) RETURN b",
    "MATCH (a:Record), (b:Record) RETURN shortestPath((a)-[*]-(b)) AS p",
    "RETURN (1 + 2) * (3 + 4) AS x, 2 * (3) AS y, [1, 2][0] * 3 AS z",
    "MATCH (n:Record) WHERE n.name STARTS WITH 'A' AND NOT (n.kind IN ['x']) RETURN count(*) AS n",
    "UNWIND range(2014, 2030) AS year RETURN year",
    "WITH [1, 2] AS l RETURN range(0, size(l) - 1) AS i, reduce(s = 0, x IN l | s + x) AS sum",
    "MATCH (n:Record) WHERE n.name =~ '(?i).*amt.*' RETURN n",
    "RETURN date('2026-01-01') + duration({months: 6}) AS d, toLower('Ä') AS a",
]


@pytest.mark.parametrize("cypher", PASS)
def test_plain_reading_passes(cypher: str) -> None:
    examine(cypher)


@pytest.mark.parametrize(
    ("cypher", "error"),
    [
        ("", NotAllowedError),
        ("CREATE (n)", NotAllowedError),
        ("RETURN apoc.version() AS v", NotAllowedError),
        ("CALL db.labels()", NotAllowedError),
        ("MATCH (n:Record) RETURN 'a", InputError),
        ("MATCH (n:Record RETURN n", InputError),
        ("MATCH (n:Record) RETURN n /* open", InputError),
        ("RETURN '\\u0027' AS x", InputError),
        ("RETURN\u00a01 AS x", InputError),
        (f"MATCH (a:Record)-[*1..{MAX_PATH + 1}]->(b) RETURN b", LimitError),
        (f"MATCH (a:Record)-[:PART_OF]->{{1,{MAX_PATH + 1}}}(b) RETURN b", LimitError),
        ("MATCH (a:Record)-[:PART_OF*]->(b) RETURN b", LimitError),
        ("MATCH (a:Record)-[:PART_OF]->+(b) RETURN b", LimitError),
        ("MATCH (a:Record) ((x)-[:PART_OF]->(y))+ (b) RETURN b", LimitError),
        ("RETURN range(1, 100000) AS x", LimitError),
        ("RETURN [a IN [1] | [b IN [1] | [c IN [1] | c]]] AS x", LimitError),
        ("RETURN 'a' =~ '(a+)+' AS x", LimitError),
        ("RETURN reduce(s = 'x', i IN [1, 2] | s + s) AS s", LimitError),
        ("RETURN '" + "x" * MAX_CHARACTERS + "' AS x", LimitError),
    ],
)
def test_the_rest_is_kept_out(cypher: str, error: type[FahrstuhlError]) -> None:
    with pytest.raises(error):
        examine(cypher)


def test_the_rules_list_the_functions() -> None:
    listed = RULES.read_text(encoding="utf-8").split("## Funktionen", 1)[1]
    assert {name.strip("`,") for name in listed.split() if name.startswith("`")} == FUNCTIONS
