"""GraphML: the network with all fields, what was measured and where it stands; `graph.intake.exports.graphml` reads it.

A key's id is `n.` or `e.` with the name of the field, its heading is German; `v.` and `w.` is what is shown of nodes
and ties beside their fields. Headings that Gephi knows (label, weight, x, y, size, r, g, b) keep its words. What XML
cannot hold is spelled as `graph.exchange.xml_text` says.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.exchange import attributes
from graph.exchange.attributes import NODE_FIELDS, TIE_FIELDS, Attribute, Kind
from graph.exchange.export import Export
from graph.exchange.figures import Figures
from graph.exchange.picture import Look, looks
from graph.exchange.xml_text import attribute, content
from schema.catalogue import TIE_TYPES

MARK = "fahrstuhl-export graphml 1"
"""Stands in a comment at the beginning, by which the reader knows its own."""
TYPE = Attribute("type", "type")
LABEL = Attribute("label", "label")
_LOOKS: tuple[tuple[str, Kind], ...] = (
    ("x", "double"),
    ("y", "double"),
    ("size", "double"),
    ("r", "long"),
    ("g", "long"),
    ("b", "long"),
)
_IN_PLACE = frozenset({"id", "start", "end"})
"""Fields that GraphML has a place of its own for."""


def write_graphml(export: Export, path: Path) -> None:
    """Write the export as GraphML, line by line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _lines(export))


def _lines(export: Export) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<!-- {MARK} -->"
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    lines = export.provenance.lines()
    yield from (_key("graph", f"g.{number}", Attribute("", heading)) for number, (heading, _) in enumerate(lines))
    yield from _keys("node", "n", (TYPE, *_renamed(attributes.of_fields(NODE_FIELDS))))
    yield from _keys("node", "v", (*attributes.NODE_SHOWN, *(Attribute(name, name, kind) for name, kind in _LOOKS)))
    yield from _keys("edge", "e", (TYPE, *attributes.of_fields(TIE_FIELDS)))
    yield from _keys("edge", "w", (LABEL, attributes.WEIGHT))
    yield '<graph edgedefault="directed">'
    yield _data("g", ((str(number), told) for number, (_, told) in enumerate(lines)))
    yield from _nodes(export)
    yield from _ties(export)
    yield "</graph>\n</graphml>"


def _renamed(known: Iterable[Attribute]) -> Iterator[Attribute]:
    """Call a node's name what Gephi calls it."""
    yield from (Attribute(item.name, "label", item.kind) if item.name == "name" else item for item in known)


def _keys(what: str, prefix: str, known: Iterable[Attribute]) -> Iterator[str]:
    yield from (_key(what, f"{prefix}.{item.name}", item) for item in known if item.name not in _IN_PLACE)


def _key(what: str, id: str, item: Attribute) -> str:
    return f'<key id="{id}" for="{what}" attr.name={attribute(item.heading)} attr.type="{item.kind}"/>'


def _nodes(export: Export) -> Iterator[str]:
    found = Figures.of(export.network)
    for i, ((name, row), look) in enumerate(zip(export.nodes(), looks(export, found), strict=True)):
        data = _data("n", [("type", name), *_fields(attributes.values(NODE_FIELDS, row))])
        shown = _data("v", [*attributes.node_shown(export.network, found, i), *_look(look)])
        yield f"<node id={attribute(row['id'])}>{data}{shown}</node>"


def _look(look: Look) -> Iterator[tuple[str, str]]:
    values = (look.x, look.y, look.size, look.red, look.green, look.blue)
    yield from ((name, attributes.text(value)) for (name, _), value in zip(_LOOKS, values, strict=True))


def _ties(export: Export) -> Iterator[str]:
    for name, row in export.ties():
        data = _data("e", [("type", name), *_fields(attributes.values(TIE_FIELDS, row))])
        weight = str(float(row.get("count") or 1))
        shown = _data("w", [(LABEL.name, TIE_TYPES[name].label.de), (attributes.WEIGHT.name, weight)])
        ends = f"id={attribute(row['id'])} source={attribute(row['start'])} target={attribute(row['end'])}"
        yield f"<edge {ends}>{data}{shown}</edge>"


def _fields(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from (pair for pair in found if pair[0] not in _IN_PLACE)


def _data(prefix: str, found: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<data key="{prefix}.{name}">{content(text)}</data>' for name, text in found)
