"""Which part of the network is looked at: by date, by visibility, by Kommune."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order

from schema.errors import NotFoundError
from schema.nodes import Kommune
from schema.record import Visibility
from schema.text import Text
from schema.ties import PartOf

if TYPE_CHECKING:
    from graph.network import Network

Mask = npt.NDArray[np.bool_]
_RANK = {visibility: rank for rank, visibility in enumerate(Visibility)}


def valid(rows: Iterable[Mapping[str, Any]], day: date) -> Mask:
    """Mark the rows that held on a day; both ends belong to the time, an open end is for ever."""
    return np.array(
        [(row.get("valid_from") or day) <= day <= (row.get("valid_to") or day) for row in rows], dtype=np.bool_
    )


def visible(rows: Iterable[Mapping[str, Any]], highest: Visibility) -> Mask:
    """Mark the rows up to a class of visibility; a row that does not say is public."""
    most = _RANK[highest]
    return np.array([_RANK[row.get("visibility") or Visibility.PUBLIC] <= most for row in rows], dtype=np.bool_)


def find_kommune(network: "Network", wanted: str) -> int:
    """Find a Kommune by id, AGS or name; the error lists those there are."""
    candidates = np.flatnonzero(network.of_type(Kommune))
    for i in candidates:
        row = network.node_rows[i]
        if wanted in (row["id"], row.get("ags"), row["name"]):
            return int(i)
    known = ", ".join(network.name(i) for i in candidates[:20]) or "–"
    raise NotFoundError(
        Text("Kommune {wanted!r} gibt es nicht.", "There is no Kommune {wanted!r}.").format(wanted=wanted),
        Text("Vorhanden: {known}", "There are: {known}").format(known=known),
    )


def belongs_to(network: "Network", home: int) -> Mask:
    """Mark what is part of a Kommune, at any depth, and what is part of no Kommune but tied to something that is."""
    part = network.with_verb(PartOf)
    inside = _below(network, part, home)
    elsewhere = np.zeros(network.n, dtype=np.bool_)
    for other in np.flatnonzero(network.of_type(Kommune) & ~inside):
        elsewhere |= _below(network, part, int(other))
    touched = np.zeros(network.n, dtype=np.bool_)
    touched[network.start[inside[network.end]]] = True
    touched[network.end[inside[network.start]]] = True
    return inside | (touched & ~elsewhere)


def _below(network: "Network", part: Mask, home: int) -> Mask:
    """Mark a node and all that is PART_OF it through any number of steps."""
    down = coo_array(
        (np.ones(int(part.sum()), dtype=np.int8), (network.end[part], network.start[part])), (network.n, network.n)
    ).tocsr()
    reached = np.zeros(network.n, dtype=np.bool_)
    reached[breadth_first_order(down, home, return_predecessors=False)] = True
    return reached
