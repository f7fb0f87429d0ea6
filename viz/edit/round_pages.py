"""Planning rounds as pages: the list of all, and each with its scope, its notes and its frozen answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.network import Network
from graph.rounds.heads import Head
from graph.rounds.notes import NoteRow, State
from graph.rounds.sheet import Sheet
from graph.stellschrauben.words import day_text
from schema.text import Text
from viz.addresses import Query, actor_address, address, common
from viz.edit import round_form_words, round_words
from viz.edit.desk import ALTER, Desk, Trouble
from viz.edit.round_ways import (
    BEGIN,
    EVERYTHING,
    choice_text,
    edit_path,
    page,
    rights_text,
    round_path,
    state_page_address,
    tally_text,
)
from viz.option_form import OptionField
from viz.served import ROUNDS, state

Others = Sequence[tuple[str, Sequence[Head]]]
"""Other rounds, by name, each with its states."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page is read: what was asked, which options are offered, and whether the reader may write."""

    query: Query
    fields: tuple[OptionField, ...]
    editing: bool

    def wider(self, desk: Desk, path: str) -> str:
        """Give the address that shows a writer everything; empty where it is shown already, or may not be."""
        shown = all(self.query.get(name) == value for name, value in EVERYTHING.items())
        return address(path, {**self.query, **EVERYTHING, "lang": desk.lang}) if self.editing and not shown else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reader may see of the states of a round; `known` says that the reader signed in."""

    states: Sequence[Head] = ()
    others: Others = ()
    known: bool = False


def rounds_page(desk: Desk, reading: Reading, sheets: Sequence[Sheet], network: Network) -> str:
    """Write the list of all rounds; `network` is the one that they were read from."""
    kept = {"lang": desk.lang, **common(reading.query)}
    return page(
        desk,
        "rounds",
        ROUNDS,
        reading.query,
        editing=reading.editing,
        sheets=[(one, address(round_path(one.round.id), kept), tally_text(one.tally)) for one in sheets],
        state=state(network),
        begin=desk.to(BEGIN),
        **_shared(desk, reading, ROUNDS),
    )


def round_page(
    desk: Desk,
    reading: Reading,
    sheet: Sheet,
    kept: Kept,
    network: Network,
    *,
    done: str = "",
    trouble: Trouble | None = None,
) -> str:
    """Write the page of one round; `done` is the number of the change that led here."""
    id, query = sheet.round.id, {"lang": desk.lang, **common(reading.query)}
    path = round_path(id)
    return page(
        desk,
        "round",
        path,
        reading.query,
        editing=reading.editing,
        trouble=trouble,
        done=done,
        sheet=sheet,
        state=state(network),
        tally=round_words.TALLY_ON.format(day=day_text(sheet.day), tally=tally_text(sheet.tally)),
        unnamed="persons" not in reading.query and any(row.state and not row.assigned for row in sheet.notes),
        actor=lambda id: actor_address(id, query),
        to_do=_to_do,
        record=lambda id: desk.to(ALTER, id=id),
        finish=desk.to(edit_path(id, "done")),
        acts=_acts(desk, id) if reading.editing else (),
        freeze=desk.to(edit_path(id, "freeze")),
        kept=kept,
        states=[(one, state_page_address(one, desk.lang), rights_text(one)) for one in kept.states],
        **progress_form(desk, id, reading.query, kept),
        **_shared(desk, reading, path),
    )


def progress_form(
    desk: Desk, id: str, query: Query, kept: Kept, first: int | None = None, to: str = ""
) -> dict[str, object]:
    """Give what the form needs that chooses two states; it is offered where there are two to choose from."""
    return {
        "progress": round_path(id, "progress"),
        "rights": {"lang": desk.lang, **{name: query[name] for name in EVERYTHING if name in query}},
        "firsts": [(one.number, choice_text(one), one.number == first) for one in kept.states],
        "lasts": _lasts(kept.states, to),
        "other_lasts": [(name, _lasts(heads, to)) for name, heads in kept.others],
        "comparable": len(kept.states) + len(kept.others) > 1 and len(kept.states) > 0,
    }


def _lasts(heads: Iterable[Head], to: str) -> list[tuple[str, Text, bool]]:
    """Offer states of one round as the later one, by number and round."""
    named = [(f"{one.number} {one.round}", choice_text(one)) for one in heads]
    return [(value, text, value == to) for value, text in named]


def _shared(desk: Desk, reading: Reading, path: str) -> dict[str, object]:
    return {
        "path": path,
        "fields": reading.fields,
        "reset": address(path, {"lang": desk.lang}) if reading.query else "",
        "wider": reading.wider(desk, path),
    }


def _acts(desk: Desk, id: str) -> list[tuple[Text, str]]:
    notes = [(name, desk.to(edit_path(id, "note"), kind=kind)) for kind, name in round_form_words.WRITE.items()]
    scope = (round_form_words.SET_SCOPE, desk.to(edit_path(id, "scope")))
    return [*notes, scope, (round_form_words.CHANGE_DATES, desk.to(ALTER, id=id))]


def _to_do(row: NoteRow) -> bool:
    return row.state in (State.OPEN, State.OVERDUE)
