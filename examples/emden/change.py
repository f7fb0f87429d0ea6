"""What changed: the Stabsstelle of 2015, the programmes, the Basisbericht of 2017, and the Fachdienst that follows."""

from datetime import date

from examples.building import Building, day
from examples.emden.facts import (
    FACT,
    FIRST_PROGRAMME,
    PERSON,
    REPORT,
    SECOND_PROGRAMME,
    SERVICE,
    SINCE_2015,
    SINCE_2020,
    STAFF_UNIT,
    STAFF_UNIT_ENDS,
)
from schema.nodes import Committee, Department, Document, Fachplanung, Person, Process
from schema.ties import (
    AdoptedBy,
    Concerns,
    ConsultedIn,
    ContributesTo,
    CooperatesWith,
    FundedBy,
    Leads,
    Mandates,
    MemberOf,
    PartOf,
    ReportsTo,
    ResponsibleFor,
    Steers,
)

STAFF, SUCCESSOR, STEERING, NETWORK = "sozialplanung", "fd-integriert", "lenkungsgruppe", "bildung-leben"
LINKED = ("fd-planung", "fd-sozial", "fd-gesundheit", "fd-senioren", "fd-jugend", "fd-hilfen", "fd-schule")
"""The Fachdienste that the Stabsstelle links across the Fachbereiche."""
BUNDLED = ("fd-finanzen", "fd-orga")
"""Steering support that the later Fachdienst bundles with planning."""
LOCAL = ("quartier", "jugendhaus", "vhs")
CHECKS = (
    ("faktencheck-1", "Faktencheck: Aufwachsen im Stadtteil", "2018-05-17", ("fd-hilfen", "fd-jugend")),
    ("faktencheck-2", "Faktencheck: Älter werden", "2019-04-11", ("fd-senioren", "fd-gesundheit")),
    ("faktencheck-3", "Faktencheck: Bildung und Ankommen", "2021-10-07", ("fd-schule", "fd-sozial")),
)


def add_change(town: Building) -> None:
    """Add what was set up, in the order in which it was."""
    _set_up_staff_unit(town)
    _add_programmes(town)
    _add_reports(town)
    _set_up_successor(town)


def _set_up_staff_unit(town: Building) -> None:
    told = "2015 als Bindeglied zwischen den Fachbereichen geschaffen und durch eine Lenkungsgruppe gesteuert (Quelle)"
    marks = {"kind": "Stabsstelle", "agency": True, "key_actor": True, "note": told}
    town.node(Department, STAFF, "Stabsstelle Sozialplanung", source=FACT, **marks, **SINCE_2015)
    town.tie(PartOf, STAFF, "stadt", **SINCE_2015)
    since = {"valid_from": STAFF_UNIT}
    town.node(Committee, STEERING, "Lenkungsgruppe", kind="Lenkungsgruppe", source=FACT, key_actor=True, **since)
    town.tie(PartOf, STEERING, "stadt", **since)
    town.tie(Steers, STEERING, STAFF, source=FACT, **SINCE_2015)
    town.tie(ReportsTo, STAFF, STEERING, **SINCE_2015)
    for unit in ("fb-stadt", "fb-sozial", "fb-jugend"):
        town.tie(MemberOf, unit, STEERING, **since)
    town.ties(MemberOf, STAFF, [STEERING], role="Geschäftsführung", **SINCE_2015)
    for person in ("ob", "l-stadt", "l-sozial", "l-jugend"):
        town.tie(MemberOf, person, STEERING, **since, **PERSON)
    town.node(Fachplanung, "fp-sozial", "Sozialplanung", kind="Sozialplanung", **since)
    town.tie(ResponsibleFor, STAFF, "fp-sozial", **SINCE_2015)
    town.node(Person, "l-sozialplanung", "Meno Musterhörn", functions=("Sozialplaner",), **since, **PERSON)
    town.tie(Leads, "l-sozialplanung", STAFF, **SINCE_2015, **PERSON)
    _link(town, STAFF, LINKED + LOCAL, SINCE_2015, "2020-06-15")
    resolution = {"dated": day("2014-12-04"), "in_force_from": STAFF_UNIT, "valid_from": day("2014-12-04")}
    town.node(Document, "beschluss", "Beschluss zur Stabsstelle Sozialplanung", kind="Beschluss", **resolution)
    town.tie(AdoptedBy, "beschluss", "rat", valid_from=day("2014-12-04"))
    town.tie(Mandates, "beschluss", STAFF, **SINCE_2015)


def _link(town: Building, unit: str, others: tuple[str, ...], held: dict[str, date], last: str) -> None:
    """Tie a unit to all with whom it works, for the time given."""
    contact = {"strength": 4, "contact_kind": "dialogic", "last_contact": day(last)}
    town.ties(CooperatesWith, unit, others, **contact, **held)


def _add_programmes(town: Building) -> None:
    programmes = (
        ("bildung-integriert", "Bildung integriert", FIRST_PROGRAMME),
        ("koordinierung", "Kommunale Koordinierung der Bildungsangebote für Neuzugewanderte", SECOND_PROGRAMME),
    )
    since = {"valid_from": FIRST_PROGRAMME}
    told = "bündelt die Förderprogramme und ist an die Stabsstelle angegliedert (Quelle)"
    network = {"kind": "Projektverbund", "source": FACT, "note": told}
    town.node(Committee, NETWORK, "Projektverbund „BILDUNG leben in Emden“", **network, **since)
    town.tie(PartOf, NETWORK, "stadt", **since)
    town.tie(ReportsTo, NETWORK, STAFF, source=FACT, valid_from=FIRST_PROGRAMME, valid_to=STAFF_UNIT_ENDS)
    town.tie(ReportsTo, NETWORK, SUCCESSOR, **SINCE_2020)
    for key, name, begin in programmes:
        town.node(Process, key, name, kind="Förderprogramm", source=FACT, starts_on=begin, valid_from=begin)
        town.tie(FundedBy, NETWORK, key, source=FACT, valid_from=begin)
    town.tie(Concerns, "koordinierung", "zg-neuzugewanderte", valid_from=SECOND_PROGRAMME)
    for member, begin in (("fd-schule", FIRST_PROGRAMME), ("vhs", FIRST_PROGRAMME), ("beratung", SECOND_PROGRAMME)):
        town.tie(MemberOf, member, NETWORK, valid_from=begin)
    town.tie(MemberOf, STAFF, NETWORK, valid_from=FIRST_PROGRAMME, valid_to=STAFF_UNIT_ENDS)
    town.node(Fachplanung, "fp-bildung", "Bildungsplanung", kind="Bildungsplanung", **since)
    town.tie(ResponsibleFor, STAFF, "fp-bildung", valid_from=FIRST_PROGRAMME, valid_to=STAFF_UNIT_ENDS)


def _add_reports(town: Building) -> None:
    told = "2017 veröffentlicht, Grundlage des Berichtswesens der integrierten Planung (Quelle)"
    report = {"kind": "Bericht", "dated": REPORT, "valid_from": REPORT}
    town.node(Document, "basisbericht", "Basisbericht 2017", source=FACT, note=told, **report)
    for unit in (STAFF, "fd-planung", "fd-sozial", "fd-gesundheit", "fd-hilfen", "fd-schule"):
        town.tie(ContributesTo, unit, "basisbericht", valid_from=REPORT)
    for body in ("jha", "sozialausschuss", "rat"):
        town.tie(ConsultedIn, "basisbericht", body, held_on=REPORT, valid_from=REPORT)
    for key, name, published, units in CHECKS:
        since = {"valid_from": day(published)}
        told = "Faktenchecks nennt die Quelle als Format; Thema und Datum sind erfunden."
        town.node(Document, key, name, kind="Bericht", dated=day(published), note=told, **since)
        author = STAFF if day(published) < SERVICE else SUCCESSOR
        for unit in (author, *units):
            town.tie(ContributesTo, unit, key, **since)


def _set_up_successor(town: Building) -> None:
    told = "neu gebildet; die ehemalige Stabsstelle wird ein Teil davon (Quelle, „aktuell“; Datum erfunden)"
    marks = {"kind": "Fachdienst", "number": "130", "agency": True, "key_actor": True, "note": told}
    name = "Fachdienst Integrierte Steuerung, Planung und Service"
    town.node(Department, SUCCESSOR, name, source=FACT, **marks, **SINCE_2020)
    town.tie(PartOf, SUCCESSOR, "fb-innen", **SINCE_2020)
    town.tie(Steers, STEERING, SUCCESSOR, **SINCE_2020)
    town.tie(ReportsTo, SUCCESSOR, STEERING, **SINCE_2020)
    town.tie(ReportsTo, STEERING, "rat", **SINCE_2020)
    for member in (SUCCESSOR, "fb-innen"):
        town.tie(MemberOf, member, STEERING, **SINCE_2020)
    town.tie(MemberOf, "l-jha", STEERING, **SINCE_2020, **PERSON)
    town.tie(MemberOf, SUCCESSOR, NETWORK, **SINCE_2020)
    for planning in ("fp-sozial", "fp-bildung"):
        town.tie(ResponsibleFor, SUCCESSOR, planning, **SINCE_2020)
    town.tie(Leads, "l-sozialplanung", SUCCESSOR, **SINCE_2020, **PERSON)
    _link(town, SUCCESSOR, LINKED + LOCAL + BUNDLED, SINCE_2020, "2026-06-12")
