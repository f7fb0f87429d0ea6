"""Finding one's way: search, pages, neighbours, counts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.store.store import Store
from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.errors import FahrstuhlError, InputError
from schema.nodes import Committee, Department, Kommune, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, PartOf
from tests.contract.towns import town

NAMES: list[Record] = [
    Sozialraum(id="1", source="s", name="Grötzingen"),
    Sozialraum(id="2", source="s", name="Groetzinger Straße"),
    Organisation(id="3", source="s", name="Jugendhilfe e. V.", short_name="JuHi"),
    Organisation(id="4", source="s", name="Träger der Jugendhilfe"),
    Department(id="5", source="s", name="Fachdienst Jugend", number="51.2"),
    Kommune(id="6", source="s", name="Kreis", ags="05378000"),
    Person(id="7", source="s", name="Ayşe Yılmaz", title="Dr."),
    Committee(id="8", source="s", name="100 % Rat_haus \\ „Mitte“"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grötzingen", ["1"]),
        ("GROETZINGEN", ["1"]),
        ("grötzing", ["1", "2"]),
        ("ötz", ["1", "2"]),
        ("strasse", ["2"]),
        ("STRASSE groetz", ["2"]),
        ("jugend", ["3", "5", "4"]),
        ("jugendhilfe", ["3", "4"]),
        ("hilfe träger", ["4"]),
        ("juhi", ["3"]),
        ("51.2", ["5"]),
        ("05378", ["6"]),
        ("ayse", ["7"]),
        ("% rat_", ["8"]),
        ("\\", ["8"]),
        ("gibt es nicht", []),
        ("", []),
        ("  ", []),
    ],
)
def test_search_finds_umlauts_case_and_parts_of_words(store: Store, text: str, found: list[str]) -> None:
    with store.change("Namen", "Test") as change:
        change.put(NAMES)
    assert [node.id for node in store.search(text)] == found


def test_search_keeps_to_types_and_limit_and_finds_new_names_only(store: Store) -> None:
    with store.change("Namen", "Test") as change:
        change.put(NAMES)
    assert [node.id for node in store.search("jugend", types=["Organisation"])] == ["3", "4"]
    assert [node.id for node in store.search("jugend", types=["Organisation", "Department"], limit=2)] == ["3", "5"]
    with pytest.raises(InputError):
        store.search("jugend", types=["Verein"])
    with store.change("Umbenannt", "Test") as change:
        change.put([Sozialraum(id="1", source="s", name="Durlach")])
    assert [node.id for node in store.search("groetz")] == ["2"]
    assert [node.id for node in store.search("durlach")] == ["1"]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12))
def test_no_search_text_does_any_harm(store: Store, text: str) -> None:
    assert store.search(text) == []


def test_pages_go_through_all_in_order_of_id(store: Store) -> None:
    with store.change("Grund", "Test") as change:
        change.put([*NAMES, *town(1, 23)])
    seen: list[str] = []
    while page := store.page("Sozialraum", seen[-1] if seen else None, limit=7):
        seen += [node.id for node in page]
    assert seen == ["1", "2", *(f"r{i:05}" for i in range(23))]
    assert [node.id for node in store.page(limit=9)] == ["1", "2", "3", "4", "5", "6", "7", "8", "k"]
    with pytest.raises(InputError):
        store.page("Verein")


def test_neighbours_are_those_within_so_many_ties(store: Store) -> None:
    chain: list[Record] = [Organisation(id=f"o{i}", source="s", name=f"O{i}") for i in range(5)]
    joined = [CooperatesWith(id=f"c{i}", source="s", start=f"o{i}", end=f"o{i + 1}") for i in range(4)]
    with store.change("Kette", "Test") as change:
        change.put([*chain, *joined, CooperatesWith(id="x", source="s", start="o2", end="o0")])
    assert store.neighbours("o4").ids == ("o3", "o4")
    assert store.neighbours("o4", depth=2).ids == ("o2", "o3", "o4")
    assert store.neighbours("o4", depth=9).ids == ("o0", "o1", "o2", "o3", "o4")
    around = store.neighbours("o1")
    assert around.ids == ("o0", "o1", "o2")
    assert sorted(row["id"] for row in around.tie_rows) == ["c0", "c1", "x"]


def test_neighbours_keep_to_the_limit_near_ones_first(store: Store) -> None:
    with store.change("Grund", "Test") as change:
        change.put(
            [*town(1, 30), Kommune(id="a", source="s", name="A"), PartOf(id="z", source="s", start="k", end="a")]
        )
        change.put([Organisation(id="v", source="s", name="V"), ActiveIn(id="i", source="s", start="v", end="r00003")])
    assert store.neighbours("k", limit=3).ids == ("a", "k", "r00000", "r00001")
    assert store.neighbours("v", depth=3, limit=3).ids == ("a", "k", "r00003", "v")


def test_counts_name_every_type(store: Store) -> None:
    with store.change("Grund", "Test") as change:
        change.put([*town(1, 3), *NAMES])
    counts = store.counts()
    assert list(counts) == [*NODE_TYPES, *TIE_TYPES]
    assert {type: n for type, n in counts.items() if n} == {
        "Sozialraum": 5,
        "Kommune": 2,
        "Organisation": 2,
        "Department": 1,
        "Person": 1,
        "Committee": 1,
        "PART_OF": 3,
    }


def test_free_queries_read_and_show_nothing_internal(store: Store) -> None:
    with store.change("Namen", "Test") as change:
        change.put(NAMES)
    answer = store.query("MATCH (k:Kommune) WHERE k.id = $id RETURN k, k.name AS name", {"id": "6"})
    assert answer.columns == ("k", "name")
    ((found, name),) = answer.rows
    assert name == "Kreis"
    assert found["properties"]["ags"] == "05378000"
    assert not [key for key in found["properties"] if key.startswith("_")]
    with pytest.raises(FahrstuhlError):
        store.query("CREATE (x:Record {id: 'x'})")
    assert store.counts()["Kommune"] == 1
