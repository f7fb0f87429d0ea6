"""The pages of the questions as the service hands them out: options, rights, problems, and the same as the API says."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from api.app import create_app
from api.headers import PAGE_POLICY
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.store.address import Address
from schema.text import LANGS, Lang
from tests.api import town
from tests.api.conftest import town_at
from tests.api.served import served
from tests.browser import visiting
from viz.levels_page import CARDS

BROWSER = {"Accept": "text/html"}


@pytest.fixture(scope="module", params=["town", "nothing"])
def site(request: pytest.FixtureRequest, embedded_address: Address, settings: ApiSettings) -> Iterator[str]:
    """Where the service answers: over the town, then over an empty store."""
    records = town.RECORDS if request.param == "town" else ()
    with town_at(embedded_address, records) as store, served(create_app(store, settings)) as address:
        yield address


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_page_asks_nobody_keeps_its_policy_and_is_accessible(
    site: str, browser: Browser, name: str, lang: Lang
) -> None:
    with visiting(browser) as visit:
        answer = visit.page.goto(f"{site}/questions/{name}?lang={lang}")
        assert answer is not None
        assert answer.status == 200
        assert answer.headers["content-security-policy"] == PAGE_POLICY
        assert visit.axe() == []
        assert visit.faults() == []
        assert visit.page.locator("html").get_attribute("lang") == lang
        assert visit.page.locator("h1").inner_text() == QUESTIONS[name].title.lang(lang)


def test_from_the_picture_to_a_question_and_back(site: str, browser: Browser) -> None:
    with visiting(browser, scripts=False) as visit:
        page = visit.page
        page.goto(f"{site}/?lang=en&as_of=2024-06-30&focus={quote(town.YOUTH, safe='')}")
        assert page.locator(".card h3 a").count() == len(CARDS)
        assert page.locator(".questions a").count() == len(QUESTIONS)
        page.click(".card h3 >> text=Multipliers")
        expect(page.locator("h1")).to_have_text("Multipliers")
        expect(page.locator(".state")).to_contain_text("2024-06-30")
        page.click("nav >> text=Questions")
        expect(page.locator("h1")).to_have_text("What can be asked")
        assert page.locator("article").count() == len(QUESTIONS)
        page.click("article >> text=Cooperation gaps")
        expect(page.locator(".state")).to_contain_text("2024-06-30")
        page.click("text=Deutsch")
        expect(page.locator("h1")).to_have_text("Kooperationslücken")
        expect(page.locator(".state")).to_contain_text("2024-06-30")
        page.click("nav >> text=Ebenenbild")
        expect(page.locator("svg.levels")).to_be_visible()
        expect(page.get_by_label("Stichtag")).to_have_value("2024-06-30")


def test_the_form_puts_what_was_chosen_into_the_address_and_shows_it_again(site: str, browser: Browser) -> None:
    with visiting(browser, scripts=False) as visit:
        page = visit.page
        page.goto(f"{site}/questions/multipliers?lang=en")
        page.get_by_label("As of").fill("2024-06-30")
        page.get_by_label("Check what would remain").select_option(label="no")
        page.get_by_label("Size of the set").fill("3")
        page.get_by_role("button", name="Show").click()
        assert parse_qs(urlsplit(page.url).query) == {
            "lang": ["en"], "as_of": ["2024-06-30"], "robust": ["false"], "k": ["3"],
        }  # fmt: skip
        expect(page.get_by_label("As of")).to_have_value("2024-06-30")
        expect(page.get_by_label("Check what would remain")).to_have_value("false")
        expect(page.get_by_label("Size of the set")).to_have_value("3")
        expect(page.locator(".method")).to_contain_text("is switched off")
        told = page.get_by_text("The same answer for programs").get_attribute("href")
        assert told == "/api/v1/questions/multipliers?as_of=2024-06-30&robust=false&k=3"
        page.click("text=Reset")
        assert urlsplit(page.url).query == "lang=en"


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_address_on_a_page_answers_and_the_evidence_is_that_of_the_api(client: TestClient, name: str) -> None:
    page = client.get(f"/questions/{name}?lang=de", headers=BROWSER).text
    links = {link.replace("&amp;", "&") for link in re.findall(r'(?:href|action)="(/[^"#]*)', page)}
    assert f"/api/v1/questions/{name}" in links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    answer = client.get(f"/api/v1/questions/{name}").json()
    rows = [row for value in answer.values() if isinstance(value, list) for row in value if "evidence" in row]
    shown = re.findall(r'data-id="([^"]*)"', page)
    assert len(shown) == sum(len(row["evidence"]) for row in rows)
    assert all(f"/api/v1/nodes/{quote(id, safe='')}" in links for row in rows for id in row["evidence"] if _node(id))


def _node(id: str) -> bool:
    return id in {record.id for record in town.RECORDS if hasattr(record, "name")}


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/questions/nothing?k=3", 404, "multipliers"),
        (f"/questions/{quote('<script>alert(1)</script>', safe='')}", 404, "multipliers"),
        ("/questions/multipliers?k=0", 422, "k"),
        ("/questions/multipliers?as_of=31.12.2024", 422, "as_of"),
        ("/questions/cooperation-gaps?k=3", 422, "k"),
        ("/questions/lift-links?kommune=nowhere", 404, "nowhere"),
        ("/questions?focus=x", 422, "focus"),
    ],
)
def test_what_goes_wrong_is_told_on_a_page(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"] == PAGE_POLICY
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_empty_fields_of_the_form_count_as_not_given(client: TestClient) -> None:
    path = "/questions/multipliers"
    empty = client.get(path, params=dict.fromkeys(("as_of", "kommune", "robust", "about", "k"), ""), headers=BROWSER)
    assert empty.status_code == 200
    assert empty.text == client.get(path, headers=BROWSER).text


@pytest.mark.parametrize("name", QUESTIONS)
def test_persons_and_what_is_hidden_need_the_right(client: TestClient, known: TestClient, name: str) -> None:
    path = f"/questions/{name}"
    for beyond in ({"persons": "true"}, {"visibility": "internal"}):
        assert client.get(path, params=beyond, headers=BROWSER).status_code == 401
        assert known.get(path, params=beyond, headers=BROWSER).status_code == 200
    offered = {
        who: set(re.findall(r'id="option-(\w+)"', who.get(path, headers=BROWSER).text)) for who in (client, known)
    }
    assert offered[known] - offered[client] == {"persons", "visibility"}
    assert offered[known] == set(QUESTIONS[name].scope.model_fields)
