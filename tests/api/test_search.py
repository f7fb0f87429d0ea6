"""Search by name: any part, any case, umlauts either way, and nothing that is hidden takes a place."""

import pytest
from starlette.testclient import TestClient

from tests.api import town

SEARCH = "/api/v1/search"


def _found(client: TestClient, **params: str | int | bool) -> list[str]:
    return [node["id"] for node in client.get(SEARCH, params=params).json()["nodes"]]


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ("stadtrat", [town.COUNCIL]),
        ("STADTR", [town.COUNCIL]),
        ("älteste", [town.CLUB]),
        ("aelteste", [town.CLUB]),
        ("STRASSE", [town.CLUB]),
        ("100 %", [town.SOUTH]),
        ("<script>", ["doc:1"]),
        ("gibt es nicht", []),
    ],
)
def test_parts_of_names_are_found(client: TestClient, q: str, ids: list[str]) -> None:
    assert _found(client, q=q) == ids


def test_search_within_types(client: TestClient) -> None:
    assert set(_found(client, q="jugend")) == {town.BOARD, town.YOUTH, "fp:jugend"}
    assert _found(client, q="jugend", type="Department") == [town.YOUTH]


def test_what_is_hidden_takes_no_ones_place(client: TestClient, known: TestClient) -> None:
    assert len(_found(known, q="südstadt", visibility="confidential")) == 2
    assert _found(client, q="südstadt", limit=1) == [town.SOUTH]


@pytest.mark.parametrize("q", ["", "x" * 201])
def test_what_cannot_be_searched_is_refused(client: TestClient, q: str) -> None:
    assert client.get(SEARCH, params={"q": q}).status_code == 422
