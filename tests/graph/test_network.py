"""The network: one order whatever comes in, cuts by date, visibility and Kommune, and the NetworkX view."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network import NO_LEVEL, Network
from schema.errors import NotFoundError
from schema.nodes import Committee, Department, Document, Kommune, Organisation, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import ActiveIn, CooperatesWith, PartOf


def _town() -> list[Record]:
    """Two Gemeinden in a Kreis: A with an office, an area and an association in it; B with an office."""
    part = [("kreis", "a"), ("kreis", "b"), ("a", "amt-a"), ("a", "raum-a"), ("b", "amt-b")]
    return [
        Kommune(id="kreis", source="t", name="Kreis", kind="Landkreis"),
        Kommune(id="a", source="t", name="A-Dorf", ags="03241001"),
        Kommune(id="b", source="t", name="B-Dorf"),
        Department(id="amt-a", source="t", name="Amt A"),
        Department(id="amt-b", source="t", name="Amt B"),
        Sozialraum(id="raum-a", source="t", name="Raum A"),
        Organisation(id="verein", source="t", name="Verein"),
        Organisation(id="fern", source="t", name="Fern"),
        Document(id="papier", source="t", name="Papier"),
        *(PartOf(id=f"p{i}", source="t", start=low, end=high) for i, (high, low) in enumerate(part)),
        ActiveIn(id="aktiv", source="t", start="verein", end="raum-a", count=3),
        CooperatesWith(id="amt", source="t", start="amt-a", end="amt-b", visibility=Visibility.INTERNAL),
    ]


def test_levels_are_codes_from_top_to_bottom() -> None:
    network = Network.of(_town())
    by_id = dict(zip(network.ids, network.level.tolist(), strict=True))
    assert by_id["amt-a"] == 1
    assert by_id["raum-a"] == by_id["verein"] == 2
    assert by_id["papier"] == NO_LEVEL


@given(st.permutations(_town()))
def test_the_order_in_which_records_come_does_not_matter(records: list[Record]) -> None:
    one, other = Network.of(_town()), Network.of(records)
    assert one.ids == other.ids
    assert one.tie_rows == other.tie_rows
    assert one.start.tolist() == other.start.tolist()
    assert one.end.tolist() == other.end.tolist()


def test_records_come_back_as_they_went_in() -> None:
    records = _town()
    network = Network.of(records)
    back = [network.node(i) for i in range(network.n)] + [network.tie(j) for j in range(network.m)]
    assert sorted(back, key=lambda r: r.id) == sorted(records, key=lambda r: r.id)


def test_ties_without_both_ends_are_left_out() -> None:
    network = Network.of(
        [Department(id="x", source="t", name="X"), PartOf(id="p", source="t", start="x", end="nowhere")]
    )
    assert (network.n, network.m) == (1, 0)


def test_an_empty_network_can_be_cut() -> None:
    network = Network.of([])
    assert network.at(date(2020, 1, 1)).seen_by(Visibility.PUBLIC).n == 0


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2014, 12, 31), False), (date(2015, 1, 1), True), (date(2017, 12, 31), True), (date(2018, 1, 1), False)],
)
def test_both_ends_of_validity_belong_to_it(day: date, there: bool) -> None:
    stab = Department(id="s", source="t", name="Stab", valid_from=date(2015, 1, 1), valid_to=date(2017, 12, 31))
    assert bool(Network.of([stab]).at(day).n) is there


def test_a_tie_goes_with_its_end() -> None:
    old = Organisation(id="alt", source="t", name="Alt", valid_to=date(2010, 1, 1))
    raum = Sozialraum(id="r", source="t", name="R")
    network = Network.of([old, raum, ActiveIn(id="a", source="t", start="alt", end="r")]).at(date(2020, 1, 1))
    assert (network.ids, network.m) == (("r",), 0)


def test_what_a_reader_may_not_see_is_gone() -> None:
    network = Network.of([*_town(), Person(id="z", source="t", name="Z", visibility=Visibility.CONFIDENTIAL)])
    public, internal = network.seen_by(Visibility.PUBLIC), network.seen_by(Visibility.INTERNAL)
    assert "amt" not in {row["id"] for row in public.tie_rows}
    assert "amt" in {row["id"] for row in internal.tie_rows}
    assert "z" not in internal.ids
    assert "z" in network.seen_by(Visibility.CONFIDENTIAL).ids


@pytest.mark.parametrize("wanted", ["a", "03241001", "A-Dorf"])
def test_a_kommune_is_its_parts_and_what_is_tied_to_them_alone(wanted: str) -> None:
    assert set(Network.of(_town()).within(wanted).ids) == {"a", "amt-a", "raum-a", "verein"}


def test_a_kreis_holds_its_gemeinden() -> None:
    assert set(Network.of(_town()).within("kreis").ids) == {"kreis", "a", "b", "amt-a", "amt-b", "raum-a", "verein"}


def test_an_unknown_kommune_lists_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="A-Dorf"):
        Network.of(_town()).within("C-Dorf")


def test_the_networkx_view_holds_everything() -> None:
    seen = Network.of(_town()).to_networkx()
    assert isinstance(seen, nx.MultiDiGraph)
    assert seen.number_of_nodes() == 9
    assert seen.number_of_edges() == 7
    assert seen.nodes["a"]["type"] == "Kommune"
    assert seen.edges["verein", "raum-a", "aktiv"]["count"] == 3


def test_committee_without_kind_is_unknown_not_guessed() -> None:
    assert Network.of([Committee(id="c", source="t", name="Runde")]).level.tolist() == [-1]
