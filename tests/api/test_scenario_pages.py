"""Scenarios on pages without JavaScript: begun, filled, compared, adopted, undone, discarded; proposals taken over."""

from collections.abc import Iterator

import pytest

from graph.store.store import Store
from tests.api.desk import Browser, signed_in

NAME = "Plan B-1.0 für Süd"


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def begun(browser: Browser, name: str = NAME) -> None:
    browser.open("/edit/scenarios", lang="de")
    assert browser.send("/edit/scenarios", name=name, title="<b>Plan</b>", day="2026-06-30").status_code == 200


def test_a_scenario_from_its_beginning_to_its_end(browser: Browser, store: Store) -> None:
    version = store.version()
    begun(browser)
    assert "&lt;b&gt;Plan" in browser.page.text  # type: ignore[union-attr]
    browser.follow("Im Szenario arbeiten")
    browser.follow("Verwaltungseinheit")
    assert "Im Szenario eingetragen." in browser.send("/edit/new", name="Stabsstelle").text
    page = browser.follow("Szenario ansehen")
    assert "Stabsstelle (Verwaltungseinheit)" in page.text
    assert browser.follow("Vorher und nachher").status_code == 200
    assert store.version() == version
    browser.open("/edit/scenarios", lang="de")
    browser.follow(NAME)
    page = browser.send("/adopt")
    assert "Gespeichert als Änderung 2." in page.text
    assert store.version() == version + 1
    assert "rückgängig" not in browser.send("/edit/changes/2/undo").text.lower().split("<table")[0]
    browser.open("/edit/scenarios")
    browser.follow(NAME)
    assert NAME not in browser.send("/discard").text
    assert store.scenarios() == []


def test_a_step_is_taken_out(browser: Browser, store: Store) -> None:
    begun(browser)
    browser.follow("Im Szenario arbeiten")
    browser.follow("Organisation")
    browser.send("/edit/new", name="Verein Neu")
    browser.follow("Szenario ansehen")
    assert "Es ändert noch nichts." in browser.send("/clear").text
    assert store.scenarios()[0].steps == ()


def test_scenarios_stand_side_by_side(browser: Browser) -> None:
    begun(browser, "a")
    begun(browser, "b")
    page = browser.client.get("/edit/beside?scenarios=a&scenarios=b&lang=de").text
    assert page.count('scope="col"><bdi>a</bdi>') == page.count('scope="col"><bdi>b</bdi>') == 2
    assert "Beauftragung" in page
    assert browser.client.get("/edit/beside").url.path == "/edit/scenarios"
    assert browser.client.get("/edit/beside?" + "&".join(f"scenarios=s{n}" for n in range(6))).status_code == 422
    assert browser.client.get("/edit/beside?scenarios=keines").status_code == 404


@pytest.mark.parametrize(
    ("name", "day", "field"), [("", "", "name"), ("<b>", "", "name"), ("x" * 61, "", "name"), ("gut", "morgen", "day")]
)
def test_what_does_not_fit_stands_beside_its_field(browser: Browser, name: str, day: str, field: str) -> None:
    browser.open("/edit/scenarios")
    page = browser.send("/edit/scenarios", name=name, day=day)
    assert page.status_code in (400, 422)
    assert f'id="{field}-wrong"' in page.text
    assert "<b>" not in page.text


def test_a_name_that_is_taken_is_refused(browser: Browser) -> None:
    begun(browser)
    browser.open("/edit/scenarios")
    assert browser.send("/edit/scenarios", name=NAME).status_code == 409


def test_a_check_is_taken_over_by_who_may_only(browser: Browser, store: Store) -> None:
    browser.open("/checks/1", lang="de", as_of="2026-06-30")
    browser.follow("Als Szenario übernehmen")
    page = browser.send("/edit/propose", name="aus-1")
    assert page.status_code == 200, page.text
    assert len(store.scenarios()[0].steps) > 0
    browser.open("/edit/propose", number="1")
    assert browser.send("/edit/propose", name="", into="aus-1").status_code == 400  # it is met there by now
    browser.client.cookies.clear()
    assert "Als Szenario" not in browser.open("/checks/1", lang="de", as_of="2026-06-30").text


def test_where_nothing_is_proposed_no_empty_scenario_is_left(browser: Browser, store: Store) -> None:
    begun(browser, "voll")
    browser.open("/edit/propose", number="1")
    browser.send("/edit/propose", into="voll")
    browser.open("/edit/propose", number="1", kommune="nirgends")
    assert browser.send("/edit/propose", name="leer").status_code == 404
    assert [one.name for one in store.scenarios()] == ["voll"]
