"""What the colour of a node says, and the legend that tells it."""

from collections import Counter
from dataclasses import dataclass

from graph.network import Network
from schema.nodes import NODES
from schema.text import Text, verbatim
from viz.explorer.view import STOREY_CODES, STOREY_LABELS, Colour, Storey

SHAPES = {"actor": "dot", "place": "square", "matter": "diamond"}
LEVEL_COLOURS = {
    Storey.POLITICS: "#1f4e8c",
    Storey.ADMINISTRATION: "#b8860b",
    Storey.LIFEWORLD: "#2e7d4f",
    Storey.UNKNOWN: "#4a525b",
    Storey.NONE: "#78818b",
}
PALETTE = ("#1f4e8c", "#b8860b", "#2e7d4f", "#a0527a", "#00796b", "#c0562f", "#6b4c8a", "#607d8b", "#8a5a2b", "#b3001e")
REST, WITHOUT = Text("andere Gruppen", "other groups"), Text("ohne Gruppe", "without a group")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend."""

    label: Text
    colour: str
    shape: str = "dot"


def coloured(network: Network, by: Colour) -> tuple[list[int], tuple[Entry, ...]]:
    """Give each node the number of its line in the legend, and the legend."""
    if by is Colour.LEVEL:
        return _by_level(network)
    if by is Colour.GROUP:
        return _by_group(network)
    return network.node_type.tolist(), tuple(Entry(cls.label, cls.colour, SHAPES[cls.shape]) for cls in NODES)


def _by_level(network: Network) -> tuple[list[int], tuple[Entry, ...]]:
    place = {STOREY_CODES[storey]: n for n, storey in enumerate(Storey)}
    legend = tuple(Entry(STOREY_LABELS[storey], LEVEL_COLOURS[storey]) for storey in Storey)
    return [place[code] for code in network.level.tolist()], legend


def _by_group(network: Network) -> tuple[list[int], tuple[Entry, ...]]:
    """Colour the ten largest groups; of equal ones those whose name sorts first."""
    groups = [str(row.get("group") or "") for row in network.node_rows]
    counted = Counter(group for group in groups if group.strip())
    largest = sorted(counted, key=lambda group: (-counted[group], group))[: len(PALETTE)]
    place = {group: n for n, group in enumerate(largest)}
    legend = (
        *(Entry(verbatim(group), PALETTE[n]) for n, group in enumerate(largest)),
        Entry(REST, "#4a525b"),
        Entry(WITHOUT, "#78818b"),
    )
    rest, without = len(largest), len(largest) + 1
    return [place.get(group, rest if group.strip() else without) for group in groups], legend
