"""Identifiers in addresses: ids are web addresses themselves, with slashes, queries and umlauts.

An id stands in a path as one percent-encoded segment (`/nodes/https%3A%2F%2F…%3Fid%3D7/neighbours`). Servers decode
paths before routing, which would make slashes of `%2F`; so routes are matched on the path as it was sent, and the id
is decoded once, here.
"""

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Path
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from starlette.types import ASGIApp, Receive, Scope, Send


class AsSent:
    """ASGI layer that routes on the path as the client sent it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Put the undecoded path in place of the decoded one; a server that keeps none gets it encoded again."""
        if scope["type"] == "http":
            sent = scope.get("raw_path") or quote(scope["path"]).encode()
            scope = {**scope, "path": sent.decode("ascii", "replace")}
        await self.app(scope, receive, send)


def segment(id: str) -> str:
    """Write an id as one segment of a path."""
    return quote(id, safe="")


def _decoded(sent: str) -> str:
    try:
        return unquote(sent, errors="strict")
    except UnicodeDecodeError as error:
        raise PydanticCustomError("string_unicode", "is not UTF-8") from error


ScenarioPath = Annotated[
    str, AfterValidator(_decoded), Path(max_length=600, description="The scenario, by its name, percent-encoded.")
]
NodeId = Annotated[
    str,
    AfterValidator(_decoded),
    Path(
        max_length=6_000,
        description="Identifier of the node, percent-encoded as one path segment (`/` as `%2F`, `?` as `%3F`).",
    ),
]
