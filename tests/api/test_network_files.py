"""The network as a file from the service: which canvas draws in it, what of the view it carries, what is refused."""

import re
from html import unescape

from starlette.testclient import TestClient

from tests.api import town
from tests.api.test_explorer_pages import data_of, segment


def test_the_canvas_is_chosen_by_an_option_and_the_page_leads_to_both(client: TestClient) -> None:
    asked = f"lang=de&type=Department&select={segment(town.YOUTH)}&colour=level"
    page = client.get(f"/network?{asked}").text
    links = [unescape(href) for href in re.findall(r'href="(/network\.html[^"]*)"', page)]
    assert [client.get(href).status_code for href in links] == [200, 200]
    vis, own = (client.get(href) for href in links)
    assert vis.content == client.get(f"/network.html?{asked}&canvas=vis").content
    assert own.content == client.get(f"/network.html?{asked}&canvas=own").content
    assert own.headers["content-disposition"] == 'attachment; filename="fahrstuhl-network.html"'
    data = data_of(own.text)
    assert sorted(data["names"]) == sorted(node["name"] for node in data_of(vis.text)["nodes"])
    assert data["names"][data["page"]["selected"]] == "Jugendamt"
    for word in (*town.HIDDEN, *town.NAMED):
        assert word not in own.text


def test_positions_in_the_file_are_those_of_the_page(client: TestClient) -> None:
    page, file = (data_of(client.get(path).text) for path in ("/network", "/network.html?canvas=own&level=politics"))
    where = {name: place for name, *place in zip(page["names"], page["x"], page["y"], strict=True)}
    assert file["names"]
    for name, *place in zip(file["names"], file["x"], file["y"], strict=True):
        assert where[name] == place


def test_an_unknown_canvas_is_refused(client: TestClient) -> None:
    assert client.get("/network.html?canvas=sand").status_code == 422
    assert client.get("/network?canvas=own").status_code == 422
