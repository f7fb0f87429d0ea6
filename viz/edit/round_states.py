"""Frozen states of planning rounds as pages: what was answered then, how it differs from today, and progress."""

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from graph.rounds.freezing import about_round
from graph.rounds.heads import Head
from graph.rounds.progress import Progress
from graph.rounds.thawing import Thawed
from graph.stellschrauben.words import day_text
from schema.text import Text
from viz.addresses import Query, address, asked
from viz.answer_rows import sections, without_rows
from viz.edit import round_words as words
from viz.edit.desk import Desk
from viz.edit.round_pages import Kept, progress_form
from viz.edit.round_ways import (
    edit_path,
    page,
    rights_of,
    rights_text,
    round_path,
    state_page_address,
    state_text,
    tally_text,
)
from viz.question_page import question_path

ROWS = 200
"""Rows shown of each table of a frozen answer; the JSON has them all."""


def state_page(
    desk: Desk,
    found: Thawed,
    moved: Progress | Text,
    network: Network,
    *,
    editing: bool,
    done: Text | None = None,
    api: str = "/api/v1",
) -> str:
    """Write the page of a state; `moved` is how it differs from today, or why that cannot be told.

    `network` tells how the Kommune is called that was asked; `done` says what led here.
    """
    head = Head.of(found.head)
    path, rights = round_path(head.round, "frozen", head.number), rights_of(head)
    return page(
        desk,
        "round_state",
        path,
        rights,
        editing=editing,
        title=words.STATE_OF.format(number=head.number, name=head.name),
        facts=_facts(head, network),
        said=done,
        why=words.NOT_COMPARABLE.format(why=moved) if isinstance(moved, Text) else None,
        moved=None if isinstance(moved, Text) else moved,
        told=None if isinstance(moved, Text) else [*_days(moved), *_told(moved)],
        answers=[(answer, _answer_address(desk, head, answer), _today(desk, head, answer)) for answer in found.answers],
        outdated=found.outdated,
        results=found.results,
        json=address(f"{api}{path}", rights),
        back=address(round_path(head.round), {"lang": desk.lang, **rights}),
        forget=desk.to(edit_path(head.round, "frozen", head.number, "forget")),
    )


def answer_page(desk: Desk, head: Head, answer: Answer, *, editing: bool) -> str:
    """Write one answer as it was given."""
    return page(
        desk,
        "round_answer",
        round_path(head.round, "frozen", head.number, answer.question),
        rights_of(head),
        editing=editing,
        answer=answer,
        given=words.ANSWER_OF.format(day=day_text(head.frozen_on), version=head.data_version),
        state=state_page_address(head, desk.lang),
        number=head.number,
        today=_today(desk, head, answer),
        sections=sections(answer, ROWS),
        nothing=without_rows(answer),
    )


def progress_page(
    desk: Desk, id: str, found: Progress, query: Query, kept: Kept, chosen: tuple[int | None, str], *, editing: bool
) -> str:
    """Write what moved between two states; `chosen` are the earlier and the later one as they were asked for."""
    return page(
        desk,
        "round_progress",
        round_path(id, "progress"),
        query,
        editing=editing,
        title=words.PROGRESS_OF.format(name=found.before.name),
        pair=words.PAIR.format(before=state_text(found.before), after=state_text(found.after)),
        moved=found,
        told=_told(found),
        back=address(round_path(id), {"lang": desk.lang, **rights_of(found.before)}),
        **progress_form(desk, id, query, kept, *chosen),
    )


def _told(found: Progress) -> list[Text]:
    """Say in sentences what moved."""
    n = sum(one.moved for one in found.checks)
    tallies = {"before": tally_text(found.tally_before), "after": tally_text(found.tally_after)}
    return [
        words.CHECKS_MOVED.format(n=n, of=len(found.checks)) if n else words.NO_CHECK_MOVED,
        *(() if found.counts else (words.NO_COUNTS,)),
        words.THEN_AND_NOW.format(**tallies, day=day_text(found.day)),
    ]


def _days(found: Progress) -> list[Text]:
    then, now = found.before.day, found.after.day
    return [words.DAYS.format(then=day_text(then), now=day_text(now))] if then and now and then != now else []


def _facts(head: Head, network: Network) -> list[tuple[Text, object]]:
    kommune = network.index.get(head.kommune or "")
    facts = [
        (words.KEPT_ON, day_text(head.frozen_on)),
        (words.WHO, head.who),
        (words.OCCASION, head.remark),
        (words.DATA_VERSION, head.data_version),
        (words.PROGRAM, head.program),
        (words.DAY, head.day),
        (words.KOMMUNE, head.kommune if kommune is None else network.name(kommune)),
        (words.RIGHTS, rights_text(head)),
    ]
    return [(label, value) for label, value in facts if value not in (None, "")]


def _answer_address(desk: Desk, head: Head, answer: Answer) -> str:
    path = round_path(head.round, "frozen", head.number, answer.question)
    return address(path, {"lang": desk.lang, **rights_of(head)})


def _today(desk: Desk, head: Head, answer: Answer) -> str:
    """Write the address of the same question, asked of the data as they are now."""
    scope = Scope(kommune=head.kommune, visibility=head.visibility, persons=head.persons)
    query = asked(about_round(QUESTIONS[answer.question], scope, head.round))
    return address(question_path(answer.question), {"lang": desk.lang, **query})
