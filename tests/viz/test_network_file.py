"""The network in one file with our own canvas, in a real Chromium: nobody is asked, all of it works from the disk."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.network import NO_LEVEL, Network
from schema.record import Record
from schema.text import LANGS, Lang
from tests.browser import Visit, visiting
from tests.viz.towns import CORPUS, NAMES, hostile_town, huge_kreis, small_town, town
from viz.explorer.choosing import choose
from viz.explorer.file import network_file
from viz.explorer.view import Colour, Size, Storey, ViewScope
from viz.network_export import network_page
from viz.network_layout import positions

ALL = ViewScope(level=tuple(Storey))


def _file(network: Network, view: ViewScope = ALL, lang: Lang = "de", *, everything: bool = True) -> str:
    return network_file(choose(network, view), positions(network), lang=lang, everything=everything)


def _data(page: str) -> dict[str, Any]:
    island = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    found: dict[str, Any] = json.loads(island.group(1))
    return found


def _open(visit: Visit, tmp_path: Path, page: str) -> Page:
    path = tmp_path / "network.html"
    path.write_text(page, encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_selector("html[data-ready]")
    return visit.page


@pytest.mark.parametrize("name", NAMES)
def test_the_file_carries_every_node_and_tie_once_with_its_source(name: str) -> None:
    network = town(name)
    data = _data(_file(network))
    assert data["names"] == [network.name(i) for i in range(network.n)]
    assert data["ties"][0::4] == network.start.tolist()
    assert data["ties"][1::4] == network.end.tolist()
    assert [data["sources"][n] for n in data["nodeSource"]] == [row["source"] for row in network.node_rows]
    assert [data["sources"][n] for n in data["tieSource"]] == [row["source"] for row in network.tie_rows]
    assert _file(network) == _file(network)


def test_what_the_filter_hides_comes_along_only_when_asked_for() -> None:
    network = town("landkreis")
    acting = [network.name(i) for i in range(network.n) if network.level[i] != NO_LEVEL]
    assert _data(_file(network, ViewScope(), everything=False))["names"] == acting
    assert len(_data(_file(network, ViewScope()))["names"]) == network.n > len(acting)


def test_of_too_many_the_file_carries_those_that_measure_most_and_says_so() -> None:
    network = Network.of(huge_kreis(10_400, 12_000))
    page = _file(network)
    data = _data(page)
    assert f"10000 von {network.n} gezeigt: die mit dem höchsten Wert bei „Zahl der Verbindungen“" in page
    assert len(data["names"]) == len(data["nodeSource"]) == 10_000
    assert len(data["ties"]) == 4 * len(data["tieSource"])
    assert max(*data["ties"][0::4], *data["ties"][1::4]) < 10_000
    assert data["page"]["complete"] is True


@pytest.mark.parametrize("records", [small_town()[:1], small_town()[-1:], [small_town()[11]]])
def test_one_node_a_lonely_tie_and_no_level_at_all_make_a_file(
    browser: Browser, tmp_path: Path, records: list[Record]
) -> None:
    network = Network.of(records)
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(network, ViewScope()))
        assert page.locator("#node-table tbody tr").count() == network.n
        _press(page, "#net", "ArrowUp", "Enter", "Escape", "+", "0")
        assert visit.faults() == []


def test_it_is_much_smaller_than_the_file_through_vis_network() -> None:
    """The bound against pyvis is measured in the bench; of 670 kB the library alone is more than this file."""
    network = town("huge")
    assert len(_file(network).encode()) < len(network_page(network).encode()) - 400_000


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["landkreis", "huge", "hostile", "empty"])
def test_the_file_asks_nobody_and_axe_finds_nothing(browser: Browser, tmp_path: Path, name: str, lang: Lang) -> None:
    network = town(name)
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(network, ViewScope(colour=Colour.LEVEL), lang))
        if network.n:
            page.focus("#net")
            page.keyboard.press("Enter")
            assert page.is_visible("#evidence")
        assert visit.axe() == []
        assert visit.faults() == []
        assert [url for url in visit.asked if not url.startswith(("file:", "data:"))] == []
        assert page.get_attribute("html", "lang") == lang


def test_hostile_names_stay_text_when_searched_chosen_and_listed(browser: Browser, tmp_path: Path) -> None:
    assert len(CORPUS) >= 40
    records = hostile_town(tuple(name for name in CORPUS if name.strip()))
    hostile = [record.model_copy(update={"source": CORPUS[n % len(CORPUS)] or "x"}) for n, record in enumerate(records)]
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(Network.of(hostile), lang="en"))
        for wanted in ("<script>", "onerror", "javascript:", "{{", "${", "<!--"):
            page.fill("#q", wanted)
            page.click("#matches button >> nth=0")
            assert wanted in page.inner_text("#chosen")
            assert page.locator("#evidence li").count() > 1
        live = "main :is(script:not([type='application/json']):not(:last-of-type), img, iframe, object, style, a, form)"
        assert page.locator(live).count() == 0
        assert visit.faults() == []


def test_search_filter_focus_and_evidence_by_keyboard_agree_with_the_tables(browser: Browser, tmp_path: Path) -> None:
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(Network.of(small_town()), ViewScope()))
        assert page.inner_text("#shown") == "11 von 12 gezeigt; 1 durch Filter ausgeblendet"
        expect(page.locator("#node-table tbody tr")).to_have_count(11)
        expect(page.locator("#tie-table tbody tr")).to_have_count(13)
        _press(page, "#q", *"suedSTADT", "Tab", "Enter")
        assert page.inner_text("#found") == "1 Treffer"
        assert page.inner_text("#chosen").startswith("Südstadt: Sozialraum, Lebenswelt, Verbindungen: 1")
        _press(page, "#levels input[value='lifeworld']", "Space")
        assert page.inner_text("#shown") == "8 von 12 gezeigt; 4 durch Filter ausgeblendet"  # the chosen one stays
        _press(page, "#net", "Escape")
        assert page.inner_text("#chosen").startswith("Niemand ausgewählt")
        assert page.inner_text("#shown") == "7 von 12 gezeigt; 5 durch Filter ausgeblendet"
        expect(page.locator("#node-table tbody tr")).to_have_count(7)
        _press(page, "#levels input[value='lifeworld']", "Space")
        _choose(page, "Jugendamt")
        assert page.locator("#evidence li").count() == 7  # its own source, and six ties
        assert "→ aktiv in (abgeleitet): Nordstadt" in page.inner_text("#evidence")
        assert "Belege: 7, Quelle: made up" in page.inner_text("#evidence")
        assert page.locator("#neighbours li").count() == 6
        _press(page, "#depth", "2")
        assert page.locator("#neighbours li").count() == 9  # over Dezernat, Nordstadt: health, parish, town
        _press(page, "#only", "Space")
        assert page.inner_text("#shown") == "10 von 12 gezeigt; 2 durch Filter ausgeblendet"
        expect(page.locator("#node-table tbody tr")).to_have_count(10)
        assert visit.faults() == []


def _press(page: Page, where: str, *keys: str) -> None:
    page.focus(where)
    for key in keys:
        page.keyboard.press(key)


def _choose(page: Page, name: str) -> None:
    page.fill("#q", name)
    page.click("#matches button >> nth=0")


def test_one_tab_stop_leads_into_the_picture_arrows_go_to_neighbours(browser: Browser, tmp_path: Path) -> None:
    network = Network.of(small_town())
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(network, ViewScope(select="youth", size=Size.LIFT)))
        assert page.inner_text("#chosen").startswith("Jugendamt: Amt, Verwaltung")
        assert page.locator("#evidence li").count() == 7
        assert page.locator("#node-table thead th").count() == 5
        _press(page, "#physics", "Tab", "ArrowUp")
        assert page.evaluate("document.activeElement.id") == "net"
        assert page.inner_text("#chosen").startswith("Jugendhilfeausschuss: Ausschuss, Politik")
        _press(page, "#net", "Enter")
        assert page.locator("#neighbours button").all_inner_texts() == ["Jugendamt"]
        assert visit.faults() == []


def test_the_tables_go_on_by_a_button(browser: Browser, tmp_path: Path) -> None:
    network = town("huge")
    with visiting(browser) as visit:
        page = _open(visit, tmp_path, _file(network))
        expect(page.locator("#node-table tbody tr")).to_have_count(100)
        page.click("#more button")
        expect(page.locator("#node-table tbody tr")).to_have_count(1_000)
        page.click("#more button")
        expect(page.locator("#node-table tbody tr")).to_have_count(network.n)
        assert page.is_visible("#more")
        page.click("#more button")
        expect(page.locator("#tie-table tbody tr")).to_have_count(network.m)
        assert not page.is_visible("#more")


@pytest.mark.parametrize("width", [320, 1024])
def test_without_a_script_and_on_narrow_displays_the_tables_remain(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    path = tmp_path / "network.html"
    path.write_text(_file(town("landkreis")), encoding="utf-8")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for scripts in (True, False):
        with visiting(browser, width=width, scripts=scripts) as visit:
            visit.page.goto(path.as_uri())
            assert not visit.page.evaluate(wide)
            assert visit.page.is_visible("#net") == (scripts and width > 700)
            assert visit.page.locator("#node-table tbody tr").count() == 100
            assert visit.page.is_visible("noscript .remark") is not scripts
