"""The data dictionary: every type, field and German name with its gloss, as Markdown."""

from collections.abc import Iterator

from schema.catalogue import NODE_TYPES, TIE_TYPES, Feature, features
from schema.levels import LEVEL_LABELS, STOREYS
from schema.nodes import Node
from schema.record import Record
from schema.ties import Tie
from schema.validation import ends_text

_HEAD = """# Datenwörterbuch · data dictionary

<!-- Made by `make docs-generated` from the classes in schema/; a change here is overwritten and refused in lint. -->

Each type is declared once, in `schema/nodes.py` or `schema/ties.py`. Institutions keep their German names; the gloss
stands beside them.
"""


def data_dictionary() -> str:
    """Write the whole dictionary."""
    return "\n".join([_HEAD, *_levels(), *_common(), *_nodes(), *_ties()]) + "\n"


def glosses() -> dict[str, str]:
    """Give every German name in the code, identifier or kind, with its English gloss."""
    kinds = {kind.name: kind.gloss for node in NODE_TYPES.values() for kind in node.kinds}
    return {name: node.label.en for name, node in NODE_TYPES.items() if name == node.label.de} | kinds


def _levels() -> Iterator[str]:
    yield "## Ebenen · levels\n"
    yield from (f"- `{level}`: {LEVEL_LABELS[level].de} · {LEVEL_LABELS[level].en}" for level in STOREYS)
    yield "\nA node whose level the data do not tell is `unknown`; it is shown as unknown and never guessed.\n"


def _common() -> Iterator[str]:
    yield "## Auf jedem Knoten und jeder Verbindung · on every node and tie\n"
    yield from _table(features(Record))


def _nodes() -> Iterator[str]:
    yield "\n## Knoten · nodes\n\nAuf jedem Knoten · on every node:\n"
    yield from _table(_own(Node, Record))
    yield ""
    for name, node in NODE_TYPES.items():
        yield f"### {name}: {node.label.de} · {node.label.en}\n\n{node.__doc__}\n\nForm: {node.shape}.\n"
        if node.kinds:
            yield "Arten · kinds: " + ", ".join(_kind(kind.name, kind.gloss) for kind in node.kinds) + ".\n"
        yield from _table(_own(node, Node))
        yield ""


def _ties() -> Iterator[str]:
    yield "## Verbindungen · ties\n\nAuf jeder Verbindung · on every tie:\n"
    yield from _table(_own(Tie, Record))
    yield ""
    for verb, tie in TIE_TYPES.items():
        yield f"### {verb}: {tie.label.de} · {tie.label.en}\n\n{tie.__doc__}\n\nEnden · ends: {ends_text(tie).en}.\n"
        yield from _table(_own(tie, Tie))
        yield ""


def _kind(name: str, gloss: str) -> str:
    return f"{name} ({gloss})"


def _own(cls: type[Record], base: type[Record]) -> tuple[Feature, ...]:
    """List the fields that a type adds to those of its base."""
    inherited = {item.name for item in features(base)}
    return tuple(item for item in features(cls) if item.name not in inherited)


def _table(rows: tuple[Feature, ...]) -> Iterator[str]:
    if not rows:
        return
    yield "| Feld · field | Deutsch | English | Typ · type | Pflicht · required |"
    yield "|---|---|---|---|---|"
    for item in rows:
        shown = ", ".join(item.choices) or f"{item.value.__name__}{' (list)' if item.many else ''}"
        yield f"| `{item.name}` | {item.label.de} | {item.label.en} | {shown} | {'ja · yes' if item.required else ''} |"
