"""Reading a source in over HTTP: look first, then write; for the holder of the token only; nothing half."""

import io
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.store import Store
from schema.record import Visibility
from tests.api.conftest import BASE, TOKEN

IMPORTS = "/api/v1/imports"
AREAS = (
    '{"type": "https://schema.oparl.org/1.1/Organization", "id": "https://ris.example.org/org/at/5", "name": "Amt 5"}'
)
BROKEN = '{"type": "https://schema.oparl.org/1.1/Organization", "id": '


@pytest.fixture
def service(store: Store) -> FastAPI:
    return create_app(store, ApiSettings(token=SecretStr(TOKEN), upload_bytes=20_000, upload_seconds=5, imports_kept=2))


@pytest.fixture
def writer(service: FastAPI) -> Iterator[TestClient]:
    with TestClient(service, BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as made:
        yield made


def sent(client: TestClient, body: str | bytes, **options: Any) -> dict[str, Any]:
    """Send a file and wait until it is over."""
    answer = client.post(IMPORTS, params={"name": "organisation.json", **options}, content=body)
    assert answer.status_code == 202, answer.text
    assert answer.headers["Location"] == f"{IMPORTS}/{answer.json()['id']}"
    return over(client, answer.json()["id"])


def over(client: TestClient, id: str) -> dict[str, Any]:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found: dict[str, Any] = client.get(f"{IMPORTS}/{id}").json()
        if found["state"] in ("done", "failed"):
            return found
        time.sleep(0.02)
    raise AssertionError(found)


def test_a_preview_writes_nothing_and_writing_it_is_one_change(writer: TestClient, store: Store) -> None:
    before = store.version()
    seen = sent(writer, AREAS, dry_run=True)
    assert (seen["state"], seen["dry_run"], seen["problem"]) == ("done", True, None)
    assert (seen["report"]["outcome"], seen["report"]["new"]) == ("not written", 1)
    assert [(one["id"], one["fate"]) for one in seen["report"]["preview"]["new"]] == [
        ("https://ris.example.org/org/at/5", "new")
    ]
    assert store.version() == before
    assert writer.post(f"{IMPORTS}/{seen['id']}/write").status_code == 202
    done = over(writer, seen["id"])
    assert (done["report"]["outcome"], done["dry_run"], store.version()) == ("written", False, before + 1)
    assert getattr(store.record("https://ris.example.org/org/at/5"), "name", "") == "Amt 5"
    assert writer.post(f"{IMPORTS}/{seen['id']}/write").status_code == 409


def test_an_archive_is_read_at_once(writer: TestClient, store: Store) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("organizations/5.json", AREAS)
    done = sent(writer, archive.getvalue(), name="rat.zip")
    assert (done["report"]["outcome"], done["report"]["source"]) == ("written", "rat.zip")
    assert store.records(["https://ris.example.org/org/at/5"])


@pytest.mark.parametrize(("lang", "word"), [("de", "gültiges JSON"), ("en", "valid JSON")])
def test_a_broken_file_is_told_with_its_place_and_leaves_the_store(
    writer: TestClient, store: Store, lang: str, word: str
) -> None:
    before = store.version()
    failed = sent(writer, BROKEN)
    told = writer.get(f"{IMPORTS}/{failed['id']}", params={"lang": lang}).json()["problem"]
    assert (failed["state"], told["status"]) == ("failed", 422)
    assert word in told["detail"]
    assert "organisation.json" in told["detail"]
    assert store.version() == before


def test_a_named_kommune_and_a_named_kind_are_kept_to(writer: TestClient, store: Store) -> None:
    done = sent(writer, AREAS, kind="oparl", kommune="03402000")
    assert done["report"]["outcome"] == "written"
    assert store.network().within("03402000").n == 2
    assert sent(writer, AREAS, kind="network")["problem"]["status"] == 422


@pytest.mark.parametrize("path", [IMPORTS, f"{IMPORTS}/x", f"{IMPORTS}/x/write"])
def test_without_the_token_nothing_is_taken_or_told(service: FastAPI, path: str) -> None:
    with TestClient(service, BASE) as stranger:
        method = "GET" if path.endswith("x") else "POST"
        assert stranger.request(method, path, params={"name": "a.json"}, content=AREAS).status_code == 401


def test_a_service_with_narrower_rights_takes_no_imports(store: Store) -> None:
    narrow = create_app(store, ApiSettings(token=SecretStr(TOKEN), visibility=Visibility.INTERNAL))
    with TestClient(narrow, BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        assert client.post(IMPORTS, params={"name": "a.json"}, content=AREAS).status_code == 403


@pytest.mark.parametrize("name", ["../a.json", "a/b.json", "..", ".a.json", "C:a.json", "a\\b.json", "", "a\x00.json"])
def test_a_name_that_is_a_path_is_refused(writer: TestClient, name: str) -> None:
    assert writer.post(IMPORTS, params={"name": name}, content=AREAS).status_code == 422


def test_a_file_that_is_too_large_is_refused_announced_or_not(writer: TestClient) -> None:
    parts = (b"x" * 9_000 for _ in range(5))
    for body in (b"x" * 20_001, parts):
        answer = writer.post(IMPORTS, params={"name": "a.json"}, content=body)
        assert answer.status_code == 413


def test_old_imports_make_room_and_can_be_thrown_away(writer: TestClient) -> None:
    ids = [sent(writer, AREAS, dry_run=True)["id"] for _ in range(3)]
    assert [writer.get(f"{IMPORTS}/{id}").status_code for id in ids] == [404, 200, 200]
    assert writer.delete(f"{IMPORTS}/{ids[1]}").status_code == 200
    assert writer.get(f"{IMPORTS}/{ids[1]}").status_code == 404
    assert writer.delete(f"{IMPORTS}/{ids[1]}").status_code == 404
