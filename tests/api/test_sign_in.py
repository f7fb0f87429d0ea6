"""Signing in: who gets a session, what it may, when it ends, and what no page, log or cookie ever holds."""

import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from api.sign_in import IDLE_S, KEPT, Sessions
from graph.store.store import Store
from tests.api.conftest import BASE, TOKEN

HERE = {"Sec-Fetch-Site": "same-origin", "Origin": BASE, "Accept": "text/html"}
HIDDEN = "/api/v1/nodes?visibility=confidential&persons=true"
COOKIE = "fahrstuhl-8000"


@pytest.fixture
def app(town_store: Store, settings: ApiSettings) -> FastAPI:
    return create_app(town_store, settings)


@pytest.fixture
def visitor(app: FastAPI) -> Iterator[TestClient]:
    """A browser that follows no redirect, so that each answer can be looked at."""
    with TestClient(app, BASE, headers=HERE, follow_redirects=False) as made:
        yield made


def signed_in(visitor: TestClient, given: str = TOKEN) -> str:
    """Sign in and give the session id."""
    answer = visitor.post("/sign-in", data={"token": given})
    assert answer.status_code == 303, answer.text
    return str(visitor.cookies[COOKIE])


def test_the_token_gives_a_session_that_sees_what_the_service_allows(visitor: TestClient) -> None:
    assert visitor.get(HIDDEN).status_code == 401
    signed_in(visitor)
    assert "Zufluchtswohnung" in visitor.get(HIDDEN).text
    assert visitor.get("/checks?visibility=confidential&persons=true").status_code == 200


def test_the_cookie_says_nothing_and_travels_nowhere_else(visitor: TestClient) -> None:
    head = visitor.post("/sign-in", data={"token": TOKEN}).headers["set-cookie"]
    assert TOKEN not in head
    assert {part.strip().lower() for part in head.split(";")[1:]} == {"httponly", "path=/", "samesite=strict"}


@pytest.mark.parametrize(
    ("base", "announced"), [("https://localhost:8443", ()), ("http://fahrstuhl.example.de", ("fahrstuhl.example.de",))]
)
def test_beyond_loopback_it_travels_encrypted_only(town_store: Store, base: str, announced: tuple[str, ...]) -> None:
    app = create_app(town_store, ApiSettings(token=SecretStr(TOKEN), hosts=announced))
    visitor = TestClient(app, base, headers=HERE | {"Origin": base}, follow_redirects=False)
    assert "; Secure" in visitor.post("/sign-in", data={"token": TOKEN}).headers["set-cookie"]


@pytest.mark.parametrize("given", ["", "geraten", TOKEN[:-1], TOKEN + "x", "ä", "\x00", "x" * 9_000])
def test_a_wrong_token_gives_nothing(visitor: TestClient, given: str) -> None:
    answer = visitor.post("/sign-in?lang=en", data={"token": given})
    assert answer.status_code == 401
    assert "This is not the token of this service." in answer.text
    assert "set-cookie" not in answer.headers
    assert len(given) < 3 or given not in answer.text


def test_the_printed_code_counts_once(app: FastAPI, visitor: TestClient) -> None:
    code = app.state.sessions.code
    signed_in(visitor, code)
    assert app.state.sessions.code is None
    assert visitor.post("/sign-in", data={"token": code}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8001"},
    ],
    ids=str,
)
def test_no_foreign_page_signs_in_or_out_or_writes(visitor: TestClient, headers: dict[str, str]) -> None:
    assert visitor.post("/sign-in", data={"token": TOKEN}, headers=headers).status_code == 403
    signed_in(visitor)
    for path in ("/sign-out", "/api/v1/changes"):
        answer = visitor.post(path, data={}, headers=headers)
        assert (answer.status_code, "Fremde Seite" in answer.text or "foreign" in answer.text) == (403, True)
    assert visitor.get(HIDDEN).status_code == 200


def test_with_a_session_the_browser_has_to_say_where_a_form_comes_from(app: FastAPI, visitor: TestClient) -> None:
    id = signed_in(visitor)
    silent = TestClient(app, BASE, cookies={COOKIE: id}, follow_redirects=False)
    token = app.state.sessions.find(id).form_token
    assert silent.post("/sign-out", data={"form_token": token}).status_code == 403
    assert silent.post("/sign-out", data={"form_token": token}, headers={"Origin": BASE}).status_code == 303


def test_a_form_without_the_secret_of_the_session_does_not_count(app: FastAPI, visitor: TestClient) -> None:
    id = signed_in(visitor)
    cypher = {"query": "RETURN 1 AS one"}
    for wrong in ("", "x", id, TOKEN):
        assert visitor.post("/sign-out", data={"form_token": wrong}).status_code == 403
        assert visitor.post("/api/v1/cypher", json=cypher, headers={"X-Form-Token": wrong}).status_code == 403
    right = app.state.sessions.find(id).form_token
    assert visitor.post("/api/v1/cypher", json=cypher, headers={"X-Form-Token": right}).status_code == 200


def test_every_form_of_every_page_needs_the_secret(app: FastAPI, visitor: TestClient) -> None:
    signed_in(visitor)
    writing = [
        (method, one.path)
        for included in app.routes
        if hasattr(included, "effective_route_contexts")
        for one in included.effective_route_contexts()
        for method in one.methods
        if method not in {"GET", "HEAD", "OPTIONS"}
    ]
    assert ("POST", "/sign-out") in writing
    for method, path in writing:
        if path != "/sign-in":
            made = path.replace("{id:path}", "x").replace("{id}", "1").replace("{name}", "x").replace("{number}", "1")
            assert visitor.request(method, made, data={"x": "y"}).status_code == 403, path


def test_a_session_id_is_never_one_that_was_brought(app: FastAPI, visitor: TestClient) -> None:
    visitor.cookies.set(COOKIE, "chosen-by-somebody-else", domain="127.0.0.1")
    first = signed_in_anew(visitor)
    assert first != "chosen-by-somebody-else"
    second = signed_in_anew(visitor)
    assert second != first
    assert app.state.sessions.find(first) is None


def signed_in_anew(visitor: TestClient) -> str:
    """Sign in and give the session id as the answer sets it, whatever other cookies there are."""
    head = visitor.post("/sign-in", data={"token": TOKEN}).headers["set-cookie"]
    id = head.split(";")[0].split("=", 1)[1]
    visitor.cookies.clear()
    visitor.cookies.set(COOKIE, id, domain="127.0.0.1")
    return str(id)


def test_signing_out_ends_the_session_for_whoever_has_the_cookie(app: FastAPI, visitor: TestClient) -> None:
    id = signed_in(visitor)
    token = app.state.sessions.find(id).form_token
    answer = visitor.post("/sign-out?lang=en", data={"form_token": token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?lang=en")
    kept = TestClient(app, BASE, headers=HERE, cookies={COOKIE: id})
    assert kept.get(HIDDEN).status_code == 401


def test_an_idle_session_ends_and_one_in_use_goes_on() -> None:
    now = [0.0]
    sessions = Sessions(clock=lambda: now[0])
    id = sessions.begin().id
    for _ in range(5):
        now[0] += IDLE_S - 1
        assert sessions.find(id) is not None
    now[0] += IDLE_S + 1
    assert sessions.find(id) is None
    now[0] -= IDLE_S
    assert sessions.find(id) is None


def test_sessions_do_not_pile_up() -> None:
    sessions = Sessions()
    ids = [sessions.begin().id for _ in range(KEPT + 1)]
    assert [sessions.find(id) is not None for id in (ids[0], ids[1], ids[-1])] == [False, True, True]


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "",
        "/\t/evil.example",
    ],
)
def test_nobody_is_led_away_after_signing_in(visitor: TestClient, path: str) -> None:
    answer = visitor.post("/sign-in", params={"next": path}, data={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/edit")


def test_who_lacks_the_right_is_led_to_the_form_and_back(visitor: TestClient) -> None:
    told = visitor.get("/checks?persons=true&lang=en")
    assert told.status_code == 401
    assert 'href="/sign-in?lang=en&amp;next=%2Fchecks%3Fpersons%3Dtrue%26lang%3Den"' in told.text
    answer = visitor.post("/sign-in", params={"next": "/checks?persons=true"}, data={"token": TOKEN})
    assert answer.headers["location"] == "/checks?persons=true"


def test_neither_token_nor_code_stands_in_a_page_or_in_the_log(
    app: FastAPI, visitor: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = app.state.sessions.code
    pages = [visitor.get("/sign-in").text, visitor.post("/sign-in", data={"token": f"{TOKEN}!"}).text]
    signed_in(visitor)
    pages += [visitor.get(path).text for path in ("/sign-in", "/", "/checks", "/api")]
    assert [secret for secret in (TOKEN, code) if secret in "".join([*pages, caplog.text])] == []
