"""The history on pages: undone, done again, refused where a later change stands on it."""

from collections.abc import Iterator

import pytest

from graph.store.store import Store
from tests.api import town
from tests.api.desk import Browser, signed_in


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def renamed(browser: Browser, name: str) -> None:
    browser.open("/edit/change", id=town.YOUTH)
    browser.send("/edit/change", name=name)


def test_a_change_is_taken_back_and_done_again(browser: Browser, store: Store) -> None:
    renamed(browser, "Eins")
    assert store.record(town.YOUTH).name == "Eins"  # type: ignore[attr-defined]
    browser.send("/edit/changes/2/undo")
    assert store.record(town.YOUTH).name == "Jugendamt"  # type: ignore[attr-defined]
    page = browser.open("/edit/changes", lang="de").text
    assert "zurückgenommen durch 3" in page
    assert "/edit/changes/3/undo" not in page
    browser.send("/edit/changes/2/redo")
    assert store.record(town.YOUTH).name == "Eins"  # type: ignore[attr-defined]


def test_what_a_later_change_stands_on_is_refused_with_its_name(browser: Browser, store: Store) -> None:
    renamed(browser, "Eins")
    renamed(browser, "Zwei")
    browser.open("/edit/changes", lang="de")
    page = browser.send("/edit/changes/2/undo")
    assert page.status_code == 409
    assert "Änderung 3" in page.text.split('role="alert"')[1].split("</div>")[0]
    assert store.version() == 3


def test_the_history_of_a_record_tells_each_field_even_when_it_is_gone(browser: Browser) -> None:
    renamed(browser, "<b>Eins</b>")
    page = browser.follow("Verlauf")
    assert "Name: <bdi>Jugendamt</bdi> → <bdi>&lt;b&gt;Eins&lt;/b&gt;</bdi>" in page.text
    browser.open("/edit/remove", id=town.CLUB)
    browser.send("/edit/remove")
    gone = browser.open("/edit/changes", id=town.CLUB, lang="en")
    assert gone.status_code == 200
    assert "Bürgerverein Älteste Straße" in gone.text


@pytest.mark.parametrize("path", ["/edit/changes?id=nichts", "/edit/changes?limit=0"])
def test_what_is_not_there_is_told(browser: Browser, path: str) -> None:
    assert browser.open(path).status_code in (404, 422)
