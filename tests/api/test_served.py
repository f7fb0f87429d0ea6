"""Over a real socket: what a server's parser does to addresses, heads and bodies before the service sees them."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

import httpx2
import pytest
from fastapi import FastAPI

from tests.api import town
from tests.api.conftest import TOKEN
from tests.api.served import served


@pytest.fixture(scope="module")
def address(app: FastAPI) -> Iterator[str]:
    with served(app) as found:
        yield found


@pytest.mark.parametrize("id", [town.COUNCIL, town.BOARD, town.SOCIAL, town.SOUTH, town.CLUB])
def test_ids_come_through_a_real_server_unharmed(address: str, id: str) -> None:
    for then in ("", "/neighbours"):
        answer = httpx2.get(f"{address}/api/v1/nodes/{quote(id, safe='')}{then}")
        assert answer.json().get("id", answer.json().get("centre")) == id


def _raw(address: str, request: bytes) -> bytes:
    """Send bytes as they are and read what comes back first."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    with socket.create_connection((parts.hostname, parts.port or 80), timeout=30) as connection:
        connection.sendall(request)
        return connection.recv(65_536)


def test_a_rebound_name_is_refused_however_the_address_is_written(address: str) -> None:
    evil = b"Host: evil.example\r\nConnection: close\r\n\r\n"
    for target in (b"/api/v1/health", b"http://localhost/api/v1/health", address.encode() + b"/api/v1/health"):
        assert b" 421 " in _raw(address, b"GET " + target + b" HTTP/1.1\r\n" + evil).splitlines()[0]


@pytest.mark.parametrize("head", [b"GET /api/v1/health HTTP/1.0\r\n\r\n", b"GET /api/v1/health HTTP/1.1\r\n\r\n"])
def test_without_a_host_nothing_is_told(address: str, head: bytes) -> None:
    assert _raw(address, head).split()[1] in (b"421", b"400")


def test_a_slow_body_does_not_wait_for_ever(address: str) -> None:
    head = (
        f"POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )
    assert b" 408 " in _raw(address, head.encode()).splitlines()[0]


def test_a_body_in_endless_chunks_is_cut_off(address: str) -> None:
    head = (
        f"POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"1000\r\n" + b" " * 0x1000 + b"\r\n"
    assert b" 413 " in _raw(address, head.encode() + 6 * chunk).splitlines()[0]


def test_a_large_body_is_refused_before_it_is_sent(address: str) -> None:
    head = (
        f"POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n"
    )
    assert b" 413 " in _raw(address, head.encode()).splitlines()[0]


def test_many_readers_at_once_get_the_same_bytes(address: str) -> None:
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda _: httpx2.get(f"{address}/api/v1/questions/multipliers"), range(64)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
