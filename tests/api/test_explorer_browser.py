"""The explorer in a real Chromium: nobody else is asked, the policy holds, axe is content, keys lead through it."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from pydantic import SecretStr

from api.app import create_app
from api.headers import PAGE_POLICY
from api.settings import ApiSettings
from graph.store.address import Address
from schema.record import Record, Visibility
from schema.text import LANGS, Lang
from tests.api import town
from tests.api.conftest import TOKEN, town_at
from tests.api.served import served
from tests.browser import Visit, visiting
from tests.viz.towns import CORPUS, hostile_town

RECORDS: dict[str, tuple[Record, ...]] = {
    "town": town.RECORDS,
    "hostile": tuple(hostile_town(tuple(name for name in CORPUS if name.strip()))),
    "nothing": (),
}


@pytest.fixture(scope="module", params=list(RECORDS))
def site(request: pytest.FixtureRequest, embedded_address: Address) -> Iterator[tuple[str, str]]:
    """Where the service answers, and what it holds."""
    settings = ApiSettings(token=SecretStr(TOKEN), visibility=Visibility.CONFIDENTIAL, persons=True)
    with town_at(embedded_address, RECORDS[request.param]) as store, served(create_app(store, settings)) as address:
        yield request.param, address


def _open(visit: Visit, address: str) -> None:
    answer = visit.page.goto(address)
    assert answer is not None
    assert answer.status == 200
    assert answer.headers["content-security-policy"] == PAGE_POLICY


def _ready(visit: Visit) -> None:
    visit.page.wait_for_selector("html[data-ready]")


def _one(name: str) -> str:
    return quote({"town": town.YOUTH, "hostile": next(iter(RECORDS["hostile"])).id}.get(name, ""), safe="")


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_ask_nobody_keep_their_policy_and_are_accessible(
    site: tuple[str, str], browser: Browser, lang: Lang
) -> None:
    name, address = site
    with visiting(browser, width=1440) as visit:
        for path in (
            f"/network?lang={lang}&level=politics&level=lifeworld&level=none&colour=group",
            f"/network?lang={lang}",
        ):
            _open(visit, address + path)
            _ready(visit)
            visit.page.locator("#net").focus()
            assert visit.axe() == []
        if name != "nothing":
            _open(visit, f"{address}/actors/{_one(name)}?lang={lang}")
            assert visit.axe() == []
        _open(visit, f"{address}/cypher?lang={lang}")
        assert visit.axe() == []
        assert visit.page.locator("html").get_attribute("lang") == lang
        assert visit.faults() == []


@pytest.mark.parametrize("site", ["town"], indirect=True)
def test_search_choice_filter_and_keyboard_agree_with_table_and_address(
    site: tuple[str, str], browser: Browser
) -> None:
    _, address = site
    with visiting(browser, width=1440) as visit:
        page = visit.page
        _open(visit, f"{address}/network?lang=de")
        _ready(visit)
        assert page.inner_text("#shown") == "7 von 9 gezeigt; 2 durch Filter ausgeblendet"
        assert sorted(page.locator("#node-table tbody th").all_inner_texts()) == sorted(
            [
                "Musterstadt",
                "Stadtrat",
                "Jugendhilfeausschuss",
                "Jugendamt",
                "Sozialamt",
                "Bürgerverein Älteste Straße",
                "Südstadt/Ost 100 % „Grün“",
            ]
        )
        page.check("#levels input[value='none']")
        assert page.inner_text("#shown") == "9 von 9 gezeigt"
        expect(page.locator("#node-table tbody tr")).to_have_count(9)
        page.uncheck("#types input[value='Organisation']")
        expect(page.locator("#node-table tbody tr")).to_have_count(8)
        page.fill("#q", "JUGENDAMT")
        assert page.inner_text("#found") == "1 Treffer"
        page.click("#matches button")
        assert "Jugendamt" in page.inner_text("#chosen")
        page.wait_for_url("**select=*")
        query = parse_qs(urlsplit(page.url).query)
        assert query["select"] == [town.YOUTH]
        assert "Organisation" not in query["type"]
        before = page.inner_text("#node-table"), page.inner_text("#shown")
        page.reload()
        _ready(visit)
        assert (page.inner_text("#node-table"), page.inner_text("#shown")) == before
        assert visit.faults() == []


@pytest.mark.parametrize("site", ["town"], indirect=True)
def test_one_tab_stop_leads_into_the_picture_arrows_go_to_neighbours(site: tuple[str, str], browser: Browser) -> None:
    _, address = site
    with visiting(browser, width=1440) as visit:
        page = visit.page
        _open(visit, f"{address}/network?lang=de&select={quote(town.YOUTH, safe='')}")
        _ready(visit)
        assert page.locator(".canvas [tabindex='0']").count() == 1
        page.focus("#physics")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "net"
        page.keyboard.press("ArrowUp")
        assert page.inner_text("#chosen").startswith("Jugendhilfeausschuss: Ausschuss, Politik, ")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**select={quote(town.BOARD, safe='').replace('%20', '+')}*")
        names = set(page.locator("#neighbours button").all_inner_texts())
        assert names == {"Stadtrat", "Jugendamt"}
        page.keyboard.press("Escape")
        assert page.inner_text("#chosen").startswith("Niemand ausgewählt")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") != "net"
        assert visit.faults() == []


@pytest.mark.parametrize("site", ["hostile"], indirect=True)
def test_hostile_names_stay_text_when_searched_chosen_and_listed(site: tuple[str, str], browser: Browser) -> None:
    _, address = site
    with visiting(browser, width=1440) as visit:
        page = visit.page
        _open(visit, f"{address}/network?lang=en")
        _ready(visit)
        for wanted in ("<script>", "onerror", "javascript:", "{{", "DETACH"):
            page.fill("#q", wanted)
            page.click("#matches button >> nth=0")
            assert wanted in page.inner_text("#chosen")
        assert page.locator("main script:not(#data), main img, main iframe, main object, main style").count() == 0
        page.click("#ways a")
        page.wait_for_url("**/actors/**")
        assert page.locator("main script, main img, main iframe").count() == 0
        assert visit.faults() == []


@pytest.mark.parametrize("site", ["town"], indirect=True)
def test_who_signed_in_asks_in_cypher_and_sees_table_and_picture(site: tuple[str, str], browser: Browser) -> None:
    _, address = site
    with visiting(browser, width=1440) as visit:
        page = visit.page
        _open(visit, f"{address}/cypher?lang=de")
        page.click("main >> text=Anmelden")
        page.fill("input[name='token']", TOKEN)
        page.click("main button[type='submit']")
        page.wait_for_url("**/cypher**")
        page.fill("#query", "MATCH (d:Department)-[r:PART_OF]->(k:Kommune) RETURN d, r, k ORDER BY d.id")
        page.click("text=Ausführen")
        _ready(visit)
        expect(page.locator("#rows tbody tr")).to_have_count(3)
        page.focus("#net")
        page.keyboard.press("ArrowUp")
        assert page.inner_text("#chosen")
        assert visit.axe() == []
        page.fill("#query", "MATCH (n:Department) SET n.name = 'x' RETURN n")
        page.click("text=Ausführen")
        expect(page.locator("[role='alert']")).to_be_visible()
        assert page.input_value("#query").startswith("MATCH (n:Department) SET")
        assert [fault for fault in visit.faults() if "status of 4" not in fault] == []


@pytest.mark.parametrize("site", ["town"], indirect=True)
def test_without_a_script_picture_search_and_tables_are_there(site: tuple[str, str], browser: Browser) -> None:
    _, address = site
    with visiting(browser, width=1440, scripts=False) as visit:
        page = visit.page
        page.goto(f"{address}/network?lang=de")
        assert page.locator("img.still").evaluate("image => image.complete && image.naturalWidth > 0")
        assert not page.is_visible("#net")
        page.fill("#q", "jugendamt")
        page.click("text=Anzeigen")
        page.click("#matches a")
        assert "Jugendamt" in page.inner_text("#chosen")
        assert page.locator("#neighbours a").count() == 4  # the planning stands on no level
        page.click("#ways a >> nth=0")
        assert page.inner_text("h1") == "Jugendamt"
        assert visit.strangers() == []


@pytest.mark.parametrize("width", [320, 1024])
@pytest.mark.parametrize("site", ["town", "hostile"], indirect=True)
def test_on_narrow_displays_the_table_takes_over(site: tuple[str, str], browser: Browser, width: int) -> None:
    name, address = site
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    with visiting(browser, width=width) as visit:
        for path in ("/network?lang=de", f"/actors/{_one(name)}?lang=de", "/cypher?lang=de"):
            visit.page.goto(address + path)
            assert not visit.page.evaluate(wide), path
        visit.page.goto(f"{address}/network")
        assert visit.page.is_visible("#net") == (width > 700)
        assert visit.page.is_visible("#node-table")
