"""Health, schema, questions and Cypher over HTTP, and that the OpenAPI document is whole."""

from importlib.metadata import version
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from graph.store.store import Store
from schema.nodes import NODES
from schema.record import Visibility
from schema.ties import TIES
from tests.api import town
from tests.api.conftest import BASE, TOKEN

CYPHER = "/api/v1/cypher"


def test_health_tells_both_versions(client: TestClient, town_store: Store) -> None:
    assert client.get("/api/v1/health").json() == {
        "status": "ok",
        "version": version("fahrstuhl"),
        "data_version": town_store.version(),
    }


def test_the_schema_is_told_with_every_type_in_both_languages(client: TestClient) -> None:
    told = client.get("/api/v1/schema").json()
    assert [node["name"] for node in told["nodes"]] == [node.__name__ for node in NODES]
    assert [tie["name"] for tie in told["ties"]] == [tie.verb for tie in TIES]
    assert told["nodes"][5]["label"] == {"de": "Sozialraum", "en": "social space (area)"}
    assert [level["name"] for level in told["levels"]] == ["politics", "administration", "lifeworld", "unknown"]
    Draft202012Validator.check_schema(told["json_schema"])


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_answers_as_it_does_without_the_service(client: TestClient, town_store: Store, name: str) -> None:
    answer = client.get(f"/api/v1/questions/{name}")
    expected = QUESTIONS[name].ask(town_store.network(), Scope())
    assert answer.json() == expected.model_dump(mode="json")


def test_the_list_of_questions_leads_to_each(client: TestClient) -> None:
    told = client.get("/api/v1/questions").json()["questions"]
    assert [question["name"] for question in told] == list(QUESTIONS)
    assert [client.get(question["href"]).status_code for question in told] == [200] * len(QUESTIONS)


def test_an_unknown_question_is_answered_with_those_there_are(client: TestClient) -> None:
    answer = client.get("/api/v1/questions/what")
    assert answer.status_code == 404
    assert all(name in answer.json()["hint"] for name in QUESTIONS)


def test_cypher_reads_with_parameters(known: TestClient) -> None:
    query = "MATCH (n:Department) WHERE n.name = $name RETURN n.number AS number, n.name AS name"
    answer = known.post(CYPHER, json={"query": query, "params": {"name": "Jugendamt"}})
    assert answer.json() == {"columns": ["number", "name"], "rows": [["51", "Jugendamt"]], "truncated": False}


def test_cypher_says_when_the_limit_was_reached(known: TestClient) -> None:
    answer = known.post(CYPHER, json={"query": "MATCH (n:Record) RETURN n.id AS id ORDER BY id", "limit": 2}).json()
    assert (len(answer["rows"]), answer["truncated"]) == (2, True)


def test_cypher_needs_the_token(client: TestClient) -> None:
    answer = client.post(CYPHER, json={"query": "RETURN 1 AS one"})
    assert (answer.status_code, answer.json()["type"]) == (401, "/api#token-needed")


@pytest.mark.parametrize(
    "narrow", [{"visibility": Visibility.INTERNAL}, {"persons": False}, {"visibility": Visibility.PUBLIC}], ids=str
)
def test_cypher_is_closed_where_the_service_was_started_with_narrower_rights(
    town_store: Store, narrow: dict[str, Any]
) -> None:
    app = create_app(town_store, ApiSettings(token=SecretStr(TOKEN), **narrow))
    client = TestClient(app, BASE, headers={"Authorization": f"Bearer {TOKEN}"})
    assert client.post(CYPHER, json={"query": "RETURN 1 AS one"}).status_code == 403
    refused = {"visibility": "confidential", "persons": "true"}
    assert client.get("/api/v1/nodes", params=refused).status_code == 403


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("CREATE (n:Record {id: 'x'}) RETURN n", 403),
        ("MATCH (n:Record) DETACH DELETE n", 403),
        ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 403),
        ("MATCH (n RETURN n", 422),
    ],
)
def test_what_is_no_plain_read_is_refused(known: TestClient, town_store: Store, query: str, status: int) -> None:
    before = town_store.counts()
    answer = known.post(CYPHER, json={"query": query})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert town_store.counts() == before


def test_more_queries_than_allowed_are_told_to_come_back(town_store: Store, settings: ApiSettings) -> None:
    app = create_app(town_store, settings.model_copy(update={"cypher_at_once": 1}))
    known = TestClient(app, BASE, headers={"Authorization": f"Bearer {TOKEN}"})
    app.state.cypher.acquire()
    answer = known.post(CYPHER, json={"query": "RETURN 1 AS one"})
    assert (answer.status_code, answer.json()["type"]) == (503, "/api#store-in-use")
    assert int(answer.headers["retry-after"]) > 0
    app.state.cypher.release()
    assert known.post(CYPHER, json={"query": "RETURN 1 AS one"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('{"query": ""}', "query"),
        ('{"query": "RETURN 1", "limit": 0}', "limit"),
        ('{"query": "RETURN 1", "timeout": 61}', "timeout"),
        ('{"query": "RETURN 1", "timeout": NaN}', "timeout"),
        ('{"query": "RETURN $a", "params": {"a": 9223372036854775808}}', "params"),
        ('{"query": "RETURN $a", "params": {"a": "\\ud800"}}', "params"),
        ('{"query": "RETURN $a", "params": {"a": ' + "[" * 30 + "]" * 30 + "}}", "params"),
        ('{"query": "RETURN 1", "parameters": {}}', "parameters"),
        ('{"query": ', "body"),
        ("[]", "body"),
        ("\x00", "body"),
    ],
)
def test_a_request_that_does_not_fit_is_refused_by_field(known: TestClient, body: str, field: str) -> None:
    answer = known.post(CYPHER, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert [item["field"] for item in answer.json()["fields"]] == [field]


def test_a_fault_of_ours_tells_nothing_of_itself(
    town_store: Store, settings: ApiSettings, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(town_store, settings)

    def fail() -> None:
        raise ZeroDivisionError("secret-detail")

    app.add_api_route("/api/v1/broken", fail)
    answer = TestClient(app, BASE).get("/api/v1/broken", params={"lang": "en"})
    assert answer.status_code == 500
    assert answer.json()["title"] == "Unexpected error"
    assert "secret-detail" not in answer.text
    assert "secret-detail" in caplog.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_documentation_page_loads_from_elsewhere(client: TestClient) -> None:
    assert {client.get(path).status_code for path in ("/docs", "/redoc", "/docs/oauth2-redirect")} == {404}
    page = client.get("/api").text
    assert "<script" not in page
    assert 'href="http' not in page
    assert 'src="http' not in page


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def test_the_document_is_whole(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    operations = _operations(document)
    assert len(operations) == 44 + len(QUESTIONS)
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert operation["summary"]
        assert operation["description"]
        done = operation["responses"].get("200") or operation["responses"]["202"]
        assert "example" in done["content"]["application/json"]
        assert {"401", "403", "421", "422", "500"} <= operation["responses"].keys()
        assert all(parameter["description"] for parameter in operation["parameters"])


def test_every_example_fits_its_own_schema(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    shown = 0
    for operation in _operations(document):
        for answer in operation["responses"].values():
            for content in answer["content"].values():
                form = {**content["schema"], "components": document["components"]}
                values = (
                    [content["example"]] if "example" in content else [e["value"] for e in content["examples"].values()]
                )
                for value in values:
                    Draft202012Validator(form).validate(value)
                    shown += 1
    assert shown > 40


def test_no_example_shows_a_real_town(client: TestClient) -> None:
    text = client.get("/openapi.json").text
    assert "ris.musterstadt.example" in text
    assert town.TOWN not in text
