"""Scenarios and changes over HTTP: begun, filled, asked, compared, adopted, undone, discarded."""

from collections.abc import Iterator
from html import unescape
from urllib.parse import quote

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.questions.moved import UNCHANGED
from graph.store.store import Store
from schema.nodes import Department
from schema.record import Visibility
from tests.api.conftest import BASE, TOKEN
from tests.api.town import CLUB, COUNCIL, RECORDS

SCENARIOS, CHANGES = "/api/v1/scenarios", "/api/v1/changes"
UNIT = {"do": "add", "type": "Department", "fields": {"name": "Stabsstelle", "kind": "Stabsstelle"}}


@pytest.fixture
def writer(store: Store) -> Iterator[TestClient]:
    settings = ApiSettings(token=SecretStr(TOKEN), visibility=Visibility.CONFIDENTIAL, persons=True)
    with TestClient(create_app(store, settings), BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as made:
        yield made


def begun(writer: TestClient, name: str = "plan") -> None:
    assert writer.post(SCENARIOS, json={"name": name, "day": "2026-06-30"}).status_code == 200


def total(writer: TestClient, query: str = "") -> int:
    return int(writer.get(f"/api/v1/nodes?limit=1{query}").json()["total"])


def test_a_scenario_from_its_beginning_to_its_end(writer: TestClient, store: Store) -> None:
    before, version = total(writer), store.version()
    begun(writer)
    filled = writer.post(f"{SCENARIOS}/plan/edits", json={"edits": [UNIT]}).json()
    assert [(step["fate"]["en"], step["id"]) for step in filled["steps"]] == [("new", "department/stabsstelle")]
    assert (total(writer), total(writer, "&scenario=plan"), store.version()) == (before, before + 1, version)
    told = writer.get("/api/v1/questions/scenario?scenario=plan").json()
    assert (told["scenario"], len(told["steps"]), len(told["checks"])) == ("plan", 1, 10)
    beside = writer.get("/api/v1/scenario-comparison?scenarios=plan").json()
    assert (beside["scenarios"], {len(check["statuses"]) for check in beside["checks"]}) == (["plan"], {2})
    adopted = writer.post(f"{SCENARIOS}/plan/adoption").json()
    assert adopted["change"] == str(store.version())
    assert total(writer) == before + 1
    assert writer.post(f"{CHANGES}/{adopted['change']}/undo").json()["kind"] == "undo"
    assert total(writer) == before
    assert writer.delete(f"{SCENARIOS}/plan").status_code == 200
    assert writer.get(SCENARIOS).json() == {"scenarios": []}


def test_what_it_says_follows_each_edit(writer: TestClient) -> None:
    begun(writer)
    before = total(writer, "&scenario=plan")
    for n in (1, 2):
        writer.post(f"{SCENARIOS}/plan/edits", json={"edits": [UNIT]})
        assert total(writer, "&scenario=plan") == before + n
    writer.delete(f"{SCENARIOS}/plan/steps", params={"id": "department/stabsstelle-2"})
    assert total(writer, "&scenario=plan") == before + 1
    exported = [writer.get("/api/v1/export?format=json&scenario=plan") for _ in range(2)]
    assert len({one.headers.get("ETag") for one in exported}) == 2  # a scenario changes without a new data version
    assert "department/stabsstelle" in exported[0].text


def test_a_name_with_spaces_and_umlauts_is_found(writer: TestClient) -> None:
    begun(writer, "Größere Lösung 2")
    path = f"{SCENARIOS}/{quote('Größere Lösung 2')}"
    assert writer.get(path).json()["name"] == "Größere Lösung 2"
    assert writer.delete(path).status_code == 200


def test_a_check_proposes(writer: TestClient) -> None:
    begun(writer)
    answer = writer.post(f"{SCENARIOS}/plan/proposals/1")
    assert answer.status_code == 200, answer.text
    steps = answer.json()["steps"]
    assert steps
    status = writer.get("/api/v1/checks/1?scenario=plan&visibility=confidential&persons=true").json()
    (difference,) = status["differences"]
    assert (difference["before"], difference["after"]) == ("unknown", "met")
    assert writer.post(f"{SCENARIOS}/plan/proposals/1").status_code == 400


def test_the_data_are_edited_undone_and_done_again(writer: TestClient, store: Store) -> None:
    before = total(writer)
    made = writer.post(CHANGES, json={"why": "Neue Stabsstelle", "edits": [UNIT]}).json()
    assert (made["id"], made["tally"]["new"], made["why"]["de"]) == (str(store.version()), 1, "Neue Stabsstelle")
    same = {"do": "alter", "id": "department/stabsstelle", "fields": {"kind": "Stabsstelle"}}
    assert writer.post(CHANGES, json={"why": "Nochmal", "edits": [same]}).json()["id"] is None
    assert next(one["id"] for one in writer.get(CHANGES).json()["changes"]) == made["id"]
    writer.post(f"{CHANGES}/{made['id']}/undo")
    assert total(writer) == before
    writer.post(f"{CHANGES}/{made['id']}/redo")
    assert total(writer) == before + 1


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"{SCENARIOS}/plan/edits", {"edits": [{"do": "add", "type": "Amt", "fields": {}}]}, 422),
        (f"{SCENARIOS}/plan/edits", {"edits": [{"do": "remove", "id": "nirgends"}]}, 404),
        (f"{SCENARIOS}/plan/edits", {"edits": []}, 422),
        (f"{SCENARIOS}/plan/edits", {"edits": [{"do": "zaubern", "id": "x"}]}, 422),
        (f"{SCENARIOS}/keins/edits", {"edits": [UNIT]}, 404),
        (f"{SCENARIOS}/plan/adoption", None, 400),
        (SCENARIOS, {"name": "plan"}, 409),
        (SCENARIOS, {"name": "a/b"}, 422),
        (CHANGES, {"why": "x", "edits": [{"do": "end", "id": "nirgends", "on": "2026-01-01"}]}, 404),
        (f"{CHANGES}/999/undo", None, 404),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    writer: TestClient, store: Store, path: str, body: object, status: int
) -> None:
    begun(writer)
    version = store.version()
    answer = writer.post(path, json=body) if body is not None else writer.post(path)
    assert answer.status_code == status, answer.text
    assert (store.version(), writer.get(f"{SCENARIOS}/plan").json()["steps"]) == (version, [])


@pytest.mark.parametrize("query", ["/api/v1/nodes?scenario=plan", "/api/v1/checks?scenario=plan", SCENARIOS, CHANGES])
def test_a_plan_is_for_the_holder_of_the_token(writer: TestClient, store: Store, query: str) -> None:
    begun(writer)
    with TestClient(create_app(store, ApiSettings(token=SecretStr(TOKEN))), BASE) as stranger:
        assert stranger.get(query).status_code == 401
    assert writer.get(query).status_code == 200
    assert writer.get(query.replace("=plan", "=keins")).status_code == (404 if "plan" in query else 200)


def test_the_town_is_the_one_of_the_others(store: Store) -> None:
    assert store.network().n + store.network().m == len(list(RECORDS))


def test_a_scenario_of_a_day_is_compared_with_the_data_of_that_day(writer: TestClient, store: Store) -> None:
    agency = Department(id="isp", name="Stabsstelle Sozialplanung", agency=True, valid_from="2020-01-01", source="test")
    with store.change("the agency begins", "test") as change:
        change.put([agency])
    assert writer.post(SCENARIOS, json={"name": "early", "day": "1990-01-01"}).status_code == 200
    told = writer.get("/api/v1/checks?scenario=early").json()
    assert [one["sentence_before"] for one in told["differences"]] == [one["sentence"] for one in told["results"]]
    plain = writer.get("/api/v1/checks").json()
    assert [one["sentence"] for one in plain["results"]] != [one["sentence"] for one in told["results"]]


def test_the_page_of_each_question_tells_what_the_scenario_changes_in_its_answer(writer: TestClient) -> None:
    begun(writer)
    ties = [{"do": "add", "type": "COOPERATES_WITH", "fields": {"start": COUNCIL, "end": CLUB}}, UNIT]
    assert writer.post(f"{SCENARIOS}/plan/edits", json={"edits": ties}).status_code == 200
    told = writer.get("/api/v1/questions/scenario?scenario=plan").json()["moved"]
    touched = {row["question"]["de"] for row in told}
    assert QUESTIONS["lift-links"].title.de in touched
    for name, question in QUESTIONS.items():
        page = unescape(
            writer.get(f"/questions/{name}?scenario=plan&robust=false&lang=de", headers={"Accept": "text/html"}).text
        )
        findings = [row["finding"]["de"] for row in told if row["question"]["de"] == question.title.de]
        assert [finding for finding in findings if finding not in page] == []
        assert ("Was das Szenario an dieser Antwort ändert" in page) == bool(findings)
        assert (UNCHANGED.de in page) == (not findings and name != "scenario")
        assert UNCHANGED.de not in writer.get(f"/questions/{name}?lang=de", headers={"Accept": "text/html"}).text
