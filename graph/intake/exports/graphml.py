"""Reading the GraphML of `graph.exchange.graphml`, element by element; nothing outside the file is ever looked at."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from graph.exchange import xml_text
from graph.exchange.attributes import NODE_FIELDS, TIE_FIELDS
from graph.exchange.graphml import MARK
from graph.intake.account import Account
from graph.intake.cells import value_of
from graph.intake.exports.reading import Bounded, OwnExportReader, Row, broken
from graph.intake.sources import Member
from schema.catalogue import Feature
from schema.text import Text, verbatim

_SPACE = "{http://graphml.graphdrawing.org/xmlns}"
_ENDS = {"id": "id", "source": "start", "target": "end"}
_WHAT: Mapping[str, tuple[str, Mapping[str, Feature]]] = {
    f"{_SPACE}node": ("n.", NODE_FIELDS),
    f"{_SPACE}edge": ("e.", TIE_FIELDS),
}
_OUTSIDE = Text(
    "enthält eine Dokumenttyp- oder Entitäten-Angabe, die nicht gelesen wird",
    "holds a document type or entity, which is not read",
)
_ENCODING = Text("nennt eine Kodierung, die nicht gelesen wird", "names an encoding that is not read")


class GraphmlReader(OwnExportReader):
    """Reads a GraphML file that Fahrstuhl has written."""

    name = "graphml"
    label = Text("GraphML aus „fahrstuhl export“", "GraphML from “fahrstuhl export”")
    mark = MARK.encode()

    def rows(self, member: Member, account: Account) -> Iterator[Row]:  # noqa: ARG002 (what is odd stands in the rows)
        """Give the nodes and edges with the fields that are ours; what was measured and how it looked is left."""
        content, graph, number = Bounded(member), None, 0
        try:
            for event, element in iterparse(content, ("start", "end"), forbid_dtd=True):
                if event == "start":
                    graph = element if element.tag == f"{_SPACE}graph" else graph
                elif element.tag in _WHAT:
                    number += 1
                    yield _row(element, f"{element.tag.removeprefix(_SPACE)}[{number}]")
                    content.since = 0
                    if graph is not None:
                        graph.clear()
        except ParseError as error:
            line, column = error.position
            raise broken(member.name, verbatim(str(error).partition(":")[0]), f"{line}:{column}") from error
        except DefusedXmlException as error:
            raise broken(member.name, _OUTSIDE, str(number)) from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know or the parser cannot use
            raise broken(member.name, _ENCODING, "1:1") from error


def _row(element: Element, place: str) -> Row:
    prefix, known = _WHAT[element.tag]
    data = {
        str(data.get("key")).removeprefix(prefix): xml_text.read(data.text or "")
        for data in element.iter(f"{_SPACE}data")
        if str(data.get("key")).startswith(prefix)
    }
    values: dict[str, Any] = {
        name: value_of(known[name], text) for name, text in data.items() if name in known and name not in _ENDS.values()
    }
    values |= {field: xml_text.read(text) for name, text in element.items() if (field := _ENDS.get(name))}
    return Row(data.get("type", ""), values, place)
