"""Nodes by the page, by id and by what is around them; ids are web addresses with everything in them."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.api import town

NODES = "/api/v1/nodes"
PUBLIC_IDS = sorted(record.id for record in town.PUBLIC if hasattr(record, "name"))
AWKWARD = [town.TOWN, town.COUNCIL, town.BOARD, town.SOCIAL, town.SOUTH, town.CLUB]


def _at(id: str, then: str = "") -> str:
    return f"{NODES}/{quote(id, safe='')}{then}"


@pytest.mark.parametrize("id", AWKWARD)
def test_every_id_fits_into_an_address(client: TestClient, id: str) -> None:
    assert client.get(_at(id)).json()["id"] == id
    assert client.get(_at(id, "/neighbours")).json()["centre"] == id
    assert [node["id"] for node in client.get(NODES, params={"id": id}).json()["nodes"]] == [id]


def test_a_plain_web_address_may_stand_unencoded(client: TestClient) -> None:
    assert client.get(f"{NODES}/{town.YOUTH}").json()["id"] == town.YOUTH
    assert client.get(f"{NODES}/{town.YOUTH}/neighbours").json()["centre"] == town.YOUTH


def test_an_id_is_decoded_once(client: TestClient) -> None:
    assert client.get(_at(quote(town.SOUTH, safe=""))).status_code == 404


def test_an_id_that_is_no_utf8_is_named_as_the_field_that_does_not_fit(client: TestClient) -> None:
    answer = client.get(f"{NODES}/%FF%FE")
    assert (answer.status_code, answer.json()["fields"][0]["field"]) == (422, "id")


def test_a_node_comes_with_its_level_and_its_whole_record(client: TestClient) -> None:
    node = client.get(_at(town.COUNCIL)).json()
    assert {key: node[key] for key in ("id", "name", "type", "level")} == {
        "id": town.COUNCIL,
        "name": "Stadtrat",
        "type": "Committee",
        "level": "politics",
    }
    assert node["record"]["kind"] == "Rat"
    assert node["record"]["source"] == "erfunden"


def test_pages_join_to_the_whole(client: TestClient) -> None:
    seen: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = client.get(NODES, params={"limit": 2, **after}).json()
        assert len(page["nodes"]) <= 2
        assert page["total"] == len(PUBLIC_IDS)
        seen += [node["id"] for node in page["nodes"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert seen == PUBLIC_IDS


def test_nodes_are_listed_by_type(client: TestClient) -> None:
    page = client.get(NODES, params={"type": ["Department", "Kommune"]}).json()
    assert [node["id"] for node in page["nodes"]] == sorted([town.TOWN, town.YOUTH, town.SOCIAL])
    assert page["total"] == 3


def test_a_cursor_need_not_exist(client: TestClient) -> None:
    page = client.get(NODES, params={"after": "g"}).json()
    assert [node["id"] for node in page["nodes"]] == [id for id in PUBLIC_IDS if id > "g"]


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"type": "Nothing"}, "type.0"),
        ({"limit": "0"}, "limit"),
        ({"limit": "1001"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"as_of": "31.12.2024"}, "as_of"),
        ({"persons": "perhaps"}, "persons"),
        ({"visibility": "secret"}, "visibility"),
        ({"limt": "5"}, "limt"),
        ({"lang": "fr"}, "lang"),
    ],
)
def test_an_option_that_does_not_fit_is_refused_by_name(client: TestClient, params: dict[str, str], field: str) -> None:
    answer = client.get(NODES, params=params)
    assert answer.status_code == 422
    assert [item["field"] for item in answer.json()["fields"]] == [field]


def test_the_words_of_a_refusal_are_german_and_english(client: TestClient) -> None:
    for lang, words in (("de", "ist kleiner als 1"), ("en", "is less than 1")):
        answer = client.get(NODES, params={"limit": 0}, headers={"Accept-Language": lang})
        assert answer.json()["fields"] == [{"field": "limit", "message": words}]
        assert answer.headers["content-language"] == lang
        assert answer.headers["content-type"] == "application/problem+json"


def test_neighbours_come_with_the_ties_among_them(client: TestClient) -> None:
    around = client.get(_at(town.YOUTH, "/neighbours")).json()
    assert {node["id"] for node in around["nodes"]} == {
        town.YOUTH,
        town.TOWN,
        town.BOARD,
        "fp:jugend",
        town.SOUTH,
        town.CLUB,
    }
    assert {(tie["type"], tie["start"], tie["end"]) for tie in around["ties"]} == {
        ("PART_OF", town.YOUTH, town.TOWN),
        ("PART_OF", town.SOUTH, town.TOWN),
        ("REPORTS_TO", town.YOUTH, town.BOARD),
        ("RESPONSIBLE_FOR", town.YOUTH, "fp:jugend"),
        ("ACTIVE_IN", town.YOUTH, town.SOUTH),
        ("ACTIVE_IN", town.CLUB, town.SOUTH),
        ("COOPERATES_WITH", town.YOUTH, town.CLUB),
    }
    assert around["left_out"] == 0


def test_neighbours_within_two_steps_and_a_limit(client: TestClient) -> None:
    assert len(client.get(_at(town.CLUB, "/neighbours"), params={"depth": 1}).json()["nodes"]) == 3
    far = client.get(_at(town.CLUB, "/neighbours"), params={"depth": 2, "limit": 3}).json()
    assert len(far["nodes"]) == 4
    assert far["left_out"] == 3


def test_a_slice_by_kommune_is_cut_before_anything_is_listed(client: TestClient) -> None:
    assert client.get(NODES, params={"kommune": "Musterstadt"}).status_code == 200
    answer = client.get(NODES, params={"kommune": "Nirgendwo", "lang": "de"})
    assert answer.status_code == 404
    assert "Musterstadt" in answer.json()["hint"]
