"""Nodes before the ties that join them, whatever the order in which a source states them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.intake.account import Account
from graph.intake.places import Found, Place
from graph.intake.reader import Present, look_ahead
from schema.errors import ConflictError
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends


@dataclass
class Weaving:
    """Puts nodes before the ties that join them, and holds back ties whose ends are still to come."""

    account: Account
    present: Present
    types: dict[str, type[Node]] = field(default_factory=dict)
    stubs: set[str] = field(default_factory=set)
    waiting: dict[str, tuple[Tie, Place]] = field(default_factory=dict)
    ties: set[str] = field(default_factory=set)
    given: int = 0

    def of(self, found: list[Found]) -> Iterator[Record]:
        """Give what can be given now."""
        for record, at in found:
            if isinstance(record, Node) and self._is_new(record, at):
                self.given += 1
                yield record
            elif isinstance(record, Tie) and self._is_first(record, at):
                self.waiting[record.id] = record, at
        look_ahead(self.present, (end for tie, _ in self.waiting.values() for end in (tie.start, tie.end)))
        for tie, at in list(self.waiting.values()):
            if self._type(tie.start) and self._type(tie.end):
                del self.waiting[tie.id]
                yield from self._joined(tie, at)

    def close(self) -> None:
        """Refuse the ties of which an end never came."""
        for tie, at in self.waiting.values():
            missing, name = (tie.end, "end") if self._type(tie.start) else (tie.start, "start")
            self.account.odd(at.oddity("missing-end", _NO_END.format(verb=tie.verb, id=missing), name, refused=True))

    def _is_new(self, node: Node, at: Place) -> bool:
        """Let a node through unless it is there already; one that was known by reference only is completed."""
        known = node.id in self.types
        if known and node.stub:
            return False
        if known and node.id not in self.stubs:
            self.account.odd(at.oddity("double-id", _TWICE.format(id=node.id), "id", refused=True))
            return False
        (self.stubs.add if node.stub else self.stubs.discard)(node.id)
        self.types[node.id] = type(node)
        return True

    def _is_first(self, tie: Tie, at: Place) -> bool:
        if tie.id in self.ties:
            self.account.odd(at.oddity("double-tie", _TIE_TWICE.format(id=tie.id), "id", refused=True))
            return False
        self.ties.add(tie.id)
        return True

    def _type(self, id: str) -> type[Node] | None:
        return self.types.get(id) or self.present.get(id)

    def _joined(self, tie: Tie, at: Place) -> Iterator[Tie]:
        ends = {id: found for id in (tie.start, tie.end) if (found := self._type(id))}
        try:
            check_ends([tie], ends)
        except ConflictError as error:
            self.account.odd(at.oddity("wrong-ends", error.text, refused=True))
            return
        self.given += 1
        yield tie


_NO_END = Text("{verb}: {id!r} kommt in der Quelle nicht vor.", "{verb}: {id!r} does not occur in the source.")
_TWICE = Text(
    "Die Kennung {id!r} kommt noch einmal vor; die erste Angabe gilt.",
    "The identifier {id!r} occurs again; what was said first counts.",
)
_TIE_TWICE = Text("Die Verbindung {id!r} steht zweimal da.", "The tie {id!r} stands there twice.")
