"""The service over a store that changes, and over one that is away."""

from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.store import Store
from schema.nodes import Department
from tests.api.conftest import BASE, town_at


def test_a_change_is_seen_by_the_next_reader(embedded_address: Address, settings: ApiSettings) -> None:
    with town_at(embedded_address) as store:
        client = TestClient(create_app(store, settings), BASE)
        before = client.get("/api/v1/nodes").json()
        with store.change("one more", "test") as changes:
            changes.put([Department(id="new", name="Neues Amt", source="test")])
        after = client.get("/api/v1/nodes").json()
        assert after["total"] == before["total"] + 1
        assert after["data_version"] == before["data_version"] + 1
        assert client.get("/api/v1/nodes/new").json()["name"] == "Neues Amt"


def test_a_store_that_is_away_is_a_503_that_says_when_to_come_back(settings: ApiSettings) -> None:
    nobody = Address("bolt://127.0.0.1:1", "reader", "x", "reader", "x", None)
    with Store(Connection(nobody)) as store:
        client = TestClient(create_app(store, settings), BASE)
        for path in ("/api/v1/health", "/api/v1/nodes", "/api/v1/search?q=a"):
            answer = client.get(path)
            assert (answer.status_code, answer.json()["type"]) == (503, "/api#store-unreachable")
            assert int(answer.headers["retry-after"]) > 0
        page = client.get("/", headers={"Accept": "text/html"})
        assert page.status_code == 503
        assert "Speicher nicht erreichbar" in page.text
        assert client.get("/api/v1/schema").status_code == 200
