"""Records of all types for hypothesis, derived from the declarations of the schema."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from schema.catalogue import Feature, features
from schema.nodes import NODES, Node
from schema.record import Record
from schema.ties import TIES, Tie

WIDEST_INT = 2**63 - 1
GEOMETRIES = (
    '{"type":"Point","coordinates":[8.4037,49.0069]}',
    '{"type":"Polygon","coordinates":[[[7.2,53.36],[7.21,53.36],[7.21,53.37],[7.2,53.36]]]}',
    '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[-180.0,90.0]}]}',
)
TEXTS = ("Größenmaßstab", "👩‍👩‍👧 Kita „Löwenzahn“", "a" * 10_000, "", " ", "'\"`\\$\n\t", "NULL", "1", "\u202e", "Ä")

_Schema = Mapping[str, Any]
_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_words = st.text(_letters, max_size=30) | st.sampled_from(TEXTS)


def identifiers() -> st.SearchStrategy[str]:
    """Draw ids: any characters but control characters."""
    return st.text(st.characters(exclude_categories=["Cs"], min_codepoint=0x20), min_size=1, max_size=20)


def records(cls: type[Record], **given: Any) -> st.SearchStrategy[Record]:
    """Draw records of one type; `given` are values or strategies for some of its fields."""
    fixed = {name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in given.items()}
    drawn = {f.name: _field(cls, f) for f in features(cls) if f.name not in fixed}
    return st.fixed_dictionaries(fixed | drawn).map(_in_order_of_time).map(cls.model_validate)


@st.composite
def whole_sets(draw: st.DrawFn) -> list[Record]:
    """Draw one node of each type (two where a tie joins two of one type) and one tie of each type among them."""
    names = draw(st.lists(identifiers(), min_size=2 * len(NODES) + len(TIES), max_size=None, unique=True))
    free = iter(names)
    nodes: dict[type[Node], list[Node]] = {}
    for cls in (*NODES, *NODES):
        node = draw(records(cls, id=next(free)))
        assert isinstance(node, Node)
        nodes.setdefault(cls, []).append(node)
    ties = [draw(_tie(cls, nodes, next(free))) for cls in TIES]
    return [*(node for pair in nodes.values() for node in pair), *ties]


def _tie(cls: type[Tie], nodes: Mapping[type[Node], list[Node]], id: str) -> st.SearchStrategy[Record]:
    pairs = [(a, b) for starts, ends in cls.ends for a in starts for b in ends]
    joined = st.sampled_from(pairs).map(lambda pair: (nodes[pair[0]][0].id, nodes[pair[1]][1].id))
    return joined.flatmap(lambda ends: records(cls, id=id, start=ends[0], end=ends[1]))


def _in_order_of_time(values: dict[str, Any]) -> dict[str, Any]:
    """Put both ends of the validity in their order."""
    begin, end = values["valid_from"], values["valid_to"]
    return values | {"valid_from": end, "valid_to": begin} if begin and end and end < begin else values


def _field(cls: type[Record], feature: Feature) -> st.SearchStrategy[Any]:
    asked = _schemas(cls)[feature.name]
    plain = next((part for part in asked.get("anyOf", ()) if part.get("type") != "null"), asked)
    one = _value(feature, plain.get("items", plain))
    if feature.many:
        return st.lists(one, max_size=3).map(tuple)
    return one if feature.required or cls.model_fields[feature.name].default is not None else st.none() | one


def _value(feature: Feature, asked: _Schema) -> st.SearchStrategy[Any]:
    if feature.choices:
        return st.sampled_from(feature.choices)
    if feature.name == "geometry":
        return st.sampled_from(GEOMETRIES)
    if feature.value is bool:
        return st.booleans()
    if feature.value is date:
        return st.dates()
    if feature.value is int:
        return st.integers(asked.get("minimum", -WIDEST_INT - 1), asked.get("maximum", WIDEST_INT))
    if feature.value is float:
        return st.floats(asked.get("minimum"), asked.get("maximum"), allow_nan=False, allow_infinity=False)
    assert feature.value is str, feature
    return _text(asked)


def _text(asked: _Schema) -> st.SearchStrategy[str]:
    pattern = asked.get("pattern", "")
    if pattern.startswith("^[0-9]"):
        return st.from_regex(pattern.removeprefix("^").removesuffix("$"), fullmatch=True)
    return _words.filter(len) if asked.get("minLength") else _words


@cache
def _schemas(cls: type[Record]) -> dict[str, _Schema]:
    found: dict[str, _Schema] = cls.model_json_schema()["properties"]
    return found
