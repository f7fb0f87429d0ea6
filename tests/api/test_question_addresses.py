"""The pages of the questions as the service hands them out: options, rights, problems, and the same as the API says.

Apart from the tests in a browser, for those put other data into this worker's one database.
"""

import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.headers import PAGE_POLICY
from graph.questions import QUESTIONS
from tests.api import town
from tests.api.links import assert_all_answer, links_of

BROWSER = {"Accept": "text/html"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_address_on_a_page_answers_and_the_evidence_is_that_of_the_api(client: TestClient, name: str) -> None:
    page = client.get(f"/questions/{name}?lang=de", headers=BROWSER).text
    links = links_of(page)
    assert f"/api/v1/questions/{name}" in links
    assert_all_answer(client, links)
    answer = client.get(f"/api/v1/questions/{name}").json()
    rows = [row for value in answer.values() if isinstance(value, list) for row in value if "evidence" in row]
    shown = re.findall(r'data-id="([^"]*)"', page)
    assert len(shown) == sum(len(row["evidence"]) for row in rows)
    assert all(f"/actors/{quote(id, safe='')}?lang=de" in links for row in rows for id in row["evidence"] if _node(id))


def _node(id: str) -> bool:
    return id in {record.id for record in town.RECORDS if hasattr(record, "name")}


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/questions/nothing?k=3", 404, "multipliers"),
        (f"/questions/{quote('<script>alert(1)</script>', safe='')}", 404, "multipliers"),
        ("/questions/multipliers?k=0", 422, "k"),
        ("/questions/multipliers?as_of=31.12.2024", 422, "as_of"),
        ("/questions/cooperation-gaps?k=3", 422, "k"),
        ("/questions/lift-links?kommune=nowhere", 404, "nowhere"),
        ("/questions?focus=x", 422, "focus"),
    ],
)
def test_what_goes_wrong_is_told_on_a_page(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"] == PAGE_POLICY
    assert told in answer.text
    assert "<script>alert" not in answer.text


def test_empty_fields_of_the_form_count_as_not_given(client: TestClient) -> None:
    path = "/questions/multipliers"
    empty = client.get(path, params=dict.fromkeys(("as_of", "kommune", "robust", "about", "k"), ""), headers=BROWSER)
    assert empty.status_code == 200
    assert empty.text == client.get(path, headers=BROWSER).text


@pytest.mark.parametrize("name", QUESTIONS)
def test_persons_and_what_is_hidden_need_the_right(client: TestClient, known: TestClient, name: str) -> None:
    path = f"/questions/{name}"
    for beyond in ({"persons": "true"}, {"visibility": "internal"}):
        assert client.get(path, params=beyond, headers=BROWSER).status_code == 401
        assert known.get(path, params=beyond, headers=BROWSER).status_code == 200
    offered = {
        who: set(re.findall(r'id="option-(\w+)"', who.get(path, headers=BROWSER).text)) for who in (client, known)
    }
    assert offered[known] - offered[client] == {"persons", "visibility"}
    assert offered[known] == set(QUESTIONS[name].scope.model_fields)
