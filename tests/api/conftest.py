"""The service over a real store that holds the small town, called in-process."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import ApiSettings
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.record import Record
from tests.api import town
from tests.contract.conftest import emptied

TOKEN = "only-for-the-tests-0123456789"
BASE = "http://127.0.0.1:8000"
"""An address that the guard takes for its own."""


@contextmanager
def town_at(address: Address, records: Iterable[Record] = town.RECORDS) -> Iterator[Store]:
    """Empty a database, put the town into it, and leave it empty."""
    with store_at(emptied(Connection(address))) as store:
        with store.change("the town", "test") as changes:
            changes.put(records)
        yield store
    emptied(connection := Connection(address))
    connection.close()


@pytest.fixture(scope="module")
def town_store(embedded_address: Address) -> Iterator[Store]:
    """The town in this worker's embedded store; the tests of the service only read."""
    with town_at(embedded_address) as store:
        yield store


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    """A town of a test's own, since it is written to."""
    with town_at(embedded_address) as opened:
        yield opened


@pytest.fixture(scope="session")
def settings() -> ApiSettings:
    return ApiSettings(token=SecretStr(TOKEN), body_bytes=20_000, body_seconds=0.2)


@pytest.fixture(scope="module")
def app(town_store: Store, settings: ApiSettings) -> FastAPI:
    return create_app(town_store, settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A reader without the token."""
    with TestClient(app, BASE) as made:
        yield made


@pytest.fixture
def known(app: FastAPI) -> Iterator[TestClient]:
    """The holder of the token."""
    with TestClient(app, BASE, headers={"Authorization": f"Bearer {TOKEN}"}) as made:
        yield made
