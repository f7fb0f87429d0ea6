"""The declared schema: types, ties, levels, colours, and the JSON Schema of all of them."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.entries import Entry
from api.openapi import EVERYWHERE, problems
from api.options import Options
from schema.catalogue import NODE_TYPES, TIE_TYPES, Feature, features
from schema.json_schema import json_schema
from schema.levels import LEVEL_LABELS, STOREYS, Level
from schema.nodes import Node, Shape
from schema.palette import LEVEL_COLOURS
from schema.record import VISIBILITY_LABELS, Record, Visibility
from schema.text import Text
from schema.ties import Tie

router = APIRouter(tags=["schema"])


class FieldEntry(Entry):
    """One field of a type."""

    name: str
    label: Text
    type: str
    many: bool
    required: bool
    choices: tuple[str, ...]

    @classmethod
    def of(cls, item: Feature) -> "FieldEntry":
        """Describe a field."""
        return cls(
            name=item.name,
            label=item.label,
            type=item.value.__name__,
            many=item.many,
            required=item.required,
            choices=item.choices,
        )


class KindEntry(Entry):
    """A known kind of a node type, with its own level where it has one."""

    label: Text
    level: Level | None
    intermediary: bool


class NodeType(Entry):
    """A node type."""

    name: str
    label: Text
    plural: Text
    colour: str
    shape: Shape
    level: Level | None
    kinds: tuple[KindEntry, ...]
    fields: tuple[FieldEntry, ...]


class TieType(Entry):
    """A tie type; `ends` are the pairs of node types that it may join, from → to."""

    name: str
    label: Text
    symmetric: bool
    contact: bool
    ends: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    fields: tuple[FieldEntry, ...]


class LevelEntry(Entry):
    """A level; the storeys come from top to bottom, the unknown level last."""

    name: Level
    label: Text
    colour: str
    storey: bool


class VisibilityEntry(Entry):
    """A class of visibility, the widest first."""

    name: Visibility
    label: Text


class Declarations(Entry):
    """Everything that is declared about the data."""

    nodes: tuple[NodeType, ...]
    ties: tuple[TieType, ...]
    levels: tuple[LevelEntry, ...]
    visibilities: tuple[VisibilityEntry, ...]
    json_schema: dict[str, Any]


def _node_type(name: str, cls: type[Node]) -> NodeType:
    return NodeType(
        name=name,
        label=cls.label,
        plural=cls.plural,
        colour=cls.colour,
        shape=cls.shape,
        level=cls.default_level,
        kinds=tuple(
            KindEntry(label=Text(kind.name, kind.gloss), level=kind.level, intermediary=kind.intermediary)
            for kind in cls.kinds
        ),
        fields=_fields(cls),
    )


def _tie_type(name: str, cls: type[Tie]) -> TieType:
    ends = tuple((_names(starts), _names(ends)) for starts, ends in cls.ends)
    return TieType(
        name=name, label=cls.label, symmetric=cls.symmetric, contact=cls.contact, ends=ends, fields=_fields(cls)
    )


def _fields(cls: type[Record]) -> tuple[FieldEntry, ...]:
    return tuple(FieldEntry.of(item) for item in features(cls))


def _names(types: tuple[type[Node], ...]) -> tuple[str, ...]:
    return tuple(node.__name__ for node in types)


DECLARED = Declarations(
    nodes=tuple(_node_type(name, cls) for name, cls in NODE_TYPES.items()),
    ties=tuple(_tie_type(name, cls) for name, cls in TIE_TYPES.items()),
    levels=tuple(
        LevelEntry(name=level, label=LEVEL_LABELS[level], colour=LEVEL_COLOURS[level], storey=level in STOREYS)
        for level in LEVEL_LABELS
    ),
    visibilities=tuple(VisibilityEntry(name=name, label=label) for name, label in VISIBILITY_LABELS.items()),
    json_schema=json_schema(),
)


def _shortened() -> Declarations:
    head = {key: DECLARED.json_schema[key] for key in ("$schema", "title")}
    return DECLARED.model_copy(update={"nodes": DECLARED.nodes[-1:], "ties": DECLARED.ties[-1:], "json_schema": head})


EXAMPLES = {"schema": _shortened}


@router.get(
    "/schema",
    operation_id="schema",
    summary="Node types, tie types, levels and JSON Schema",
    responses=problems(*EVERYWHERE),
)
def declarations(options: Annotated[Options, Query()]) -> Declarations:  # noqa: ARG001 -- declares `lang`
    """Give everything that is declared about the data, with German and English labels (the example is shortened)."""
    return DECLARED
