"""A judgement, on both stores: made one, kept at the next import, two again when taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.duplicates.judging import judge
from graph.duplicates.suspects import suspects
from graph.intake.importing import import_source
from graph.intake.reader import Manner
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.judging import Verdict
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import ConflictError, NotFoundError, UsageError
from schema.nodes import Person

STAFF = {"rat": "Ratsbüro", "amt": "Bauaufsicht"}


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Path, Path]:
    """Two lists that name the same person, one with a title and one with a function."""
    for name, person, function in (("rat", "Dr. Anna Müller", ""), ("amt", "Müller, Anna", "Planerin")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "Person.csv").write_text(f'id,name,functions\n{name}/1,"{person}",{function}\n', encoding="utf-8")
        (folder / "Department.csv").write_text(f"id,name\n{name}/d,{STAFF[name]}\n", encoding="utf-8")
        (folder / "WORKS_IN.csv").write_text(f"from,to\n{name}/1,{name}/d\n", encoding="utf-8")
    return tmp_path / "rat", tmp_path / "amt"


def state(store: Store) -> list[dict[str, Any]]:
    network = store.network()
    return [dict(row) for row in (*network.node_rows, *network.tie_rows)]


def ties(store: Store) -> set[tuple[str, str]]:
    return {(row["start"], row["end"]) for row in store.network().tie_rows}


def test_the_same_become_one_with_all_ties_and_stay_so_at_the_next_import(
    store: Store, sources: tuple[Path, Path]
) -> None:
    for source in sources:
        import_source(store, source)
    (pair,) = suspects(store.network())
    assert {pair.a, pair.b} == {"rat/1", "amt/1"}
    judgement = judge(store, "rat/1", "amt/1", Verdict.SAME, "Erika")
    person = store.record("rat/1")
    assert isinstance(person, Person)
    assert (person.name, person.functions) == ("Dr. Anna Müller", ("Planerin",))
    assert ties(store) == {("rat/1", "rat/d"), ("rat/1", "amt/d")}
    assert store.records(["amt/1"]) == {}
    assert (judgement.who, store.history()[0].id) == ("Erika", str(judgement.change))
    joined = state(store)
    assert import_source(store, sources[1]).outcome == "nothing new"
    assert import_source(store, sources[1], manner=Manner(complete=True)).outcome == "nothing new"
    assert state(store) == joined
    assert suspects(store.network(), {one.pair for one in store.judgements()}) == []


def test_a_new_tie_of_the_other_goes_to_the_one_that_was_kept(store: Store, sources: tuple[Path, Path]) -> None:
    for source in sources:
        import_source(store, source)
    judge(store, "rat/1", "amt/1", Verdict.SAME)
    (sources[1] / "Committee.csv").write_text("id,name\namt/r,Arbeitsgruppe\n", encoding="utf-8")
    (sources[1] / "MEMBER_OF.csv").write_text("from,to\namt/1,amt/r\n", encoding="utf-8")
    import_source(store, sources[1])
    assert ("rat/1", "amt/r") in ties(store)


def test_a_merge_taken_back_gives_two_with_everything_that_moved(store: Store, sources: tuple[Path, Path]) -> None:
    for source in sources:
        import_source(store, source)
    before = state(store)
    judge(store, "rat/1", "amt/1", Verdict.SAME)
    store.undo()
    assert state(store) == before
    assert store.judgements() == []
    assert len(suspects(store.network())) == 1
    assert import_source(store, sources[1]).outcome == "nothing new"
    store.redo()
    assert [one.verdict for one in store.judgements()] == [Verdict.SAME]
    assert store.records(["amt/1"]) == {}


def test_a_tie_between_the_two_goes_with_the_merge(store: Store, tmp_path: Path) -> None:
    (tmp_path / "Department.csv").write_text("id,name\na,Jugendamt\nb,Amt für Jugend\nc,Dezernat\n", encoding="utf-8")
    (tmp_path / "PART_OF.csv").write_text("from,to\na,b\nb,c\n", encoding="utf-8")
    import_source(store, tmp_path)
    judge(store, "a", "b", Verdict.SAME)
    assert ties(store) == {("a", "c")}
    assert import_source(store, tmp_path).outcome == "nothing new"


def test_what_is_judged_different_or_unsure_changes_no_data_and_is_kept(
    store: Store, sources: tuple[Path, Path]
) -> None:
    for source in sources:
        import_source(store, source)
    version = store.version()
    for verdict in (Verdict.UNSURE, Verdict.DIFFERENT):
        judge(store, "rat/1", "amt/1", verdict)
    assert [one.verdict for one in store.judgements()] == [Verdict.DIFFERENT]
    assert store.version() == version


def test_merges_follow_each_other(store: Store, tmp_path: Path) -> None:
    (tmp_path / "Person.csv").write_text("id,name\na,Anna\nb,Anna B\nc,Anna C\n", encoding="utf-8")
    import_source(store, tmp_path)
    judge(store, "b", "c", Verdict.SAME)
    judge(store, "a", "b", Verdict.SAME)
    assert import_source(store, tmp_path).outcome == "nothing new"
    assert store.network().ids == ("a",)


def test_what_cannot_be_judged_is_refused_and_changes_nothing(store: Store, sources: tuple[Path, Path]) -> None:
    import_source(store, sources[0])
    for kept, other, error in (
        ("rat/1", "rat/1", UsageError),
        ("rat/1", "rat/d", ConflictError),
        ("rat/1", "nobody", NotFoundError),
        ("rat/1", "WORKS_IN|rat/1|rat/d", UsageError),
    ):
        with pytest.raises(error):
            judge(store, kept, other, Verdict.SAME)
    assert (store.version(), store.judgements()) == (1, [])
