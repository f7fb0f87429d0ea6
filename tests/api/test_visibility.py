"""Nothing that a reader may not see leaves by any route, neither as a record nor as a number or a name."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from graph.questions import QUESTIONS
from tests.api import town

HIDDEN_IDS = (town.SHELTER, town.OFFICE, town.LEADER, town.SOURCE_)
ROUTES = [
    "/api/v1/nodes?limit=1000",
    *(f"/api/v1/nodes?id={quote(id, safe='')}" for id in HIDDEN_IDS),
    *(
        f"/api/v1/nodes/{quote(record.id, safe='')}/neighbours?depth=3&limit=1000"
        for record in town.PUBLIC
        if hasattr(record, "name")
    ),
    *(f"/api/v1/search?q={quote(word)}" for word in ("a", "e", "Zuflucht", "Abwägung", "Muster", "Beispiel", "stadt")),
    *(f"/api/v1/questions/{name}" for name in QUESTIONS),
    *(f"/api/v1/questions/{name}?kommune=Musterstadt&as_of=2024-06-30" for name in QUESTIONS),
    *(f"/questions/{name}?all_rows=true" for name in QUESTIONS),
    *(f"/questions/{name}?kommune=Musterstadt&as_of=2024-06-30" for name in QUESTIONS),
    "/",
    "/?lang=en",
    "/?kommune=Musterstadt",
    f"/?focus={quote(town.SOUTH, safe='')}",
    f"/?focus={quote(town.SOCIAL, safe='')}",
]


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_tells_of_what_is_hidden(client: TestClient, route: str) -> None:
    answer = client.get(route)
    assert answer.status_code == 200
    assert [word for word in (*town.HIDDEN, *town.NAMED, *HIDDEN_IDS) if word in answer.text] == []


@pytest.mark.parametrize("route", ROUTES)
def test_persons_need_the_switch_even_with_the_token(known: TestClient, route: str) -> None:
    joined = "&" if "?" in route else "?"
    answer = known.get(f"{route}{joined}visibility=confidential")
    assert answer.status_code == 200
    assert [word for word in (*town.NAMED, town.LEADER, town.SOURCE_) if word in answer.text] == []


@pytest.mark.parametrize("id", [*HIDDEN_IDS, "https://web1.example.de/never/was"])
@pytest.mark.parametrize("then", ["", "/neighbours"])
def test_a_hidden_node_answers_like_one_that_never_was(client: TestClient, id: str, then: str) -> None:
    answer = client.get(f"/api/v1/nodes/{quote(id, safe='')}{then}", params={"lang": "en"})
    assert answer.status_code == 404
    assert answer.json()["detail"] == f"Nothing is to be found under this id: {id}"


def test_a_path_through_a_hidden_node_leads_nowhere(client: TestClient, known: TestClient) -> None:
    path = f"/api/v1/nodes/{quote(town.SOCIAL, safe='')}/neighbours"
    assert len(client.get(path).json()["nodes"]) == 3
    assert len(known.get(path, params={"visibility": "confidential"}).json()["nodes"]) == 4


def test_the_token_alone_shows_no_more_than_was_asked_for(client: TestClient, known: TestClient) -> None:
    for route in ("/api/v1/nodes", "/api/v1/search?q=a"):
        assert known.get(route).content == client.get(route).content


@pytest.mark.parametrize(
    ("params", "more"),
    [
        ({"visibility": "internal"}, {town.OFFICE}),
        ({"visibility": "confidential"}, {town.OFFICE, town.SHELTER}),
        ({"persons": "true"}, {town.LEADER}),
        ({"visibility": "confidential", "persons": "true"}, set(HIDDEN_IDS)),
    ],
    ids=["internal", "confidential", "persons", "all"],
)
def test_with_the_token_more_may_be_asked_for(
    client: TestClient, known: TestClient, params: dict[str, str], more: set[str]
) -> None:
    public = {node["id"] for node in client.get("/api/v1/nodes").json()["nodes"]}
    assert {node["id"] for node in known.get("/api/v1/nodes", params=params).json()["nodes"]} == public | more


@pytest.mark.parametrize(
    "params", [{"visibility": "internal"}, {"visibility": "confidential"}, {"persons": "true"}], ids=str
)
@pytest.mark.parametrize(
    "route", ["/api/v1/nodes", "/api/v1/search?q=a", f"/api/v1/nodes/{quote(town.TOWN, safe='')}", "/"]
)
def test_without_the_token_asking_for_more_is_refused(client: TestClient, route: str, params: dict[str, str]) -> None:
    joined = "&" if "?" in route else "?"
    asked = "&".join(f"{name}={value}" for name, value in params.items())
    assert client.get(f"{route}{joined}{asked}").status_code == 401
