"""From names to records: one node for each name, one tie for each arc that stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.names import is_placeholder
from graph.intake.networks.arcs import Arc, as_number
from graph.intake.networks.files import MISSING, refusal
from graph.intake.networks.node_lists import Listed, Listing, level_of
from graph.intake.networks.relations import Relation, Who
from schema.errors import InputError, Oddity
from schema.levels import Level
from schema.nodes import Committee, Node
from schema.record import Record
from schema.text import Text
from schema.ties import CooperatesWith, MemberOf, Tie, tie_id
from schema.validation import checked


@dataclass
class Making:
    """One reading under way: what the nodes are called, what is known of them, and which were made."""

    network: str
    actor: type[Node]
    listing: Listing
    account: Account
    committees: frozenset[str] = frozenset()
    """Names that the relations use for committees only."""
    numbers: dict[Who, int] = field(default_factory=dict)
    """The nodes made, numbered as they came; −1 for one that was refused."""
    stated: dict[tuple[str, ...], set[int]] = field(default_factory=dict)
    """The pairs that have a tie, by relation."""
    left_out: set[str] = field(default_factory=set)
    """The relations of which strength or frequency was left out."""

    def nodes(self) -> Iterator[Node]:
        """Make all that the node lists name."""
        for key, listed in self.listing.nodes.items():
            committee = listed.second if listed.second is not None else key in self.committees
            yield from self._node((key, committee), *listed.level_at[:2])

    def ties(self, relation: Relation) -> Iterator[Record]:
        """Make the ties of a relation, each after those of its ends that are new; what does not stand is refused."""
        self.account.count("files")
        self.account.odd(*relation.oddities())
        for name, committee in relation.named():
            listed_so = not relation.committees and bool(self.listing.second(name))
            yield from self._node((name, committee or listed_so), relation.file.name, "1")
        for arc in relation.arcs(self.account):
            try:
                yield from self._tie(relation, arc)
            except InputError as error:
                self.account.odd(*error.oddities)

    def _tie(self, relation: Relation, arc: Arc) -> Iterator[Record]:
        start, end = self._ends(arc, relation.file.name)
        for who in (start, end):
            yield from self._node(who, relation.file.name, arc.place, arc.heading)
        if self._joins(relation.file.name, arc, start, end):
            self._new(relation, arc, start, end)
            yield self._made(relation, arc, start, end)

    def _joins(self, file: str, arc: Arc, start: Who, end: Who) -> bool:
        """Say whether an arc is a tie, by its ends and its weight; an InputError where it cannot be one."""
        weight = as_number(arc.weight)
        if start == end:
            raise refusal("self-loop", _LOOP.format(name=arc.start), file, arc.place, arc.heading)
        if weight is not None and weight < 0:
            raise refusal("negative-weight", _NEGATIVE.format(weight=arc.weight), file, arc.place, arc.heading)
        if weight is None and arc.weight not in MISSING:
            self.account.odd(Oddity("no-number", _NO_NUMBER.format(w=arc.weight), file, arc.place, arc.heading))
        return weight != 0

    def _ends(self, arc: Arc, file: str) -> tuple[Who, Who]:
        """Say who is joined: from the actor to the committee where there is one."""
        if arc.member:
            return (arc.start, False), (arc.end, True)
        modes = [self.listing.second(key) for key in (arc.start, arc.end)]
        if self.listing.two_modes and None in modes:
            key = (arc.start, arc.end)[modes.index(None)]
            raise refusal("unknown-mode", _NO_MODE.format(key=key), file, arc.place, arc.heading)
        start, end = (arc.start, bool(modes[0])), (arc.end, bool(modes[1]))
        return (end, start) if start[1] and not end[1] else (start, end)

    def _new(self, relation: Relation, arc: Arc, start: Who, end: Who) -> None:
        """Refuse a tie that stands there already, or whose end was refused."""
        first, second = self.numbers[start], self.numbers[end]
        if min(first, second) < 0:
            raise refusal("wrong-ends", _REFUSED_END, relation.file.name, arc.place, arc.heading)
        stated = self.stated.setdefault((relation.name, arc.relation), set())
        pair = first << 32 | second
        if pair in stated:
            what = _TWICE.format(start=start[0], end=end[0])
            raise refusal("double-tie", what, relation.file.name, arc.place, arc.heading)
        stated.add(pair)

    def _made(self, relation: Relation, arc: Arc, start: Who, end: Who) -> Tie:
        cls = MemberOf if end[1] and not start[1] else CooperatesWith
        ids, told = (self.id(start), self.id(end)), tuple(filter(None, (relation.name, arc.relation)))
        values: dict[str, Any] = {"id": tie_id(cls.verb, *ids, *map(escaped, told)), "start": ids[0], "end": ids[1]}
        how = {"strength": relation.weights.strength(arc), "frequency": arc.frequency or None}
        if cls is CooperatesWith:
            values |= how
        elif any(how.values()):
            self._leave_out(relation, arc)
        values |= {"source": relation.file.name, "note": told[-1] if told else None}
        return checked(cls, values, file=relation.file.name, place=arc.place)

    def _leave_out(self, relation: Relation, arc: Arc) -> None:
        """Report once for each relation that its memberships have no field for what is said of them."""
        if relation.file.name not in self.left_out:
            self.left_out.add(relation.file.name)
            self.account.odd(Oddity("no-strength", _MEMBERS, relation.file.name, arc.place))

    def _node(self, who: Who, file: str, place: str, heading: str = "") -> Iterator[Node]:
        """Make a node the first time it is met; one that the node lists lack is marked as known by reference only."""
        if who in self.numbers:
            return
        self.numbers[who] = -1
        key, committee = who
        listed = self._listed(who)
        stub = listed is None and not committee and self.listing.lists > 0
        if stub:
            self.account.odd(Oddity("unlisted-node", _UNLISTED.format(key=key), file, place, heading))
        cls = Committee if committee else self.actor
        values = {"id": self.id(who), "source": listed.file if listed else file, "stub": stub}
        values |= _said(key, listed, file)
        try:
            yield checked(cls, values, file=file, place=place)
        except InputError as error:
            self.account.odd(*error.oddities)
            return
        self.numbers[who] = len(self.numbers)

    def _listed(self, who: Who) -> Listed | None:
        """Find what the node lists say of an actor, or of a committee that they mean and not an actor of its name."""
        key, committee = who
        listed = self.listing.nodes.get(key)
        if listed is None:
            return None
        meant = listed.second if listed.second is not None else key in self.committees
        return listed if meant == committee else None

    def id(self, who: Who) -> str:
        """Make the identifier of a node: the network's name before its own, so that several fit into one store."""
        key, committee = who
        return "/".join((escaped(self.network), *(("committee",) if committee else ()), escaped(key)))


def _said(key: str, listed: Listed | None, file: str) -> Mapping[str, Any]:
    """Give what is known of a node; a level that no list tells is unknown, whatever its type stands on."""
    if listed is None:
        name, group, level, origin = key, None, Level.UNKNOWN, _SILENT + file
    else:
        name, group, level = listed.name or key, listed.group or None, level_of(listed.level)
        origin = (
            f"{listed.level_at[0]}, Spalte {listed.level_at[2]}: {listed.level}"
            if listed.level
            else _SILENT + listed.file
        )
    nobody = is_placeholder(name) and not (len(name) < 3 and name.isalnum())  # an actor may be called X
    return {"name": name, "group": group, "level": level, "level_source": origin, "placeholder": nobody}


def escaped(name: str) -> str:
    """Spell a name so that it can be a part of an identifier, different names differently.

    >>> escaped("Stadt/Land|Fluss")
    'Stadt%2FLand%7CFluss'
    """
    return _SPECIAL.sub(lambda sign: f"%{ord(sign[0]):02X}", name)


_SPECIAL = re.compile(r"[%/|\x00-\x1f]")
_SILENT = "keine Angabe in "
_LOOP = Text("{name!r} ist mit sich selbst verbunden.", "{name!r} is tied to itself.")
_NEGATIVE = Text(
    "Ein Gewicht unter 0 ({weight}) ist keine Zusammenarbeit.", "A weight below 0 ({weight}) is no cooperation."
)
_NO_NUMBER = Text("{w!r} ist keine Zahl; die Stärke bleibt leer.", "{w!r} is no number; the strength is left empty.")
_NO_MODE = Text(
    "Ob {key!r} ein Akteur oder ein Gremium ist, sagt keine Knotenliste.",
    "No node list says whether {key!r} is an actor or a committee.",
)
_UNLISTED = Text(
    "{key!r} steht in keiner Knotenliste; nur als Verweis übernommen.",
    "{key!r} is in no node list; taken over by reference only.",
)
_TWICE = Text("Die Verbindung {start!r} → {end!r} steht schon da.", "The tie {start!r} → {end!r} is stated already.")
_MEMBERS = Text(
    "Eine Mitgliedschaft hat weder Stärke noch Häufigkeit; beides wird hier nicht gelesen.",
    "A membership has neither strength nor frequency; neither is read here.",
)
_REFUSED_END = Text("Ein Ende wurde abgelehnt.", "One of the ends was refused.")
