"""Tables of an answer as a page shows them: first rows, columns that say something, evidence in words."""

from typing import Annotated

from graph.network import Network
from graph.questions.answer import DETAIL, Answer, Finding, Ref
from schema.text import Text
from tests.viz.towns import answers, small_town
from viz.answer_rows import evidence, has_level, sections, without_rows

YOUTH = Ref(id="youth", name="Jugendamt", type="Department")


class Row(Finding):
    place: Annotated[int, Text("Platz", "place")]
    who: Annotated[Ref, Text("wer", "who")]
    why: Annotated[Text | None, Text("warum", "why")]
    share: Annotated[float | None, Text("Anteil", "share"), DETAIL]
    more: Annotated[tuple[Ref, ...], Text("mehr", "more"), DETAIL] = ()


class Told(Answer):
    rows: Annotated[tuple[Row, ...], Text("Zeilen", "rows")]
    none: Annotated[tuple[Row, ...], Text("Leeres", "nothing")] = ()


def _told(*rows: Row) -> Told:
    told = answers("small")["multipliers"].model_dump(include=set(Answer.model_fields))
    return Told(**told, rows=rows)


def test_a_section_shows_the_first_rows_and_counts_all() -> None:
    (section,) = sections(_told(*(Row(place=n, who=YOUTH, why=None, share=None) for n in range(5))), 2)
    assert (section.key, section.title.de, section.total) == ("rows", "Zeilen", 5)
    assert [row.model_dump()["place"] for row in section.rows] == [0, 1]


def test_a_column_that_says_nothing_in_any_row_is_left_out() -> None:
    silent = Row(place=1, who=YOUTH, why=None, share=None)
    (section,) = sections(_told(silent))
    assert [name for name, _ in section.headings] == ["place", "who"]
    assert section.details == ()
    (section,) = sections(_told(silent, Row(place=2, who=YOUTH, why=Text("weil", "since"), share=0.0)))
    assert [name for name, _ in section.headings] == ["place", "who", "why"]
    assert [name for name, _ in section.details] == ["share"]


def test_the_first_node_names_a_row_and_figures_are_known_as_such() -> None:
    (section,) = sections(_told(Row(place=1, who=YOUTH, why=None, share=0.5)))
    assert section.head == "who"
    assert section.numbers == {"place"}


def test_tables_without_rows_are_named() -> None:
    assert without_rows(_told(Row(place=1, who=YOUTH, why=None, share=None))) == Text("Leeres", "nothing")
    assert without_rows(_told()) == Text("Zeilen; Leeres", "rows; nothing")


def test_evidence_is_told_in_words_and_what_is_not_in_the_network_by_its_id() -> None:
    ids = ["youth", "COOPERATES_WITH|youth|club", "ACTIVE_IN|youth|north", "not here"]
    found = evidence(Network.of(small_town()), ids)
    assert found["youth"].text == Text("Jugendamt (Verwaltungseinheit)", "Jugendamt (department)")
    assert found["youth"].node
    assert found["COOPERATES_WITH|youth|club"].text.de == "Jugendamt – arbeitet zusammen mit – Jugendtreff"
    assert (
        found["ACTIVE_IN|youth|north"].text.en == "Jugendamt – active in – Nordstadt (derived, pieces of evidence: 7)"
    )
    assert found["not here"].text == Text("not here", "not here")
    assert [id for id, item in found.items() if item.node] == ["youth"]


def test_only_what_stands_on_a_level_has_a_lift_to_show() -> None:
    network = Network.of(small_town())
    assert has_level(network, "youth")
    assert has_level(network, "group")
    assert not has_level(network, "paper")
    assert not has_level(network, "not here")
