"""Which part of the network is looked at: by date, by visibility, by Kommune."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order

from schema.errors import NotFoundError
from schema.record import Visibility
from schema.text import Text

Mask = npt.NDArray[np.bool_]
Ends = npt.NDArray[np.int32]
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


def find_kommune(kommunen: Mapping[int, Mapping[str, Any]], wanted: str) -> int:
    """Find a Kommune (position → row) by id, AGS or name; the error lists those there are."""
    for i, row in kommunen.items():
        if wanted in (row["id"], row.get("ags"), row["name"]):
            return i
    known = ", ".join(row["name"] for row in [*kommunen.values()][:20]) or "–"
    raise NotFoundError(
        Text("Kommune {wanted!r} gibt es nicht.", "There is no Kommune {wanted!r}.").format(wanted=wanted),
        Text("Vorhanden: {known}", "There are: {known}").format(known=known),
    )


def belongs_to(n: int, start: Ends, end: Ends, part: Mask, kommunen: Iterable[int], home: int) -> Mask:
    """Mark, of `n` nodes, what is part of a Kommune at any depth, and what is tied to that and part of no other.

    `start`, `end`: the ends of all ties; `part` marks those of them that are PART_OF.
    """
    down = coo_array((np.ones(int(part.sum()), dtype=np.int8), (end[part], start[part])), (n, n)).tocsr()
    inside = _below(down, home)
    elsewhere = np.zeros(n, dtype=np.bool_)
    for other in kommunen:
        if not inside[other]:
            elsewhere |= _below(down, other)
    touched = np.zeros(n, dtype=np.bool_)
    touched[start[inside[end]]] = True
    touched[end[inside[start]]] = True
    return inside | (touched & ~elsewhere)


def _below(down: csr_array, home: int) -> Mask:
    """Mark a node and all that is PART_OF it through any number of steps."""
    reached = np.zeros(down.shape[0], dtype=np.bool_)
    reached[breadth_first_order(down, home, return_predecessors=False)] = True
    return reached
