"""Which nodes of a network are shown: what the filter leaves, and of too many those that measure most."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.neighbourhood import neighbourhood
from graph.network import NO_LEVEL, Mask, Network
from schema.nodes import NODES
from viz.explorer.measured import MEASURES, Values, ties
from viz.explorer.view import MOST_SHOWN, STOREY_CODES, Storey, ViewScope
from viz.trial import Trial, trial_of

Order = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Chosen:
    """A network that is cut to what may be seen, and what of it the view shows.

    `wanted` passes the filter; `shown` is that, or the part of it that measures most; `aboard` goes to the browser,
    which can show the rest without asking again where it is everything. `trial` is what a scenario adds and takes away.
    """

    network: Network
    view: ViewScope
    selected: int | None
    near: Mask
    wanted: Mask
    shown: Mask
    degree: Values
    size: Values
    trial: Trial

    @property
    def complete(self) -> bool:
        """Say whether all nodes go to the browser."""
        return self.network.n <= MOST_SHOWN

    @property
    def aboard(self) -> Mask:
        """Mark the nodes that go to the browser."""
        return np.ones(self.network.n, dtype=np.bool_) if self.complete else self.shown

    @property
    def hidden(self) -> int:
        """Count what the filter hides."""
        return int(self.network.n - self.wanted.sum())

    @property
    def cut(self) -> int:
        """Count what passes the filter and yet is not shown, because there is too much."""
        return int(self.wanted.sum() - self.shown.sum())

    @cached_property
    def order(self) -> Order:
        """Give the shown nodes, those that measure most first."""
        return _by_size(self.size, self.degree, np.flatnonzero(self.shown))

    @cached_property
    def joined(self) -> Order:
        """Give the ties whose both ends are shown."""
        return np.flatnonzero(self.shown[self.network.start] & self.shown[self.network.end])

    def only_shown(self) -> "Chosen":
        """Leave out what is not shown; what is left keeps its numbers, counted in the whole network."""
        shown, selected = self.shown, self.selected
        return replace(
            self,
            network=self.network.keep(shown),
            selected=None if selected is None else int(shown[:selected].sum()),
            near=self.near[shown],
            wanted=shown[shown],
            shown=shown[shown],
            degree=self.degree[shown],
            size=self.size[shown],
        )


def choose(network: Network, view: ViewScope, most: int = MOST_SHOWN) -> Chosen:
    """Choose what is shown; the chosen node and its neighbourhood stay when the rest is cut."""
    selected = network.index.get(view.select) if view.select else None
    near = _near(network, selected, view.depth, most)
    wanted = _filtered(network, view)
    wanted = wanted & near if view.only and selected is not None else wanted
    if selected is not None:
        wanted[selected] = True
    degree = ties(network)
    size = MEASURES[view.size](network)
    shown = _cut(wanted, near, size, degree, most)
    return Chosen(network, view, selected, near, wanted, shown, degree, size, trial_of(network))


def levels_shown(network: Network, view: ViewScope) -> frozenset[Storey]:
    """Name the levels that pass the filter; matters outnumber those who act, so that they begin hidden."""
    if view.level:
        return frozenset(view.level)
    acting = bool((network.level != NO_LEVEL).any())
    return frozenset(storey for storey in Storey if storey is not Storey.NONE or not acting)


def _filtered(network: Network, view: ViewScope) -> Mask:
    found = np.isin(network.level, [STOREY_CODES[storey] for storey in levels_shown(network, view)])
    if view.type:
        found &= network.of_type(*(cls for cls in NODES if cls.__name__ in view.type))
    return np.asarray(found, dtype=np.bool_)


def _near(network: Network, selected: int | None, depth: int, most: int) -> Mask:
    near = np.zeros(network.n, dtype=np.bool_)
    if selected is not None:
        around = neighbourhood(network, network.ids[selected], depth, most - 1)
        near[[network.index[id] for id in around.network.ids]] = True
    return near


def _by_size(size: Values, degree: Values, of: Order, first: Mask | None = None) -> Order:
    keys = (of, -degree[of], -size[of], *([] if first is None else [~first[of]]))
    return np.asarray(of[np.lexsort(keys)], dtype=np.int64)


def _cut(wanted: Mask, near: Mask, size: Values, degree: Values, most: int) -> Mask:
    if wanted.sum() <= most:
        return wanted
    shown = np.zeros(len(wanted), dtype=np.bool_)
    shown[_by_size(size, degree, np.flatnonzero(wanted), near)[:most]] = True
    return shown
