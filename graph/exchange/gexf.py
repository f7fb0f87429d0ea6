"""GEXF 1.2 for Gephi: German headings, what was measured, and place, size and colour of each node."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.exchange import attributes
from graph.exchange.attributes import NODE_FIELDS, TIE_FIELDS, Attribute
from graph.exchange.export import Export
from graph.exchange.figures import Figures
from graph.exchange.picture import Look, looks
from graph.exchange.xml_text import attribute, content
from schema.catalogue import TIE_TYPES

_SPACES = 'xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"'
_TYPE = Attribute("type", "type")
_IN_PLACE = frozenset({"id", "name", "start", "end"})
"""Fields that GEXF has a place of its own for."""


def write_gexf(export: Export, path: Path) -> None:
    """Write the export as GEXF, line by line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _lines(export))


def _lines(export: Export) -> Iterator[str]:
    told = export.provenance.lines()
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<gexf {_SPACES}>"
    yield f"<meta><creator>{content(told[0][1])}</creator><description>"
    yield from (content(f"{heading}: {text}") for heading, text in told[1:])
    yield '</description></meta>\n<graph defaultedgetype="directed" mode="static">'
    yield from _declared("node", (_TYPE, *attributes.of_fields(NODE_FIELDS), *attributes.NODE_SHOWN))
    yield from _declared("edge", (_TYPE, *attributes.of_fields(TIE_FIELDS)))
    yield "<nodes>"
    yield from _nodes(export)
    yield "</nodes>\n<edges>"
    yield from _ties(export)
    yield "</edges>\n</graph>\n</gexf>"


def _declared(what: str, known: Iterable[Attribute]) -> Iterator[str]:
    yield f'<attributes class="{what}">'
    for item in known:
        if item.name not in _IN_PLACE:
            yield f'<attribute id="{item.name}" title={attribute(item.heading)} type="{item.kind}"/>'
    yield "</attributes>"


def _nodes(export: Export) -> Iterator[str]:
    found = Figures.of(export.network)
    for i, ((name, row), look) in enumerate(zip(export.nodes(), looks(export, found), strict=True)):
        shown = attributes.node_shown(export.network, found, i)
        told = _values([("type", name), *attributes.values(NODE_FIELDS, row), *shown])
        yield f"<node id={attribute(row['id'])} label={attribute(row['name'])}>{told}{_look(look)}</node>"


def _look(look: Look) -> str:
    return (
        f'<viz:color r="{look.red}" g="{look.green}" b="{look.blue}"/>'
        f'<viz:position x="{look.x}" y="{look.y}" z="0.0"/><viz:size value="{look.size}"/>'
    )


def _ties(export: Export) -> Iterator[str]:
    for name, row in export.ties():
        ends = f"id={attribute(row['id'])} source={attribute(row['start'])} target={attribute(row['end'])}"
        shown = f'label={attribute(TIE_TYPES[name].label.de)} weight="{float(row.get("count") or 1)}"'
        told = _values([("type", name), *attributes.values(TIE_FIELDS, row)])
        yield f"<edge {ends} {shown}>{told}</edge>"


def _values(found: Iterable[tuple[str, str]]) -> str:
    told = (f'<attvalue for="{name}" value={attribute(text)}/>' for name, text in found if name not in _IN_PLACE)
    return f"<attvalues>{''.join(told)}</attvalues>"
