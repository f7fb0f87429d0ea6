"""Notes, decisions and tasks of a planning round as rows, and how they stand on a day."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

import numpy as np

from graph.network import Network, Properties
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.naming import kind_text, refs
from schema.nodes import Note
from schema.text import Text
from schema.ties import AssignedTo, Concerns

NOTE, DECISION, TASK = "Notiz", "Entscheidung", "Aufgabe"
_ORDER = (DECISION, TASK, NOTE)


class State(StrEnum):
    """How something that is to be done stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"


STATE_LABELS = {
    State.OPEN: Text("offen", "open"),
    State.OVERDUE: Text("überfällig", "overdue"),
    State.DONE: Text("erledigt", "done"),
}


class NoteRow(Finding):
    """One note of a round; `state` is None where nothing is to be done."""

    sort: Annotated[Text, Text("Art", "kind")]
    name: Annotated[str, Text("Vermerk", "note")]
    noted_on: Annotated[date | None, Text("vermerkt am", "noted on")]
    assigned: Annotated[tuple[Ref, ...], Text("übertragen an", "assigned to")]
    due_on: Annotated[date | None, Text("fällig am", "due on")]
    done_on: Annotated[date | None, Text("erledigt am", "done on")]
    state: Annotated[State | None, Text("Stand", "state"), DETAIL]
    label: Annotated[Text | None, Text("Stand", "state")]
    about: Annotated[tuple[Ref, ...], Text("betrifft", "concerns")]
    id: Annotated[str, Text("Kennung", "id")]
    text: Annotated[str | None, Text("Wortlaut", "wording"), DETAIL]


def state(row: Properties, day: date) -> State | None:
    """Say how a note stood on a day; None where it was not yet made, and where it is nothing that is to be done.

    A task always is; a decision where it says until when, or since when, it is carried out.
    """
    to_do = row.get("kind") == TASK or (row.get("kind") == DECISION and (row.get("due_on") or row.get("done_on")))
    if not to_do or (row.get("noted_on") or day) > day:
        return None
    if row.get("done_on") and row["done_on"] <= day:
        return State.DONE
    return State.OVERDUE if row.get("due_on") and row["due_on"] < day else State.OPEN


def notes_of(network: Network, position: int) -> list[int]:
    """List the notes of a round: decisions, then tasks, then plain notes and others, each in order of their day."""
    tied = network.with_verb(Concerns) & (network.end == position)
    found = np.unique(network.start[tied]).tolist()
    notes = network.of_type(Note)
    return sorted((i for i in found if notes[i]), key=lambda i: _order(network.node_rows[i]))


def note_rows(network: Network, position: int, day: date) -> tuple[NoteRow, ...]:
    """Tell the notes of a round as they stand on a day, with those that the network, cut to a reader, lets see."""
    return tuple(_row(network, i, position, day) for i in notes_of(network, position))


def _row(network: Network, i: int, position: int, day: date) -> NoteRow:
    row = network.node_rows[i]
    stands = state(row, day)
    return NoteRow(
        sort=kind_text(network, i),
        name=network.name(i),
        noted_on=row.get("noted_on"),
        assigned=refs(network, _ends(network, i, AssignedTo)),
        due_on=row.get("due_on"),
        done_on=row.get("done_on"),
        state=stands,
        label=stands and STATE_LABELS[stands],
        about=refs(network, [end for end in _ends(network, i, Concerns) if end != position]),
        id=network.ids[i],
        text=row.get("text"),
    )


def _ends(network: Network, i: int, tie: type[Concerns] | type[AssignedTo]) -> Iterable[int]:
    return sorted({int(network.end[j]) for j in network.ties_from(i, tie)})


def _order(row: Properties) -> tuple[int, date, str]:
    kind = row.get("kind")
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), row.get("noted_on") or date.max, row["id"]
