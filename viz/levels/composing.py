"""Everything that picture and table say alike, composed once: what is shown, how it is tied, what is marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.network import Network
from schema.nodes import Person
from schema.text import Text
from viz.levels import words
from viz.levels.counting import TIE, counted, grouped
from viz.levels.elements import Element, Scene
from viz.levels.elevator import elevator
from viz.levels.lifeworld import gaps_of
from viz.levels.links import Link, Links, links_of
from viz.levels.marks import PAIRS, Marks
from viz.levels.ordering import ordered
from viz.levels.reading import Reading
from viz.levels.scene import scene_of
from viz.trial import Trial, trial_of


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap at an element: what is missing in two words, and the reason in a sentence."""

    what: Text
    why: Text


@dataclass(frozen=True)
class Composition:
    """What is to be drawn and told; `focus` is the key of the element whose elevator is shown strong."""

    reading: Reading
    scene: Scene
    links: Links
    gaps: Mapping[str, Gap]
    focus: str | None

    @property
    def network(self) -> Network:
        """Give the network that is drawn, without what is hidden."""
        return self.reading.network

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Give every element as the picture is read."""
        return tuple(self.scene.elements())

    @cached_property
    def trial(self) -> Trial:
        """Give what the scenario adds and takes away that is tried in the network."""
        return trial_of(self.network, matters=False)

    def is_new(self, element: Element) -> bool:
        """Say whether an element stands for a node that is there only because a scenario is tried."""
        return element.node is not None and self.reading.is_new(element.node)

    @cached_property
    def lifted(self) -> Mapping[str, int]:
        """Count the lift ties of each element by key, drawn or not."""
        return self.links.lifted()

    @cached_property
    def strong(self) -> tuple[frozenset[str], tuple[Link, ...]]:
        """Give the elements and links that stay strong in focus; all that is drawn without one."""
        if self.focus is None:
            return frozenset(e.key for e in self.elements), self.links.drawn
        return elevator(self.scene, self.links, self.focus)

    @cached_property
    def shown(self) -> tuple[Link, ...]:
        """Give the links that stand in the picture: the drawn ones, and in focus the focus's own as well."""
        wanted = {*self.links.drawn, *self.strong[1]}
        return tuple(link for link in self.links.all if link in wanted)

    @cached_property
    def missing(self) -> tuple[tuple[Link, Text], ...]:
        """Give the first pairs without contact of which both have a box of their own, with what they share."""
        order = {element.key: n for n, element in enumerate(self.elements) if element.node is not None}
        found: list[tuple[Link, Text]] = []
        for first, second, shared in self.reading.marks.pairs:
            if first in order and second in order and len(found) < PAIRS:
                a, b = sorted((first, second), key=lambda key: order[key])
                found.append((Link(a, b, "missing", (), 1, False), shared))
        return tuple(found)

    @property
    def title(self) -> Text:
        """Give the heading: whose house it is, and what it answers."""
        home = self.reading.home
        if home is None:
            return words.QUESTION
        name = self.network.name(home)
        return Text(f"{name}: {words.QUESTION.de}", f"{name}: {words.QUESTION.en}")

    def ties(self, element: Element) -> int:
        """Count the contact ties of an element, of all that is in it."""
        return int(self.reading.ties[list(element.members)].sum())

    def multiplier(self, element: Element) -> Text | None:
        """Give the reason why an element is a multiplier; None if it is none."""
        node = element.node
        return None if node is None else self.reading.marks.multipliers.get(self.network.ids[node])

    def spoken(self, element: Element) -> Text:
        """Name an element as it is read aloud: name, type, number of ties, and its marks."""
        parts = [element.name, element.type, counted(self.ties(element), TIE)]
        parts += [element.folded] if element.folded else []
        reason, gap = self.multiplier(element), self.gaps.get(element.key)
        parts += [words.WHY.format(what=words.MULTIPLIER, why=reason)] if reason else []
        parts += [words.WHY.format(what=words.GAP, why=gap.why)] if gap else []
        parts += [words.NEW] if self.is_new(element) else []
        return Text(", ".join(p.de for p in parts), ", ".join(p.en for p in parts))

    def remarks(self) -> tuple[Text, ...]:
        """Say how many ties are drawn of how many, and what is not shown or not known."""
        lift, side = (self._tally(kind) for kind in ("lift", "side"))
        found = [
            text.format(drawn=grouped(drawn), all=grouped(all_))
            for text, (drawn, all_) in ((words.DRAWN_LIFT, lift), (words.DRAWN_SIDE, side))
            if all_
        ]
        if self.reading.marks.pairs:
            found.append(words.DRAWN_PAIRS.format(drawn=grouped(len(self.missing))))
        found += [words.TO_UNKNOWN.format(n=counted(self.links.unknown, TIE))] if self.links.unknown else []
        return (*found, *self.trial.remarks(), *self._unknowns(), *self.scene.remarks)

    def _tally(self, kind: str) -> tuple[int, int]:
        drawn = sum(len(link.ties) for link in self.shown if link.kind == kind)
        return drawn, sum(len(link.ties) for link in self.links.all if link.kind == kind)

    def _unknowns(self) -> list[Text]:
        lifeworld = self.scene.storeys[-1]
        groups = [group for row in lifeworld.rows for group in row.groups]
        if not groups:
            return []
        found = [] if any(group.items for group in groups) else [words.NOT_LIFEWORLD]
        return found + ([] if any(self.links.lifted().values()) else [words.NO_LIFTS_AT_ALL])


def compose(network: Network, marks: Marks, *, focus: str | None = None, persons: bool = False) -> Composition:
    """Compose the levels view of a network: persons only when asked for, `focus` by node id or key."""
    people = network.of_type(Person)
    left_out = 0 if persons else int(people.sum())
    reading = Reading(network if persons else network.keep(~people), marks)
    scene = scene_of(reading, left_out)
    links = links_of(reading, scene)
    scene = ordered(scene, links.drawn)
    groups = [group for row in scene.storeys[-1].rows for group in row.groups]
    found = gaps_of(reading, groups, links.lifted())
    gaps = {key: Gap(what, why) for key, (what, why) in found.items()}
    gaps |= _marked(reading, scene, gaps)
    return Composition(reading, scene, links, gaps, _focus(scene, reading, focus))


def _marked(reading: Reading, scene: Scene, known: Mapping[str, Gap]) -> dict[str, Gap]:
    """Take over the gaps that a question found, of elements that have none of their own yet."""
    found: dict[str, Gap] = {}
    for element in scene.elements():
        node = element.node
        why = None if node is None else (reading.marks.gaps or {}).get(reading.network.ids[node])
        if why and element.key not in known:
            found[element.key] = Gap(words.GAP, why)
    return found


def _focus(scene: Scene, reading: Reading, wanted: str | None) -> str | None:
    """Find the element of a node, or the one it is folded into."""
    elements = list(scene.elements())
    if wanted is None or any(e.key == wanted for e in elements):
        return wanted
    node = reading.network.index.get(wanted)
    return next((e.key for e in elements if node is not None and node in e.members), None)
