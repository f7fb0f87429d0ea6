"""The same data answer with the same bytes, whichever server holds them."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.store.address import Address
from tests.api import town
from tests.api.conftest import BASE, TOKEN, town_at

ALL = "visibility=confidential&persons=true"
ROUTES = [
    "/api/v1/health",
    "/api/v1/nodes",
    f"/api/v1/nodes?{ALL}",
    *(f"/api/v1/nodes/{quote(id, safe='')}/neighbours?depth=2&{ALL}" for id in (town.SOUTH, town.COUNCIL)),
    *(f"/api/v1/search?q={quote(q)}&{ALL}" for q in ("stadt", "aelteste", "STRASSE", "jugend")),
    *(f"/api/v1/questions/{name}" for name in QUESTIONS),
    *(f"/api/v1/questions/{name}?{ALL}" for name in QUESTIONS),
    "/api/v1/checks",
    f"/api/v1/checks?{ALL}",
    "/",
    f"/?lang=en&{ALL}",
]
QUERIES = (
    "MATCH (a:Department)-[t:ACTIVE_IN|PART_OF]->(b:Record) RETURN type(t) AS tie, count(*) AS n ORDER BY n DESC, tie",
    "MATCH (n:Sozialraum) RETURN n, n.population / 2 AS half",
)


def _said(address: Address, settings: ApiSettings) -> dict[str, bytes]:
    """Give everything that the service says about the town, by route and query."""
    with town_at(address) as store:
        client = TestClient(create_app(store, settings), BASE, headers={"Authorization": f"Bearer {TOKEN}"})
        said = {route: client.get(route) for route in ROUTES}
        said |= {query: client.post("/api/v1/cypher", json={"query": query}) for query in QUERIES}
    assert {answer.status_code for answer in said.values()} == {200}
    return {asked: answer.content for asked, answer in said.items()}


@pytest.mark.xdist_group("neo4j")
def test_both_stores_give_the_same_bytes(
    settings: ApiSettings, embedded_address: Address, neo4j_address: Address
) -> None:
    embedded, server = _said(embedded_address, settings), _said(neo4j_address, settings)
    assert [asked for asked in embedded if embedded[asked] != server[asked]] == []
