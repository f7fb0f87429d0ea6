"""A live endpoint and a store: the second run brings what changed, was deleted or decided since the first."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.intake.importing import ImportReport, import_source, never
from graph.intake.oparl.endpoint import remembered
from graph.intake.reader import Manner
from graph.intake.sources import Endpoint, source_at
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError, UsageError
from tests.graph.intake.oparl_server import Server, failing
from tests.graph.intake.test_oparl_live import quick, server

__all__ = ["quick", "server"]


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep downloads out of the home of whoever runs the tests."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)


def into(store: Store, server: Server, **said: Any) -> ImportReport:
    return import_source(store, server.at + "/system", **said)


def since_next(store: Store, server: Server) -> str:
    """Give the time from which on the next run asks for changes."""
    source = source_at(server.at + "/system")
    assert isinstance(source, Endpoint)
    return str(remembered(source, store.downloads, store.history()).since)


def test_the_second_run_changes_what_changed_and_nothing_else(store: Store, server: Server) -> None:
    report = into(store, server)
    assert report.new == sum(store.counts().values())
    assert not server.since("/1/paper")
    report = into(store, server)
    assert (report.outcome, dict(report.totals)) == ("nothing new", {})
    assert server.since("/1/paper")

    since = since_next(store, server)
    query = "?modified_since=" + since.replace("+", "%2B")
    meeting = server.answers["/1/meeting/1"]
    meeting["agendaItem"][0]["result"] = "vertagt"
    server.answers[f"/1/meeting{query}"] = [meeting]
    gone = {"deleted": True, "modified": "2026-03-04T00:00:00+01:00"}
    paper = server.object("Paper", "/1/paper/4", underDirectionOf=[f"{server.at}/1/organization/at/1"])
    server.answers[f"/1/paper{query}"] = [paper, {"id": f"{server.at}/1/paper/3", **gone}]
    server.answers[f"/1/person{query}"] = [{"id": f"{server.at}/1/person/1", **gone}]
    report = into(store, server)
    assert (report.new, report.changed, report.ended, dict(report.totals)) == (2, 1, 2, {})
    ids = [f"{server.at}/1/{what}" for what in ("consultation/1", "paper/3", "person/1", "paper/2")]
    found = store.records(ids)
    assert found[ids[0]].properties()["result"] == "vertagt"
    assert [found[id].valid_to for id in ids[1:]] == [date(2026, 3, 4), date(2026, 3, 4), None]


def test_a_total_failure_leaves_the_store_as_it_was(store: Store, server: Server) -> None:
    into(store, server)
    version, counts = store.version(), store.counts()
    server.serve("/system", failing(99, {}))
    with pytest.raises(InputError):
        into(store, server)
    assert (store.version(), store.counts()) == (version, counts)


def test_after_an_undo_everything_is_read_again(store: Store, server: Server) -> None:
    into(store, server)
    counts = store.counts()
    store.undo()
    into(store, server)
    assert not server.since("/1/paper")
    assert store.counts() == counts


def test_a_preview_downloads_once_for_itself_and_for_the_writing(store: Store, server: Server) -> None:
    seen = into(store, server, agree=never)
    asked = len(server.asked)
    written = into(store, server)
    assert (seen.outcome, written.outcome, written.new) == ("not written", "written", seen.new)
    assert len(server.asked) == asked


def test_what_an_endpoint_names_no_more_ends_where_it_counts_as_complete(store: Store, server: Server) -> None:
    into(store, server)
    server.list("/1/paper", [server.answers["/1/paper/1"], server.answers["/1/paper/2"]])
    assert into(store, server).ended == 0
    report = into(store, server, manner=Manner(complete=True))
    assert report.ended > 0
    assert store.record(f"{server.at}/1/paper/3").valid_to is not None
    assert store.record(f"{server.at}/1/paper/2").valid_to is None


def test_only_oparl_is_read_from_an_address(store: Store, server: Server) -> None:
    with pytest.raises(UsageError):
        into(store, server, manner=Manner("tables"))
    assert server.asked == []
