"""The pages of planning rounds and saved views in a real Chromium: by keyboard and form, axe content, no overflow."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from api.app import create_app
from api.settings import ApiSettings
from graph.rounds.writing import Beginning, Noted, begin, write_down
from graph.store.address import Address
from tests.api import town
from tests.api.conftest import TOKEN, town_at
from tests.api.served import served
from tests.browser import visiting

HOSTILE = '<img src=x onerror=alert(1)>"\u202e{{7*7}}' + "ä" * 900


@pytest.fixture(scope="module")
def site(embedded_address: Address, settings: ApiSettings) -> Iterator[str]:
    with town_at(embedded_address) as store:
        id = begin(store, Beginning("Runde 2026", date(2026, 1, 15), phase=HOSTILE, concerns=("fp:jugend",)))
        write_down(store, id, Noted("Aufgabe", HOSTILE, date(2026, 1, 20), HOSTILE, assigned=(town.YOUTH,)))
        with served(create_app(store, settings)) as address:
            yield address


ROUND = f"/rounds/{quote('process/runde-2026', safe='')}"
ALL = "visibility=confidential&persons=true"
PAGES = (
    "/rounds",
    f"{ROUND}?{ALL}",
    f"{ROUND}/frozen/1?visibility=internal",
    f"{ROUND}/frozen/1/cooperation-gaps?visibility=internal",
    f"{ROUND}/progress?visibility=internal",
    "/edit/rounds",
    f"/edit{ROUND}/scope",
    f"/edit{ROUND}/note?kind=Aufgabe",
    f"/edit{ROUND}/freeze",
    f"/views/new?address={quote('/network?q=' + 'a' * 900, safe='')}",
    "/views",
)


def test_a_task_is_done_answers_are_frozen_and_every_page_is_accessible(site: str, browser: Browser) -> None:
    with visiting(browser, width=320, locale="de-DE") as visit:
        page = visit.page
        page.goto(f"{site}/sign-in?next={quote(f'{ROUND}?{ALL}', safe='')}")
        page.locator("#token").fill(TOKEN)
        page.locator("#sign-in button").click()
        expect(page.locator("h1")).to_have_text("Runde 2026")
        page.locator("td button").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Gespeichert als Änderung")
        expect(page.locator('[data-state="done"]')).to_be_visible()
        for remark in ("Auftakt", HOSTILE):
            page.goto(f"{site}/edit{ROUND}/freeze")
            page.get_by_label("Anlass").fill(remark)
            page.get_by_role("button", name="Antworten festhalten").click()
            expect(page.get_by_role("status")).to_contain_text("ist festgehalten")
        page.goto(f"{site}/map")
        page.get_by_role("link", name="Ansicht merken").click()
        page.get_by_label("Name der Ansicht").fill("Karte")
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Karte", exact=True).last).to_be_visible()
        for path in PAGES:
            answer = page.goto(f"{site}{path}{'&' if '?' in path else '?'}lang=de")
            assert answer is not None
            assert (answer.status, path) == (200, path)
            assert (visit.axe(), path) == ([], path)
            assert (page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path) == (True, path)
        assert visit.faults() == []


def test_the_view_of_the_network_is_saved_as_it_stands(site: str, browser: Browser) -> None:
    with visiting(browser, locale="de-DE") as visit:
        page = visit.page
        page.goto(f"{site}/network")
        page.locator('input[name="level"][value="politics"]').uncheck()
        page.wait_for_url("**level=*")
        expect(page.locator(".save-view a")).to_have_attribute("href", re.compile("level%3Dadministration"))
        assert visit.faults() == []
