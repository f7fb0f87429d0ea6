"""A live endpoint and a store: the second run brings what changed, was deleted or decided since the first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.admission import Admission
from graph.intake.oparl.endpoint import finished, remembered
from graph.intake.readers import reader_of
from graph.intake.sources import Endpoint
from graph.store.address import Address
from graph.store.changes import Tally
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError
from tests.graph.intake.oparl_server import Server, failing
from tests.graph.intake.test_oparl_live import endpoint, quick, server

__all__ = ["quick", "server"]


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


def into(store: Store, source: Endpoint) -> tuple[Tally, Account]:
    """Read an endpoint into a store as one change set."""
    account = Account()
    with store.change("eingelesen", source.name, "Erika", kind="import") as change:
        door, reader = Admission(change, account, {}), reader_of(source)
        door.admit(reader.read(source, account, door.present))
        door.admit(reader.derive(change, account))
    finished(source, change.id if change.tally.new or change.tally.changed or change.tally.ended else None)
    return change.tally, account


def again(store: Store, server: Server, keep: Path) -> Endpoint:
    return remembered(endpoint(server), keep, store.history())


def test_the_second_run_changes_what_changed_and_nothing_else(store: Store, server: Server, tmp_path: Path) -> None:
    tally, _ = into(store, again(store, server, tmp_path))
    assert tally.new == sum(store.counts().values())
    second = again(store, server, tmp_path)
    assert second.since
    tally, account = into(store, second)
    assert (tally.new, tally.changed, tally.ended, account.totals) == (0, 0, 0, {})

    third = again(store, server, tmp_path)
    query = "?modified_since=" + str(third.since).replace("+", "%2B")
    meeting = server.answers["/1/meeting/1"]
    meeting["agendaItem"][0]["result"] = "vertagt"
    server.answers[f"/1/meeting{query}"] = [meeting]
    gone = {"deleted": True, "modified": "2026-03-04T00:00:00+01:00"}
    paper = server.object("Paper", "/1/paper/4", underDirectionOf=[f"{server.at}/1/organization/at/1"])
    server.answers[f"/1/paper{query}"] = [paper, {"id": f"{server.at}/1/paper/3", **gone}]
    server.answers[f"/1/person{query}"] = [{"id": f"{server.at}/1/person/1", **gone}]
    tally, account = into(store, third)
    assert (tally.new, tally.changed, tally.ended, account.totals) == (2, 1, 2, {})
    ids = [f"{server.at}/1/{what}" for what in ("consultation/1", "paper/3", "person/1", "paper/2")]
    found = store.records(ids)
    assert found[ids[0]].properties()["result"] == "vertagt"
    assert [found[id].valid_to for id in ids[1:]] == [date(2026, 3, 4), date(2026, 3, 4), None]


def test_a_total_failure_leaves_the_store_as_it_was(store: Store, server: Server, tmp_path: Path) -> None:
    into(store, again(store, server, tmp_path))
    version, counts = store.version(), store.counts()
    server.serve("/system", failing(99, {}))
    with pytest.raises(InputError):
        into(store, again(store, server, tmp_path))
    assert (store.version(), store.counts()) == (version, counts)


def test_after_an_undo_everything_is_read_again(store: Store, server: Server, tmp_path: Path) -> None:
    into(store, again(store, server, tmp_path))
    counts = store.counts()
    store.undo()
    assert again(store, server, tmp_path).since is None
    into(store, again(store, server, tmp_path))
    assert store.counts() == counts
