from datetime import date

import pytest

from graph.network import Network
from graph.questions.contacts import Contacts
from graph.questions.hierarchy import inside, within
from schema.levels import STOREYS, Level
from schema.nodes import Committee, Department, Document, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, Leads, MemberOf, PartOf, Tie, WorksIn
from tests.graph.questions.town import network, node, tie


def joined(network: Network, persons: bool = False) -> set[frozenset[str]]:
    contacts = Contacts.of(network, persons)
    rows, columns = contacts.adjacency.nonzero()
    return {frozenset((network.ids[a], network.ids[b])) for a, b in zip(rows, columns, strict=True)}


HEAD: tuple[Record, ...] = (
    node(Person, "Muster"),
    tie(Leads, "Muster", "Bauamt"),
    tie(MemberOf, "Muster", "Rat"),
    tie(CooperatesWith, "Muster", "Verein"),
)


def test_contacts_are_the_ties_of_contact_types_between_actors_and_places() -> None:
    assert joined(network()) == {
        frozenset(pair)
        for pair in (
            ("Rat", "Stab"),
            ("Stab", "Jugendamt"),
            ("Stab", "Bauamt"),
            ("Stab", "Treff"),
            ("Treff", "Nord"),
            ("Verein", "Nord"),
            ("Verein", "Süd"),
        )
    }


def test_a_hidden_persons_ties_count_for_the_unit() -> None:
    new = joined(network(*HEAD)) - joined(network())
    assert new == {frozenset(("Bauamt", "Rat")), frozenset(("Bauamt", "Verein"))}


def test_a_shown_person_stands_for_itself() -> None:
    new = joined(network(*HEAD), persons=True) - joined(network())
    assert new == {frozenset(("Muster", other)) for other in ("Bauamt", "Rat", "Verein")}


def test_a_hidden_persons_ties_are_no_evidence_by_name() -> None:
    part = network(*HEAD)
    contacts = Contacts.of(part, persons=False)
    i = part.index["Bauamt"]
    assert len(contacts.contacts_of(i)) == 3
    assert contacts.evidence(contacts.contacts_of(i)) == ("COOPERATES_WITH|Stab|Bauamt|",)


def test_a_person_without_an_office_passes_nothing_on() -> None:
    member = (node(Person, "Rätin"), tie(MemberOf, "Rätin", "Rat"), tie(CooperatesWith, "Rätin", "Verein"))
    assert joined(network(*member)) == joined(network())


def test_placeholders_have_no_contacts() -> None:
    nobody = (node(Department, "Offen", placeholder=True), tie(CooperatesWith, "Offen", "Stab"))
    assert joined(network(*nobody)) == joined(network())


def test_parallel_ties_are_one_contact_with_all_their_evidence() -> None:
    part = network(tie(ActiveIn, "Stab", "Süd", count=3), tie(CooperatesWith, "Treff", "Stab", count=2))
    contacts = Contacts.of(part, persons=False)
    stab, treff = part.index["Stab"], part.index["Treff"]
    assert contacts.degree[stab] == 5
    assert dict(zip(contacts.neighbours(stab), contacts.backing(stab), strict=True))[treff] == 3


@pytest.mark.parametrize(
    ("ties", "level"),
    [
        ((tie(WorksIn, "Muster", "Bauamt"),), Level.ADMINISTRATION),
        ((tie(WorksIn, "Muster", "Bauamt"), tie(MemberOf, "Muster", "Rat")), Level.ADMINISTRATION),
        ((tie(MemberOf, "Muster", "Rat"),), Level.POLITICS),
        ((tie(WorksIn, "Muster", "Bauamt"), tie(WorksIn, "Muster", "Treff")), None),
        ((), None),
    ],
)
def test_a_person_stands_where_all_its_offices_stand(ties: tuple[Tie, ...], level: Level | None) -> None:
    part = network(node(Person, "Muster"), *ties)
    code = Contacts.of(part, persons=True).level[part.index["Muster"]]
    assert (STOREYS[code] if code >= 0 else None) == level


def test_the_department_is_the_dezernat_or_else_the_topmost_unit() -> None:
    part = network(
        node(Department, "Abteilung"),
        tie(PartOf, "Abteilung", "Jugendamt"),
        node(Department, "Gruppe"),
        tie(PartOf, "Gruppe", "Stab"),
        node(Department, "Ring A"),
        node(Department, "Ring B"),
        tie(PartOf, "Ring A", "Ring B"),
        tie(PartOf, "Ring B", "Ring A"),
    )
    ressort = Contacts.of(part, persons=False).ressort
    found = {name: part.ids[ressort[part.index[name]]] for name in ("Abteilung", "Gruppe", "Bauamt", "Stab")}
    assert found == {"Abteilung": "Dezernat Jugend", "Gruppe": "Stab", "Bauamt": "Dezernat Bau", "Stab": "Stab"}
    assert ressort[part.index["Treff"]] == -1
    assert ressort[part.index["Ring A"]] >= 0


def test_areas_of_kinds_in_which_nobody_acts_count_with_those_around_them() -> None:
    part = network(
        node(Sozialraum, "Stadt", kind="Stadtteil"),
        node(Sozialraum, "Platz", kind="Wohnplatz"),
        node(Sozialraum, "Insel", kind="Wohnplatz"),
        tie(PartOf, "Nord", "Stadt"),
        tie(PartOf, "Platz", "Nord"),
    )
    own = Contacts.of(part, persons=False).own_area
    assert {part.ids[i] for i in own.nonzero()[0]} == {"Nord", "Süd", "West", "Insel"}


def test_within_follows_part_of_to_any_depth_and_ends_in_circles() -> None:
    part = Network.of([node(Committee, "a"), node(Committee, "b"), tie(PartOf, "a", "b"), tie(PartOf, "b", "a")])
    assert inside(within(part), 0).tolist() == [0, 1]


def test_matters_and_documents_are_no_contacts() -> None:
    part = network(node(Document, "Vorlage", dated=date(2024, 1, 1)), node(Organisation, "Allein"))
    contacts = Contacts.of(part, persons=False)
    assert not contacts.member[part.index["Vorlage"]]
    assert contacts.degree[part.index["Allein"]] == 0
