"""What a Neo4j plan may hold for its statement to be run: operators that only read, and only records.

`EXPLAIN` shows what the server made of a text, however it was spelled: `LOAD\\u0020CSV` is a `LoadCSV` there. The list
was made from the operators that Neo4j 5.26 plans for reading; whatever is not on it is refused, so a new operator of a
later version is a refusal to be looked at, never a hole. Operators that begin at a node or tie must name a label or
type of our schema: the history, which keeps what records were before, is not for this way of reading.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from schema.catalogue import NODE_TYPES, RECORD_LABEL, TIE_TYPES
from schema.errors import NotAllowedError
from schema.text import Text

OPERATORS = frozenset(
    """
    AllNodesMatch Anti AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker AssertSameNode
    AssertSameRelationship BFSPruningVarLengthExpand BidirectionalRepeat CacheProperties CartesianProduct
    ConditionalApply Distinct Eager EagerAggregation EmptyRow Exhaustive ExhaustiveLimit Expand Filter
    LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit NodeHashJoin
    NonFuseable Optional OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop
    PathPropagatingBFS ProduceResults ProjectEndpoints Projection PruningVarLengthExpand Repeat RightOuterHashJoin
    RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath Skip Sort StatefulShortestPath Top
    TriadicBuild TriadicFilter TriadicSelection Trail Union Unwind ValueHashJoin VarLengthExpand
    """.split()  # noqa: SIM905  (a word list reads better than 60 quoted words)
)
"""Operators that pass on, compute or step along ties from what they were given."""

LABELS = frozenset({RECORD_LABEL, *NODE_TYPES})
_NAME = r"(?:`[^`\s]+`|\w+)"
_LABELS_OF = {
    **dict.fromkeys(
        ["NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan"],
        re.compile(rf"{_NAME}:(?P<names>\w+(?:[|&]\w+)*)"),
    ),
    "SubtractionNodeByLabelsScan": re.compile(rf"{_NAME}:(?P<names>\w+(?:&\w+)*)(?:&!\w+)+"),
    **dict.fromkeys(
        ["NodeIndexScan", "NodeIndexSeek", "NodeUniqueIndexSeek", "NodeIndexSeekByRange",
         "NodeUniqueIndexSeekByRange", "NodeIndexContainsScan",
         "NodeIndexEndsWithScan", "MultiNodeIndexSeek", "AssertingMultiNodeIndexSeek"],
        re.compile(rf"(?:[A-Z]+ INDEX |UNIQUE |[A-Z]+ )*{_NAME}:(?P<names>\w+)\(.*", re.DOTALL),
    ),
    "NodeCountFromCountStore": re.compile(r"count\( (?:\(:(?P<names>\w+)\),? ?)+ ?\) AS .*", re.DOTALL),
}  # fmt: skip
_TYPES_OF = {
    **dict.fromkeys(
        ["DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan", "DirectedUnionRelationshipTypesScan",
         "UndirectedUnionRelationshipTypesScan"],
        re.compile(rf"\({_NAME}\)<?-\[{_NAME}:(?P<names>\w+(?:\|\w+)*)\]->?\({_NAME}\)"),
    ),
    **dict.fromkeys(
        ["DirectedRelationshipIndexScan", "DirectedRelationshipIndexSeek", "DirectedRelationshipIndexSeekByRange",
         "DirectedRelationshipUniqueIndexSeek", "DirectedRelationshipUniqueIndexSeekByRange",
         "UndirectedRelationshipUniqueIndexSeekByRange", "UndirectedRelationshipIndexScan",
         "UndirectedRelationshipIndexSeek", "UndirectedRelationshipIndexSeekByRange",
         "UndirectedRelationshipUniqueIndexSeek",
         "DirectedRelationshipIndexContainsScan", "UndirectedRelationshipIndexContainsScan",
         "DirectedRelationshipIndexEndsWithScan", "UndirectedRelationshipIndexEndsWithScan"],
        re.compile(rf"(?:[A-Z]+ INDEX |UNIQUE |[A-Z]+ )*\({_NAME}\)<?-\[{_NAME}:(?P<names>\w+)\(.*", re.DOTALL),
    ),
    "RelationshipCountFromCountStore": re.compile(
        r"count\( \((?::\w+)?\)-\[:(?P<names>\w+(?:\|\w+)*)\]->\((?::\w+)?\) \) AS .*", re.DOTALL
    ),
}  # fmt: skip
_INNER = re.compile(r"\b(?:EXISTS|COUNT|COLLECT)\s*\{", re.IGNORECASE)
_INNER_MATCH = re.compile(r"\bMATCH\s+(?P<path>.*?)(?=\s+(?:WHERE|RETURN|MATCH|WITH)\b|\s*\}|$)", re.DOTALL)
_INNER_PATH = re.compile(rf"\({_NAME}\)(?:<?-\[{_NAME}?:(?P<names>[\w`]+(?:\|[\w`]+)*)\]->?\({_NAME}\))+", re.DOTALL)
_INNER_TYPES = re.compile(rf"\[{_NAME}?:([\w`|]+)\]")

_REFUSED = Text("Diese Abfrage darf hier nicht laufen ({w}).", "This query may not run here ({w}).")
_PLAIN = Text(
    "Es kann nur gelesen werden: MATCH, WHERE, WITH, RETURN; siehe docs/cypher.md.",
    "Only reading is possible: MATCH, WHERE, WITH, RETURN; see docs/cypher.md.",
)
_NO_TYPE = Text("Die Abfrage beginnt an einem Knoten ohne Typ.", "The query begins at a node without a type.")
NAME_A_TYPE = Text(
    "Nennen Sie am Anfang jedes Musters einen Typ: MATCH (n:Record), MATCH (d:Department)-[r]->(m).",
    "Name a type at the beginning of each pattern: MATCH (n:Record), MATCH (d:Department)-[r]->(m).",
)
_INNER_BARE = Text(
    "Ein EXISTS {…}, COUNT {…} oder COLLECT {…} in einem Ausdruck nennt seine Beziehungen nicht.",
    "An EXISTS {…}, COUNT {…} or COLLECT {…} within an expression does not name its tie types.",
)
_NAME_TIES = Text(
    "Nennen Sie die Beziehung: EXISTS { (n)-[:PART_OF]->(:Kommune) }, oder zählen Sie vorher in einem WITH.",
    "Name the tie: EXISTS { (n)-[:PART_OF]->(:Kommune) }, or count before in a WITH.",
)


def check_plan(plan: Mapping[str, Any], home: str) -> None:
    """Refuse a plan that does more than read records of the database `home`; raises NotAllowedError."""
    for operator, database, details in operators(plan):
        if database != home:
            raise _refusal(f"{operator}@{database}")
        if operator in _LABELS_OF:
            _check_names(_LABELS_OF[operator], details, LABELS)
        elif operator in _TYPES_OF:
            _check_names(_TYPES_OF[operator], details, TIE_TYPES.keys())
        elif operator == "ProcedureCall":
            raise _refusal(details.split("(", 1)[0][:60])
        elif operator in ("AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"):
            raise NotAllowedError(_NO_TYPE, NAME_A_TYPE)
        elif operator not in OPERATORS:
            raise _refusal(operator)
        _check_inner(details)


def check_embedded_plan(plan: Mapping[str, Any] | None) -> None:
    """Refuse, on the embedded server, what has no plan (`SHOW`, `TERMINATE`), and procedures."""
    if not plan:
        raise _refusal("SHOW, TERMINATE")
    steps = str(plan.get("args", {}).get("string-representation") or "")
    if call := re.search(r"^\s*\+ CALL (?!SUBQUERY\b)([\w.`]+)", steps, re.MULTILINE):
        raise _refusal(call[1][:60])


def home_of(plan: Mapping[str, Any]) -> str:
    """Name the database for which a plan was made."""
    return next(operators(plan))[1]


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Walk a plan from its root: operator without its variant, database, details."""
    name, _, database = str(plan["operatorType"]).partition("@")
    yield name.split("(", 1)[0], database, str(plan.get("args", {}).get("Details") or "")
    for child in plan.get("children", ()):
        yield from operators(child)


def _check_names(form: re.Pattern[str], details: str, allowed: Any) -> None:
    match = form.fullmatch(details.strip())
    if match is None or not match["names"] or any(name not in allowed for name in re.findall(r"\w+", match["names"])):
        raise NotAllowedError(_NO_TYPE, NAME_A_TYPE)


def _check_inner(details: str) -> None:
    """Check what an expression nests: it has no operators of its own in the plan, only the text that was understood.

    Each path in there must name tie types of the schema, which join records to records.
    """
    if not _INNER.search(details):
        return
    inner = details[_INNER.search(details).start() :]  # type: ignore[union-attr]
    if re.search(r"\b(?:LOAD\s+CSV|ResolvedCall|UnresolvedCall|CALL|USE)\b", inner):
        raise _refusal("LOAD, CALL")
    blocks, matches = len(_INNER.findall(inner)), list(_INNER_MATCH.finditer(inner))
    if len(matches) < blocks or not all(_names_its_ties(match["path"].strip()) for match in matches):
        raise NotAllowedError(_INNER_BARE, _NAME_TIES)


def _names_its_ties(path: str) -> bool:
    types = [name for group in _INNER_TYPES.findall(path) for name in group.replace("`", "").split("|")]
    return _INNER_PATH.fullmatch(path) is not None and all(name in TIE_TYPES for name in types)


def _refusal(what: str) -> NotAllowedError:
    return NotAllowedError(_REFUSED.format(w=what), _PLAIN)
