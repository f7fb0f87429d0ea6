"""Saved views on both stores: kept beside the data, seen by every other opening, renamed and forgotten."""

from collections.abc import Callable

import pytest

from graph.store.store import Store
from graph.views.saving import forget, rename, save
from graph.views.view import View
from schema.errors import ConflictError, NotFoundError


def test_a_view_is_kept_renamed_and_forgotten(stores: Callable[[], Store]) -> None:
    store, other = stores(), stores()
    version = store.version()
    kept = save(store, "Süd: wer fehlt?", "/network?level=politics&select=a%2Fb", "Erika Muster")
    save(store, "أحمد", "/map")
    assert other.views() == sorted(store.views(), key=lambda view: view.name)
    assert kept in other.views()
    assert kept.who == "Erika Muster"
    rename(other, kept.name, "Süd")
    renamed = View("Süd", kept.address, kept.who, kept.at)
    assert renamed in store.views()
    with pytest.raises(ConflictError):
        rename(store, "Süd", "أحمد")
    with pytest.raises(NotFoundError):
        forget(store, kept.name)
    forget(store, "أحمد")
    assert (other.views(), other.version(), other.network().n) == ([renamed], version, 0)


def test_a_view_is_no_record_and_outlives_undoing(store: Store) -> None:
    save(store, "Karte", "/map?layer=reach")
    with store.change("x", "test") as changes:
        changes.put([])
    assert sum(store.counts().values()) == 0
    assert store.search("Karte") == []
    assert [view.name for view in store.views()] == ["Karte"]
