"""Reading in on pages without JavaScript: previewed, written, discarded, refused; the way out of an empty store."""

import time
from collections.abc import Iterator
from io import BytesIO

import pytest
from httpx2 import Response
from openpyxl import load_workbook

from graph.intake.table_names import UNREAD
from graph.store.address import Address
from graph.store.store import Store
from schema.nodes import Department
from schema.text import Lang
from tests.api.conftest import town_at
from tests.api.desk import Browser, Reader, signed_in

UNITS = "Kennung;Name;Art;Nummer\namt-1;Amt für <b>Neues</b>;Amt;1\namt-2;Zweites Amt;Amt;2\n"
CHANGED = UNITS.replace("Zweites Amt", "Drittes Amt")
BAD = "Kennung;Name\namt-8;Gut\namt-9;\n"


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    with town_at(embedded_address, ()) as opened:
        yield opened


@pytest.fixture
def browser(store: Store) -> Iterator[Browser]:
    with signed_in(store) as made:
        yield made


def sent(browser: Browser, content: str | bytes, name: str = "Department.csv", **fields: str) -> Response:
    """Send a file by the form of the page."""
    page = browser.open("/edit/import", lang="de")
    _, action, held = next(form for form in Reader(page.text).forms if "upload" not in form[1] and len(form[2]) > 3)
    values = {**{key: value for key, value in held if key != "file"}, **fields}
    browser.page = browser.client.post(action, data=values, files={"file": (name, content)})
    return browser.page


def finished(browser: Browser) -> str:
    """Load the page again, as its refresh says, until it says nothing of it any more."""
    assert browser.page is not None
    for _ in range(900):
        if 'http-equiv="refresh"' not in browser.page.text:
            return browser.page.text
        time.sleep(0.1)
        browser.open(str(browser.page.url))
    raise AssertionError("the import did not end")


def test_a_file_is_looked_at_and_then_written(browser: Browser, store: Store) -> None:
    assert sent(browser, UNITS).status_code == 200
    page = finished(browser)
    assert "2 neu, 0 geändert" in page
    assert "Amt für &lt;b&gt;Neues" in page
    assert "Noch ist nichts geschrieben." in page
    assert store.version() == 0
    browser.send("/write")
    assert "Geschrieben als Änderung 1." in finished(browser)
    assert store.counts()["Department"] == 2
    sent(browser, CHANGED)
    assert "Name: <bdi>Zweites Amt</bdi> → <bdi>Drittes Amt</bdi>" in finished(browser)
    browser.send("/discard")
    assert store.version() == 1
    sent(browser, UNITS)
    assert "Nichts Neues" in finished(browser)


def test_what_cannot_be_read_is_told_with_its_place(browser: Browser, store: Store) -> None:
    sent(browser, BAD)
    page = finished(browser)
    assert "Name: fehlt" in page
    assert store.version() == 0
    sent(browser, BAD, keep_good="true")
    assert "1 abgelehnt" in finished(browser)


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"\xff\xfe<script>", b"PK\x03\x04broken"])
def test_rubbish_is_refused_in_words(browser: Browser, store: Store, content: bytes) -> None:
    sent(browser, content, name="<b>müll</b>.bin".replace("/", ""))
    page = finished(browser)
    assert 'role="alert"' in page
    assert "<b>" not in page
    assert store.version() == 0


@pytest.mark.parametrize(
    ("name", "fields", "field"),
    [(".verborgen", {}, "file"), ("x" * 121, {}, "file"), ("a.csv", {"kommune": "12"}, "kommune")],
)
def test_what_does_not_fit_stands_beside_its_field(
    browser: Browser, name: str, fields: dict[str, str], field: str
) -> None:
    answer = sent(browser, UNITS, name=name, **fields)
    assert answer.status_code == 422
    assert f'id="{field}-wrong"' in answer.text
    assert browser.client.post("/edit/import", data={"form_token": secret(browser)}).status_code == 422


def secret(browser: Browser) -> str:
    return browser.open("/edit/import").text.split('name="form_token" value="')[1].split('"')[0]


def test_too_large_a_file_is_refused(store: Store) -> None:
    with signed_in(store, upload_bytes=2_000) as browser:
        assert sent(browser, UNITS * 100).status_code == 413


def test_without_the_secret_of_the_session_nothing_is_taken(browser: Browser) -> None:
    answer = browser.client.post("/edit/import", files={"file": ("a.csv", UNITS)})
    assert answer.status_code == 403


def test_the_first_visit_leads_to_the_example(browser: Browser, store: Store) -> None:
    page = browser.open("/edit", lang="de").text
    assert "fahrstuhl import https://…/oparl/system" in page
    browser.send("/edit/import/example")
    assert "Noch ist nichts geschrieben." in finished(browser)
    assert "vier Wege" in browser.open("/edit", lang="de").text
    assert store.version() == 0
    with store.change("first", "test") as changes:
        changes.put([Department(id="a", name="A", source="test")])
    assert "vier Wege" not in browser.open("/edit", lang="de").text


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_template_can_be_had(browser: Browser, lang: Lang) -> None:
    answer = browser.open("/edit/import/template.xlsx", lang=lang)
    assert "attachment" in answer.headers["content-disposition"]
    assert UNREAD["guide"].lang(lang) in load_workbook(BytesIO(answer.content)).sheetnames


@pytest.mark.parametrize("path", ["/edit/import/nicht-da", "/edit/import/nicht-da/write"])
def test_an_import_that_is_not_there(browser: Browser, path: str) -> None:
    assert browser.open(path).status_code in (404, 405)
