"""An OParl server of our own on the loopback, with the manners that real ones have: real HTTP, no network beyond."""

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = Callable[["Handler"], None]


@dataclass
class Server:
    """What is served, by path and query; each answer is an object, bytes, or a function that writes it."""

    at: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """Every request, in order."""
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.at.rsplit(":", 1)[1])

    def serve(self, path: str, answer: Any) -> str:
        """Serve something at a path, and give its address."""
        self.answers[path] = answer
        return self.at + path

    def list(self, path: str, *pages: list[Any]) -> str:
        """Serve pages that lead on to each other."""
        for i, objects in enumerate(pages):
            name = path if i == 0 else f"{path}?page={i + 1}"
            after = {"next": f"{self.at}{path}?page={i + 2}"} if i + 1 < len(pages) else {}
            self.answers[name] = {"data": objects, "links": after, "pagination": {"totalPages": len(pages)}}
        return self.at + path

    def object(self, kind: str, path: str, **fields: Any) -> dict[str, Any]:
        """Serve an object at its address, and give it."""
        made = {"id": self.at + path, "type": f"https://schema.oparl.org/1.1/{kind}", "name": path, **fields}
        self.answers[path] = made
        return made

    def count(self, path: str) -> int:
        """Count the requests for a path, whatever their query."""
        return sum(urlsplit(asked).path == path for asked in self.asked)

    def since(self, path: str) -> str:
        """Give the last `modified_since` with which a path was asked for."""
        queries = [parse_qs(urlsplit(asked).query) for asked in self.asked if urlsplit(asked).path == path]
        return queries[-1].get("modified_since", [""])[0]


class Handler(BaseHTTPRequestHandler):
    """Answers as the server of its class says."""

    served: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Look an answer up: with its query, else without `modified_since`, which then brings nothing (404)."""
        self.served.asked.append(self.path)
        self.served.headers.append(dict(self.headers))
        self.served.times.append(time.monotonic())
        answer = self.served.answers.get(self.path)
        try:
            if callable(answer):
                answer(self)
            elif answer is None:
                self.give(b"", status=404)
            else:
                self.give(answer if isinstance(answer, bytes) else json.dumps(answer).encode())
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer with a body."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def running(certificate: Path | None = None, key: Path | None = None) -> Iterator[Server]:
    """Run a server that serves nothing yet; with a certificate over https."""
    server = Server()
    made = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"served": server}))
    made.daemon_threads, made.block_on_close = True, False
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        made.socket = context.wrap_socket(made.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    server.at = f"{'https' if certificate else 'http'}://127.0.0.1:{made.server_port}"
    try:
        yield server
    finally:
        made.shutdown()
        made.server_close()
        thread.join()


def failing(times: int, body: Any, status: int = 500, **headers: str) -> Answer:
    """Fail some times, then answer."""
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] >= 0:
            handler.give(b"", status, **headers)
        else:
            handler.give(json.dumps(body).encode())

    return answer


def dripping(seconds: float) -> Answer:
    """Answer a byte at a time, without end."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        for _ in range(1_000):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(seconds)

    return answer


def silent(seconds: float) -> Answer:
    """Take a request and say nothing for a while."""

    def answer(handler: Handler) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return answer


def redirecting(target: str) -> Answer:
    """Send to another address."""
    return lambda handler: handler.give(b"", 302, Location=target)
