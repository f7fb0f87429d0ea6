"""The view of the network without a browser: what is chosen, measured, coloured and drawn; hostile names as text."""

import json
import re
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import NO_LEVEL, Network
from schema.nodes import NODES, Organisation
from schema.ties import CooperatesWith
from tests.viz.towns import NAMES, SOURCE, huge_kreis, tie, town
from viz.explorer.actor_answers import appearances
from viz.explorer.actor_history import altered
from viz.explorer.actor_page import actor_page
from viz.explorer.choosing import choose
from viz.explorer.cypher_graph import found_network
from viz.explorer.measured import between, lift, ties
from viz.explorer.page import network_view
from viz.explorer.picture import MOST_DRAWN, network_svg
from viz.explorer.times import span
from viz.explorer.view import Colour, Size, Storey, ViewScope
from viz.network_layout import positions

VIEWS = (
    ViewScope(),
    ViewScope(colour=Colour.GROUP, size=Size.BETWEENNESS, q="a", level=tuple(Storey), depth=3),
    ViewScope(colour=Colour.LEVEL, size=Size.LIFT, type=("Organisation", "Sozialraum"), rows=1),
)


class Reader(HTMLParser):
    """Reads a page as a browser would: its text, and the elements that could run or load anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: dict[str, int] = {}
        self.dangerous: list[str] = []
        self._table = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if any(name.startswith("on") or name in ("srcdoc", "style") for name in given):
            self.dangerous.append(str(attributes))
        if given.get("href", "").strip().lower().startswith("javascript:"):
            self.dangerous.append(given["href"])
        if (
            tag == "script"
            and not given.get("src", "").startswith("/static/")
            and given.get("type") != "application/json"
        ):
            self.dangerous.append(str(attributes))
        self._table = given.get("id", self._table) if tag == "table" else self._table
        if tag == "tr":
            self.rows[self._table] = self.rows.get(self._table, -1) + 1


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    read: dict[str, Any] = json.loads(found.group(1))
    return read


@pytest.mark.parametrize("view", VIEWS, ids=["plain", "group", "level"])
@pytest.mark.parametrize("name", NAMES)
def test_page_and_picture_stand_for_every_town_and_nothing_in_them_can_run(name: str, view: ViewScope) -> None:
    network = town(name)
    chosen, where = choose(network, view), positions(network)
    page = network_view(chosen, where, times=span(network))
    read = Reader(page)
    assert read.dangerous == []
    assert read.rows["node-table"] == min(int(chosen.shown.sum()), view.rows)
    assert read.rows["tie-table"] == min(len(chosen.joined), view.rows)
    data = data_of(page)
    assert data["names"] == [network.name(i) for i in range(network.n)]
    assert len(data["ties"]) == 4 * network.m
    picture = network_svg(chosen, where, "de")
    assert picture == network_svg(choose(network, view), positions(network), "de")
    drawn = [each for each in ElementTree.fromstring(picture).iter() if (each.get("class") or "").startswith("node")]
    titled = [each for each in drawn if len(each)]
    assert len(titled) == min(int(chosen.shown.sum()), MOST_DRAWN)


@pytest.mark.parametrize("name", ["small", "landkreis", "emden"])
def test_the_filter_leaves_what_its_types_and_levels_say(name: str) -> None:
    network = town(name)
    plain = choose(network, ViewScope())
    assert plain.shown.tolist() == (network.level != NO_LEVEL).tolist()
    assert plain.hidden == int((network.level == NO_LEVEL).sum())
    for storey, code in ((Storey.POLITICS, 0), (Storey.LIFEWORLD, 2), (Storey.NONE, NO_LEVEL)):
        chosen = choose(network, ViewScope(level=(storey,), type=("Committee", "Document")))
        wanted = {
            i
            for i in range(network.n)
            if network.level[i] == code and NODES[network.node_type[i]].__name__ in ("Committee", "Document")
        }
        assert set(np.flatnonzero(chosen.shown).tolist()) == wanted


def test_measures_are_those_of_networkx() -> None:
    network = town("landkreis")
    graph = nx.Graph(network.to_networkx())
    expected = nx.betweenness_centrality(graph)
    assert between(network) == pytest.approx([100 * expected[id] for id in network.ids], abs=1e-3)
    degree = dict(network.to_networkx().degree())
    assert ties(network).tolist() == [degree[id] for id in network.ids]
    pairs = zip(network.level[network.start], network.level[network.end], strict=True)
    crossing = sum(a >= 0 and b >= 0 and a != b for a, b in pairs)
    assert lift(network).sum() == 2 * crossing


@pytest.mark.parametrize("name", ["small", "landkreis"])
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_neighbourhood_is_what_is_within_so_many_steps(name: str, depth: int) -> None:
    network = town(name)
    graph = nx.Graph(network.to_networkx())
    for id in network.ids[:: max(1, network.n // 5)]:
        chosen = choose(network, ViewScope(select=id, depth=depth, only=True, level=tuple(Storey)))
        expected = set(nx.single_source_shortest_path_length(graph, id, cutoff=depth))
        assert {network.ids[i] for i in np.flatnonzero(chosen.shown)} == expected


def test_of_too_many_those_that_measure_most_are_shown_and_the_page_says_so() -> None:
    network = Network.of(huge_kreis(10_400, 12_000))
    chosen = choose(network, ViewScope())
    assert chosen.shown.sum() == 10_000
    assert chosen.degree[chosen.shown].min() >= chosen.degree[~chosen.shown].max()
    page = network_view(chosen, positions(network))
    assert f"10000 von {network.n} gezeigt: die mit dem höchsten Wert bei „Zahl der Verbindungen“" in page
    data = data_of(page)
    assert len(data["ids"]) == 10_000
    assert data["page"]["complete"] is False
    assert max(max(data["ties"][0::4]), max(data["ties"][1::4])) < 10_000
    lonely = network.ids[int(np.flatnonzero(~chosen.shown)[0])]
    near = choose(network, ViewScope(select=lonely))
    assert near.shown[near.near].all()
    assert near.shown.sum() == 10_000
    assert data_of(network_view(near, positions(network)))["ids"].count(lonely) == 1


@settings(max_examples=30, deadline=None)
@given(
    n=st.integers(0, 30),
    pairs=st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=60),
    most=st.integers(1, 30),
)
def test_whatever_the_network_at_most_so_many_are_shown_and_none_measures_more_than_the_rest(
    n: int, pairs: list[tuple[int, int]], most: int
) -> None:
    nodes = [Organisation(id=f"o{i:02}", name=f"o{i}", source=SOURCE) for i in range(n)]
    joined = {(a, b) for a, b in pairs if a < b < n}
    network = Network.of([*nodes, *(tie(CooperatesWith, nodes[a], nodes[b]) for a, b in sorted(joined))])
    chosen = choose(network, ViewScope(), most)
    assert chosen.shown.sum() == min(n, most)
    assert chosen.cut == max(0, n - most)
    if chosen.cut:
        assert chosen.size[chosen.shown].min() >= chosen.size[~chosen.shown].max()
    assert chosen.order.tolist() == sorted(chosen.order.tolist(), key=lambda i: (-chosen.degree[i], i))


@pytest.mark.parametrize("name", ["small", "hostile", "landkreis"])
def test_every_node_has_a_page_in_which_nothing_can_run(name: str) -> None:
    network = town(name)
    ids = network.ids if network.n < 50 else network.ids[:: network.n // 12]
    for id in ids:
        page = actor_page(network, id, [], {}, ())
        assert Reader(page).dangerous == []
        i = network.index[id]
        degree = int(((network.start == i) | (network.end == i)).sum())
        assert sum(map(int, re.findall(r"<caption>.*? \((\d+)\)</caption>", page, re.DOTALL))) == degree


def test_an_actor_is_found_in_the_answers_that_name_it() -> None:
    network = town("small")
    found = {each.answer.question for each in appearances(lambda question: question.ask(network), "youth")}
    assert "multipliers" in found
    assert appearances(lambda question: question.ask(network), "paper") == []


def test_a_change_is_told_field_by_field() -> None:
    before = {"id": "a", "name": "Alt", "source": "x"}
    assert [said.en for said in altered("Organisation", None, before)] == ["added"]
    assert [said.de for said in altered("Organisation", before, None)] == ["entfernt"]
    after = {**before, "name": "Neu <b>", "external": False}
    assert [said.de for said in altered("Organisation", before, after)] == [
        "Name: Alt → Neu <b>",
        "außerhalb von Amt und Rat: – → nein",
    ]


def test_a_query_finds_records_at_any_depth() -> None:
    network = town("small")
    node = {"id": "youth", "type": "Department", "properties": {"name": "Jugendamt"}}
    other = {**node, "id": "club", "type": "Organisation"}
    joined = {
        "id": "COOPERATES_WITH|youth|club",
        "type": "COOPERATES_WITH",
        "start": "youth",
        "end": "club",
        "properties": {},
    }
    assert found_network(network, [(1, "x", None, {"a": [node]}), ([other],)]).ids == ("club", "youth")
    assert found_network(network, [(node, other)]).m == 1
    assert found_network(network, [(joined,)]).ids == ("club", "youth")
    assert found_network(network, [({"id": "gone", "type": "Department", "properties": {}},)]).n == 0
    assert found_network(network, [({"id": "a", "type": [], "properties": {}}, {"type": "Department"})]).n == 0
