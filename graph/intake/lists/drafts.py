"""The records of a list while it is read: what several rows say of one of them is put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.lists.bodies import Body
from graph.intake.names import is_placeholder
from graph.intake.networks.making import escaped
from schema.errors import InputError
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Node, Organisation, Person
from schema.record import Record, Visibility
from schema.ties import Tie, tie_id
from schema.validation import checked

MOST = 500_000
"""Records that are held while a list is read."""


@dataclass
class _Draft:
    cls: type[Record]
    values: dict[str, Any]
    place: str


@dataclass
class Drafts:
    """Nodes and ties by their identifiers, which are made of the list's name, the type and the folded name."""

    source: str
    prefix: str
    """What the identifiers of this list begin with."""
    nodes: dict[str, _Draft] = field(default_factory=dict)
    ties: dict[str, _Draft] = field(default_factory=dict)

    def person(self, name: str, apart: str, at: str, file: str, said: Mapping[str, Any]) -> str:
        """Note a person; `apart` keeps vacant posts from being taken for one and the same nobody."""
        nobody = is_placeholder(name)
        key = f"{fold(name)}@{fold(apart)}" if nobody else fold(name)
        internal = {"visibility": Visibility.INTERNAL}  # a list of an office is not a publication
        return self._node(Person, key or name, at, file, {"name": name, "placeholder": nobody, **internal, **said})

    def body(self, name: str, what: Body, at: str, file: str, said: Mapping[str, Any], within: str = "") -> str:
        """Note a unit, committee or organisation; one whose name tells nothing has an unknown level.

        `within` tells it from others of the same name.
        """
        values: dict[str, Any] = {"name": name, "kind": what.kind, "placeholder": is_placeholder(name)}
        if what.type is Organisation and not what.told:
            values |= {"level": Level.UNKNOWN, "level_source": f"keine Angabe in {self.source}"}
        elif what.level:
            values |= {"level": what.level, "level_source": f"{self.source}: Name"}
        key = f"{fold(name)}@{fold(within)}" if within else fold(name)
        return self._node(what.type, key or name, at, file, {**values, **said})

    def tie(self, cls: type[Tie], start: str, end: str, at: str, file: str, said: Mapping[str, Any]) -> None:
        """Note a tie between two that were noted; said again, it is the same."""
        if start != end:
            id, personal = tie_id(cls.verb, start, end), self.nodes[start].cls is Person
            values = {"start": start, "end": end, **({"visibility": Visibility.INTERNAL} if personal else {})}
            self._note(self.ties, cls, id, at, file, {**values, **said})

    def type_of(self, id: str) -> type[Record]:
        """Give the type of what was noted."""
        return self.nodes[id].cls

    def kind_of(self, id: str) -> tuple[str | None, Level | None]:
        """Give kind and level of a body that was noted."""
        values = self.nodes[id].values
        return values.get("kind"), values.get("level")

    def records(self, account: Account) -> Iterator[Record]:
        """Give nodes, then the ties between those that stand; what does not fit its type is refused."""
        refused = set[Any]()
        for id, draft in [*self.nodes.items(), *self.ties.items()]:
            if {draft.values.get("start"), draft.values.get("end")} & refused:
                continue
            try:
                yield checked(draft.cls, draft.values, file=draft.values["source"], place=draft.place)
            except InputError as error:
                refused.add(id)
                account.odd(*error.oddities)

    def _node(self, cls: type[Node], key: str, at: str, file: str, said: dict[str, Any]) -> str:
        own = said.pop("id", None)
        id = f"{self.prefix}/{escaped(own)}" if own else f"{self.prefix}/{cls.__name__.lower()}/{escaped(key)}"
        self._note(self.nodes, cls, id, at, file, said)
        return id

    def _note(
        self, kept: dict[str, _Draft], cls: type[Record], id: str, at: str, file: str, said: Mapping[str, Any]
    ) -> None:
        """Keep what is said first of each field; of functions, all."""
        given = {name: value for name, value in said.items() if value not in (None, ())}
        draft = kept.setdefault(id, _Draft(cls, {"id": id, "source": file}, at))
        functions = (*draft.values.get("functions", ()), *given.pop("functions", ()))
        draft.values = given | draft.values
        if functions:
            draft.values["functions"] = tuple(dict.fromkeys(functions))

    @property
    def full(self) -> bool:
        """Say whether more cannot be held."""
        return len(self.nodes) + len(self.ties) > MOST
