"""The pages of the network, of one actor and of own queries: rights, options, refusals, what they say; in-process."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.store import Store
from schema.record import Visibility
from tests.api import town
from tests.api.conftest import BASE, TOKEN

PUBLIC_NODES = 9
"""Nodes of the town that everybody may see; two of them, the paper and the planning, stand on no level."""


@pytest.fixture
def all_rights(town_store: Store) -> Iterator[TestClient]:
    """The holder of the token of a service that hands out everything."""
    settings = ApiSettings(token=SecretStr(TOKEN), visibility=Visibility.CONFIDENTIAL, persons=True)
    with TestClient(create_app(town_store, settings), BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as made:
        yield made


def data_of(page: str) -> dict[str, Any]:
    """Read the data that came with a page."""
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    read: dict[str, Any] = json.loads(found.group(1))
    return read


def segment(id: str) -> str:
    return quote(id, safe="")


def test_the_network_holds_what_the_reader_may_see_and_nothing_else(client: TestClient) -> None:
    page = client.get("/network?lang=de")
    assert page.status_code == 200
    assert set(data_of(page.text)["ids"]) == {record.id for record in town.PUBLIC[:PUBLIC_NODES]}
    assert "7 von 9 gezeigt; 2 durch Filter ausgeblendet" in page.text
    for word in (*town.HIDDEN, *town.NAMED):
        assert word not in page.text


def test_the_whole_view_stands_in_the_address(client: TestClient) -> None:
    asked = (
        f"lang=en&select={segment(town.YOUTH)}&depth=2&only=true&type=Department&type=Committee&colour=level&size=lift"
    )
    page = client.get(f"/network?{asked}&x=1.5&y=-2&zoom=0.7&q=jugend&as_of=2024-05-01").text
    data = data_of(page)
    assert data["ids"][data["page"]["selected"]] == town.YOUTH
    assert data["place"] == {"x": 1.5, "y": -2.0, "zoom": 0.7}
    assert '<option value="lift" selected>' in page
    assert '<option value="level" selected>' in page
    assert 'value="2024-05-01"' in page
    assert re.search(r'name="type" value="Sozialraum">', page)
    assert re.search(r'name="type" value="Committee" checked>', page)
    german = re.search(r'href="(/network\?[^"]*lang=de[^"]*)" hreflang="de"', page)
    assert german is not None
    again = data_of(client.get(unescape(german.group(1))).text)
    assert {**again, "words": 0} == {
        **data_of(
            client.get(f"/network?{asked.replace('en', 'de', 1)}&x=1.5&y=-2&zoom=0.7&q=jugend&as_of=2024-05-01").text
        ),
        "words": 0,
    }


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("persons=true", 401),
        ("visibility=internal", 401),
        ("scenario=plan", 401),
        ("nonsense=1", 422),
        ("type=Mars", 422),
        ("level=cellar", 422),
        ("depth=4", 422),
        ("zoom=0", 422),
        ("x=inf", 422),
        ("rows=0", 422),
        ("as_of=1.1.2024", 422),
        ("select=nobody", 200),
        ("q=&select=&as_of=&x=&zoom=", 200),
    ],
)
def test_what_does_not_fit_is_refused_and_what_is_empty_is_not_there(
    client: TestClient, query: str, status: int
) -> None:
    for path in ("/network", "/network.svg"):
        assert client.get(f"{path}?{query}").status_code == status


def test_positions_stay_when_day_and_filter_change(client: TestClient) -> None:
    def places(query: str) -> dict[str, tuple[float, float]]:
        data = data_of(client.get(f"/network?{query}").text)
        return dict(zip(data["ids"], zip(data["x"], data["y"], strict=True), strict=True))

    whole = places("")
    assert len(set(whole.values())) == PUBLIC_NODES
    for query in (
        "as_of=2024-01-01",
        "type=Department",
        f"select={segment(town.SOUTH)}&only=true",
        "kommune=Musterstadt",
    ):
        found = places(query)
        assert found
        assert found == {id: whole[id] for id in found}


def test_the_network_is_handed_out_as_files(client: TestClient) -> None:
    svg = client.get("/network.svg?lang=en")
    root = ElementTree.fromstring(svg.text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert client.get("/network.svg?lang=en").content == svg.content
    assert "Jugendamt" in svg.text
    assert client.get("/network.png").content.startswith(b"\x89PNG")
    file = client.get("/network.html?type=Department")
    assert 'filename="fahrstuhl-network.html"' in file.headers["content-disposition"]
    assert [node["name"] for node in data_of(file.text)["nodes"]] == ["Sozialamt", "Jugendamt"]
    assert client.get("/network.gif").status_code in (404, 422)


def test_the_page_of_an_actor_tells_record_ties_answers_and_neighbourhood(client: TestClient) -> None:
    page = client.get(f"/actors/{segment(town.YOUTH)}?lang=de")
    assert page.status_code == 200
    text = page.text
    assert "<h1><bdi>Jugendamt</bdi></h1>" in text
    assert "Amt</bdi> (Verwaltungseinheit), Verwaltung" in text
    assert "<dt>Nummer</dt><dd><bdi>51</bdi></dd>" in text
    assert "<dt>Quelle</dt><dd><bdi>erfunden</bdi></dd>" in text
    ties = re.findall(r'data-verb="(\w+)"', text)
    assert sorted(ties) == ["ACTIVE_IN", "COOPERATES_WITH", "PART_OF", "REPORTS_TO", "RESPONSIBLE_FOR"]
    assert "Stärke (1–5): <bdi>4</bdi>" in text
    assert f'href="/actors/{segment(town.CLUB)}?lang=de"' in text
    assert 'class="levels' in text
    assert 'href="/questions/multipliers?lang=de"' in text
    assert "Den Verlauf sieht" in text
    assert not any(word in text for word in (*town.HIDDEN, *town.NAMED))


def test_who_may_not_be_seen_has_no_page(client: TestClient, known: TestClient, all_rights: TestClient) -> None:
    for id in (town.SHELTER, town.OFFICE, town.LEADER, "nobody", "\u202e<script>"):
        assert client.get(f"/actors/{segment(id)}").status_code == 404
    assert client.get(f"/actors/{segment(town.LEADER)}?persons=true").status_code == 401
    assert known.get(f"/actors/{segment(town.LEADER)}").status_code == 404
    seen = all_rights.get(f"/actors/{segment(town.LEADER)}?persons=true&lang=en")
    assert "<h1><bdi>Erika Mustermann</bdi></h1>" in seen.text
    assert client.get(f"/actors/{segment(town.YOUTH)}?nonsense=1").status_code == 422
    assert "/edit/record?" in seen.text
    assert "/edit/record?" not in client.get(f"/actors/{segment(town.YOUTH)}").text


def test_the_history_is_for_who_may_see_everything(all_rights: TestClient, known: TestClient) -> None:
    address = f"/actors/{segment(town.YOUTH)}?lang=en"
    page = all_rights.get(address).text
    assert re.search(r'id="changes".*the town.*added', page, re.DOTALL)
    allowed = known.get(address).text
    assert ("the town" in allowed) == (ApiSettings(token=SecretStr(TOKEN)).visibility is Visibility.CONFIDENTIAL)


def test_a_matter_has_a_page_without_a_picture(client: TestClient) -> None:
    page = client.get(f"/actors/{segment('doc:1')}?lang=en").text
    assert "Rahmenkonzept &lt;script&gt;" in page
    assert "<svg" not in page
    assert 'data-verb="CONSULTED_IN"' in page


def test_the_console_shows_to_everybody_and_runs_for_who_may_see_everything(
    client: TestClient, known: TestClient, all_rights: TestClient
) -> None:
    shut = client.get("/cypher?lang=de")
    assert shut.status_code == 200
    assert "disabled" in shut.text
    assert 'href="/sign-in?' in shut.text
    sent = {"query": "MATCH (n:Record) RETURN count(n) AS nodes"}
    assert client.post("/cypher", data=sent).status_code == 401
    if not known.post("/api/v1/cypher", json=sent).is_success:
        refused = known.post("/cypher?lang=de", data=sent)
        assert refused.status_code == 403
        assert "nicht freigegeben" in refused.text
    done = all_rights.post("/cypher?lang=en", data=sent)
    assert done.status_code == 200
    assert "<bdi>nodes</bdi>" in done.text
    assert f"<bdi>{sum(not hasattr(record, 'start') for record in town.RECORDS)}</bdi>" in done.text
    assert 'id="net"' not in done.text


def test_records_come_back_as_table_and_as_network(all_rights: TestClient) -> None:
    query = "MATCH (d:Department)-[r:ACTIVE_IN]->(w:Sozialraum) RETURN d, r, w ORDER BY d.id"
    page = all_rights.post("/cypher?lang=de", data={"query": query}).text
    data = data_of(page)
    assert set(data["ids"]) == {town.YOUTH, town.SOCIAL, town.SOUTH}
    assert len(data["ties"]) == 2 * 4
    assert f'href="/actors/{segment(town.SOUTH)}?' in page
    assert "aktiv in" in page
    nodes = "MATCH (n:Department|Committee) RETURN n.name AS name, n AS node ORDER BY name LIMIT 2"
    cut = all_rights.post("/cypher?lang=en", data={"query": nodes, "limit": "1"}).text
    assert "There are more; the limit of 1 rows is reached." in cut


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"query": ""}, 422, "query"),
        ({"query": "RETURN 1 AS one", "limit": "0"}, 422, "limit"),
        ({"query": "RETURN 1 AS one", "timeout": "soon"}, 422, "timeout"),
        ({"query": "RETURN $a AS a", "params": "{oops"}, 422, "JSON"),
        ({"query": "RETURN $a AS a", "params": "[1]"}, 422, "JSON"),
        ({"query": "RETURN $a AS a", "params": "[" * 19_000}, 422, "JSON"),
        ({"query": "CREATE (n:Record {id: 'x'}) RETURN n"}, None, "CREATE"),
        ({"query": "MATCH <script>alert(1)</script>"}, None, "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ],
)
def test_what_is_refused_is_said_above_the_form_and_the_query_stays(
    all_rights: TestClient, fields: dict[str, str], status: int | None, told: str
) -> None:
    answer = all_rights.post("/cypher?lang=de", data=fields)
    assert answer.status_code == status if status else 400 <= answer.status_code < 500
    assert 'role="alert"' in answer.text
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_each_example_of_the_console_runs(all_rights: TestClient) -> None:
    page = all_rights.get("/cypher?lang=en").text
    addresses = [unescape(href) for href in re.findall(r'<li><a href="(/cypher\?[^"]*query=[^"]*)"', page)]
    assert len(addresses) >= 6
    for address in addresses:
        form = all_rights.get(address).text
        fields = {
            name: unescape(re.search(rf'<textarea id="{name}"[^>]*>\n(.*?)</textarea>', form, re.DOTALL).group(1))  # type: ignore[union-attr]
            for name in ("query", "params")
        }
        done = all_rights.post("/cypher?lang=en", data=fields)
        assert done.status_code == 200, fields
