"""From a network to what is shown: the three storeys, the unknown apart, and what is not shown said in words."""

import numpy as np

from graph.network import NO_LEVEL
from schema.levels import Level
from schema.text import Text
from viz.levels import words
from viz.levels.administration import administration
from viz.levels.choosing import row_of
from viz.levels.counting import grouped
from viz.levels.elements import Scene
from viz.levels.lifeworld import lifeworld
from viz.levels.politics import politics
from viz.levels.reading import Reading


def scene_of(reading: Reading, left_out: int = 0) -> Scene:
    """Choose what is shown of a network; `left_out` persons are said to be hidden."""
    unknown = row_of(reading, reading.on(Level.UNKNOWN), "unknown", Level.UNKNOWN)
    storeys = politics(reading), administration(reading), lifeworld(reading)
    return Scene(storeys, tuple(unknown), tuple(_remarks(reading, left_out)))


def _remarks(reading: Reading, left_out: int) -> list[Text]:
    counts = (
        (words.NOT_DRAWN_PLACEHOLDERS, int(reading.network.placeholder.sum())),
        (words.NOT_DRAWN_MATTERS, int(np.sum(reading.network.level == NO_LEVEL))),
        (words.NOT_DRAWN_PERSONS, left_out),
    )
    return [text.format(n=grouped(n)) for text, n in counts if n]
