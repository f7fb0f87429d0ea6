"""The indicators that a store knows already, by name, so that values of theirs find them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.indicators.values import Gathered
from graph.intake.networks.making import escaped
from graph.intake.places import made
from schema.folding import fold
from schema.nodes import Indicator
from schema.record import Record

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

_STORED = (
    "MATCH (i:Indicator) WHERE i.id > $after RETURN i.id AS id, i.name AS name, i.unit AS unit, "
    "i.high_is_need AS high_is_need ORDER BY i.id LIMIT $n"
)
_PORTION = 1_000


@dataclass
class KnownIndicators:
    """What is stored of indicators."""

    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, change: "ChangeSet") -> "KnownIndicators":
        """Read what there is."""
        known, after = cls(), ""
        while rows := list(change.read(_STORED, {"after": after, "n": _PORTION})):
            after = rows[-1]["id"]
            for row in rows:
                known.by_id[row["id"]] = row
                known.by_name[fold(row["name"])].add(row["id"])
        return known

    def id(self, name: str) -> str:
        """Give the identifier: that of the one stored indicator of this name, else one of our own."""
        own = f"indikator/{escaped(fold(name))}"
        stored = self.by_name.get(fold(name), set())
        return next(iter(stored)) if len(stored) == 1 and own not in self.by_id else own

    def unit(self, name: str, gathered: Gathered) -> str:
        """Give the unit that the source tells, else the stored one."""
        return gathered.units.get(name) or self.by_id.get(self.id(name), {}).get("unit") or ""

    def record(self, name: str, gathered: Gathered, account: Account) -> Iterator[Record]:
        """Give an indicator of our own, with what is stored of it; one of another source stays as it is."""
        id, at = self.id(name), gathered.places[name]
        account.count("indicators")
        if id in self.by_id and not id.startswith("indikator/"):
            return
        values = {"unit": self.unit(name, gathered) or None, "high_is_need": self.by_id.get(id, {}).get("high_is_need")}
        yield from (record for record, _ in made(Indicator, at, account, id=id, name=name, **values))
