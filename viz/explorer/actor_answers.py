"""Where a node appears in the answers: the rows that name it, each below its question."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph.questions.answer import Answer, Finding, Ref
from graph.questions.brokerage import brokerage
from graph.questions.cooperation_gaps import cooperation_gaps
from graph.questions.interlocks import interlocks
from graph.questions.lift_links import lift_links
from graph.questions.multipliers import multipliers
from graph.questions.question import Question
from graph.questions.stakeholder_positions import stakeholder_positions
from viz.answer_rows import Section, sections

ASKED = (multipliers, lift_links, cooperation_gaps, brokerage, interlocks, stakeholder_positions)
"""The questions that are looked through."""
ROWS = 5
"""Rows of a table that are shown; the page of the question has them all."""

FEW = 5
"""Nodes in one cell up to which each of them counts as named."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """An answer in which the node is named, with the tables cut to the rows that do so."""

    answer: Answer
    sections: tuple[Section, ...]


def appearances(ask: Callable[[Question], Answer], id: str) -> list[Appearance]:
    """Ask the questions and keep what names the node."""
    answers = (ask(question) for question in ASKED)
    found = [Appearance(answer, tuple(_naming(answer, id))) for answer in answers]
    return [each for each in found if each.sections]


def _naming(answer: Answer, id: str) -> Iterator[Section]:
    for section in sections(answer):
        rows = tuple(row for row in section.rows if id in _named(row))
        if rows:
            yield replace(section, rows=rows[:ROWS], total=len(rows))


def _named(row: Finding) -> Iterable[str]:
    """Name the nodes that a row is about; one among many in a list is not."""
    values: list[Any] = [getattr(row, name) for name in type(row).model_fields if name != "evidence"]
    listed = (value if isinstance(value, tuple) else (value,) for value in values)
    return {item.id for items in listed if len(items) <= FEW for item in items if isinstance(item, Ref)}
