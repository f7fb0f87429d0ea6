"""Addresses of pages: what was asked stands in them, so that a link shows the same again."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from pydantic import BaseModel

from graph.questions.scope import Scope

ACTORS = "/actors"
"""Where the page of each node stands."""
Query = Mapping[str, str | tuple[str, ...]]
"""The options in an address; several values of one option stand beside each other."""


def asked(options: BaseModel) -> dict[str, str | tuple[str, ...]]:
    """Give the options that were set, as they stand in an address."""
    return {name: _words(value) for name, value in options.model_dump(mode="json", exclude_defaults=True).items()}


def common(query: Query) -> dict[str, str | tuple[str, ...]]:
    """Keep the options that every question and the picture take alike."""
    return {name: value for name, value in query.items() if name in Scope.model_fields}


def address(path: str, query: Query, anchor: str = "") -> str:
    """Write an address; options without a value are left out."""
    given = urlencode({name: value for name, value in query.items() if value}, doseq=True)
    return path + (f"?{given}" if given else "") + (f"#{anchor}" if anchor else "")


def actor_address(id: str, query: Query) -> str:
    """Write the address of the page of one node."""
    return address(f"{ACTORS}/{segment(id)}", query)


def segment(id: str) -> str:
    """Write an id as one segment of a path."""
    return quote(id, safe="")


def _words(value: Any) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(_words(item)) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
