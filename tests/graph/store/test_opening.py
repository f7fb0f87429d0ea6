"""Opening a store, and what happens when the server behind an open one dies."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pydantic import SecretStr

from graph.store.address import Address
from graph.store.memory import chosen_heap_mb
from graph.store.opening import open_store
from graph.store.settings import StoreSettings
from graph.store.store import Store
from schema.errors import InputError, StoreUnreachable, UsageError
from tests.contract.towns import club, kommune, town

SECRET = "sehr-geheim-4711"


def settings_for(address: Address, password: str) -> StoreSettings:
    return StoreSettings(
        store=address.url,
        store_user=address.user,
        store_password=SecretStr(password),
        store_database=address.database,
    )


def test_a_wrong_password_is_told_and_not_shown(address: Address) -> None:
    with pytest.raises(StoreUnreachable) as refused:
        open_store(settings=settings_for(address, SECRET))
    assert "FAHRSTUHL_STORE_PASSWORD" in refused.value.hint.de
    assert SECRET not in repr(refused.value) + str(refused.value)


def test_the_password_may_stand_in_a_file(address: Address, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(address.password + "\n", encoding="utf-8")
    settings = settings_for(address, "").model_copy(update={"store_password": None, "store_password_file": file})
    with open_store(settings=settings) as store:
        assert store.address == Address(
            address.url, address.user, address.password, address.user, address.password, address.database
        )
    file.unlink()
    with pytest.raises(InputError):
        open_store(settings=settings)


def test_no_server_is_told_with_its_address() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"bolt://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(StoreUnreachable) as refused:
            open_store(url)
    assert url in refused.value.text.de


@pytest.mark.parametrize(
    "url", ["http://localhost:7474", "bolt://neo4j:sehr-geheim-4711@localhost", "ftp://x", "bolt://:x:y", "bolt://[::1"]
)
def test_what_is_no_address_is_refused_and_shows_no_password(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        open_store(url)
    assert SECRET not in str(refused.value)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"STORE": "bolt://db", "STORE_USER": "u", "STORE_PASSWORD": SECRET, "HEAP_MB": "512", "STORE_DATABASE": "d"}
    for name, value in given.items():
        monkeypatch.setenv(f"FAHRSTUHL_{name}", value)
    settings = StoreSettings()
    assert (settings.store, settings.store_user, settings.password()) == ("bolt://db", "u", SECRET)
    assert (settings.heap_mb, settings.store_database) == (512, "d")
    assert SECRET not in repr(settings)


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", settings=StoreSettings(heap_mb=256)) as store:
        with store.change("Grund", "Test") as change:
            change.put(town(1, 3))
        yield store


def kill_server(directory: Path) -> None:
    """End the child that serves a store, as the system does when memory runs out."""
    ours = psutil.Process(os.getpid()).children(recursive=True)
    (child,) = (process for process in ours if process.is_running() and process.cwd() == str(directory))
    child.kill()
    child.wait()


def test_a_reader_does_not_notice_that_the_server_died(embedded: Store, tmp_path: Path) -> None:
    kill_server(tmp_path / "store")
    assert embedded.record("k") == kommune()
    kill_server(tmp_path / "store")
    assert embedded.query("MATCH (k:Kommune) RETURN k.id").rows == (("k",),)
    kill_server(tmp_path / "store")
    with embedded.change("Danach", "Test") as change:
        change.put([club()])
    assert embedded.network().n == 5


def test_a_change_set_whose_server_died_is_taken_back(embedded: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable) as refused:
        change_and_kill(embedded, tmp_path / "store")
    assert "zurückgenommen" in refused.value.hint.de
    assert (embedded.network().n, embedded.version()) == (4, 1)
    with embedded.change("Noch einmal", "Test") as change:
        change.put([*town(2, 3), club()])
    assert (embedded.network().n, embedded.version()) == (5, 2)


def change_and_kill(store: Store, directory: Path) -> None:
    with store.change("Bricht ab", "Test") as change:
        change.put(town(2, 3))
        kill_server(directory)
        change.put([club()])


def test_the_directory_is_that_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_STORE", str(tmp_path / "hier"))
    monkeypatch.setenv("FAHRSTUHL_HEAP_MB", "256")
    with open_store() as store:
        assert store.version() == 0
    assert (tmp_path / "hier").is_dir()


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    with pytest.raises(InputError):
        open_store(tmp_path / "datei")


def test_a_store_takes_a_gigabyte_of_heap_at_most_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAHRSTUHL_HEAP_MB", raising=False)
    assert 256 <= chosen_heap_mb() <= 1024
    assert chosen_heap_mb(3000) == 3000
    monkeypatch.setenv("FAHRSTUHL_HEAP_MB", "2000")
    assert chosen_heap_mb() == 2000
