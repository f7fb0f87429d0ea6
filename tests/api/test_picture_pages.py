"""The pages of the pictures and their files: a browser sees nothing foreign, rights and options hold, files open."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from api.app import create_app
from api.headers import PAGE_POLICY
from api.settings import ApiSettings
from graph.scenarios.drafting import begin, fill
from graph.scenarios.editing import Add, carry_out
from graph.store.address import Address
from schema.record import Record
from schema.text import LANGS, Lang
from tests.api import town
from tests.api.conftest import town_at
from tests.api.served import served
from tests.browser import visiting
from tests.viz.pictured import quarters

PATHS = ("/matrix", "/matrix?kind=department-department", "/positions", "/map", "/map?over=large", "/checks")
FILES = ("/matrix", "/positions", "/map", "/checks")
RECORDS: dict[str, tuple[Record, ...]] = {"quarters": (*town.RECORDS, *quarters()), "nothing": ()}


@pytest.fixture(scope="module", params=list(RECORDS))
def app(request: pytest.FixtureRequest, embedded_address: Address, settings: ApiSettings) -> Iterator[FastAPI]:
    """The service over the town with four areas on the map, then over an empty store; in both a unit is planned."""
    unit = Add(type="Department", fields={"name": "Stabsstelle <b>Neu</b>", "kind": "Stabsstelle"})
    with town_at(embedded_address, RECORDS[request.param]) as store:
        begin(store, "plan", day=date(2026, 6, 30))
        fill(store, "plan", lambda change: carry_out(change, [unit], "test"))
        yield create_app(store, settings)


@pytest.fixture(scope="module")
def site(app: FastAPI) -> Iterator[str]:
    """Where the service answers a browser."""
    with served(app) as address:
        yield address


def _and(path: str, option: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{option}"


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_ask_nobody_keep_their_policy_and_are_accessible(site: str, browser: Browser, lang: Lang) -> None:
    for path in PATHS:
        with visiting(browser, width=1440) as visit:
            answer = visit.page.goto(_and(f"{site}{path}", f"lang={lang}"))
            assert answer is not None
            if "over" in path and "Hälften" not in visit.page.content():
                assert answer.status == 404  # the empty store has no divisions
                continue
            assert answer.status == 200
            assert answer.headers["content-security-policy"] == PAGE_POLICY
            visit.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert visit.axe() == []
            assert visit.faults() == []
            assert visit.page.locator("html").get_attribute("lang") == lang


def test_by_keyboard_arrows_move_and_enter_opens_the_evidence(site: str, browser: Browser) -> None:
    with visiting(browser, width=1440) as visit:
        visit.page.goto(f"{site}/map?lang=de")
        marks = visit.page.locator("svg.drawing a.mark")
        if not marks.count():
            pytest.skip("nothing is drawn of an empty store")
        assert visit.page.locator("svg.drawing a.mark[tabindex='0']").count() == 1
        visit.page.focus("svg.drawing a.mark[tabindex='0']")
        before = visit.page.evaluate("document.activeElement.getAttribute('aria-label')")
        for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
            visit.page.keyboard.press(key)
        after = visit.page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert after
        assert before.startswith("Nordost")
        visit.page.keyboard.press("Enter")
        expect(visit.page.locator("tr:target details")).to_have_attribute("open", "")
        assert visit.faults() == []


@pytest.mark.parametrize("path", [*FILES, "/levels"])
def test_each_picture_is_handed_out_as_a_file(client: TestClient, path: str) -> None:
    page = client.get(f"{path}.html?lang=en")
    assert page.headers["content-disposition"].endswith('.html"')
    assert "default-src &#39;none&#39;" in page.text
    assert 'lang="en"' in page.text
    svg = client.get(f"{path}.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert ElementTree.fromstring(svg.text).tag == "{http://www.w3.org/2000/svg}svg"
    assert client.get(f"{path}.svg").content == svg.content
    assert client.get(f"{path}.png").content.startswith(b"\x89PNG")
    assert client.get(f"{path}.gif").status_code in (404, 422)


@pytest.mark.parametrize("path", [*FILES, "/levels"])
def test_rights_hold_for_pages_and_files(client: TestClient, known: TestClient, path: str) -> None:
    page = "/" if path == "/levels" else path
    for address in (page, f"{path}.svg", f"{path}.png"):
        assert client.get(f"{address}?persons=true").status_code == 401
        assert client.get(f"{address}?visibility=internal").status_code == 401
        assert client.get(f"{address}?nonsense=1").status_code == 422
    assert known.get(f"{page}?visibility=internal").status_code == 200


def test_the_form_keeps_what_was_chosen(client: TestClient) -> None:
    page = client.get("/matrix?kind=committee-committee&lang=de").text
    assert '<option value="committee-committee" selected>' in page
    assert client.get("/matrix?kind=&as_of=&lang=de").status_code == 200
    assert client.get("/matrix?kind=sideways").status_code == 422
    assert client.get("/map?division=Mars").status_code == 404


@pytest.mark.parametrize("path", FILES)
def test_a_scenario_is_marked_in_page_and_files(client: TestClient, known: TestClient, path: str) -> None:
    asked = "?scenario=plan&lang=en"
    assert [client.get(f"{path}{suffix}{asked}").status_code for suffix in ("", ".html", ".svg")] == [401] * 3
    file, svg = known.get(f"{path}.html{asked}").text, known.get(f"{path}.svg{asked}").text
    assert "What the scenario changes" in file
    assert "scenario: plan" in file
    assert "As of: 2026-06-30" in svg
    assert "<b>Neu" not in file + svg
    said = "What the scenario changes in this picture: new 1," if path == "/matrix" else "The scenario changes nothing"
    assert said in svg
    page = known.get(f"{path}{asked}").text
    assert ("/static/changes.css" in page) == (path != "/checks")
    assert known.get("/static/changes.css").status_code == 200
