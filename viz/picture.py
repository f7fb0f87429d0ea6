"""A picture with its twin: what is drawn, and tables that say the same with the evidence of each row."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.network import Network
from schema.nodes import Person
from schema.text import Lang, Text
from viz.changes.comparing import About, Changes
from viz.png import png
from viz.served import state
from viz.sheet import Body, Href, Sheet

Draw = Callable[[Lang, Href | None], Body]
PNG_SCALE = 2
"""Pixels of a PNG for one px of the picture, so that it stays sharp on paper and slides."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `cells` under the headings of its table, the first names it; `evidence` are ids of nodes and ties.

    `key` is how the picture's marks and the address of the row name it; `more` are sentences beside the evidence;
    `about` says by ids, not by places, what it is about, so that it is known again in another picture.
    """

    key: str
    cells: tuple[Text, ...]
    evidence: tuple[str, ...] = ()
    more: tuple[Text, ...] = ()
    about: About = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """One table; `numbers` are the columns that hold figures."""

    key: str
    title: Text
    headings: tuple[Text, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int] = frozenset()

    @property
    def told(self) -> bool:
        """Say whether any row has more to tell than its cells."""
        return any(row.evidence or row.more for row in self.rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a network that is cut already to what the reader may see.

    `network` tells what the ids of the evidence stand for; `remarks` are the reservations under which it holds.
    """

    name: str
    title: Text
    asks: Text
    reading: tuple[Text, ...]
    """How it is to be read: what was counted, and in what order it stands."""
    remarks: tuple[Text, ...]
    tables: tuple[Rows, ...]
    network: Network
    draw: Draw
    changes: Changes | None = None
    """What the scenario that is tried changes in it; None where none is tried."""
    before: "Picture | None" = None
    """The same picture without the scenario."""

    def svg(self, lang: Lang, href: Href | None = None, *, inside_page: bool = False) -> str:
        """Draw it as SVG, the same bytes for the same network."""
        return self._sheet(lang, href).svg(lang, inside_page=inside_page)

    def png(self, lang: Lang) -> bytes:
        """Draw it as PNG, twice as many px across as the SVG."""
        sheet = self._sheet(lang, None)
        return png(sheet.svg(lang), round(sheet.body.width * PNG_SCALE))

    def _sheet(self, lang: Lang, href: Href | None) -> Sheet:
        said = (*self.reading, *self.remarks)
        return Sheet(self.name, self.title, state(self.network), said, self.draw(lang, href))


def named(network: Network, *, persons: bool) -> Network:
    """Leave out persons, who are not named without the switch, of the network without the scenario too."""
    if persons:
        return network
    before = network.before and named(network.before, persons=persons)
    return replace(network.keep(~network.of_type(Person)), before=before)
