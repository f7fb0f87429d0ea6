"""Saved views on pages without JavaScript: saved from a view, listed, renamed, deleted; only ever our own pages."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.store import Store
from graph.views.saving import MOST_VIEWS, save
from graph.views.view import View
from schema.errors import InputError
from tests.api import town
from tests.api.conftest import BASE, TOKEN
from tests.api.desk import Browser, Reader, signed_in
from viz.saved import MOST, local_address, opened

MATRIX = "/matrix?visibility=internal&kind=committee-committee"
HOSTILE = '<img src=x onerror=alert(1)>"\u200f{{7*7}}ä'
ACTOR = f"/actors/{quote(town.SOUTH, safe='')}"


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def names(browser: Browser) -> list[str]:
    return [view.name for view in browser.client.app.state.store.views()]  # type: ignore[attr-defined]


def test_a_view_is_saved_opened_renamed_and_deleted(browser: Browser, store: Store) -> None:
    version = store.version()
    browser.open("/questions/multipliers", lang="de", visibility="internal", kommune="Musterstadt")
    browser.follow("Ansicht merken")
    assert "Gemerkt wird: Fragen: multipliers" in browser.page.text  # type: ignore[union-attr]
    assert "kommune = Musterstadt" in browser.page.text  # type: ignore[union-attr]
    page = browser.send("/views", name=f"  {HOSTILE} ")
    assert page.url.path == "/views"
    assert "<img" not in page.text
    assert [view.address for view in store.views()] == [
        "/questions/multipliers?kommune=Musterstadt&visibility=internal"
    ]
    assert names(browser) == [HOSTILE]
    link = next(href for href in Reader(page.text).links.values() if href.startswith("/questions/multipliers?"))
    assert parse_qs(urlsplit(link).query) == {"kommune": ["Musterstadt"], "visibility": ["internal"], "lang": ["de"]}
    assert browser.client.get(link).status_code == 200
    browser.send("/views/rename", new_name="Wer nach oben hilft")
    assert names(browser) == ["Wer nach oben hilft"]
    assert "Auf jeder Ansicht steht oben" in browser.send("/views/forget").text
    assert (names(browser), store.version()) == ([], version)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/?focus={quote(town.SOUTH, safe='')}",
        "/network?colour=level&level=politics&level=lifeworld",
        MATRIX,
        "/positions",
        "/map",
        "/questions",
        "/checks",
        "/checks/3?as_of=2026-06-30",
        ACTOR,
        "/rounds",
        "/cypher?query=RETURN+1+AS+%22eins%22",
    ],
)
def test_every_view_offers_to_be_saved_and_opens_the_same_again(browser: Browser, store: Store, path: str) -> None:
    page = browser.open(path)
    assert page.status_code == 200
    browser.follow("Ansicht merken")
    assert browser.send("/views", name="x").url.path == "/views"
    (view,) = store.views()
    wanted, kept = urlsplit(path), urlsplit(view.address)
    assert (kept.path, parse_qs(kept.query)) == (wanted.path, parse_qs(wanted.query))
    assert (
        browser.client.get(opened(view.address, "de")).text
        == browser.client.get(f"{path}{'&' if '?' in path else '?'}lang=de").text
    )


def test_pages_that_are_no_views_are_not_offered(browser: Browser) -> None:
    for path in ("/edit", "/views", "/api", "/edit/changes", "/sign-in"):
        assert "Ansicht merken</a>" not in browser.open(path, lang="de").text


FOREIGN = [
    "",
    "//example.org/",
    "///example.org/",
    "https://example.org/matrix",
    "javascript:alert(1)",
    "/\\example.org",
    "\\\\example.org",
    "/matrix\n//example.org",
    "/matrix\r\nLocation: /",
    "/matrix\x00",
    "/matrix ",
    " /matrix",
    "/edit",
    "/edit/changes",
    "/sign-in?next=//example.org",
    "/sign-out",
    "/api",
    "/api/v1/nodes",
    "/openapi.json",
    "/static/page.css",
    "/matrix.svg",
    "/matrixx",
    "/matrix/x",
    "/questions/../edit",
    "/questions/%2e%2E/edit",
    "/questions/.%2e/edit",
    "/./matrix",
    "matrix",
    "?x",
    "/views",
    "/actors",
    "/karte/ä",
    "/map?" + "x=1&" * 600,
]


@pytest.mark.parametrize("address", FOREIGN)
def test_only_our_own_views_are_saved(browser: Browser, store: Store, address: str) -> None:
    browser.open("/views/new", address="/map")
    page = browser.send("/views", name="x", address=address)
    assert page.status_code == 422
    assert store.views() == []
    assert browser.client.get("/views/new", params={"address": address}).status_code == 422


@given(st.text() | st.from_regex(r"/(questions|rounds|actors|checks)?/?[%./\\a-z?#@:&=-]{0,30}", fullmatch=True))
def test_what_is_kept_never_leads_away(address: str) -> None:
    try:
        kept = local_address(address)
    except InputError:
        return
    led = urlsplit(urljoin(BASE, kept))
    assert (f"{led.scheme}://{led.netloc}", len(kept) <= MOST, kept.isprintable()) == (BASE, True, True)
    assert led.path == urlsplit(kept).path
    assert led.path.split("/")[1] in (
        "",
        "network",
        "matrix",
        "positions",
        "map",
        "questions",
        "checks",
        "rounds",
        "cypher",
        "actors",
    )
    assert local_address(kept) == kept


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\nb", "a\x00b", "\u202e"])
def test_what_is_no_name_is_told_beside_the_field(browser: Browser, store: Store, name: str) -> None:
    browser.open("/views/new", address=MATRIX, lang="de")
    page = browser.send("/views", name=name)
    assert page.status_code == 422
    assert 'id="name-wrong"' in page.text
    assert store.views() == []


def test_a_name_stands_for_one_view(browser: Browser, store: Store) -> None:
    save(store, "eins", "/map")
    save(store, "zwei", "/matrix")
    browser.open("/views/new", address="/map")
    assert browser.send("/views", name="eins").status_code == 409
    browser.open("/views", lang="de")
    assert browser.send("/views/rename", new_name="zwei").status_code == 409
    assert browser.send("/views/rename", name="keine", new_name="drei").status_code == 404
    assert browser.send("/views/forget", name="keine").status_code == 404
    assert browser.send("/views/rename", new_name="eins").status_code == 200
    assert names(browser) == ["eins", "zwei"]


def test_there_is_an_end_to_views(browser: Browser, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.views.saving.MOST_VIEWS", 1)
    save(store, "eins", "/map")
    browser.open("/views/new", address="/map")
    assert browser.send("/views", name="zwei").status_code == 409
    assert MOST_VIEWS > 100


def test_an_address_that_got_into_the_store_otherwise_is_no_link(browser: Browser, store: Store) -> None:
    store.keep_view(View("fort", "//example.org/", "x", "2026-01-01T00:00:00"))
    page = browser.open("/views", lang="de")
    assert "führt zu keiner Ansicht mehr" in page.text
    assert 'href="//' not in page.text


def test_only_who_may_see_everything_sees_what_was_searched_for(store: Store, settings: ApiSettings) -> None:
    save(store, "geheim", "/network?search=Mustermann")
    with TestClient(create_app(store, settings), BASE, headers={"Accept": "text/html"}) as reader:
        for path in ("/views", "/views/new?address=/map"):
            assert reader.get(path).status_code == 401
        for path in ("/views", "/views/rename", "/views/forget"):
            assert reader.post(path, data={"name": "geheim", "new_name": "x"}).status_code in (401, 403)
    with signed_in(store, persons=False) as narrow:
        assert narrow.client.get("/views").status_code == 403
    with signed_in(store) as browser:
        assert browser.client.post("/views/forget", data={"name": "geheim"}).status_code == 403
        assert browser.client.get("/views?scenario=x").status_code == 422
    assert [view.name for view in store.views()] == ["geheim"]


def test_views_over_the_api(store: Store, settings: ApiSettings) -> None:
    with TestClient(create_app(store, settings), BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as known:
        saved = known.post("/api/v1/views", json={"name": "Karte", "address": "/map?layer=reach&lang=en"})
        assert (saved.status_code, saved.json()["address"]) == (200, "/map?layer=reach")
        assert known.post("/api/v1/views", json={"name": "Karte", "address": "/map"}).status_code == 409
        assert known.post("/api/v1/views", json={"name": "fort", "address": "//example.org"}).status_code == 422
        assert [view["name"] for view in known.get("/api/v1/views").json()["views"]] == ["Karte"]
        assert known.delete("/api/v1/views", params={"name": "Karte"}).json() == {"views": []}
        assert known.delete("/api/v1/views", params={"name": "Karte"}).status_code == 404
        known.headers.pop("Authorization")
        assert {known.get("/api/v1/views").status_code, known.delete("/api/v1/views?name=x").status_code} == {401}
