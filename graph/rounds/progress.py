"""Progress between two frozen states, of one round or of two: checks, findings, decisions and tasks."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import DETAIL, Answer, Finding
from graph.questions.moved import OTHERWISE, MovedRow
from graph.questions.scenario_rows import Compared, CountRow, count_rows, moved_rows
from graph.rounds.heads import Head, asked_otherwise
from graph.rounds.notes import STATE_LABELS, State, notes_of, state
from graph.rounds.sheet import Tally
from graph.rounds.thawing import Thawed
from graph.scenarios.differences import differences
from graph.stellschrauben.comparing import Difference, compare
from schema.text import Text

_ONLY_ONE = Text(
    "„{title}“ liegt nur in einem der beiden Stände vor und wird nicht verglichen.",
    "“{title}” is in one of the two states only and is not compared.",
)
_NEW = Text("neu: {after}", "new: {after}")
_SAME = Text("weiterhin {after}", "still {after}")
_MOVED = Text("{before} → {after}", "{before} → {after}")


class TaskRow(Finding):
    """A task or decision of a round, as it stood at the first state and as it stands on the day."""

    name: Annotated[str, Text("Vermerk", "note")]
    due_on: Annotated[date | None, Text("fällig am", "due on")]
    done_on: Annotated[date | None, Text("erledigt am", "done on")]
    before: Annotated[State | None, Text("Stand vorher", "state before"), DETAIL]
    after: Annotated[State, Text("Stand nachher", "state after"), DETAIL]
    label: Annotated[Text, Text("Stand", "state")]
    id: Annotated[str, Text("Kennung", "id")]


class Progress(BaseModel):
    """What moved from one frozen state to another; `tally` counts the tasks then and on the day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: Head
    after: Head
    day: date
    checks: tuple[Difference, ...]
    counts: tuple[CountRow, ...]
    moved: tuple[MovedRow, ...]
    """A few of each table; those that came or went stand first."""
    tasks: tuple[TaskRow, ...]
    tally_before: Tally
    tally_after: Tally
    reservations: tuple[Text, ...]
    """What was not compared, and what else may be the reason for a difference."""


def progress(before: Thawed, after: Thawed, network: Network, day: date | None = None) -> Progress:
    """Compare two states; the network, cut to the reader, tells the decisions and tasks of both rounds.

    These bear the days on which they were made and done, so that how they stood can be told of any day: of the first
    state, and of `day`, by default that of the second one.
    """
    first, last = Head.of(before.head), Head.of(after.head)
    day = day or last.frozen_on
    tasks = _tasks(network, {first.round, last.round}, first.frozen_on, day)
    found = list(_compared(before.answers, after.answers))
    return Progress(
        before=first,
        after=last,
        day=day,
        checks=compare(before.results, after.results),
        counts=count_rows(found),
        moved=tuple(sorted(moved_rows(found), key=lambda row: row.fate == OTHERWISE)),
        tasks=tasks,
        tally_before=Tally.of(task.before for task in tasks),
        tally_after=Tally.of(task.after for task in tasks),
        reservations=(*asked_otherwise(before.head, after.head), *_left_out(before, after)),
    )


def _compared(before: Iterable[Answer], after: Iterable[Answer]) -> Iterator[Compared]:
    known = {answer.question: answer for answer in before}
    for answer in after:
        if answer.question in known:
            for difference in differences(known[answer.question], answer):
                yield QUESTIONS[answer.question], difference


def _left_out(before: Thawed, after: Thawed) -> Iterator[Text]:
    yield from dict.fromkeys((*before.outdated, *after.outdated))
    titles = [{answer.question: answer.title for answer in one.answers} for one in (before, after)]
    titles = titles if not (before.outdated or after.outdated) else []
    for name in dict.fromkeys(name for one in titles for name in one):
        if not all(name in one for one in titles):
            yield _ONLY_ONE.format(title=QUESTIONS[name].title)


def _tasks(network: Network, rounds: set[str], then: date, day: date) -> tuple[TaskRow, ...]:
    """Tell the tasks of rounds; one that concerns both is told once."""
    found = dict.fromkeys(
        i for id in sorted(rounds) if id in network.index for i in notes_of(network, network.index[id])
    )
    return tuple(row for i in found for row in _task(network, i, then, day))


def _task(network: Network, i: int, then: date, day: date) -> Iterator[TaskRow]:
    fields = network.node_rows[i]
    was, stands = state(fields, then), state(fields, day)
    if stands is not None:
        yield TaskRow(
            name=network.name(i),
            due_on=fields.get("due_on"),
            done_on=fields.get("done_on"),
            before=was,
            after=stands,
            label=_label(was, stands),
            id=network.ids[i],
        )


def _label(was: State | None, stands: State) -> Text:
    if was is None:
        return _NEW.format(after=STATE_LABELS[stands])
    text = _SAME if was == stands else _MOVED
    return text.format(before=STATE_LABELS[was], after=STATE_LABELS[stands])
