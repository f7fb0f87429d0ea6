"""Which stored area a source means: by identifier, official key, key within a division, or a name that only one has."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.intake.areas.divisions import area_id
from schema.folding import fold

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

_AREAS = (
    "MATCH (a:Sozialraum) WHERE a.id > $after RETURN a.id AS id, a.name AS name, null AS ags ORDER BY a.id LIMIT $n",
    "MATCH (a:Kommune) WHERE a.id > $after RETURN a.id AS id, a.name AS name, a.ags AS ags ORDER BY a.id LIMIT $n",
)
_PORTION = 1_000


@dataclass
class StoredAreas:
    """The areas and Kommunen of a store, by what people call them."""

    division: str
    """The division that a person named; "" where keys of any division are meant."""
    ids: set[str] = field(default_factory=set)
    by_key: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, change: "ChangeSet", division: str) -> "StoredAreas":
        """Read what there is: the areas of a country are some ten thousand."""
        found = cls(division)
        within = area_id(division, "") if division else ""
        for query in _AREAS:
            after = ""
            while rows := list(change.read(query, {"after": after, "n": _PORTION})):
                after = rows[-1]["id"]
                for row in rows:
                    if row["ags"] or row["id"].startswith(within):
                        found._add(row["id"], row["name"], row["ags"])
        return found

    def _add(self, id: str, name: str, ags: str | None) -> None:
        self.ids.add(id)
        self.by_name[fold(name)].add(id)
        if ags:
            self.by_key[ags].add(id)
        elif id.startswith("raum/"):
            self.by_key[id.rsplit("/", 1)[-1]].add(id)

    def called(self, said: str) -> set[str]:
        """Give the areas that may be meant; the surest way of naming that fits decides."""
        if said in self.ids:
            return {said}
        return self.by_key.get(said) or self.by_name.get(fold(said)) or set()

    def with_zero(self, said: str) -> str | None:
        """Give the key with the leading zero that it lost, where there is such an area."""
        whole = f"0{said}"
        return whole if said.isdecimal() and whole in self.by_key else None
