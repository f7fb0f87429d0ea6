"""The options of a picture as the fields of a form; where the data say what there is to choose, it is offered."""

from collections.abc import Mapping
from dataclasses import replace

from graph.network import Network
from graph.questions.scope import Scope
from schema.text import Text, verbatim
from viz.map.indicators import directed
from viz.map.layers import layers
from viz.matrix.kinds import KIND_LABELS, Kind
from viz.option_form import May, OptionField, option_fields
from viz.page_words import NO_CHOICE

Offer = tuple[tuple[str, Text], ...]
"""Values of an option with what they are called; the empty value stands for the default."""
MOST = 200
"""Divisions and indicators that are offered at most; others can be named in the address."""


def picture_fields(scope: Scope, may: May, offers: Mapping[str, Offer]) -> tuple[OptionField, ...]:
    """Give the fields; nothing is tried again with ties missing, so that is not offered."""
    return tuple(_offered(field, scope, offers) for field in option_fields(scope, may) if field.name != "robust")


def _offered(field: OptionField, scope: Scope, offers: Mapping[str, Offer]) -> OptionField:
    if field.name not in offers:
        return field
    chosen = getattr(scope, field.name)
    default = type(scope).model_fields[field.name].default
    given = "" if chosen == default else str(chosen)
    choices = tuple((value, said, value == given) for value, said in offers[field.name])
    if not any(mine for _, _, mine in choices):
        choices = (*choices, (given, verbatim(given), True))
    return replace(field, kind="select", value="", choices=choices)


def kind_offers() -> dict[str, Offer]:
    """Offer the kinds of matrix, the first being the default."""
    first, *others = Kind
    return {"kind": (("", KIND_LABELS[first]), *((str(kind), KIND_LABELS[kind]) for kind in others))}


def map_offers(network: Network) -> dict[str, Offer]:
    """Offer the divisions and the indicators that there are."""
    known = tuple((layer.id, verbatim(layer.name)) for layer in layers(network)[:MOST])
    one = tuple((network.ids[i], verbatim(network.name(i))) for i in directed(network)[:MOST])
    return {
        "division": (("", MOST_SHAPES), *known),
        "over": (("", NO_CHOICE), *known),
        "indicator": (("", ALL_INDICATORS), *one),
    }


MOST_SHAPES = Text("der mit den meisten Räumen auf der Karte", "the one with most areas on the map")
ALL_INDICATORS = Text("alle Indikatoren", "all indicators")
