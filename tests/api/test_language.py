"""The language of texts follows the address, then the browser, then the house."""

import pytest
from starlette.requests import Request

from api.language import language


def _asked(query: str = "", accept: str | None = None) -> Request:
    headers = [] if accept is None else [(b"accept-language", accept.encode("latin-1"))]
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": headers})


@pytest.mark.parametrize(
    ("query", "accept", "lang"),
    [
        ("", None, "de"),
        ("lang=en", None, "en"),
        ("lang=en", "de", "en"),
        ("lang=fr", "en", "en"),
        ("", "en-GB,en;q=0.9,de;q=0.8", "en"),
        ("", "fr, de;q=0.4, en;q=0.7", "en"),
        ("", "EN", "en"),
        ("", "en;q=0, de;q=0.1", "de"),
        ("", "*", "de"),
        ("", "en;q=nan, de;q=x", "de"),
        ("", ",;;q=,=;q=1" * 5000, "de"),
    ],
)
def test_the_language_is_chosen(query: str, accept: str | None, lang: str) -> None:
    assert language(_asked(query, accept)) == lang
