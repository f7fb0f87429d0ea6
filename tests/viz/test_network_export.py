"""The network file: pyvis underneath, positions given, the file complete, the table and the search at work."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvis.network
from playwright.sync_api import Browser

from graph.network import Network
from schema.errors import FahrstuhlError
from schema.text import LANGS, Lang
from tests.browser import Visit, visiting
from tests.viz.towns import NAMES, small_town, town
from viz.network_export import network_page
from viz.network_layout import positions
from viz.vis_file import NetworkFile, vis_network


def _data(page: str) -> dict[str, Any]:
    island = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    found: dict[str, Any] = json.loads(island.group(1))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_file_holds_every_node_and_tie_once(name: str) -> None:
    network = town(name)
    data = _data(network_page(network))
    assert [node["name"] for node in data["nodes"]] == [network.name(i) for i in range(network.n)]
    assert [(e["from"], e["to"]) for e in data["edges"]] == list(
        zip(network.start.tolist(), network.end.tolist(), strict=True)
    )


@pytest.mark.parametrize("name", NAMES)
def test_positions_are_apart_in_order_of_levels_and_always_the_same(name: str) -> None:
    network = town(name)
    where = positions(network)
    assert np.isfinite(where).all()
    assert len({tuple(point) for point in where.tolist()}) == network.n
    heights = [where[network.level == level, 1] for level in (0, 1, 2) if (network.level == level).any()]
    assert all(upper.max() < lower.min() for upper, lower in pairwise(heights))
    assert (positions(network) == where).all()


def test_it_is_a_pyvis_network(tmp_path: Path) -> None:
    made = NetworkFile(town("small"), "de")
    assert isinstance(made, pyvis.network.Network)
    assert (made.num_nodes(), made.num_edges()) == (town("small").n, town("small").m)
    made.write_html(str(tmp_path / "network.html"))
    assert (tmp_path / "network.html").read_text("utf-8") == network_page(town("small"))
    assert [path.name for path in tmp_path.iterdir()] == ["network.html"]


def test_another_vis_network_than_the_one_checked_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "vis-network.min.js"
    other.write_text("alert(1)", encoding="utf-8")
    for path in (other, tmp_path / "missing.js"):
        with pytest.raises(FahrstuhlError, match="not the version that was checked"):
            vis_network(path)


def _open(visit: Visit, tmp_path: Path, network: Network, lang: Lang = "de") -> None:
    path = tmp_path / "network.html"
    path.write_text(network_page(network, lang=lang), encoding="utf-8")
    visit.page.goto(path.as_uri())
    visit.page.wait_for_selector("html[data-ready]")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["landkreis", "huge", "hostile", "empty"])
def test_the_file_asks_nobody_and_axe_finds_nothing(browser: Browser, tmp_path: Path, name: str, lang: Lang) -> None:
    with visiting(browser) as visit:
        _open(visit, tmp_path, town(name), lang)
        assert visit.faults() == []
        assert [url for url in visit.asked if not url.startswith(("file:", "data:"))] == []
        assert visit.axe() == []


def test_hostile_names_stay_text_when_searched_chosen_and_listed(browser: Browser, tmp_path: Path) -> None:
    with visiting(browser) as visit:
        _open(visit, tmp_path, town("hostile"))
        page = visit.page
        for wanted in ("<script>", "onerror", "javascript:", "{{"):
            page.fill("#search", wanted)
            page.click("#matches button >> nth=0")
            assert wanted in page.inner_text("#chosen")
            assert page.locator("#chosen script, #chosen img, #chosen svg, #neighbours img").count() == 0
        assert visit.faults() == []


def test_search_filter_and_table_agree(browser: Browser, tmp_path: Path) -> None:
    with visiting(browser) as visit:
        _open(visit, tmp_path, Network.of(small_town()))
        page = visit.page
        assert page.inner_text("#shown") == "11 von 12 gezeigt; 1 durch Filter ausgeblendet"
        assert page.locator("#node-table tbody tr").count() == 11
        assert page.locator("#tie-table tbody tr").count() == 13
        page.fill("#search", "suedSTADT")
        assert page.inner_text("#found") == "1 Treffer"
        assert page.inner_text("#matches") == "Südstadt (Sozialraum, Lebenswelt)"
        page.uncheck("text=Lebenswelt (4)")
        assert page.inner_text("#shown") == "7 von 12 gezeigt; 5 durch Filter ausgeblendet"
        assert page.locator("#node-table tbody tr").count() == 7
        page.fill("#search", "Jugendamt")
        page.click("#matches button")
        assert page.locator("#neighbours li").count() == 6
        assert visit.faults() == []


def test_physics_is_off_until_the_button_starts_it(browser: Browser, tmp_path: Path) -> None:
    with visiting(browser) as visit:
        _open(visit, tmp_path, town("small"))
        page = visit.page
        assert page.evaluate("network.physics.physicsEnabled") is False
        before = page.evaluate("network.getPositions()")
        page.click("#in")
        page.click("#fit")
        assert page.evaluate("network.getPositions()") == before
        page.click("#physics")
        assert page.get_attribute("#physics", "aria-pressed") == "true"
        page.wait_for_function("b => JSON.stringify(network.getPositions()) !== JSON.stringify(b)", arg=before)
        page.click("#physics")
        assert page.evaluate("network.physics.physicsEnabled") is False
        assert visit.faults() == []
