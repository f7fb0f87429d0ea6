"""The page of each question in a real Chromium: the policy holds, axe is content, it reflows, each row is there."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser

from graph.questions import QUESTIONS
from graph.questions.written import written
from schema.text import LANGS, Lang
from tests.browser import Visit, served, visiting
from tests.viz.test_levels_browser import ADDRESS, KINDS, POLICY, WIDE
from tests.viz.towns import answer, answers, town
from viz.levels_page import CARDS, levels_page
from viz.pages import STATIC
from viz.question_page import PIECES, ROWS, question_page, questions_page

TABLES = """() => Object.fromEntries([...document.querySelectorAll(".findings")].map((place) => [place.id.slice(6), {
  headings: [...place.querySelectorAll("thead th")].map((cell) => cell.textContent),
  rows: [...place.querySelectorAll("tbody tr")].map((row) => ({
    cells: [...row.querySelectorAll(":scope > th, :scope > td:not(.more)")].map((cell) => cell.textContent),
    evidence: [...row.querySelectorAll("[data-id]")].map((item) => item.dataset.id),
  })),
}]))"""
ALL_OPEN = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
FIRST_OPEN = "document.querySelectorAll('tr:first-child details').forEach((each) => { each.open = true; })"
LEVELS_OF_HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]))"


@pytest.fixture(params=QUESTIONS, ids=list(QUESTIONS))
def asked(request: pytest.FixtureRequest) -> str:
    """The name of each question."""
    return str(request.param)


def _page(name: str, question: str, lang: Lang = "de", all_rows: bool = False) -> str:
    scope = QUESTIONS[question].scope()
    return question_page(answer(name, question), town(name), scope, lang=lang, all_rows=all_rows)


def _open(visit: Visit, page: str) -> None:
    def respond(path: str, _: Mapping[str, str]) -> tuple[str, str]:
        if path.startswith("/static/"):
            file = STATIC / path.rpartition("/")[2]
            return KINDS[file.suffix], file.read_text("utf-8")
        return "text/html; charset=utf-8", page

    served(visit, ADDRESS, respond, POLICY)
    visit.page.goto(f"{ADDRESS}/questions/x")


@pytest.mark.parametrize(("name", "lang"), [("landkreis", "de"), ("landkreis", "en"), ("hostile", "de")])
def test_the_page_keeps_the_policy_and_axe_finds_nothing(browser: Browser, asked: str, name: str, lang: Lang) -> None:
    with visiting(browser) as visit:
        _open(visit, _page(name, asked, lang))
        visit.page.evaluate(FIRST_OPEN)
        assert visit.faults() == []
        assert visit.axe() == []
        assert visit.page.get_attribute("html", "lang") == lang
        levels = visit.page.evaluate(LEVELS_OF_HEADINGS)
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert levels.count(1) == 1


@pytest.mark.parametrize(("name", "width"), [("landkreis", 320), ("landkreis", 800), ("hostile", 320)])
def test_the_page_reflows(browser: Browser, asked: str, name: str, width: int) -> None:
    with visiting(browser, width=width, scripts=False) as visit:
        _open(visit, _page(name, asked))
        visit.page.evaluate(ALL_OPEN)
        assert not visit.page.evaluate(WIDE)


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_hold_every_row_of_the_answer_with_its_evidence(browser: Browser, asked: str, lang: Lang) -> None:
    told = answer("landkreis", asked)
    with visiting(browser) as visit:
        _open(visit, _page("landkreis", asked, lang, all_rows=True))
        shown: dict[str, Any] = visit.page.evaluate(TABLES)
    found = {table.key: table for table in told.tables() if table.findings}
    assert list(shown) == list(found)
    for key, table in found.items():
        names = {heading.lang(lang): name for name, heading in table.headings}
        assert len(names) == len(table.headings), "two columns of one name"
        columns = [names[heading] for heading in shown[key]["headings"][:-1]]
        cells = [[written(getattr(row, name), lang) for name in columns] for row in table.findings]
        assert [row["cells"] for row in shown[key]["rows"]] == cells
        assert [row["evidence"] for row in shown[key]["rows"]] == [list(r.evidence[:PIECES]) for r in table.findings]


def test_a_long_table_is_cut_and_says_how_to_see_the_rest(browser: Browser) -> None:
    tables = answer("landkreis", "lift-links").tables()
    total = next(len(table.findings) for table in tables if table.key == "units")
    assert total > ROWS
    with visiting(browser, scripts=False) as visit:
        _open(visit, _page("landkreis", "lift-links"))
        assert visit.page.locator("#table-units tbody tr").count() == ROWS
        assert visit.page.locator("#table-units caption").inner_text().endswith(f"(die ersten {ROWS} von {total})")
        more = visit.page.locator("#table-units .turn a")
        assert more.inner_text() == f"Alle {total} Zeilen zeigen"
        assert more.get_attribute("href") == "/questions/lift-links?lang=de&all_rows=true#table-units"


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_names_every_question_and_keeps_what_all_of_them_take(browser: Browser, lang: Lang) -> None:
    with visiting(browser) as visit:
        _open(visit, questions_page(lang=lang, query={"as_of": "2026-06-30", "about": "x", "focus": "y"}))
        links = visit.page.locator("article h2 a")
        assert links.all_inner_texts() == [question.title.lang(lang) for question in QUESTIONS.values()]
        assert [link.get_attribute("href") for link in links.all()] == [
            f"/questions/{name}?lang={lang}&as_of=2026-06-30" for name in QUESTIONS
        ]
        assert visit.axe() == []
        assert visit.faults() == []


def test_the_levels_page_links_to_the_answers_that_the_file_holds() -> None:
    known = answers("small")
    page = levels_page(town("small"), known, standalone=False, query={"as_of": "2026-06-30", "focus": "youth"})
    file = levels_page(town("small"), known)
    for name in QUESTIONS:
        assert f'href="/questions/{name}?lang=de&amp;as_of=2026-06-30"' in page
    assert list(known) == [question.name for question in CARDS]
    for told in known.values():
        assert told.summary[0].de in page
        assert told.definition.de not in page
        assert told.definition.de in file
    assert "/questions" not in file
