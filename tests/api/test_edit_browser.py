"""The pages of editing in a real Chromium: signed in by the printed address, edited by keyboard, axe content."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from api.app import create_app
from api.settings import ApiSettings
from graph.store.address import Address
from graph.store.store import Store
from schema.nodes import Department
from tests.api import town
from tests.api.conftest import TOKEN, town_at
from tests.api.served import served
from tests.browser import Visit, visiting

HOSTILE = '<img src=x onerror=alert(1)>"\u202e{{7*7}}' + "ä" * 9_900


@dataclass(frozen=True)
class Site:
    """Where the service answers, its store, and the code of its printed address."""

    address: str
    store: Store
    code: str


@pytest.fixture(scope="module")
def site(embedded_address: Address, settings: ApiSettings) -> Iterator[Site]:
    hostile = Department(id="hostile", name=HOSTILE, kind=HOSTILE, source=HOSTILE)
    with town_at(embedded_address, (*town.RECORDS, hostile)) as store:
        app = create_app(store, settings)
        with served(app) as address:
            yield Site(address, store, app.state.sessions.code)


def pressed(page: Page, name: str) -> None:
    """Go by Tab to what has a name, and press Enter there."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = "document.activeElement.textContent || document.activeElement.getAttribute('aria-label')"
        if str(page.evaluate(focused)).strip() == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way by keyboard to {name}")


def content(visit: Visit) -> None:
    """Nothing may be amiss on the page."""
    assert visit.axe() == []
    assert visit.faults() == []


def test_by_keyboard_from_the_printed_address_to_a_changed_name_and_back(site: Site, browser: Browser) -> None:
    with visiting(browser, locale="de-DE") as visit:
        page = visit.page
        page.goto(f"{site.address}/sign-in#{site.code}")
        page.wait_for_url("**/edit*")
        assert site.code not in page.url
        page.get_by_label("Teil eines Namens").focus()
        page.keyboard.type("sozialamt")
        page.keyboard.press("Enter")
        expect(page.locator("table caption")).to_contain_text("Gefunden zu")
        pressed(page, "Sozialamt")
        expect(page.locator("h1")).to_have_text("Sozialamt (Verwaltungseinheit)")
        pressed(page, "Ändern")
        page.get_by_label("Name (nötig)").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("Amt für Soziales")
        content(visit)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Amt für Soziales (Verwaltungseinheit)")
        expect(page.get_by_role("status")).to_contain_text("Gespeichert als Änderung 2.")
        content(visit)
        pressed(page, "Zurücknehmen")
        expect(page.locator("h1")).to_have_text("Änderungen")
        content(visit)
        assert site.store.record(town.SOCIAL).name == "Sozialamt"  # type: ignore[attr-defined]
        pressed(page, "Abmelden")
        expect(page.get_by_label("Schlüssel", exact=True)).to_be_visible()
        content(visit)


PAGES = (
    "/edit?q=amt",
    "/edit/record?id=hostile",
    "/edit/change?id=hostile",
    "/edit/end?id=hostile",
    "/edit/remove?id=hostile",
    f"/edit/connect?id={town.CLUB}&verb=ACTIVE_IN&way=away&q=s",
    "/edit/changes?id=hostile",
    "/edit/scenarios",
    "/edit/scenarios/plan",
    "/edit/beside?scenarios=plan",
    "/edit/propose?number=1",
    "/edit/import",
    "/edit/duplicates",
)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_page_is_accessible_asks_nobody_and_reflows(site: Site, browser: Browser, lang: str) -> None:
    with visiting(browser, width=320 if lang == "en" else 1400) as visit:
        page = visit.page
        page.goto(f"{site.address}/sign-in?lang={lang}")
        page.locator("#token").fill(TOKEN)
        page.locator("#sign-in button").click()
        if not site.store.scenarios(["plan"]):
            page.goto(f"{site.address}/edit/scenarios?lang={lang}")
            page.locator("#name").fill("plan")
            page.get_by_role("button", name="beginnen" if lang == "de" else "Begin").click()
        for path in PAGES:
            answer = page.goto(f"{site.address}{path}{'&' if '?' in path else '?'}lang={lang}")
            assert answer is not None
            assert (answer.status, path) == (200, path)
            assert (visit.axe(), path) == ([], path)
            assert (page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path) == (True, path)
        assert visit.faults() == []


def test_a_wrong_field_is_told_beside_it(site: Site, browser: Browser) -> None:
    with visiting(browser, scripts=False, locale="en-GB") as visit:
        page = visit.page
        page.goto(f"{site.address}/sign-in?lang=en")
        page.get_by_label("Token").fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator("#token-wrong")).to_be_visible()
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Sign in").click()
        page.goto(f"{site.address}/edit/new?type=Sozialraum&lang=en")
        page.get_by_label("population").fill("many")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#field-population-wrong")).to_contain_text("is not a whole number")
        expect(page.get_by_label("population")).to_have_attribute("aria-invalid", "true")
        expect(page.get_by_label("population")).to_have_value("many")
