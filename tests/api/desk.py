"""A browser that is signed in, without JavaScript: it reads pages, follows links and sends the forms that it finds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

from httpx2 import Response
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.store import Store
from tests.api.conftest import BASE, TOKEN

HEADERS = {"Sec-Fetch-Site": "same-origin", "Origin": BASE, "Accept": "text/html", "Accept-Language": "de"}


class Reader(HTMLParser):
    """Reads the forms and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, str, list[list[str]]]] = []
        self.links: dict[str, str] = {}
        self.labels: list[str] = []
        self._select, self._area, self._link = "", "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((given.get("method", "get"), given["action"], []))
        elif tag == "input" and self.forms and "name" in given:
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self._add(given["name"], given.get("value", ""))
        elif tag == "select":
            self._select = given["name"]
            self._add(self._select, "")
        elif tag == "option" and self._select and "selected" in given:
            self.forms[-1][2][-1][1] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
            self._add(self._area, "")
        elif tag == "a":
            self._link = given.get("href", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self.forms[-1][2][-1][1] = self.forms[-1][2][-1][1].removeprefix("\n")
            self._area = ""
        elif tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][2][-1][1] += data
        elif self._link and data.strip():
            self.links.setdefault(data.strip(), self._link)

    def _add(self, name: str, value: str) -> None:
        self.forms[-1][2].append([name, value])


@dataclass
class Browser:
    """What the tests do on the pages; each step follows redirects."""

    client: TestClient
    page: Response | None = None

    def open(self, path: str, **query: str) -> Response:
        """Open an address."""
        self.page = self.client.get(path + (f"?{urlencode(query)}" if query else ""))
        return self.page

    def follow(self, link: str) -> Response:
        """Follow a link by its words."""
        assert self.page is not None
        return self.open(Reader(self.page.text).links[link])

    def send(self, to: str, **fields: str) -> Response:
        """Fill in the first form whose address holds `to`, and send it; names without a prefix are fields."""
        assert self.page is not None
        forms = Reader(self.page.text).forms
        method, action, held = next(form for form in forms if to in form[1])
        named = {f"field.{key}" if f"field.{key}" in dict(held) else key: value for key, value in fields.items()}
        values = {**dict(held), **named}
        if method == "get":
            return self.open(action, **values)
        self.page = self.client.post(action, data=values)
        return self.page


@contextmanager
def signed_in(store: Store, **settings: object) -> Iterator[Browser]:
    """Give a browser that signed in to the service over a store."""
    app = create_app(store, ApiSettings(token=SecretStr(TOKEN), **settings))  # type: ignore[arg-type]
    with TestClient(app, BASE, headers=HEADERS) as client:
        assert client.post("/sign-in", data={"token": TOKEN}, follow_redirects=False).status_code == 303
        yield Browser(client)
