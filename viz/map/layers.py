"""The divisions that can be drawn: the areas of each Raumzuschnitt, and of each kind those that belong to none."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Network
from graph.questions.naming import order
from graph.questions.scope import Scope
from schema.errors import NotFoundError
from schema.nodes import Raumzuschnitt, Sozialraum
from schema.text import Text
from schema.ties import ActiveIn, BelongsTo

MOST = 1_000
"""Areas that are drawn at most; a division with more is drawn by part, as the page says."""
WITHOUT = "(ohne Raumzuschnitt)"


class MapScope(Scope):
    """What the map takes beside what every question takes."""

    division: Annotated[str | None, Text("Raumzuschnitt (Kennung oder Name)", "division into areas (id or name)")] = (
        None
    )
    over: Annotated[
        str | None,
        Text("darübergelegter Raumzuschnitt (Kennung oder Name)", "division laid over it (id or name)"),
    ] = None
    indicator: Annotated[
        str | None,
        Text("Bedarf nur nach diesem Indikator (Kennung oder Name)", "need by this indicator only (id or name)"),
    ] = None


@dataclass(frozen=True, eq=False)
class Layer:
    """One division: its id (the kind, where it is none that is recorded), name, and areas in order of name."""

    id: str
    name: str
    areas: Integers
    placed: int
    """Of how many areas a geometry is recorded."""
    active: int
    """In how many areas anybody is recorded as active."""


def layers(network: Network) -> tuple[Layer, ...]:
    """List the divisions that have areas: first those on the map, of these the one with most activity, then areas."""
    found = [*_recorded(network), *_by_kind(network)]
    held = [layer for layer in found if len(layer.areas)]
    return tuple(sorted(held, key=lambda one: (not one.placed, -one.active, -one.placed, one.name, one.id)))


def chosen(known: tuple[Layer, ...], wanted: str | None) -> Layer | None:
    """Find a division by id or name; the error lists those there are. None where none is wanted."""
    if wanted is None:
        return None
    for layer in known:
        if wanted in (layer.id, layer.name):
            return layer
    raise NotFoundError(
        Text("Einen Raumzuschnitt {wanted!r} gibt es nicht.", "There is no division {wanted!r}.").format(wanted=wanted),
        Text("Vorhanden: {known}", "There are: {known}").format(
            known=", ".join(layer.name for layer in known[:20]) or "–"
        ),
    )


def _areas(network: Network) -> Integers:
    return np.flatnonzero(network.of_type(Sozialraum) & ~network.placeholder).astype(np.int64)


def _recorded(network: Network) -> list[Layer]:
    held = network.with_verb(BelongsTo)
    real = np.isin(network.start, _areas(network))
    return [
        _layer(network, network.ids[i], network.name(i), np.unique(network.start[held & real & (network.end == i)]))
        for i in np.flatnonzero(network.of_type(Raumzuschnitt)).tolist()
    ]


def _by_kind(network: Network) -> list[Layer]:
    """Take the areas that belong to no division by their kind, for those of one kind lie beside each other."""
    areas = np.setdiff1d(_areas(network), network.start[network.with_verb(BelongsTo)])
    kinds = [network.node_rows[i].get("kind") or WITHOUT for i in areas]
    return [
        _layer(network, kind, kind, areas[[k for k, own in enumerate(kinds) if own == kind]])
        for kind in sorted(set(kinds))
    ]


def _layer(network: Network, id: str, name: str, areas: Integers) -> Layer:
    named = areas.astype(np.int64)[order(network, areas)]
    placed = sum(bool(network.node_rows[i].get("geometry")) for i in named)
    active = np.isin(named, network.end[network.with_verb(ActiveIn)]).sum()
    return Layer(id, name, named, placed, int(active))
