"""The first visit to an empty store: from nothing to the picture of the example, by the links of the pages."""

from playwright.sync_api import Browser, expect

from api.app import create_app
from api.settings import ApiSettings
from graph.store.address import Address
from tests.api.conftest import TOKEN, town_at
from tests.api.served import served
from tests.browser import Visit, visiting

LONG = 120_000


def _content(visit: Visit) -> None:
    visit.page.wait_for_load_state()  # a page that was just left has no document to look at
    assert visit.axe() == []
    assert [fault for fault in visit.faults() if "status of 401" not in fault] == []


def test_the_pages_lead_from_nothing_through_a_preview_to_the_example(
    embedded_address: Address, settings: ApiSettings, browser: Browser
) -> None:
    with (
        town_at(embedded_address, ()) as store,
        served(create_app(store, settings)) as address,
        visiting(browser, locale="de-DE") as visit,
    ):
        page = visit.page
        page.goto(address)
        page.get_by_role("link", name="Beginnen mit dem Beispiel").click()
        page.get_by_role("link", name="Anmelden").click()
        page.get_by_label("Schlüssel", exact=True).fill(TOKEN)
        page.get_by_role("button", name="Anmelden").click()
        expect(page.get_by_role("button", name="Beispiel einlesen")).to_be_visible()
        _content(visit)
        page.get_by_role("button", name="Beispiel einlesen").click()
        expect(page.get_by_role("button", name="So einlesen")).to_be_visible(timeout=LONG)
        assert store.network().n == 0
        _content(visit)
        page.get_by_role("button", name="So einlesen").click()
        expect(page.get_by_text("Geschrieben als Änderung 1.")).to_be_visible(timeout=LONG)
        _content(visit)
        page.get_by_role("link", name="Zum Ebenenbild").click()
        expect(page.locator("h1")).to_contain_text("Musterkreis", timeout=LONG)
        expect(page.locator("svg.levels .multiplier").first).to_be_visible()
        _content(visit)
