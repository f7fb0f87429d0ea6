"""The dossier over HTTP: a file as an attachment, cut by rights, with the page that leads to it."""

import io
import zipfile

import pytest
from starlette.testclient import TestClient

from tests.api import town
from viz.dossier.report import FORMS

ROUTE = "/api/v1/report"
BEGINS = {"html": b"<!doctype html>", "docx": b"PK", "pdf": b"%PDF-"}


def _words(name: str, content: bytes) -> str:
    if name == "docx":
        content = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    return content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", FORMS)
def test_each_kind_of_file_comes_as_an_attachment_without_what_the_reader_may_not_see(
    client: TestClient, name: str
) -> None:
    answer = client.get(ROUTE, params={"format": name, "lang": "de"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMS[name].media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="fahrstuhl-dossier.{name}"'
    assert answer.content.startswith(BEGINS[name])
    told = _words(name, answer.content)
    assert name == "pdf" or "Jugendamt" in told
    assert [word for word in (*town.HIDDEN, *town.NAMED) if word in told] == []


def test_its_content_comes_as_json(client: TestClient) -> None:
    told = client.get(ROUTE, params={"format": "json", "lang": "de"})
    assert told.json()["title"] == "Musterstadt: Dossier zur integrierten Planung"
    assert [word for word in (*town.HIDDEN, *town.NAMED, town.SHELTER, town.LEADER) if word in told.text] == []


def test_more_needs_the_token(client: TestClient, known: TestClient) -> None:
    for more in ({"visibility": "internal"}, {"persons": "true"}):
        assert client.get(ROUTE, params={"format": "json", **more}).status_code == 401
    everything = {"visibility": "confidential", "persons": "true"}
    told = known.get(ROUTE, params={"format": "json", "about": town.SHELTER, **everything})
    assert told.json()["title"] == "Zufluchtswohnung Südstadt"


def test_one_record_has_its_own_and_one_that_may_not_be_seen_has_none(client: TestClient) -> None:
    told = client.get(ROUTE, params={"format": "json", "about": town.YOUTH})
    assert told.json()["title"] == "Jugendamt"
    for hidden in (town.SHELTER, "Zufluchtswohnung Südstadt", town.LEADER, "nowhere"):
        assert client.get(ROUTE, params={"about": hidden}).status_code == 404


def test_what_is_misspelt_is_refused_and_an_empty_field_is_none(client: TestClient) -> None:
    assert client.get(ROUTE, params={"format": "odt"}).status_code == 422
    assert client.get(ROUTE, params={"abuot": "x"}).status_code == 422
    assert client.get(ROUTE, params={"format": "json", "about": "", "as_of": ""}).status_code == 200


def test_a_page_leads_to_it(client: TestClient) -> None:
    page = client.get("/report", params={"lang": "de", "about": "Jugendamt"}).text
    assert f'action="{ROUTE}"' in page
    assert "Dossier herunterladen" in page
    assert 'value="Jugendamt"' in page
    assert 'href="/report?lang=de"' in client.get("/", params={"lang": "de"}).text
