"""Duplicates on a page without JavaScript: judged, made one, taken back, judged otherwise."""

from collections.abc import Iterator

import pytest

from graph.store.address import Address
from graph.store.store import Store
from schema.nodes import Organisation
from schema.ties import CooperatesWith
from tests.api import town
from tests.api.conftest import town_at
from tests.api.desk import Browser, Reader, signed_in

TWICE = Organisation(
    id="liste:<b>verein</b>", name="Buergerverein Aelteste Strasse e.V.", kind="Verein", source="Liste"
)
TIE = CooperatesWith(id="t", start=TWICE.id, end=town.YOUTH, source="Liste")


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    with town_at(embedded_address, (*town.RECORDS, TWICE, TIE)) as opened:
        yield opened


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def judged(browser: Browser, verdict: str) -> str:
    """Press the button of a verdict on the first pair."""
    page = browser.open("/edit/duplicates", lang="de").text
    _, action, held = next(form for form in Reader(page).forms if form[1].startswith("/edit/duplicates"))
    browser.page = browser.client.post(action, data={**dict(held), "verdict": verdict})
    assert browser.page.status_code == 200
    return browser.page.text


def test_the_same_are_made_one_and_two_again(browser: Browser, store: Store) -> None:
    before = store.counts()
    page = judged(browser, "same")
    assert "Noch nicht beurteilt (0)" in page
    assert "Beurteilt (1)" in page
    assert store.counts()["Organisation"] == before["Organisation"] - 1
    browser.send("/edit/changes/2/undo")
    assert store.counts() == before
    assert "Noch nicht beurteilt (1)" in browser.open("/edit/duplicates", lang="de").text


def test_what_was_judged_different_can_be_judged_otherwise(browser: Browser, store: Store) -> None:
    page = judged(browser, "different")
    assert "zwei verschiedene" in page
    assert "<b>verein" not in page
    judged(browser, "unsure")
    assert [one.verdict.value for one in store.judgements()] == ["unsure"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"kept": "x", "other": "y", "verdict": "same"}, 404),
        ({"kept": town.CLUB, "other": town.CLUB, "verdict": "same"}, 400),
        ({"kept": town.CLUB, "other": town.YOUTH, "verdict": "same"}, 409),
        ({"kept": town.CLUB, "other": TWICE.id, "verdict": "vielleicht"}, 400),
        ({}, 400),
    ],
)
def test_what_does_not_fit_is_told(browser: Browser, fields: dict[str, str], status: int) -> None:
    page = browser.open("/edit/duplicates", lang="de").text
    secret = page.split('name="form_token" value="')[1].split('"')[0]
    answer = browser.client.post("/edit/duplicates", data={**fields, "form_token": secret})
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
