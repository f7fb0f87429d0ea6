"""Who may knock: rebound names, foreign pages, missing and wrong tokens, large and slow bodies."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.testclient import TestClient
from starlette.types import Message
from starlette.websockets import WebSocketDisconnect

from api.guard import check_host, check_origin, is_loopback
from api.headers import ALWAYS, DATA_POLICY, PAGE_POLICY
from api.refusals import ForeignPage, WrongHost
from api.settings import ApiSettings
from tests.api.conftest import BASE, TOKEN

HEALTH = "/api/v1/health"
CYPHER = "/api/v1/cypher"
COUNT = {"query": "MATCH (n:Record) RETURN count(n) AS n"}


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8000", "127.8.9.1:1", "localhost", "LOCALHOST:8000", "[::1]", "[::1]:8000"],
)
def test_loopback_names_are_ours(host: str) -> None:
    check_host(Headers({"host": host}), ())


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io:8000",
        "evil.example#localhost",
        "localhost@evil.example",
        "evil.example:8000:localhost",
        "10.0.0.5",
        "0.0.0.0:8000",
        "[fe80::1]",
        "",
        ":8000",
        "localhost ",
        "xn--lcalhost-n4a",
    ],
)
def test_any_other_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get(HEALTH, headers={"Host": host})
    assert (answer.status_code, answer.json()["type"]) == (421, "/api#wrong-host")


@pytest.mark.parametrize("hosts", [[], ["localhost", "evil.example"], ["localhost", "localhost"]])
def test_there_is_exactly_one_host(hosts: list[str]) -> None:
    with pytest.raises(WrongHost):
        check_host(Headers(raw=[(b"host", host.encode()) for host in hosts]), ())


def test_a_name_that_was_announced_is_ours() -> None:
    check_host(Headers({"host": "Fahrstuhl.example.de:443"}), ("fahrstuhl.example.de",))
    assert not is_loopback("fahrstuhl.example.de")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://localhost:8000"},
        {"Origin": "http://127.0.0.1:8000.evil.example"},
        {"Origin": "file://"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "something-new"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", [HEALTH, "/api/v1/nodes", "/openapi.json"])
def test_what_a_foreign_page_sends_is_refused_even_when_it_only_reads(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (403, "/api#foreign-page")
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    ],
    ids=str,
)
def test_not_even_the_token_lets_a_foreign_page_write(known: TestClient, headers: dict[str, str]) -> None:
    assert known.post(CYPHER, json=COUNT, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": BASE},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": BASE},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
    ids=str,
)
def test_our_own_pages_and_programs_are_let_through(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get(HEALTH, headers=headers).status_code == 200


def test_a_link_to_a_page_may_be_followed_but_not_one_to_data() -> None:
    link = {
        "sec-fetch-site": "cross-site",
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
        "host": "localhost",
    }
    check_origin(Headers(link), "GET", "/")
    for method, path in (("POST", "/"), ("GET", HEALTH), ("GET", "/openapi.json")):
        with pytest.raises(ForeignPage):
            check_origin(Headers(link), method, path)


@pytest.mark.parametrize("origin", ["http://evil.example", BASE])
def test_no_page_is_allowed_by_a_preflight(client: TestClient, origin: str) -> None:
    answer = client.options(CYPHER, headers={"Origin": origin, "Access-Control-Request-Method": "POST"})
    assert answer.status_code in (403, 405)
    assert not [name for name in answer.headers if name.startswith("access-control")]


def _wrong_tokens() -> Iterator[dict[str, str]]:
    for value in (
        "",
        "Bearer",
        "Bearer ",
        "Bearer null",
        f"Bearer {TOKEN.encode().decode('latin-1')[:-1]}",
        f"Bearer {TOKEN}x",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer \xff\xfe",
        "Bearer " + "x" * 10_000,
    ):
        yield {"Authorization": value}


@pytest.mark.parametrize("headers", list(_wrong_tokens()), ids=lambda headers: headers["Authorization"][:30])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wrong_token_is_refused_even_where_none_is_needed(
    client: TestClient, method: str, headers: dict[str, str]
) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = client.request(method, HEALTH, headers=raw)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_two_tokens_are_one_too_many(client: TestClient) -> None:
    bearer = f"Bearer {TOKEN}".encode()
    answer = client.get(HEALTH, headers=[(b"Authorization", bearer), (b"Authorization", bearer)])
    assert answer.status_code == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "X-UNKNOWN"])
@pytest.mark.parametrize("path", [CYPHER, HEALTH, "/", "/no/such/path"])
def test_no_method_that_may_write_gets_in_without_the_token(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-HTTP-Method-Override": "POST"},
        {"X-HTTP-Method": "POST"},
        {"X-Method-Override": "POST"},
    ],
    ids=str,
)
def test_a_method_cannot_be_overridden(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get(CYPHER, params=COUNT | {"_method": "POST"}, headers=headers).status_code == 405


def test_forwarded_names_do_not_count(client: TestClient) -> None:
    answer = client.get(HEALTH, headers={"Host": "evil.example", "X-Forwarded-Host": "localhost"})
    assert answer.status_code == 421
    assert client.get(HEALTH, headers={"X-Forwarded-Host": "evil.example"}).status_code == 200


def test_a_form_of_a_foreign_page_is_no_json(known: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = known.post(CYPHER, content=b'{"query": "RETURN 1"}', headers={"Content-Type": kind})
        assert answer.status_code == 422


@pytest.mark.parametrize("length", [20_001, 10**9])
def test_a_body_announced_too_large_is_refused_before_it_is_read(app: FastAPI, length: int) -> None:
    async def never() -> Message:
        raise AssertionError("nothing of it may be read")

    assert asyncio.run(_status(app, [(b"content-length", str(length).encode())], never)) == 413


def test_a_body_that_grows_too_large_is_refused_on_the_way(app: FastAPI) -> None:
    async def endless() -> Message:
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    assert asyncio.run(_status(app, [], endless)) == 413


def test_a_body_that_does_not_arrive_in_time_is_refused(app: FastAPI) -> None:
    async def silent() -> Message:
        return await asyncio.Future()

    assert asyncio.run(_status(app, [], silent)) == 408


@pytest.mark.parametrize("length", [b"-1", b"x", b"1e3", b"\xb2", b"9" * 5000])
def test_a_length_that_is_no_number_is_refused(app: FastAPI, length: bytes) -> None:
    async def never() -> Message:
        raise AssertionError("nothing of it may be read")

    assert asyncio.run(_status(app, [(b"content-length", length)], never)) == 413


async def _status(app: FastAPI, headers: list[tuple[bytes, bytes]], receive: object) -> int:
    """Call the application itself, for what no well-behaved client would send."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": CYPHER,
        "raw_path": CYPHER.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost"), (b"authorization", f"Bearer {TOKEN}".encode()), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
        "state": {},
    }
    await app(scope, receive, send)  # type: ignore[arg-type]
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("path", "policy"),
    [(HEALTH, DATA_POLICY), ("/nix", DATA_POLICY), ("/static/page.css", DATA_POLICY), ("/api", PAGE_POLICY)],
)
def test_every_answer_carries_the_safe_headers(client: TestClient, path: str, policy: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert headers["Content-Security-Policy"] == policy


def test_refusals_carry_them_too(client: TestClient) -> None:
    for answer in (client.get(HEALTH, headers={"Host": "evil.example"}), client.post(HEALTH)):
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS


def test_there_are_no_web_sockets(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/api/v1/health"):
        raise AssertionError("the connection must not open")


def test_the_token_is_random_by_default_and_hidden_from_printing() -> None:
    first, second = ApiSettings(), ApiSettings()
    assert first.token != second.token
    assert len(first.token.get_secret_value()) >= 32
    assert first.token.get_secret_value() not in f"{first!r} {first}"
