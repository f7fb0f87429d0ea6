"""The network in which a scenario is tried: page, picture, table and both files mark what is new, name what goes."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from graph.network import Network
from graph.questions.scope import Scope
from schema.record import Visibility
from tests.browser import visiting
from tests.viz.test_levels_scenario import stepped
from tests.viz.towns import town
from viz.explorer.choosing import choose
from viz.explorer.file import network_file
from viz.explorer.page import network_view
from viz.explorer.picture import network_svg
from viz.explorer.view import ViewScope
from viz.network_export import Canvas, network_page
from viz.network_layout import positions

GONE = "Mit dem Szenario fallen weg: Alter Beirat; 1 Verbindung"
PURPLE = "106,27,154"
HUES = """() => {
  const canvas = document.querySelector("canvas"), copy = new OffscreenCanvas(canvas.width, canvas.height);
  const paper = copy.getContext("2d", {willReadFrequently: true});
  paper.drawImage(canvas, 0, 0);
  const {data} = paper.getImageData(0, 0, canvas.width, canvas.height);
  let n = 0;
  for (let i = 0; i < data.length; i += 4) n += data.slice(i, i + 3).join() === "%s";
  return n;
}"""


def _part() -> Network:
    return Scope(visibility=Visibility.CONFIDENTIAL).cut(stepped())


def _made(network: Network) -> dict[str, str]:
    chosen, where = choose(network, ViewScope()), positions(network)
    return {
        "page": network_view(chosen, where),
        Canvas.OWN: network_file(chosen, where),
        Canvas.VIS: network_page(network),
        "svg": network_svg(chosen, where, "de"),
    }


def _data(page: str) -> dict[str, Any]:
    island = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert island is not None
    found: dict[str, Any] = json.loads(island.group(1))
    return found


def test_what_is_new_is_marked_and_what_goes_is_named_everywhere() -> None:
    made = _made(_part())
    for name, text in made.items():
        assert GONE in text, name
        assert "neue Verbindungen" in text, name
        assert "Geheim" not in text, name
    for name in ("page", Canvas.OWN):
        data = _data(made[name])
        assert [data["names"][i] for i in data["added"]["nodes"]] == ["Stabsstelle"]
        ends = {(data["ties"][4 * t], data["ties"][4 * t + 1]) for t in data["added"]["ties"]}
        assert {tuple(data["names"][i] for i in pair) for pair in ends} == {
            ("Stabsstelle", "Musterstadt"),
            ("Stabsstelle", "Rat der Stadt"),
        }
        rows = re.findall(r"<tr role=\"row\">.*?</tr>", made[name], re.DOTALL)
        assert len([row for row in rows if "neu im Szenario" in row]) == 3  # the unit and its two ties
    vis = _data(made[Canvas.VIS])
    assert [node["name"] for node in vis["nodes"] if "new" in node] == ["Stabsstelle"]
    assert len([edge for edge in vis["edges"] if "new" in edge]) == 2
    drawn = list(ElementTree.fromstring(made["svg"]).iter())
    assert len([each for each in drawn if each.get("class") == "ring"]) == 2  # the unit, and the legend
    assert len([each for each in drawn if each.get("class") == "tie added"]) == 2  # the ties, and the legend


def test_without_a_scenario_nothing_is_marked_and_the_legend_says_nothing_of_it() -> None:
    for name, text in _made(town("small")).items():
        shown = re.sub(r"<script.*?</script>|<style.*?</style>", "", text, flags=re.DOTALL)
        assert "im Szenario" not in shown, name
        assert "neue Verbindungen" not in shown, name
        assert 'class="ring"' not in shown, name


def test_what_a_filter_hides_is_not_said_to_go() -> None:
    network = _part()
    chosen = choose(network, ViewScope(type=("Committee",)))
    only = chosen.only_shown()
    assert network_file(chosen, positions(network)).count(GONE) == 1
    page = network_page(only.network, trial=chosen.trial)
    assert GONE in page
    assert [node["name"] for node in _data(page)["nodes"]] == ["Rat der Stadt"]


@pytest.mark.parametrize("canvas", Canvas)
def test_the_files_draw_the_signs(browser: Browser, tmp_path: Path, canvas: Canvas) -> None:
    path = tmp_path / "network.html"
    path.write_text(_made(_part())[canvas], encoding="utf-8")
    with visiting(browser) as visit:
        page = visit.page
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        assert page.evaluate(HUES % PURPLE) > 300
        assert visit.axe() == []
        rows = "#node-table tbody tr:has-text('neu im Szenario'), #tie-table tbody tr:has-text('neu im Szenario')"
        assert page.locator(rows).count() == 3
        page.uncheck("#levels label:has-text('Verwaltung') input")
        assert page.evaluate(HUES % PURPLE) == 0
        assert page.locator(rows).count() == 0
        page.check("#levels label:has-text('Verwaltung') input")
        assert page.locator(rows).count() == 3
        assert visit.faults() == []
