"""The content of a dossier: what stands in it, in which order, and that nothing stands in it that no answer says."""

import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from schema.errors import NotFoundError
from schema.nodes import Organisation
from schema.record import Visibility
from tests.viz.dossiers import NUMBER, about_one, gathered, known_numbers, made, material, tables, whole
from tests.viz.towns import SOURCE, small_town
from viz.dossier.about import about
from viz.dossier.appendix import PIECES
from viz.dossier.chapters import CHAPTERS, ROWS
from viz.dossier.columns import shares
from viz.dossier.composing import dossier
from viz.dossier.content import LONGEST_WORD, MOST_CHARACTERS, Facts, Figure, Paragraph, Points, plain, shortened
from viz.dossier.html_file import html
from viz.dossier.opening import SENTENCES
from viz.levels.marks import marks_of
from viz.levels.pictures import levels_table

MORE = re.compile(r"und \d+ weitere$")
PERSON = "Erika Beispiel"


def test_the_parts_stand_in_their_order_and_a_chapter_for_each_question_that_there_is() -> None:
    asked = [name for name in CHAPTERS if name in QUESTIONS]
    keys = [section.key for section in made("landkreis").sections]
    assert keys == ["important", "picture", "checks", *asked, "method", "evidence", "picture-tables"]
    assert asked[:3] == ["multipliers", "cooperation-gaps", "lift-links"]


def test_the_first_page_says_of_what_it_is_and_who_may_read_it() -> None:
    told = dict(made("landkreis").facts.rows)
    assert told["Stichtag"] == "30.06.2026"
    assert told["Wer es lesen darf"].startswith("intern:")
    assert told["Personen"].startswith("werden nicht genannt")
    assert made("landkreis").title.startswith("Musterkreis")
    assert dict(made("landkreis", "en").facts.rows)["As of"] == "2026-06-30"


def test_a_scenario_is_never_taken_for_what_the_data_say() -> None:
    tried = dossier(gathered(replace(whole("small"), scenario="Stabsstelle <b>neu</b>"), Scope()))
    assert dict(tried.facts.rows)["Szenario"].startswith("Stabsstelle <b>neu</b>: ein Entwurf")
    assert tried.foot.endswith("Szenario: Stabsstelle <b>neu</b>")
    assert "Szenario" not in dict(made("small").facts.rows)


def test_the_most_important_are_three_to_seven_sentences_of_the_answers() -> None:
    points = next(block for block in made("landkreis").sections[0].blocks if isinstance(block, Points))
    said = {sentence.de for answer in material("landkreis").answers.values() for sentence in answer.summary}
    assert 3 <= len(points.items) <= SENTENCES
    assert {*points.items[1:]} <= said
    statuses = [result.status.value for result in material("landkreis").checks]
    assert points.items[0] == (
        f"Die zehn Stellschrauben: {statuses.count('met')} erfüllt, {statuses.count('partly')} teilweise erfüllt, "
        f"{statuses.count('missing')} nicht erfüllt."
    )


def test_the_stellschrauben_stand_as_they_were_judged() -> None:
    found = next(table for table in tables(made("landkreis")) if table.statuses)
    for result, row in zip(material("landkreis").checks, found.rows, strict=True):
        assert row[:2] == (str(result.number), result.title.de)
        assert result.sentence.de in row[3]
        assert (result.proposal is None) or result.proposal.text.de in row[3]


def test_a_table_says_how_many_of_how_many_rows_it_shows() -> None:
    gaps = next(table for table in tables(made("landkreis")) if table.title == "Gemeinsame Aufgaben ohne Kontakt")
    all_pairs = len(material("landkreis").answers["cooperation-gaps"].model_dump()["pairs"])
    assert (len(gaps.rows), gaps.note) == (ROWS, f"{ROWS} von {all_pairs} gezeigt")


class _Body(HTMLParser):
    """Collects the text of paragraphs, lists, cells and names with what is said: not headings, which are declared."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in ("p", "li", "td", "dd", "thead", "caption", "header", "footer", "style", "tbody"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        skipped = {"thead", "caption", "header", "footer", "style"} & {*self._open}
        if self._open and not skipped:
            self.words.append(data)


def test_every_number_is_found_in_the_answers_the_checks_or_the_picture() -> None:
    asked = material("landkreis")
    body = _Body()
    body.feed(html(made("landkreis")))
    table = levels_table(asked.network, marks=marks_of(asked.answers), persons=True)
    picture = {str(n) for row in table.elements for n in (row.ties, row.lifts)}
    picture |= {str(n) for row in table.links for n in (row.ties, row.evidence)}
    picture |= {n for remark in table.remarks for n in NUMBER.findall(remark.de)}
    names = {n for name in map(asked.network.name, range(asked.network.n)) for n in NUMBER.findall(name)}
    ours = {str(PIECES), f"{asked.network.n}", f"{asked.network.m:,}".replace(",", ".")}
    known = known_numbers(asked) | picture | names | ours
    told = (MORE.sub("", words) for words in body.words)  # how much evidence there is beside what is told
    found = [number for words in told for number in NUMBER.findall(words)]
    assert len(found) > 1_000
    assert sorted({number for number in found if number not in known}) == []


def test_an_empty_store_gives_a_dossier_that_says_unknown() -> None:
    said = str(plain(made("empty")))
    assert "Die zehn Stellschrauben: 10 unbekannt." in said
    assert "geben die erfassten Daten noch nichts her" in said
    assert [section.key for section in made("empty").sections][-1] == "picture-tables"


def test_the_order_of_the_records_changes_nothing() -> None:
    records = small_town()
    random.Random(3).shuffle(records)
    scope = Scope(visibility=Visibility.INTERNAL)
    assert dossier(gathered(Network.of(records), scope)) == made("small")


def test_persons_are_named_only_when_asked_for() -> None:
    assert PERSON not in str(plain(made("small")))
    named = dossier(material("small", persons=True))
    assert PERSON in str(plain(named))
    assert dict(named.facts.rows)["Personen"].startswith("werden genannt")


@pytest.mark.parametrize("id", ["youth", "north", "club", "committee", "town", "paper"])
def test_one_record_has_a_dossier_of_its_own(id: str) -> None:
    found = about_one("small", id)
    network = whole("small")
    assert found.title == network.name(network.index[id])
    keys = [section.key for section in found.sections]
    assert keys[0] == "what"
    assert ("picture" in keys) == (id != "paper")
    told = found.sections[0].blocks[0]
    assert isinstance(told, Facts)
    facts = dict(told.rows)
    assert (facts["Kennung"], facts["Quelle"]) == (id, SOURCE)


def test_its_ties_are_grouped_by_kind_and_direction() -> None:
    ties = next(section for section in about_one("small", "youth").sections if section.key == "ties")
    titles = [block.title for block in tables(about_one("small", "youth")) if block in ties.blocks]
    assert titles == [
        "Jugendamt – gehört zu –",
        "Jugendamt – aktiv in –",
        "Jugendamt – arbeitet zusammen mit –",
        "– arbeitet zusammen mit – Jugendamt",
        "– steuert – Jugendamt",
    ]
    active = next(block for block in tables(about_one("small", "youth")) if block.title == titles[1])
    assert active.rows[0][0] == "Nordstadt"
    assert "Anzahl Belege: 7" in active.rows[0][2]


def test_a_record_is_found_by_its_name_too_and_a_hidden_person_is_not() -> None:
    assert about_one("small", "Jugendamt") == about_one("small", "youth")
    for nobody in ("person", PERSON, "nirgends", ""):
        with pytest.raises(NotFoundError):
            about_one("small", nobody)
    assert about_one("small", "person", persons=True).title == PERSON


def test_of_two_with_the_same_name_the_ids_are_asked_for() -> None:
    twins = [Organisation(id=id, name="Verein", source=SOURCE) for id in ("a", "b")]
    asked = gathered(Network.of(twins), Scope(), everything=True)
    with pytest.raises(NotFoundError, match="a, b"):
        about(asked, "Verein")


@given(st.text(max_size=3_000))
def test_a_text_is_never_longer_than_a_page_bears(text: str) -> None:
    short = shortened(text)
    assert len(short) <= MOST_CHARACTERS
    assert max(map(len, re.split(r"\s", short)), default=0) <= LONGEST_WORD


def test_every_picture_says_in_words_what_it_shows() -> None:
    for name in ("landkreis", "small", "empty"):
        section = next(section for section in made(name).sections if section.key == "picture")
        figure, words = section.blocks[0], section.blocks[1]
        assert isinstance(figure, Figure)
        assert figure.alt.startswith("Bild mit drei Stockwerken")
        assert isinstance(words, Points | Paragraph)


_cells = st.text(max_size=40)


@given(st.integers(1, 6).flatmap(lambda n: st.tuples(
    st.lists(st.tuples(_cells, st.booleans()), min_size=n, max_size=n),
    st.lists(st.lists(_cells, min_size=n, max_size=n), max_size=4),
)))  # fmt: skip
def test_columns_share_the_whole_width_and_none_is_left_without(
    table: tuple[list[tuple[str, bool]], list[list[str]]],
) -> None:
    headings, figures = zip(*table[0], strict=True)
    wide = shares(headings, figures, table[1])
    assert sum(wide) == pytest.approx(1)
    assert min(wide) > 0
