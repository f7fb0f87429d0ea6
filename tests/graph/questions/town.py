"""A town small enough to count by hand, and the short words in which the tests write it down.

Rat ── (reports) ── Stab ── Jugendamt (Dezernat Jugend) , Bauamt (Dezernat Bau)
                     │
                   Treff ── active in Nord ; Verein active in Nord and in Süd ; West holds nobody
"""

from collections.abc import Iterable
from typing import Any

from graph.network import Network
from schema.nodes import Committee, Department, Node, Organisation, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, PartOf, ReportsTo, Tie, tie_id


def node(cls: type[Node], id: str, **fields: Any) -> Node:
    """Make a node that is called as it is identified, unless a name is given."""
    return cls.model_validate({"id": id, "name": id, "source": "test"} | fields)


def tie(cls: type[Tie], start: str, end: str, **fields: Any) -> Tie:
    """Make a tie between two ids."""
    id = tie_id(cls.verb, start, end, str(fields.get("year", "")))
    return cls.model_validate({"id": id, "start": start, "end": end, "source": "test"} | fields)


def town() -> list[Record]:
    """Give the records of the town."""
    return [
        node(Committee, "Rat", kind="Rat"),
        node(Department, "Dezernat Jugend", kind="Dezernat"),
        node(Department, "Dezernat Bau", kind="Dezernat"),
        node(Department, "Jugendamt", kind="Amt"),
        node(Department, "Bauamt", kind="Amt"),
        node(Department, "Stab", kind="Stabsstelle", agency=True),
        node(Organisation, "Treff", kind="Quartiersbüro", intermediary=True),
        node(Organisation, "Verein", kind="Verein"),
        *(node(Sozialraum, name, kind="Quartier") for name in ("Nord", "Süd", "West")),
        tie(PartOf, "Jugendamt", "Dezernat Jugend"),
        tie(PartOf, "Bauamt", "Dezernat Bau"),
        tie(ReportsTo, "Stab", "Rat"),
        tie(CooperatesWith, "Stab", "Jugendamt"),
        tie(CooperatesWith, "Stab", "Bauamt"),
        tie(CooperatesWith, "Stab", "Treff"),
        tie(ActiveIn, "Treff", "Nord"),
        tie(ActiveIn, "Verein", "Nord"),
        tie(ActiveIn, "Verein", "Süd"),
    ]


def network(*more: Record, without: Iterable[str] = ()) -> Network:
    """Make the network of the town, with further records and without those of the given ids."""
    left = set(without)
    return Network.of([*(record for record in town() if record.id not in left), *more])
