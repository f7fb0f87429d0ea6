"""The pages of the questions in a browser: nothing asked of others, accessible, options in the address."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

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
