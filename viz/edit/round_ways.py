"""Where the pages of planning rounds stand, and what all of them have in common."""

from collections.abc import Sequence
from typing import Any

from graph.questions.answer import Finding, headings
from graph.rounds.heads import Head
from graph.rounds.sheet import Tally
from graph.stellschrauben.words import day_text
from schema.record import VISIBILITY_LABELS, Visibility
from schema.text import Lang, Text
from viz.addresses import Query, address, segment
from viz.edit import round_form_words, round_words
from viz.edit.desk import Desk
from viz.served import EDIT, ROUNDS

BEGIN = EDIT + ROUNDS
EVERYTHING = {"visibility": Visibility.CONFIDENTIAL.value, "persons": "true"}
"""The options of a reader who wants to see all there is."""


def round_path(id: str, *parts: object) -> str:
    """Give the path of the page of a round, or of a page below it."""
    return "/".join((ROUNDS, segment(id), *map(str, parts)))


def edit_path(id: str, *parts: object) -> str:
    """Give the path of a form of a round."""
    return EDIT + round_path(id, *parts)


def state_page_address(head: Head, lang: Lang) -> str:
    """Write the address of a frozen state, with the rights that reading it needs."""
    return address(round_path(head.round, "frozen", head.number), {"lang": lang, **rights_of(head)})


def rights_of(head: Head) -> dict[str, str]:
    """Give the rights that reading a frozen state needs, as they stand in an address."""
    needed = {} if head.visibility is Visibility.PUBLIC else {"visibility": head.visibility.value}
    return {**needed, **({"persons": "true"} if head.persons else {})}


def rights_text(head: Head) -> Text:
    """Say with which rights a state was asked."""
    rights = {"one": VISIBILITY_LABELS[head.visibility], "other": round_words.PERSONS[head.persons]}
    return Text("{one}, {other}", "{one}, {other}").format(**rights)


def tally_text(tally: Tally) -> Text:
    """Write how many tasks are open, overdue and done."""
    return round_words.TALLY.format(**tally.model_dump())


def state_text(head: Head) -> Text:
    """Name a state with its round, day and data version."""
    facts = {"number": head.number, "name": head.name, "version": head.data_version}
    return round_words.ONE_STATE.format(**facts, day=day_text(head.frozen_on))


def page(desk: Desk, template: str, path: str, query: Query, /, *, editing: bool, **values: Any) -> str:
    """Fill a template of the rounds; `editing` puts it among the pages of editing."""
    shared = {"r": round_words, "f": round_form_words, "editing": editing, "columns": _columns}
    return desk.page(template, path, query, **shared, **values)


def choice_text(head: Head) -> Text:
    """Name a state where one of its round is chosen."""
    said = Text("{number}: {day} {remark}", "{number}: {day} {remark}")
    return said.format(number=head.number, day=day_text(head.frozen_on), remark=head.remark[:80])


def _columns(rows: Sequence[Finding]) -> tuple[tuple[str, Text], ...]:
    return headings(type(rows[0]))
