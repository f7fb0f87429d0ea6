"""A small invented town for the tests of the service, with something hidden in every corner."""

from typing import Any

from schema.nodes import Committee, Department, Document, Fachplanung, Kommune, Node, Organisation, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import (
    ActiveIn,
    ConsultedIn,
    CooperatesWith,
    InterestedIn,
    Leads,
    MemberOf,
    PartOf,
    ReportsTo,
    ResponsibleFor,
    Tie,
    WorksIn,
    tie_id,
)

_BASE = "https://web1.example.de/oparl/bodies/0001"
TOWN = _BASE
COUNCIL = f"{_BASE}/organizations/1?modified=2024-01-01&page=2"
BOARD = f"{_BASE}/organizations/jugend#ausschuss"
YOUTH = f"{_BASE}/organizations/51"
SOCIAL = f"{_BASE}/organizations/50/neighbours"
SOUTH = "urn:stadtteil:Südstadt/Ost 100 % „Grün“"
CLUB = "verein:Älteste Straße"
SHELTER = f"{_BASE}/organizations/geheim"
OFFICE = f"{_BASE}/organizations/intern"
LEADER = f"{_BASE}/people/leitung"
SOURCE_ = f"{_BASE}/people/quelle"

HIDDEN = ("Zufluchtswohnung", "Verschlusssache", "Abwägung")
"""Words that stand in confidential or internal records only."""
NAMED = ("Mustermann", "Beispielfrau")
"""Words that stand in records of persons only."""


def _node(cls: type[Node], id: str, name: str, **fields: Any) -> Node:
    return cls.model_validate({"id": id, "name": name, "source": "erfunden", **fields})


def _tie(cls: type[Tie], start: str, end: str, **fields: Any) -> Tie:
    return cls.model_validate(
        {"id": tie_id(cls.verb, start, end), "source": "erfunden", "start": start, "end": end, **fields}
    )


_CONFIDENTIAL = {"visibility": Visibility.CONFIDENTIAL}
_INTERNAL = {"visibility": Visibility.INTERNAL}

PUBLIC: tuple[Record, ...] = (
    _node(Kommune, TOWN, "Musterstadt", kind="kreisfreie Stadt", ags="08000000"),
    _node(Committee, COUNCIL, "Stadtrat", kind="Rat"),
    _node(Committee, BOARD, "Jugendhilfeausschuss", kind="Ausschuss"),
    _node(Department, YOUTH, "Jugendamt", kind="Amt", number="51"),
    _node(Department, SOCIAL, "Sozialamt", kind="Amt", number="50"),
    _node(Sozialraum, SOUTH, "Südstadt/Ost 100 % „Grün“", population=8400),
    _node(Organisation, CLUB, "Bürgerverein Älteste Straße", kind="Verein"),
    _node(Fachplanung, "fp:jugend", "Jugendhilfeplanung", kind="Jugendhilfeplanung"),
    _node(Document, "doc:1", "Rahmenkonzept <script>alert(1)</script>", kind="Konzept"),
    _tie(PartOf, YOUTH, TOWN),
    _tie(PartOf, SOCIAL, TOWN),
    _tie(PartOf, COUNCIL, TOWN),
    _tie(PartOf, BOARD, COUNCIL),
    _tie(PartOf, SOUTH, TOWN),
    _tie(ReportsTo, YOUTH, BOARD),
    _tie(ResponsibleFor, YOUTH, "fp:jugend"),
    _tie(ActiveIn, YOUTH, SOUTH),
    _tie(ActiveIn, SOCIAL, SOUTH),
    _tie(ActiveIn, CLUB, SOUTH),
    _tie(CooperatesWith, YOUTH, CLUB, strength=4),
    _tie(ConsultedIn, "doc:1", BOARD),
)

SECRET: tuple[Record, ...] = (
    _node(Organisation, SHELTER, "Zufluchtswohnung Südstadt", kind="Träger", **_CONFIDENTIAL),
    _node(Department, OFFICE, "Abwägung intern", kind="Stabsstelle", **_INTERNAL),
    _tie(ActiveIn, SHELTER, SOUTH, **_CONFIDENTIAL),
    _tie(CooperatesWith, SHELTER, SOCIAL, **_CONFIDENTIAL),
    _tie(PartOf, OFFICE, TOWN, **_INTERNAL),
    _tie(CooperatesWith, OFFICE, COUNCIL, **_INTERNAL),
    _tie(InterestedIn, CLUB, "fp:jugend", concern="Verschlusssache", attitude=-1, **_INTERNAL),
)

PERSONS: tuple[Record, ...] = (
    _node(Person, LEADER, "Erika Mustermann"),
    _node(Person, SOURCE_, "Petra Beispielfrau", **_CONFIDENTIAL),
    _tie(Leads, LEADER, YOUTH),
    _tie(MemberOf, LEADER, BOARD),
    _tie(WorksIn, SOURCE_, SHELTER, **_CONFIDENTIAL),
)

RECORDS = PUBLIC + SECRET + PERSONS
