"""What GraphML and GEXF say of nodes and ties: the fields of the record and what was measured, with German headings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.exchange.export import plain
from graph.exchange.figures import Figures
from graph.intake.cells import spelled
from graph.network import Network
from schema.catalogue import Feature, features
from schema.levels import LEVEL_LABELS, STOREYS, Level
from schema.nodes import NODES
from schema.record import Record
from schema.ties import TIES

Kind = Literal["string", "boolean", "long", "double"]
_KINDS: Mapping[type, Kind] = {bool: "boolean", int: "long", float: "double"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: the name by which the file refers to it, its heading and what its values are."""

    name: str
    heading: str
    kind: Kind = "string"


@cache
def fields(*types: type[Record]) -> Mapping[str, Feature]:
    """Give all fields of several types by name; a field that several types have is the same in each."""
    return {feature.name: feature for cls in types for feature in features(cls)}


NODE_FIELDS, TIE_FIELDS = fields(*NODES), fields(*TIES)


def of_fields(known: Mapping[str, Feature]) -> tuple[Attribute, ...]:
    """Give the attributes that are fields; where two fields have the same label the name is put behind it."""
    labels = [feature.label.de for feature in known.values()]
    return tuple(
        Attribute(
            feature.name,
            feature.label.de if labels.count(feature.label.de) == 1 else f"{feature.label.de} ({feature.name})",
            "string" if feature.many else _KINDS.get(feature.value, "string"),
        )
        for feature in known.values()
    )


def values(known: Mapping[str, Feature], row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the fields of a row that are set, with their values as text; several values are separated by `|`."""
    for name, value in row.items():
        if known[name].many:
            if value:
                yield name, spelled(known[name], value)
        else:
            yield name, text(value)


def text(value: Any) -> str:
    """Spell a value as XML Schema has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(plain(value))


MEASURED: tuple[tuple[Attribute, Callable[[Figures, int], Any]], ...] = (
    (Attribute("shown_degree", "Kontakte", "long"), lambda found, i: int(found.degree[i])),
    (Attribute("shown_betweenness", "Zwischenstellung", "double"), lambda found, i: float(found.betweenness[i])),
    (Attribute("shown_constraint", "Einschränkung (Burt)", "double"), lambda found, i: float(found.constraint[i])),
    (Attribute("shown_core", "Kern", "long"), lambda found, i: int(found.core[i])),
)
SHOWN_TYPE = Attribute("shown_type", "Typ")
SHOWN_LEVEL = Attribute("shown_level", "Ebene")
WEIGHT = Attribute("weight", "weight", "double")
"""The heading by which Gephi knows a tie's weight."""
NODE_SHOWN = (SHOWN_TYPE, SHOWN_LEVEL, *(attribute for attribute, _ in MEASURED))


def node_shown(network: Network, found: Figures, i: int) -> Iterator[tuple[str, str]]:
    """Give what is shown of a node beside its fields: type and level in German, and what was measured of it."""
    yield SHOWN_TYPE.name, NODES[network.node_type[i]].label.de
    level = int(network.level[i])
    if level >= -1:
        yield SHOWN_LEVEL.name, LEVEL_LABELS[STOREYS[level] if level >= 0 else Level.UNKNOWN].de
    if found.member[i]:
        figures = ((attribute.name, measured(found, i)) for attribute, measured in MEASURED)
        yield from ((name, text(value)) for name, value in figures if value == value)  # NaN: nothing to measure
