"""The need that the map shows: by all indicators, or by one of them."""

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Network
from graph.questions.naming import order
from graph.questions.need import needs
from schema.errors import NotFoundError
from schema.nodes import Indicator
from schema.text import Text
from schema.ties import Measured


def directed(network: Network) -> Integers:
    """List the indicators that say whether a high value is a high need, in order of name; others say nothing on it."""
    rows = network.node_rows
    found = [i for i in np.flatnonzero(network.of_type(Indicator)) if rows[i].get("high_is_need") is not None]
    nodes = np.array(found, dtype=np.int64)
    return nodes[order(network, nodes)]


def found(network: Network, wanted: str | None) -> int | None:
    """Find an indicator by id or name; the error lists those there are. None where none is wanted."""
    if wanted is None:
        return None
    known = directed(network).tolist()
    for i in known:
        if wanted in (network.ids[i], network.name(i)):
            return int(i)
    raise NotFoundError(
        Text(
            "Einen Indikator {wanted!r}, der einen Bedarf anzeigt, gibt es nicht.",
            "There is no indicator {wanted!r} that shows a need.",
        ).format(wanted=wanted),
        Text("Vorhanden: {known}", "There are: {known}").format(
            known=", ".join(network.name(i) for i in known[:20]) or "–"
        ),
    )


def need_by(network: Network, indicator: int | None) -> Floats:
    """Give the need of each Sozialraum between 0 and 1, by all indicators or as if there were only this one."""
    if indicator is None:
        return needs(network)
    others = network.with_verb(Measured) & (network.start != indicator)
    return needs(network.keep(np.ones(network.n, dtype=np.bool_), ~others))
