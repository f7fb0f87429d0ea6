"""Formats checked for what keeps expectations right: goal, purpose, and feedback to those who took part."""

from datetime import date, timedelta
from typing import Annotated, NamedTuple

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.naming import kind_text, order, ref
from graph.questions.participation_groups import ROWS
from graph.questions.participation_view import View
from schema.text import Text

FEEDBACK_WEEKS = 6
"""So many weeks after a format its participants may expect to hear what became of it."""

GIVEN = Text("gegeben", "given")
NOT_YET = Text("noch nicht fällig", "not due yet")
OVERDUE = Text("fällig, nicht erfasst", "due, not recorded")
UNDATED = Text("unbekannt, ob fällig (ohne Datum)", "unknown whether due (no date)")
GOAL, PURPOSE, FEEDBACK = Text("Ziel", "goal"), Text("Zweck", "purpose"), Text("Rückmeldung", "feedback")
PARTS = (GOAL, PURPOSE, FEEDBACK)
NOTHING_MISSING = Text("nichts", "nothing")


class FormatCheck(Finding):
    """One format: what is recorded of its goal, its purpose and the feedback."""

    format: Annotated[Ref, Text("Format", "format")]
    kind: Annotated[Text, Text("Art", "kind")]
    held_on: Annotated[date | None, Text("Datum", "date")]
    size: Annotated[int | None, Text("Teilnehmende", "participants")]
    missing: Annotated[Text, Text("nicht erfasst", "not recorded")]
    feedback: Annotated[Text, Text("Rückmeldung", "feedback")]
    waiting: Annotated[int | None, Text("Tage ohne Rückmeldung", "days without feedback")]
    goal: Annotated[str | None, Text("Ziel", "goal"), DETAIL]
    purpose: Annotated[str | None, Text("Zweck der Beteiligung", "purpose of the participation"), DETAIL]


class State(NamedTuple):
    """What is recorded of one format: what is missing, the state of the feedback, days that it is awaited."""

    missing: tuple[Text, ...]
    feedback: Text
    waiting: int | None


def state(view: View, i: int) -> State:
    """Check one format; what has not taken place yet, or only lately, needs no feedback."""
    row, day = view.network.node_rows[i], view.day
    held_on, told_on = row.get("held_on"), row.get("feedback_on")
    missing = [text for field, text in (("goal", GOAL), ("aim", PURPOSE)) if not (row.get(field) or "").strip()]
    if told_on is not None and (day is None or told_on <= day):
        return State(tuple(missing), GIVEN, None)
    if held_on is None or day is None:
        return State(tuple(missing), UNDATED, None)
    if (day - held_on) < timedelta(weeks=FEEDBACK_WEEKS):
        return State(tuple(missing), NOT_YET, None)
    return State((*missing, FEEDBACK), OVERDUE, (day - held_on).days)


def states(view: View) -> list[State]:
    """Check each of the formats looked at."""
    return [state(view, i) for i in view.formats.tolist()]


def overdue(view: View) -> list[int]:
    """List the formats whose feedback is overdue, those of most participants first."""
    late = view.formats[np.array([FEEDBACK in found.missing for found in states(view)], dtype=np.bool_)]
    return [int(i) for i in late[order(view.network, late, sizes(view, late))]]


def format_rows(view: View) -> tuple[FormatCheck, ...]:
    """Give the formats that lack most first, then those of most participants."""
    found, nodes = states(view), view.formats
    ranked = order(view.network, nodes, [len(one.missing) for one in found], sizes(view, nodes))
    return tuple(_row(view, int(nodes[k]), found[k]) for k in ranked[:ROWS].tolist())


def sizes(view: View, formats: Integers) -> list[int]:
    """Give how many took part in some formats; 0 where it is not recorded."""
    return [view.network.node_rows[i].get("size") or 0 for i in formats.tolist()]


def _row(view: View, i: int, found: State) -> FormatCheck:
    row = view.network.node_rows[i]
    de, en = ", ".join(text.de for text in found.missing), ", ".join(text.en for text in found.missing)
    return FormatCheck(
        format=ref(view.network, i),
        kind=kind_text(view.network, i),
        held_on=row.get("held_on"),
        size=row.get("size"),
        missing=Text(de, en) if found.missing else NOTHING_MISSING,
        feedback=found.feedback,
        waiting=found.waiting,
        goal=row.get("goal"),
        purpose=row.get("aim"),
        evidence=view.evidence([i]),
    )
