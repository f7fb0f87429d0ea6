"""Positions for the whole network: levels from top to bottom, neighbours near each other, the same for the same data.

Each level is a band of rows; along it, nodes are sorted by the barycentre of their neighbours, repeatedly. Linear in
nodes and ties, so that ten thousand nodes take a moment.
"""

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

from graph.network import Network

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_SWEEPS = 24
_MATTERS = 4
"""The band of what stands on no level: many papers, hidden at first, which must not spread the others apart."""
_STEP = 90.0
"""Distance between neighbours in a row, in px."""
_BAND = 170.0
"""Distance between two levels, in px."""


def positions(network: Network) -> Floats:
    """Give x and y in px for each node, as an array of shape (n, 2); the middle of the picture is 0, 0."""
    if not network.n:
        return np.zeros((0, 2))
    band = _bands(network)
    place = _placed(band, _mean_of_neighbours(network))
    return _in_rows(band, place)


def _bands(network: Network) -> Integers:
    """Number the bands from the top: the three levels, the unknown, then what stands on no level."""
    level = network.level.astype(np.int64)
    return np.where(level >= 0, level, 2 - level).astype(np.int64)


def _mean_of_neighbours(network: Network) -> csr_array:
    """Give the matrix that averages over neighbours; nodes without any have an empty row."""
    ends = np.concatenate([network.start, network.end]), np.concatenate([network.end, network.start])
    joined = coo_array((np.ones(len(ends[0])), ends), (network.n, network.n)).tocsr()
    degree = np.asarray(joined.sum(axis=1)).ravel()
    scale = np.divide(1.0, degree, out=np.zeros_like(degree), where=degree > 0)
    return csr_array(joined.multiply(scale[:, None]))


def _placed(band: Integers, mean: csr_array) -> Floats:
    """Sort each band by barycentre, repeatedly; the place of a node is its share of the way along its band."""
    place = _shares(band, np.arange(len(band), dtype=np.float64))
    tied = np.asarray(mean.sum(axis=1)).ravel() > 0
    for _ in range(_SWEEPS):
        pulled = np.where(tied, 0.5 * place + 0.5 * (mean @ place), place)
        place = _shares(band, np.round(pulled, 9).astype(np.float64))
    return place


def _shares(band: Integers, key: Floats) -> Floats:
    """Turn sort keys into shares from 0 to 1 within each band; equal keys keep the order of the network."""
    order = np.lexsort((np.arange(len(band)), key, band))
    sizes = np.bincount(band)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    share = np.empty(len(band))
    share[order] = (np.arange(len(band)) - starts[band[order]] + 0.5) / sizes[band[order]]
    return share


def _in_rows(band: Integers, place: Floats) -> Floats:
    """Break each band into rows, filled column by column, so that what is shown at first is wider than high."""
    shown = np.count_nonzero(band < _MATTERS) or len(band)
    widest = max(8, int(np.ceil(np.sqrt(1.7 * shown))))
    found = np.zeros((len(band), 2))
    top = 0.0
    for number in np.unique(band):
        members = np.flatnonzero(band == number)
        ordered = members[np.lexsort((members, place[members]))]
        rows = int(np.ceil(len(members) / widest))
        column, row = np.divmod(np.arange(len(members)), rows)
        columns = int(column[-1]) + 1
        # Every second column is set lower by half a step, so that names do not run into each other.
        found[ordered, 0] = (column - (columns - 1) / 2) * _STEP * max(1.0, min(3.0, widest / columns))
        found[ordered, 1] = top + row * _STEP * 0.8 + (column % 2) * _STEP * 0.4
        top += (rows - 1) * _STEP * 0.8 + _STEP * 0.4 + _BAND
    found[:, 1] -= (found[:, 1].min() + found[:, 1].max()) / 2
    return np.round(found, 1) + 0.0
