"""What is kept of the store: one reading for all, cuts and answers per scope, anew when the data have moved."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from api.editions import Editions
from api.settings import ApiSettings
from graph.questions.scope import Scope
from graph.store.store import Store
from schema.record import Visibility


def test_all_who_ask_at_the_same_time_share_one_reading(town_store: Store) -> None:
    editions = Editions(town_store, 2, 2)
    with ThreadPoolExecutor(8) as threads:
        readings = [threads.submit(editions.present) for _ in range(16)]
        assert len({id(reading.result(60)) for reading in readings}) == 1


def test_each_scope_is_cut_once(town_store: Store) -> None:
    edition = Editions(town_store, 2, 2).present()
    public, internal = Scope(), Scope(visibility=Visibility.INTERNAL)
    assert edition.cut(public) is edition.cut(Scope())
    assert edition.cut(public).n < edition.cut(internal).n


def test_names_may_be_announced_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAHRSTUHL_API_HOSTS", "fahrstuhl.example.de, plan.example.de,")
    assert ApiSettings().hosts == ("fahrstuhl.example.de", "plan.example.de")
