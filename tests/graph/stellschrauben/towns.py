"""For each Stellschraube a network small enough to count by hand in which it is met, and what breaks it.

The expectations follow the table of the design, row by row, not the code.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.network import Network
from graph.questions.scope import Scope
from graph.stellschrauben.status import Status
from schema.nodes import (
    Committee,
    Department,
    Document,
    Fachplanung,
    Kommune,
    Organisation,
    Person,
    Process,
    Raumzuschnitt,
    Sozialraum,
)
from schema.record import Record, Visibility
from schema.ties import (
    AdoptedBy,
    BelongsTo,
    ContributesTo,
    CooperatesWith,
    CounterpartOf,
    Leads,
    Mandates,
    Overlaps,
    PartOf,
    ReportsTo,
    ResponsibleFor,
    Signed,
    Steers,
    TakesPart,
    Uses,
)
from tests.graph.questions.town import node, tie

DAY = date(2026, 6, 30)
SCOPE = Scope(as_of=DAY)
ALL_RIGHTS = Scope(as_of=DAY, persons=True, visibility=Visibility.CONFIDENTIAL)
TALK = {"contact_kind": "dialogic", "last_contact": date(2026, 6, 1)}


@dataclass(frozen=True)
class Town:
    """A network in which a Stellschraube is met; `breaks`: what one record less, or another in its place, makes of it.

    `lacks`: the records in whose place nothing stands when the status shall be missing.
    """

    records: tuple[Record, ...]
    broken: str
    instead: Record | None
    then: Status
    lacks: tuple[str, ...] = ()
    besides: tuple[Record, ...] = ()

    def met(self) -> list[Record]:
        """Give the records of the network in which it is met."""
        return list(self.records)

    def with_break(self) -> list[Record]:
        """Give them with the one record that breaks it."""
        left = [record for record in self.records if record.id != self.broken]
        assert len(left) == len(self.records) - 1
        return [*left, *([self.instead] if self.instead else [])]

    def missing(self) -> list[Record]:
        """Give them with so much changed that the design says missing."""
        gone = {self.broken, *self.lacks}
        left = [record for record in self.records if record.id not in gone]
        assert len(left) == len(self.records) - len(gone)
        return [*left, *([self.instead] if self.instead else []), *self.besides]


def without_ties(records: Iterable[Record]) -> list[Record]:
    """Leave out all ties: what is left names who there is, and is silent about the rest."""
    return [record for record in records if not hasattr(record, "start")]


AGENCY = node(Department, "Stab", kind="Stabsstelle", agency=True)
ROUND = node(Process, "Runde", kind="Planungsrunde", starts_on=date(2026, 1, 15))
RESOLUTION = node(Document, "Beschluss", kind="Beschluss", dated=date(2021, 3, 4))


def _units(*names: str) -> tuple[Record, ...]:
    """Give units that take part in the round, each in a Dezernat of its own."""
    return (
        ROUND,
        *(node(Department, name, kind="Amt") for name in names),
        *(node(Department, f"Dezernat {name}", kind="Dezernat") for name in names),
        *(tie(PartOf, name, f"Dezernat {name}") for name in names),
        *(tie(TakesPart, name, "Runde") for name in names),
    )


def _mandated() -> Town:
    records = (AGENCY, node(Committee, "Rat", kind="Rat"), RESOLUTION, tie(AdoptedBy, "Beschluss", "Rat"))
    task = tie(Mandates, "Beschluss", "Stab")
    return Town((*records, task), task.id, None, Status.MISSING)


def _in_one_dezernat() -> Town:
    """Lay two of three Fachplanungen under one Dezernat: two thirds are met; one each is spread wider."""
    moved = tie(ResponsibleFor, "Jugend", "Schulplanung")
    records = (
        *_units("Jugend", "Bau", "Gesundheit"),
        *(node(Fachplanung, name) for name in ("Jugendplanung", "Schulplanung", "Bauplanung")),
        tie(ResponsibleFor, "Jugend", "Jugendplanung"),
        moved,
        tie(ResponsibleFor, "Bau", "Bauplanung"),
    )
    return Town(records, moved.id, tie(ResponsibleFor, "Gesundheit", "Schulplanung"), Status.MISSING)


def _directed() -> Town:
    orders = [tie(Mandates, "Verfügung", name) for name in ("Jugend", "Bau")]
    paper = node(Document, "Verfügung", kind="Verfügung", in_force_from=date(2024, 1, 1))
    records = (AGENCY, *_units("Jugend", "Bau"), paper, *orders)
    return Town(records, orders[1].id, None, Status.PARTLY, lacks=(orders[0].id,))


def _led() -> Town:
    names = ("Jugend", "Bau", "Gesundheit")
    talks = [tie(CooperatesWith, f"Leitung {name}", "Stab", **TALK) for name in names]
    records = (
        AGENCY,
        *_units(*names),
        *(node(Person, f"Leitung {name}") for name in names),
        *(tie(Leads, f"Leitung {name}", name) for name in names),
        *talks,
    )
    old = {"contact_kind": "dialogic", "last_contact": date(2025, 6, 29)}
    stale = tie(CooperatesWith, "Leitung Jugend", "Stab", **old)
    return Town(records, talks[0].id, stale, Status.PARTLY, lacks=(talks[1].id,))


def _agreed() -> Town:
    names = ("Jugendplanung", "Schulplanung", "Bauplanung")
    signed = [tie(Signed, name, "Leitbild") for name in names]
    leitbild = node(Document, "Leitbild", kind="Leitbild", dated=date(2023, 5, 5))
    records = (leitbild, *(node(Fachplanung, name) for name in names), *signed)
    return Town(records, signed[2].id, None, Status.PARTLY, lacks=(signed[1].id,))


def _reported() -> Town:
    report = node(Document, "Bericht", kind="Bericht", dated=date(2024, 2, 1))
    wrote = [tie(ContributesTo, name, "Bericht") for name in ("Jugend", "Bau")]
    older = node(Document, "Bericht", kind="Bericht", dated=date(2023, 6, 29))
    return Town((*_units("Jugend", "Bau"), report, *wrote), "Bericht", older, Status.PARTLY, lacks=(wrote[0].id,))


def _divided() -> Town:
    """Let both Fachplanungen use one division; the other one cuts each of its two areas in halves."""
    areas = {"Quartiere": ("Nord", "Süd"), "Bezirke": ("Ost", "West")}
    shared = tie(Uses, "Schulplanung", "Quartiere")
    records = (
        *(node(Fachplanung, name) for name in ("Jugendplanung", "Schulplanung")),
        *(node(Raumzuschnitt, name) for name in areas),
        *(node(Sozialraum, name, population=100) for names in areas.values() for name in names),
        *(tie(BelongsTo, name, division) for division, names in areas.items() for name in names),
        *(tie(Overlaps, a, b, share=0.5) for a in areas["Quartiere"] for b in areas["Bezirke"]),
        tie(Uses, "Jugendplanung", "Quartiere"),
        shared,
    )
    return Town(records, shared.id, tie(Uses, "Schulplanung", "Bezirke"), Status.MISSING)


def _countercurrent() -> Town:
    """Tie two conferences to the agency; a report alone leads upwards and not back."""
    contacts = [tie(CooperatesWith, "Stab", name) for name in ("Konferenz Nord", "Konferenz Süd")]
    records = (
        AGENCY,
        node(Committee, "Lenkungsgruppe", kind="Lenkungsgruppe"),
        *(node(Committee, name, kind="Sozialraumkonferenz") for name in ("Konferenz Nord", "Konferenz Süd")),
        tie(Steers, "Lenkungsgruppe", "Stab"),
        tie(ReportsTo, "Stab", "Lenkungsgruppe"),
        *contacts,
    )
    up, other = (tie(ReportsTo, name, "Stab") for name in ("Konferenz Nord", "Konferenz Süd"))
    return Town(records, contacts[0].id, up, Status.PARTLY, lacks=(contacts[1].id,), besides=(other,))


def _in_dialogue() -> Town:
    contacts = [tie(CooperatesWith, name, "Stab", **TALK) for name in ("Jugend", "Verein")]
    records = (
        AGENCY,
        node(Department, "Jugend", kind="Amt", key_actor=True),
        node(Organisation, "Verein", kind="Verein", key_actor=True),
        *contacts,
    )
    circular, other = (tie(CooperatesWith, name, "Stab", contact_kind="collective") for name in ("Jugend", "Verein"))
    return Town(records, contacts[0].id, circular, Status.PARTLY, lacks=(contacts[1].id,), besides=(other,))


def _partnered() -> Town:
    names = ("Ahausen", "Behausen")
    partners = [tie(CounterpartOf, "Stab", f"Amt {name}", last_contact=date(2026, 4, 1)) for name in names]
    records = (
        AGENCY,
        node(Kommune, "Kreis", kind="Landkreis"),
        tie(PartOf, "Stab", "Kreis"),
        *(node(Kommune, name, kind="kreisangehörige Gemeinde") for name in names),
        *(node(Department, f"Amt {name}", kind="Amt") for name in names),
        *(node(Person, f"Leitung {name}") for name in names),
        *(tie(PartOf, name, "Kreis") for name in names),
        *(tie(PartOf, f"Amt {name}", name) for name in names),
        *(tie(Leads, f"Leitung {name}", f"Amt {name}") for name in names),
        *partners,
    )
    undated, other = (tie(CounterpartOf, "Stab", f"Amt {name}") for name in names)
    return Town(records, partners[0].id, undated, Status.PARTLY, lacks=(partners[1].id,), besides=(other,))


TOWNS: dict[int, Town] = {
    1: _mandated(),
    2: _in_one_dezernat(),
    3: _directed(),
    4: _led(),
    5: _agreed(),
    6: _reported(),
    7: _divided(),
    8: _countercurrent(),
    9: _in_dialogue(),
    10: _partnered(),
}


def network(records: Iterable[Record]) -> Network:
    """Make a network."""
    return Network.of(records)
