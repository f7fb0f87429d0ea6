"""Connections to addresses that were checked, and that end when their time is up.

A name is resolved once for each connection, all its addresses are checked, and the connection goes to one of those: a
name that points elsewhere a moment later (DNS rebinding) leads nowhere. The certificate is checked against the name.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from graph.intake.oparl.live.hosts import checked_addresses
from graph.intake.oparl.live.settings import LiveSettings

_Options = Iterable[Any] | None


class Clock:
    """When the answer under way has to be there."""

    def __init__(self) -> None:
        """Start without any limit."""
        self.until = float("inf")

    def left(self, timeout: float | None) -> float:
        """Give how long to wait for the next piece; a timeout where no time is left."""
        left = min(self.until - time.monotonic(), timeout or float("inf"))
        if left <= 0:
            raise httpcore2.ReadTimeout("the answer takes too long")
        return left


class CheckedNetwork(httpcore2.NetworkBackend):
    """Opens connections to checked addresses only."""

    def __init__(self, clock: Clock, *, private: bool) -> None:
        """Open under a clock; `private`: also into the own network."""
        self._clock, self._private, self._plain = clock, private, httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers."""
        failed: Exception | None = None
        for address in checked_addresses(host, port, private=self._private):
            try:
                left = self._clock.left(timeout)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
                return _Timed(stream, self._clock)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore2.ConnectError(host)


class _Timed(httpcore2.NetworkStream):
    """A connection that a clock watches."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._clock.left(timeout)), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Transport(httpx2.BaseTransport):
    """Hands requests to a pool of such connections."""

    def __init__(self, network: CheckedNetwork) -> None:
        context = httpx2.create_ssl_context()
        self._pool = httpcore2.ConnectionPool(ssl_context=context, max_connections=1, network_backend=network)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        asked = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        given = self._pool.handle_request(
            httpcore2.Request(request.method, asked, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx2.Response(given.status, headers=given.headers, stream=_Body(given), extensions=given.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, given: httpcore2.Response) -> None:
        self._given = given

    def __iter__(self) -> Iterator[bytes]:
        return self._given.iter_stream()

    def close(self) -> None:
        self._given.close()


FAILURES = (
    httpx2.TransportError,
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
)
"""What goes wrong on the way, and may go right the next time."""


def client(settings: LiveSettings, clock: Clock) -> httpx2.Client:
    """Make a client that knows no proxy, follows no redirect by itself and checks certificates."""
    return httpx2.Client(
        transport=_Transport(CheckedNetwork(clock, private=settings.allow_private_hosts)),
        headers={"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "Fahrstuhl (OParl)"},
        timeout=settings.oparl_timeout_s,
        follow_redirects=False,
        trust_env=False,
    )
