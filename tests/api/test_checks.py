"""The checks over HTTP and as pages: the same as the function says, rights, problems, accessible pages."""

import re

import pytest
from starlette.testclient import TestClient

from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS, Status
from graph.store.store import Store
from tests.api import town
from tests.api.links import assert_all_answer, links_of

BROWSER = {"Accept": "text/html"}
PATHS = ("/checks", *(f"/checks/{number}" for number in CHECKS))


def test_the_route_gives_what_the_function_says(client: TestClient, town_store: Store) -> None:
    network = town_store.network()
    told = client.get("/api/v1/checks").json()["results"]
    assert told == [check.run(network, Scope()).model_dump(mode="json") for check in CHECKS.values()]
    for number in CHECKS:
        alone = client.get(f"/api/v1/checks/{number}").json()
        assert alone == {"results": [told[number - 1]], "compared_with": None, "differences": []}


def test_a_comparison_tells_the_difference_to_the_other_day(client: TestClient) -> None:
    told = client.get("/api/v1/checks?as_of=2026-01-01&against=2001-01-01").json()
    then = client.get("/api/v1/checks?as_of=2001-01-01").json()["results"]
    assert [one["before"] for one in told["differences"]] == [result["status"] for result in then]
    assert [one["after"] for one in told["differences"]] == [result["status"] for result in told["results"]]


@pytest.mark.parametrize("path", PATHS)
def test_every_address_on_a_page_answers(client: TestClient, path: str) -> None:
    page = client.get(f"{path}?lang=de", headers=BROWSER).text
    links = links_of(page)
    assert f"/api/v1{path}" in links
    assert_all_answer(client, links)


def test_a_page_of_one_kommune_says_so_and_leads_on(client: TestClient) -> None:
    for path in PATHS:
        page = client.get(
            path, params={"lang": "de", "kommune": town.TOWN, "as_of": "2024-06-30"}, headers=BROWSER
        ).text
        links = links_of(page)
        assert_all_answer(client, links)
        assert "Kommune: " in page
        assert "Stichtag: 2024-06-30" in page


def test_the_list_says_each_status_by_sign_and_word(client: TestClient) -> None:
    page = client.get("/checks?lang=de", headers=BROWSER).text
    shown = re.findall(r'data-status="([^"]+)"><span aria-hidden="true">(.)</span> ([^<]+)<', page)
    results = client.get("/api/v1/checks").json()["results"]
    assert [status for status, _, _ in shown] == [result["status"] for result in results]
    assert all((SYMBOLS[Status(s)], STATUS_LABELS[Status(s)].de) == (sign, word) for s, sign, word in shown)


def test_a_page_names_the_witnesses_of_the_api(client: TestClient) -> None:
    for number in CHECKS:
        page = client.get(f"/checks/{number}?lang=de", headers=BROWSER).text
        result = client.get(f"/api/v1/checks/{number}").json()["results"][0]
        assert len(re.findall(r"data-id=", page)) == len(result["witnesses_for"]) + len(result["witnesses_against"])
        assert result["title"]["de"] in page


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/checks/11", 404, "10"),
        ("/checks/nothing", 422, "number"),
        ("/checks?as_of=31.12.2024", 422, "as_of"),
        ("/checks?against_kommune=nowhere", 404, "nowhere"),
        ("/checks?k=3", 422, "k"),
    ],
)
def test_what_goes_wrong_is_told(client: TestClient, path: str, status: int, told: str) -> None:
    for where in (path, f"/api/v1{path}"):
        answer = client.get(where, headers=BROWSER)
        assert answer.status_code == status
        assert told in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_persons_and_what_is_hidden_need_the_right(client: TestClient, known: TestClient, path: str) -> None:
    for beyond in ({"persons": "true"}, {"visibility": "internal"}):
        for where in (path, f"/api/v1{path}"):
            assert client.get(where, params=beyond, headers=BROWSER).status_code == 401
            assert known.get(where, params=beyond, headers=BROWSER).status_code == 200
    text = client.get(path, headers=BROWSER).text + client.get(f"/api/v1{path}").text
    assert not any(word in text for word in (*town.HIDDEN, *town.NAMED))


def test_empty_fields_of_the_form_count_as_not_given(client: TestClient) -> None:
    empty = client.get("/checks", params=dict.fromkeys(("as_of", "kommune", "against"), ""), headers=BROWSER)
    assert empty.text == client.get("/checks", headers=BROWSER).text
