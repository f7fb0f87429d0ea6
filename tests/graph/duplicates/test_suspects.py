"""Who is taken to be the same, and what speaks against it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from graph.duplicates.suspects import suspects
from graph.network import Network
from schema.nodes import Committee, Department, Kommune, Node, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import PartOf, WorksIn


def person(id: str, name: str, **fields: Any) -> Person:
    return Person(id=id, source="liste.csv", name=name, **fields)


def found(records: Iterable[Record]) -> set[frozenset[str]]:
    return {frozenset((one.a, one.b)) for one in suspects(Network.of(records))}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("a", "Dr. Anna Müller"), person("b", "MUELLER, Anna")),
        (person("a", "Prof. Dr. Jürgen Groß-Weiß"), person("b", "Juergen Gross-Weiss")),
        (person("a", "Anna Müller"), person("b", "Anna Müler")),
        (person("a", "Anna B. Müller-Lüdenscheid"), person("b", "Anna Müller-Lüdenscheid")),
        (
            Organisation(id="a", source="x", name="Kinderschutzbund Musterstadt e. V."),
            Organisation(id="b", source="y", name="Kinderschutzbund Musterstadt"),
        ),
        (Department(id="a", source="x", name="Amt 51 Jugend"), Department(id="b", source="y", name="Jugend, Amt 051")),
    ],
)
def test_the_same_in_other_words_is_a_suspect(a: Node, b: Node) -> None:
    assert found([a, b]) == {frozenset("ab")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("a", "Anna Müller"), person("b", "Hanno Schmidt")),
        (person("a", "Anna Müller"), person("b", "Anna Möllering")),
        (person("a", "N.N.", placeholder=True), person("b", "N.N.", placeholder=True)),
        (Department(id="a", source="x", name="Amt 50"), Department(id="b", source="y", name="Amt 51")),
        (
            Department(id="a", source="x", name="Referat Planung A"),
            Department(id="b", source="y", name="Referat Planung B"),
        ),
        (
            Sozialraum(id="a", source="x", name="Schulbezirk III"),
            Sozialraum(id="b", source="y", name="Schulbezirk II"),
        ),
        (
            Sozialraum(id="a", source="x", name="Ahornrath-Ost"),
            Sozialraum(id="b", source="y", name="Ahornrath-West"),
        ),
        (
            Committee(id="a", source="x", name="Konferenz Au-Mitte"),
            Committee(id="b", source="y", name="Konferenz Au Süd"),
        ),
        (
            Department(id="a", source="x", name="Jugendamt", number="51"),
            Department(id="b", source="y", name="Jugendamt", number="52"),
        ),
        (
            Kommune(id="a", source="x", name="Neustadt", ags="07316000"),
            Kommune(id="b", source="y", name="Neustadt", ags="09573166"),
        ),
        (person("a", "Anna Müller"), Organisation(id="b", source="y", name="Anna Müller")),
        (
            Department(id="a", source="x", name="Jugendamt", valid_to=date(2020, 1, 1)),
            Department(id="b", source="y", name="Jugendamt", valid_from=date(2020, 1, 1)),
        ),
    ],
)
def test_what_is_another_or_may_be_told_apart_is_none(a: Node, b: Node) -> None:
    assert found([a, b]) == set()


def test_units_of_two_kommunen_are_two_and_a_person_in_two_units_may_be_one() -> None:
    kommunen = [Kommune(id=k, source="x", name=f"Stadt {k}") for k in ("k1", "k2")]
    units = [Department(id=d, source="x", name="Jugendamt") for d in ("d1", "d2")]
    homes = [PartOf(id=f"p{i}", source="x", start=f"d{i}", end=f"k{i}") for i in (1, 2)]
    people = [person("a", "Anna Müller"), person("b", "Müller, Anna")]
    works = [WorksIn(id=f"w{p}", source="x", start=p, end=d) for p, d in (("a", "d1"), ("b", "d2"))]
    assert found([*kommunen, *units, *homes, *people, *works]) == {frozenset("ab")}


def test_the_surer_come_first_and_what_was_judged_is_left_out() -> None:
    records = [person("a", "Anna Müller"), person("b", "Anna Müller"), person("c", "Anna Müler")]
    pairs = [(one.a, one.b) for one in suspects(Network.of(records))]
    assert pairs == [("a", "b"), ("a", "c"), ("b", "c")]
    judged = {frozenset("ab")}
    assert [(one.a, one.b) for one in suspects(Network.of(records), judged)] == pairs[1:]


def test_a_crowd_of_like_beginnings_costs_nothing() -> None:
    crowd = [
        Organisation(id=f"{n:05}", source="x", name=f"Verein {'abcdefghij'[n % 10] * 9} {n}") for n in range(5_000)
    ]
    assert suspects(Network.of(crowd)) == []
