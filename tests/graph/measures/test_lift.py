import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measures.lift import dual_alters, lift
from schema.errors import UnmeasurableError

Pairs = list[tuple[int, int]]
pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=15)


def named(letter: str, of: Pairs) -> "nx.Graph[str]":
    return nx.Graph([(f"{letter}{a}", f"{letter}{b}") for a, b in of])


def expected(contacts: "nx.Graph[str]", belongs: set[tuple[str, str]], dealt: "nx.Graph[str]") -> dict[str, set[str]]:
    """Give the dual alters by their definition, actor by actor."""
    found = {}
    for i in {*contacts, *(i for i, _ in belongs)}:
        opened = {J for who, own in belongs if who == i and own in dealt for J in dealt[own] if own != J}
        direct = set(contacts[i]) if i in contacts else set()
        found[i] = {k for k, J in belongs if J in opened} - direct - {i}
    return found


@given(pairs, pairs, pairs)
@settings(deadline=None)
def test_lift_equals_its_definition_however_the_affiliation_is_given(own: Pairs, member: Pairs, ties: Pairs) -> None:
    contacts, dealt = named("a", own), named("o", ties)
    belongs = {(f"a{i}", f"o{J}") for i, J in member}
    by_definition = expected(contacts, belongs, dealt)
    counted = {i: len(alters) for i, alters in by_definition.items()}
    mapping = {i: {J for who, J in belongs if who == i} for i in {i for i, _ in belongs}}
    directed = nx.DiGraph(sorted(belongs))
    assert lift(contacts, mapping, dealt) == counted
    assert lift(contacts, directed, dealt) == counted
    assert {i: n for i, n in lift(contacts, nx.Graph(sorted(belongs)), dealt).items() if n} == {
        i: n for i, n in counted.items() if n
    }
    together = lift(nx.compose(contacts, dealt), directed)
    assert {i: n for i, n in together.items() if i[0] == "a"} == counted
    for i, alters in by_definition.items():
        assert dual_alters(contacts, i, mapping, dealt) == alters


def test_an_attribute_names_the_organisation() -> None:
    contacts: nx.Graph[str] = nx.Graph([("a", "c")])
    contacts.add_node("x")
    nx.set_node_attributes(contacts, {"a": "Amt", "c": ["Verein", "Amt"], "x": None}, "office")
    assert lift(contacts, "office", nx.Graph([("Amt", "Verein")])) == {"a": 0, "c": 0, "x": 0}
    contacts.remove_edge("a", "c")
    assert lift(contacts, "office", nx.Graph([("Amt", "Verein")])) == {"a": 1, "c": 1, "x": 0}
    assert lift(contacts, "unknown", nx.Graph([("Amt", "Verein")])) == {"a": 0, "c": 0, "x": 0}


def test_one_name_may_stand_for_an_actor_and_an_organisation() -> None:
    contacts, dealt = nx.Graph([(0, 1), (1, 2), (2, 3)]), nx.Graph([(0, 1)])
    # 0 and 1 sit in organisation 0, 2 and 3 in organisation 1
    assert lift(contacts, {0: [0], 1: [0, 1], 2: 1, 3: 1}, dealt) == {0: 2, 1: 1, 2: 1, 3: 2}


def test_organisations_that_belong_to_others_are_lifted_too() -> None:
    contacts = nx.Graph([("Verein", "Verband"), ("Verband", "Ministerium")])
    assert lift(contacts, {"Verein": "Verband", "Amt": "Ministerium"}) == {
        "Verein": 1,
        "Verband": 0,
        "Ministerium": 0,
        "Amt": 1,
    }


def test_nothing_lifts_nobody() -> None:
    none: nx.Graph[str] = nx.Graph()
    assert lift(none, {}) == {}
    assert lift(none, none) == {}
    assert lift(nx.Graph([("a", "a")]), {"a": "a", "b": float("nan")}) == {"a": 0}


def test_an_affiliation_without_direction_has_to_be_clear() -> None:
    contacts = nx.Graph([("a", "b")])
    with pytest.raises(UnmeasurableError, match="'a'–'Amt' does not say"):
        lift(contacts, nx.Graph([("a", "Amt")]))
    with pytest.raises(UnmeasurableError, match="'a'–'Amt' does not say"):
        lift(contacts, nx.Graph([("a", "Amt")]), nx.Graph([("a", "Amt")]))
    with pytest.raises(UnmeasurableError, match="'x' is not in the graph"):
        dual_alters(contacts, "x", {})
