"""The scope of a planning round, said anew; and what was typed into its forms, read."""

from collections.abc import Iterator
from datetime import date

import pytest

from graph.questions.scope import Scope
from graph.rounds.finding import round_of
from graph.rounds.framing import frame, matters_of, participants_of
from graph.rounds.sheet import sheet
from graph.rounds.typed import MOST_NAMED, Typed
from graph.rounds.writing import Beginning, begin
from graph.scenarios.editing import End, carry_out
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError, NotFoundError
from schema.nodes import Department, Fachplanung, Sozialraum, TargetGroup
from schema.record import Visibility
from tests.graph.questions.town import node


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        with opened.change("Bestand", "Test") as change:
            change.put(
                [
                    node(Department, "Jugendamt"),
                    node(Department, "Bauamt"),
                    node(Sozialraum, "Nord"),
                    node(TargetGroup, "Kinder"),
                    node(Fachplanung, "Jugendplan"),
                ]
            )
        begin(opened, Beginning("Runde", concerns=("Nord",), participants=("Jugendamt", "Kinder")))
        yield opened


def told(store: Store) -> tuple[list[str], list[str]]:
    network = store.network()
    found = sheet(network, round_of(network, "Runde"), date(2026, 6, 30))
    return [one.name for one in found.concerns], [one.name for one in found.participants]


def test_the_scope_is_what_was_said_last_and_can_be_undone(store: Store) -> None:
    assert told(store) == (["Kinder", "Nord"], ["Jugendamt"])
    change = frame(store, "Runde", ["Kinder", "Jugendplan"], ["Bauamt"])
    assert told(store) == (["Jugendplan", "Kinder"], ["Bauamt"])
    version = store.version()
    assert frame(store, "Runde", ["Jugendplan", "Kinder"], ["Bauamt"]) is None
    assert store.version() == version
    store.undo(change)
    assert told(store) == (["Kinder", "Nord"], ["Jugendamt"])
    frame(store, "Runde", [], [])
    assert told(store) == ([], [])


def test_what_has_ended_stays_and_can_hold_again(store: Store) -> None:
    network = store.network()
    i = round_of(network, "Runde")
    tie = next(row["id"] for row in network.tie_rows if row["end"] == "Nord")
    with store.change("vorbei", "Test") as change:
        carry_out(change, [End(id=tie, on=date(2026, 3, 31))], "Test")
    network = store.network()
    assert [network.name(j) for j in matters_of(network, i)] == ["Kinder"]
    assert [network.name(j) for j in participants_of(network, i)] == ["Jugendamt"]
    frame(store, "Runde", ["Kinder"], ["Jugendamt"])
    assert told(store)[0] == ["Kinder", "Nord"]
    frame(store, "Runde", ["Kinder", "Nord"], ["Jugendamt"])
    assert len(Scope(as_of=date(2026, 6, 30)).cut(store.network()).tie_rows) == 3


def test_what_is_not_there_changes_nothing(store: Store) -> None:
    version = store.version()
    for wrong in ((["Jugendamt"], []), (["Nord"], ["Nirgendwer"]), ([], ["Nord"])):
        with pytest.raises(NotFoundError):
            frame(store, "Runde", *wrong)
    assert store.version() == version


def test_a_form_tells_all_that_does_not_fit_at_once(store: Store) -> None:
    values = {
        "name": "  ",
        "day": "31.02.2026",
        "who": "Jugendamt\n\nNiemand\nAuch niemand",
        "many": "\n".join(map(str, range(MOST_NAMED + 1))),
        "visibility": "secret",
    }
    typed = Typed(store.network(), values, "Formular")
    assert (typed.needed("name"), typed.day("day"), typed.text("other")) == ("", None, None)
    assert typed.nodes("who", Department) == ("Jugendamt",)
    assert (typed.nodes("many", Department), typed.one_of("visibility", Visibility)) == ((), None)
    with pytest.raises(InputError) as refused:
        typed.finished()
    assert {odd.field for odd in refused.value.oddities} == {*values}
    assert "Niemand" in next(odd.message.de for odd in refused.value.oddities if odd.field == "who")
    assert Typed(store.network(), {"day": "1. März 2026"}, "").day("day") == date(2026, 3, 1)
