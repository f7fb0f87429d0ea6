"""Duplicates over HTTP: listed, judged, made one and two again."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.address import Address
from graph.store.store import Store
from schema.nodes import Person
from tests.api.conftest import BASE, TOKEN, town_at

LIST, JUDGE = "/api/v1/duplicates", "/api/v1/duplicates/judgements"
TWINS = (Person(id="x/1", source="x", name="Dr. Gerda Großmann"), Person(id="y/1", source="y", name="Grossmann, Gerda"))


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    with town_at(embedded_address, TWINS) as opened:
        yield opened


@pytest.fixture
def writer(store: Store) -> Iterator[TestClient]:
    service = create_app(store, ApiSettings(token=SecretStr(TOKEN)))
    with TestClient(service, BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as made:
        yield made


def test_a_pair_is_listed_judged_and_made_one(writer: TestClient, store: Store) -> None:
    (pair,) = writer.get(LIST).json()["suspects"]
    assert {pair["a"], pair["b"]} == {"x/1", "y/1"}
    done = writer.post(JUDGE, json={"kept": "x/1", "other": "y/1", "verdict": "same"}).json()
    assert (done["kept"], done["change"]) == ("x/1", store.version())
    after = writer.get(LIST).json()
    assert (after["suspects"], [one["other"] for one in after["judgements"]]) == ([], ["y/1"])
    store.undo()
    assert len(writer.get(LIST).json()["suspects"]) == 1


def test_a_pair_that_is_different_is_not_listed_again(writer: TestClient) -> None:
    assert writer.post(JUDGE, json={"kept": "x/1", "other": "y/1", "verdict": "different"}).json()["change"] is None
    assert writer.get(LIST).json()["total"] == 0


@pytest.mark.parametrize(("other", "status"), [("x/1", 400), ("nobody", 404), ("", 422)])
def test_what_cannot_be_judged_is_refused(writer: TestClient, other: str, status: int) -> None:
    answer = writer.post(JUDGE, json={"kept": "x/1", "other": other, "verdict": "same"})
    assert answer.status_code == status


def test_without_the_token_nobody_is_named(store: Store) -> None:
    with TestClient(create_app(store, ApiSettings(token=SecretStr(TOKEN))), BASE) as stranger:
        assert stranger.get(LIST).status_code == 401
        assert stranger.post(JUDGE, json={"kept": "x/1", "other": "y/1", "verdict": "same"}).status_code == 401
