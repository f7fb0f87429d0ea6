"""Editing on pages without JavaScript: found, added, connected, changed, ended, removed; refused beside the field."""

from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from graph.store.store import Store
from schema.nodes import NODES, Department
from schema.record import Visibility
from schema.ties import TIES, PartOf
from tests.api import town
from tests.api.desk import Browser, signed_in

HOSTILE = "<script>alert(1)</script>\"'{{7*7}}\u202e&amp;" + "x" * 300


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def test_from_a_search_to_a_changed_record_and_back(browser: Browser, store: Store) -> None:
    browser.open("/edit", lang="de")
    assert "Jugendamt" in browser.send("/edit", q="jugendamt").text
    browser.follow("Jugendamt")
    browser.follow("Ändern")
    page = browser.send("/edit/change", name="Amt für Jugend", agency="true", valid_from="2024-02-01")
    assert page.status_code == 200
    assert "Gespeichert als Änderung 2." in page.text
    changed = store.record(town.YOUTH)
    assert isinstance(changed, Department)
    assert (changed.name, changed.agency, changed.valid_from) == ("Amt für Jugend", True, date(2024, 2, 1))
    assert (changed.number, changed.kind) == ("51", "Amt")
    assert store.history(limit=1)[0].why.de == "Ändern: Jugendamt (Verwaltungseinheit)"


def test_a_form_that_was_not_touched_changes_nothing(browser: Browser, store: Store) -> None:
    ids = [node.id for node in store.page(limit=100)] + [row["id"] for row in store.network().tie_rows]
    version = store.version()
    for id in ids[::3]:
        browser.open("/edit/change", id=id)
        assert "Es war nichts zu ändern." in browser.send("/edit/change").text
    assert store.version() == version


def test_a_new_record_is_connected(browser: Browser, store: Store) -> None:
    browser.open("/edit")
    browser.follow("Verwaltungseinheit")
    page = browser.send("/edit/new", name="Stabsstelle Planung", kind="Stabsstelle", why="Beschluss vom 3. März")
    assert "Gespeichert als Änderung 2." in page.text
    browser.follow("Verbinden")
    browser.follow("gehört zu →")
    assert "Musterstadt (Kommune)" in browser.send("/edit/connect", q="muster").text
    browser.follow("Musterstadt (Kommune)")
    assert "Von Stabsstelle Planung nach Musterstadt" in browser.page.text  # type: ignore[union-attr]
    page = browser.send("/edit/new", valid_from="2026-01-01")
    assert "gehört zu →" in page.text
    tie = store.record("PART_OF|department/stabsstelle-planung|" + town.TOWN)
    assert isinstance(tie, PartOf)
    assert (tie.valid_from, tie.source) == (date(2026, 1, 1), "von Hand")
    assert [change.why.de for change in store.history(limit=2)] == ["Neu: gehört zu", "Beschluss vom 3. März"]


def test_what_does_not_fit_stands_beside_its_field_and_nothing_typed_is_lost(browser: Browser, store: Store) -> None:
    version = store.version()
    browser.open("/edit/new", type="Sozialraum", lang="de")
    page = browser.send("/edit/new", name="", population="viele", valid_from="gestern", note=HOSTILE)
    assert page.status_code == 422
    for field, told in (("name", "Name: fehlt"), ("population", "ist keine ganze Zahl"), ("valid_from", "kein Datum")):
        beside = page.text.split(f'id="field-{field}-wrong">')[1].split("</strong>")[0]
        assert told in beside
    assert 'value="viele"' in page.text
    assert HOSTILE not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    english = browser.send("/edit/new", lang="en")
    assert english.status_code == 422
    assert store.version() == version


def test_an_end_takes_the_open_ties_along(browser: Browser, store: Store) -> None:
    browser.open("/edit/end", id=town.CLUB)
    assert browser.send("/edit/end", on="bald").status_code == 422
    assert "Last" not in browser.page.text  # type: ignore[union-attr]
    browser.send("/edit/end", on="2026-06-30")
    assert store.record(town.CLUB).valid_to == date(2026, 6, 30)
    tie = f"ACTIVE_IN|{town.CLUB}|{town.SOUTH}"
    assert store.record(tie).valid_to == date(2026, 6, 30)


def test_what_is_removed_is_there_again_after_undoing_it(browser: Browser, store: Store) -> None:
    before = store.counts()
    browser.open("/edit/remove", id=town.CLUB)
    page = browser.send("/edit/remove")
    assert "Gespeichert als Änderung 2." in page.text
    assert store.counts() != before
    browser.send("/edit/changes/2/undo")
    assert store.counts() == before


def test_ties_of_every_kind_are_offered_from_both_ends_and_fit(browser: Browser) -> None:
    page = browser.open("/edit/connect", id=town.YOUTH, lang="de").text
    offered = {tie.label.de for tie in TIES if any(Department in (*a, *b) for a, b in tie.ends)}
    assert [label for label in offered if label not in page] == []
    assert "Messwert" not in page


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_type_has_a_form_in_both_languages(browser: Browser, lang: str) -> None:
    for cls in NODES:
        page = browser.open("/edit/new", type=cls.__name__, lang=lang)
        assert page.status_code == 200
        assert cls.label.lang(lang) in page.text  # type: ignore[arg-type]


def test_names_with_markup_stay_text(browser: Browser, store: Store) -> None:
    with store.change("hostile", "test") as changes:
        changes.put([Department(id='x"><b>', name=HOSTILE, source="<i>s</i>", kind="<u>k</u>")])
    for path in ("/edit/record", "/edit/change", "/edit/end", "/edit/remove", "/edit/connect"):
        page = browser.open(path, id='x"><b>')
        assert page.status_code == 200
        assert not [tag for tag in ("<script>alert", "<i>s", "<u>k", '"><b>') if tag in page.text]


def test_a_scenario_takes_the_edits_and_the_data_stay(browser: Browser, store: Store) -> None:
    version = store.version()
    browser.client.post("/api/v1/scenarios", json={"name": "plan"}, headers={"X-Form-Token": token(browser)})
    browser.open("/edit/new", type="Department", scenario="plan")
    page = browser.send("/edit/new", name="Stabsstelle")
    assert "Im Szenario eingetragen." in page.text
    assert "Sie arbeiten im Szenario „plan“" in page.text
    assert "Stabsstelle" in browser.open("/edit", q="stabs", scenario="plan").text.split("<table")[1]
    browser.open("/edit/change", id=town.YOUTH, scenario="plan")
    browser.send("/edit/change", name="Anders")
    browser.open("/edit/record", id=town.YOUTH, scenario="plan")
    assert "Anders" in browser.page.text  # type: ignore[union-attr]
    assert store.version() == version
    assert store.record(town.YOUTH).name == "Jugendamt"  # type: ignore[attr-defined]
    assert len(store.scenarios()[0].steps) == 2


def token(browser: Browser) -> str:
    """Find the secret of the session in a page."""
    return browser.open("/edit/new", type="Department").text.split('name="form_token" value="')[1].split('"')[0]


@pytest.mark.parametrize(
    "path", ["/edit", f"/edit/record?id={town.CLUB}", "/edit/new?type=Department", "/edit/changes"]
)
def test_a_public_reader_is_asked_to_sign_in(browser: Browser, path: str) -> None:
    public = TestClient(browser.client.app, "http://127.0.0.1:8000", headers={"Accept": "text/html"})
    answer = public.get(path)
    assert answer.status_code == 401
    assert 'href="/sign-in?' in answer.text


def test_a_service_with_narrower_rights_lets_nobody_edit(store: Store) -> None:
    with signed_in(store, visibility=Visibility.INTERNAL) as browser:
        assert browser.open("/edit").status_code == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/edit/record?id=nichts", 404),
        ("/edit/record", 422),
        ("/edit/new?type=Nichts", 422),
        ("/edit/connect?id=nichts", 404),
        ("/edit/connect?id=PART_OF|x|y", 404),
        ("/edit?scenario=keines", 404),
        ("/edit?q=%00", 422),
        ("/edit?unknown=1", 422),
    ],
)
def test_what_is_not_there_is_told(browser: Browser, path: str, status: int) -> None:
    assert browser.open(path).status_code == status
