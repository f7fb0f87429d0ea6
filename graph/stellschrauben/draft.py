"""A proposal in the making: records that are not there yet, tied to those that are."""

from typing import Any

from graph.stellschrauben.ground import Ground
from graph.stellschrauben.verdict import Change
from schema.nodes import Committee, Department, Fachplanung, Node, Process
from schema.record import Record
from schema.text import Text
from schema.ties import PartOf, ResponsibleFor, Steers, TakesPart, Tie, tie_id

SOURCE = "Vorschlag zu Stellschraube {number} (Fahrstuhl)"
"""What stands as the source of every proposed record, so that nobody takes it for a fact."""


class Draft:
    """Collects proposed records; what a proposal builds on is taken from the network or, if it is not there, added."""

    def __init__(self, ground: Ground, number: int) -> None:
        """Begin a proposal for a check."""
        self.ground = ground
        self._number = number
        self._records: dict[str, Record] = {}
        self._keys: dict[str, str] = {}
        self._joined: set[tuple[str, str, str]] = set()
        self._common = {"source": SOURCE.format(number=number), "valid_from": ground.day}

    def node(self, cls: type[Node], key: str, name: str, **fields: Any) -> str:
        """Propose a node, once for each key; give back its id."""
        if key in self._keys:
            return self._keys[key]
        id = self._keys[key] = self._free(f"vorschlag-{self._number}/{key}")
        self._records[id] = cls.model_validate({"id": id, "name": name} | self._common | fields)
        return id

    def tie(self, cls: type[Tie], start: str, end: str, **fields: Any) -> None:
        """Propose a tie between two ids, once for each type."""
        if (cls.verb, start, end) in self._joined:
            return
        self._joined.add((cls.verb, start, end))
        id = self._free(tie_id(cls.verb, start, end, f"vorschlag-{self._number}"))
        self._records[id] = cls.model_validate({"id": id, "start": start, "end": end} | self._common | fields)

    def change(self, text: Text) -> Change:
        """Finish the proposal."""
        return Change(text, tuple(self._records.values()))

    def _free(self, id: str) -> str:
        """Find an id that nobody has yet, beginning with the one wished for."""
        taken, tried, n = self.ground.ids_taken, id, 2
        while tried in taken or tried in self._records:
            tried, n = f"{id}-{n}", n + 1
        return tried

    def kommune(self) -> str | None:
        """Give the Kommune that is asked about, as far as it is known."""
        home = self.ground.home
        return None if home is None else self.ground.network.ids[home]

    def within(self, id: str, parent: str | None) -> str:
        """Make a node part of another one, where that is known."""
        if parent is not None:
            self.tie(PartOf, id, parent)
        return id

    def agency(self) -> str:
        """Give the agency."""
        if self.ground.agencies:
            return self.ground.network.ids[self.ground.agencies[0]]
        name = "Stabsstelle Integrierte Planung (Vorschlag)"
        made = self.node(Department, "agentur", name, kind="Stabsstelle", agency=True)
        return self.within(made, self.kommune())

    def round(self) -> str:
        """Give the planning round."""
        if self.ground.round is not None:
            return self.ground.network.ids[self.ground.round]
        return self.node(Process, "runde", "Planungsrunde (Vorschlag)", kind="Planungsrunde", starts_on=self.ground.day)

    def units(self) -> list[str]:
        """Give the units that the round names, or those in charge of Fachplanungen, or two new ones."""
        ground, ids = self.ground, self.ground.network.ids
        if ground.units:
            return [ids[i] for i in ground.units]
        charged = {i for planning in ground.plannings for i in ground.in_charge(planning) if ground.is_a(i, Department)}
        found = [ids[i] for i in sorted(charged - set(ground.agencies))] or [self.unit(1), self.unit(2)]
        self.take_part(found)
        return found

    def take_part(self, units: list[str]) -> None:
        """Let units take part in the round that do not yet."""
        ground = self.ground
        there = set() if ground.round is None else {link.start for link in ground.links(TakesPart).into(ground.round)}
        for unit in units:
            if ground.network.index.get(unit) not in there:
                self.tie(TakesPart, unit, self.round())

    def unit(self, n: int) -> str:
        """Propose a unit in a Dezernat of its own."""
        dezernat = self.node(Department, f"dezernat-{n}", f"Dezernat {n} (Vorschlag)", kind="Dezernat")
        amt = self.node(Department, f"amt-{n}", f"Amt {n} (Vorschlag)", kind="Amt")
        return self.within(amt, self.within(dezernat, self.kommune()))

    def plannings(self, least: int = 2) -> list[str]:
        """Give the Fachplanungen in question, at least so many."""
        found = [self.ground.network.ids[i] for i in self.ground.plannings]
        for n in range(len(found) + 1, least + 1):
            found.append(self.node(Fachplanung, f"planung-{n}", f"Fachplanung {n} (Vorschlag)"))
            if self._taking:
                self.tie(TakesPart, found[-1], self.round())
            if self.ground.network.kommune is not None:
                self.tie(ResponsibleFor, self.agency(), found[-1])
        return found

    @property
    def _taking(self) -> bool:
        """Say whether the Fachplanungen in question are those of the round."""
        return self.ground.round is not None and any(
            self.ground.is_a(link.start, Fachplanung) for link in self.ground.links(TakesPart).into(self.ground.round)
        )

    def steering(self) -> str:
        """Give the body that steers the agency or the round."""
        if self.ground.steering:
            return self.ground.network.ids[self.ground.steering[0]]
        made = self.node(Committee, "lenkungsgruppe", "Lenkungsgruppe (Vorschlag)", kind="Lenkungsgruppe")
        self.tie(Steers, made, self.agency())
        return self.within(made, self.kommune())
