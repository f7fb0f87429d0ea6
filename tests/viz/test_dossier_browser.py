"""The dossier in a real Chromium: opened from a file it asks nobody, axe finds nothing, it prints on A4."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from schema.text import Lang
from tests.browser import served, visiting
from tests.viz.dossiers import about_one, made
from viz.dossier.content import Dossier
from viz.dossier.html_file import html
from viz.dossier.request_page import DossierScope, request_page
from viz.pages import STATIC

ELEMENTS = "[...document.querySelectorAll('*')].map((element) => element.localName)"
ADDRESS = "http://127.0.0.1:9"
PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
CUT = "[...document.querySelectorAll('table')].filter((table) => table.offsetWidth > document.body.offsetWidth).length"
A4 = rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]"


class _Tags(HTMLParser):
    """Collects the elements as they are written; a browser that had to mend the page has others."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.found.append(tag)


def _tags(page: str) -> list[str]:
    reader = _Tags()
    reader.feed(page)
    return reader.found


def _faults(browser: Browser, folder: Path, content: Dossier, width: int = 1100) -> tuple[list[str], list[str], bool]:
    path = folder / "dossier.html"
    path.write_text(html(content), encoding="utf-8")
    with visiting(browser, width=width) as visit:
        visit.page.goto(path.as_uri())
        assert visit.page.evaluate("document.querySelector('img').naturalWidth") > 0
        assert visit.page.evaluate(ELEMENTS) == _tags(path.read_text("utf-8"))
        return visit.faults(), visit.axe(), visit.page.evaluate(WIDE)


@pytest.mark.parametrize(("name", "lang"), [("landkreis", "de"), ("small", "en"), ("empty", "de"), ("hostile", "de")])
def test_it_opens_from_a_file_without_a_fault(browser: Browser, tmp_path: Path, name: str, lang: Lang) -> None:
    assert _faults(browser, tmp_path, made(name, lang)) == ([], [], False)


def test_so_does_that_of_one_record_and_on_a_narrow_display(browser: Browser, tmp_path: Path) -> None:
    assert _faults(browser, tmp_path, about_one("small", "youth")) == ([], [], False)
    assert _faults(browser, tmp_path, made("small"), width=390) == ([], [], False)


def test_on_paper_no_table_is_wider_than_the_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(html(made("landkreis")), encoding="utf-8")
    with visiting(browser, width=657) as visit:  # what A4 leaves between the margins, in px
        visit.page.goto(path.as_uri())
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate(CUT) == 0
        assert not visit.page.is_visible(".top")
        printed = visit.page.pdf(prefer_css_page_size=True)
        pages = re.findall(A4, printed)
        assert len(pages) == len(re.findall(rb"/Type /Page\b", printed)) > 10


def test_the_page_that_leads_to_it_has_no_fault(browser: Browser) -> None:
    def answer(path: str, query: Mapping[str, str]) -> tuple[str, str]:
        if path.startswith("/static/"):
            return "text/css", (STATIC / path.rpartition("/")[2]).read_text("utf-8")
        return "text/html", request_page(DossierScope(about=query.get("about")), lang="de")

    with visiting(browser) as visit:
        served(visit, ADDRESS, answer, PAGE_POLICY)
        visit.page.goto(f"{ADDRESS}/report?about=%3Cb%3E")
        assert visit.page.input_value("[name=about]") == "<b>"
        assert (visit.faults(), visit.axe()) == ([], [])
