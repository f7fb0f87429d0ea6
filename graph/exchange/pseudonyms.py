"""Persons under pseudonyms: no name and no identifier of theirs is left, in whatever field it stood.

A pseudonym is the same throughout one export and another in the next: it is made with a key that is drawn for the
export and kept nowhere. Who knows the town may still tell who leads an office; this is pseudonymisation in the sense
of Art. 4(5) GDPR, not anonymisation.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from graph.exchange.mentions import Mentions
from graph.network import Network, Properties
from schema.catalogue import NODE_TYPES, TIE_TYPES, Feature, features
from schema.nodes import NODES, Person
from schema.record import Record
from schema.text import Text

LEFT_OUT = Text("nicht genannt (nennt eine Person)", "left out (it names a person)")
_NEVER_KEPT = frozenset({"title", "note"})
"""Fields of a person's own record that say too much about one human being."""


def pseudonymised(part: Network, unnamed: Network) -> Network:
    """Replace the persons of `part`, and leave out every text that names a person of `unnamed`.

    A text names a person when it holds the identifier, the full name in either order, or the family name as a word.
    What must not be empty is replaced: the name of another node by its type and a key, a source by a fixed sentence.
    """
    hiding = _Hiding.of(part, unnamed)
    names, verbs = tuple(NODE_TYPES), tuple(TIE_TYPES)
    nodes = [
        (names[code], hiding.node(NODES[code], row)) for code, row in zip(part.node_type, part.node_rows, strict=True)
    ]
    ties = [(verbs[code], hiding.tie(TIE_TYPES[verbs[code]], row)) for code, row in _ties(part)]
    home = part.kommune and hiding.id_of(part.kommune)
    return replace(Network.of_rows(nodes, ties, part.version), as_of=part.as_of, kommune=home)


def _ties(part: Network) -> Iterator[tuple[int, Properties]]:
    return zip(part.tie_type.tolist(), part.tie_rows, strict=True)


@dataclass(frozen=True, eq=False)
class _Hiding:
    """One export's key, and what must not be told."""

    key: bytes
    persons: frozenset[str]
    mentions: Mentions
    called: dict[str, str] = field(default_factory=dict)
    """The identifiers that were looked at so far, with those that take their place."""

    @classmethod
    def of(cls, part: Network, unnamed: Network) -> "_Hiding":
        found = [network.node_rows[i] for network in (unnamed, part) for i in np.flatnonzero(network.of_type(Person))]
        ids = frozenset(str(row["id"]) for row in found)
        names = (str(row["name"]) for row in found if not row.get("placeholder"))
        return cls(secrets.token_bytes(32), ids, Mentions.of(ids, names))

    def keyed(self, text: str) -> str:
        return hashlib.blake2b(text.encode(), key=self.key, digest_size=8).hexdigest()

    def tells(self, text: str) -> bool:
        """Say whether a text names a person."""
        return text in self.persons or self.mentions.within(text)

    def id_of(self, id: str) -> str:
        """Give the identifier by which something is called; what tells no person keeps its own."""
        if id not in self.called:
            kind = "person" if id in self.persons else "id" if self.mentions.within(id) else None
            self.called[id] = f"{kind}:{self.keyed(id)}" if kind else id
        return self.called[id]

    def node(self, cls: type[Record], row: Properties) -> Mapping[str, Any]:
        told = self._told(cls, row, lambda: f"{cls.label.de} {self.keyed(row['id'])}")
        if cls is not Person:
            return told
        kept = {name: value for name, value in told.items() if name not in _NEVER_KEPT}
        return kept | {"name": f"Person {self.keyed(row['id'])}"}

    def tie(self, cls: type[Record], row: Properties) -> Mapping[str, Any]:
        ends = {name: self.id_of(row[name]) for name in ("start", "end")}
        own = {} if self.persons.isdisjoint((row["start"], row["end"])) else {"id": f"id:{self.keyed(row['id'])}"}
        return self._told(cls, row, lambda: LEFT_OUT.de) | ends | own

    def _told(self, cls: type[Record], row: Properties, name: Callable[[], str]) -> dict[str, Any]:
        """Give what may be told of a record's fields."""
        told: dict[str, Any] = {"id": self.id_of(row["id"])}
        for feature in features(cls):
            value = row.get(feature.name)
            if value is None or feature.name == "id":
                continue
            if feature.many:
                told[feature.name] = tuple(item for item in value if not self.tells(item))
            elif not _is_text(feature) or not self.tells(value):
                told[feature.name] = value
            elif feature.required:
                told[feature.name] = name() if feature.name == "name" else LEFT_OUT.de
        return told


def _is_text(feature: Feature) -> bool:
    return feature.value is str and not feature.choices
