"""What a scenario changes in the map: the same divisions without it, and a sign beside the circle of an area."""

import numpy as np
from markupsafe import Markup

from viz.changes.comparing import Change, Changes
from viz.changes.signs import RADIUS, disc
from viz.levels.boxes import Box
from viz.map.composing import Area, Mapped, mapped
from viz.map.indicators import need_by
from viz.map.labels import Sign
from viz.map.layers import MapScope, layers


def without_scenario(made: Mapped, scope: MapScope) -> Mapped | None:
    """Make the same map of the network without the scenario, as far as that has the divisions and the indicator.

    Where no division is asked for and that of the map is the scenario's own, or there is none any more, it is the one
    that would be shown without the scenario.
    """
    network = made.network.before
    if network is None:
        return None
    known = {one.id: one for one in layers(network)}
    layer, over = (known.get(one.id) if one else None for one in (made.layer, made.over))
    if layer is None and scope.division is None:
        layer = next(iter(known.values()), None)
    id = None if made.indicator is None else made.network.ids[made.indicator]
    indicator = None if id is None else network.index.get(id)
    unknown = id is not None and indicator is None
    need = np.full(network.n, np.nan) if unknown else need_by(network, indicator)
    return mapped(network, layer, over, indicator, need, persons=scope.persons)


def change_of(changes: Changes | None, made: Mapped, area: Area) -> Change | None:
    """Give what a scenario changes in an area of the filled division."""
    return changes.of(made.network.ids[area.i]) if changes else None


def beside(sign: Sign) -> Box:
    """Give the place of the sign of a change: at the upper right of the circle."""
    x, y = sign.x + sign.r * 0.7 + 4, sign.y - sign.r * 0.7 - 4
    return Box(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)


def marked(change: Change, sign: Sign) -> Markup:
    """Draw the sign of a change."""
    box = beside(sign)
    return disc(change.fate, box.cx, box.cy)
