"""Planning rounds over HTTP: begun, written into, frozen, read with the right to it, compared."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.store.store import Store
from tests.api.conftest import BASE, TOKEN

ROUNDS = "/api/v1/rounds"
HERE = f"{ROUNDS}/{quote('process/runde-2026', safe='')}"
INTERNAL: dict[str, str | bool] = {"visibility": "internal"}


def client(store: Store, **rights: object) -> TestClient:
    settings = ApiSettings(token=SecretStr(TOKEN), **rights)  # type: ignore[arg-type]
    return TestClient(create_app(store, settings), BASE, headers={"Authorization": f"Bearer {TOKEN}"})


@pytest.fixture
def writer(store: Store) -> Iterator[TestClient]:
    with client(store) as made:
        begun = made.post(
            ROUNDS, json={"name": "Runde 2026", "starts_on": "2026-01-15", "concerns": ["Jugendhilfeplanung"]}
        )
        assert begun.status_code == 200, begun.text
        yield made


def noted(writer: TestClient, **fields: object) -> str:
    answer = writer.post(f"{HERE}/notes", json={"kind": "Aufgabe", "name": "Zahlen"} | fields)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["notes"][-1]["id"])


def test_a_round_from_its_beginning_to_its_progress(writer: TestClient, store: Store) -> None:
    id = noted(writer, assigned=["Jugendamt", "Erika Mustermann"], due_on="2026-02-01", noted_on="2026-01-20")
    shown = writer.get(HERE, params=INTERNAL | {"as_of": "2026-02-02"}).json()
    assert [one["name"] for one in shown["concerns"]] == ["Jugendhilfeplanung"]
    (task,) = shown["notes"]
    assert ([one["name"] for one in task["assigned"]], task["state"]) == (["Jugendamt"], "overdue")
    version = store.version()
    kept = writer.post(f"{HERE}/frozen", json={"remark": "Auftakt"}).json()
    assert (kept["number"], kept["data_version"], kept["visibility"]) == (1, version, "internal")
    done = writer.post(f"{HERE}/done", json={"note": id, "on": "2026-02-03"}).json()
    assert (done["tally"]["done"], store.version()) == (1, version + 1)
    assert writer.post(f"{HERE}/done", json={"note": id}).status_code == 409
    assert writer.get(f"{HERE}/progress", params=INTERNAL).status_code == 404
    assert writer.post(f"{HERE}/frozen", json={"as_of": "2026-02-04"}).json()["number"] == 2
    told = writer.get(f"{HERE}/progress", params=INTERNAL | {"as_of": "2026-02-04"}).json()
    assert (told["before"]["number"], told["after"]["number"], len(told["checks"])) == (1, 2, 10)
    assert [row["after"] for row in told["tasks"]] == ["done"]
    assert len(told["reservations"]) == 1
    assert writer.delete(f"{HERE}/frozen/1").json()["remark"] == "Auftakt"
    states = writer.get(f"{HERE}/frozen", params=INTERNAL).json()["states"]
    assert [one["number"] for one in states] == [2]


def test_what_is_frozen_is_what_was_answered_then(writer: TestClient) -> None:
    writer.post(f"{HERE}/frozen", json={})
    told = writer.get(f"{HERE}/frozen/1", params=INTERNAL).json()
    assert [one["question"] for one in told["answers"]] == [name for name in QUESTIONS if name != "scenario"]
    assert ([one["number"] for one in told["results"]], told["outdated"]) == (list(range(1, 11)), [])
    gaps = writer.get("/api/v1/questions/cooperation-gaps", params=INTERNAL | {"robust": False}).json()
    assert gaps in told["answers"]
    about = INTERNAL | {"robust": False, "about": "process/runde-2026"}
    assert writer.get("/api/v1/questions/approach", params=about).json() in told["answers"]


def test_who_reads_needs_the_rights_with_which_was_asked(writer: TestClient, store: Store) -> None:
    noted(writer)
    writer.post(f"{HERE}/frozen", json={"persons": True})
    reading = f"{HERE}/frozen/1"
    assert writer.get(reading).status_code == 403
    assert writer.get(reading, params=INTERNAL).status_code == 403
    assert writer.get(f"{HERE}/frozen", params=INTERNAL).json() == {"states": []}
    assert writer.get(reading, params=INTERNAL | {"persons": True}).status_code == 200
    with client(store, persons=False) as narrow:
        assert narrow.get(reading, params=INTERNAL | {"persons": True}).status_code == 403
        assert narrow.get(f"{HERE}/frozen/2", params=INTERNAL).status_code == 404
        for path in (f"{HERE}/frozen", f"{HERE}/notes", f"{HERE}/done", ROUNDS):
            body = {"name": "x", "kind": "Notiz", "note": "x"}
            assert narrow.post(path, json=body).status_code in (403, 422)
        assert narrow.delete(reading).status_code == 403
    with TestClient(create_app(store, ApiSettings(token=SecretStr(TOKEN))), BASE) as stranger:
        for path in (reading, f"{HERE}/frozen", f"{HERE}/progress"):
            assert stranger.get(path).status_code == 401
        assert stranger.get(HERE).json()["notes"] == []
        assert len(stranger.get(ROUNDS).json()["rounds"]) == 1
    assert len(store.frozen()) == 1


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (ROUNDS, {"name": "Runde 2026"}, 409),
        (ROUNDS, {"name": "Neu", "concerns": ["Nirgendwo"]}, 404),
        (ROUNDS, {"name": ""}, 422),
        (ROUNDS, {"name": "Neu", "starts_on": "gestern"}, 422),
        (f"{HERE}/notes", {"kind": "Wunsch", "name": "x"}, 422),
        (f"{HERE}/notes", {"kind": "Aufgabe", "name": "x", "assigned": ["Nirgendwo"]}, 404),
        (f"{ROUNDS}/keine/notes", {"kind": "Aufgabe", "name": "x"}, 404),
        (f"{ROUNDS}/keine/frozen", {}, 404),
        (f"{HERE}/frozen", {"kommune": "Nirgendwo"}, 404),
        (f"{HERE}/done", {"note": "nirgends"}, 404),
        (f"{HERE}/done", {"note": "process/runde-2026"}, 400),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    writer: TestClient, store: Store, path: str, body: object, status: int
) -> None:
    version = store.version()
    answer = writer.post(path, json=body)
    assert answer.status_code == status, answer.text
    assert (store.version(), store.frozen()) == (version, [])
