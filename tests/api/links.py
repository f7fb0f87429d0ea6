"""The addresses on a page, and what they answer a reader without the token."""

import re

from starlette.testclient import TestClient


def links_of(page: str) -> set[str]:
    """Give the addresses of our own that a page leads to."""
    return {link.replace("&amp;", "&") for link in re.findall(r'(?:href|action)="(/[^"#]*)', page)}


def assert_all_answer(client: TestClient, links: set[str]) -> None:
    """Hold that each address answers; those of editing and of saved views ask for a sign-in."""
    statuses = {link: client.get(link).status_code for link in links}
    assert statuses == {link: 401 if link.startswith(("/edit", "/views")) else 200 for link in links}
