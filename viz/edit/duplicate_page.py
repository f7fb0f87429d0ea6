"""Who might stand there twice, to be judged by a person; what was judged, to be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.duplicates.suspects import Suspect
from schema.catalogue import NODE_TYPES
from schema.text import Text
from viz.edit import words
from viz.edit.desk import CHANGES, DUPLICATES, RECORD, Desk, Trouble

SHOWN = 100
VERDICTS = (("same", words.SAME), ("different", words.DIFFERENT), ("unsure", words.UNSURE))


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A judgement in force; `change` made the two one, where they were found to be the same."""

    kept: str
    other: str
    names: tuple[str, str]
    verdict: str
    who: str
    at: str
    change: int | None


def duplicates_page(
    desk: Desk, suspects: Sequence[Suspect], judged: Sequence[JudgedRow], trouble: Trouble | None = None
) -> str:
    """Write the page: the surest suspects first, each with the buttons of the three verdicts."""
    return desk.page(
        "duplicates",
        DUPLICATES,
        {},
        trouble=trouble,
        suspects=[
            (one, NODE_TYPES[one.type].label, desk.to(RECORD, id=one.a), desk.to(RECORD, id=one.b))
            for one in suspects[:SHOWN]
        ],
        total=len(suspects),
        judged=[(one, dict(VERDICTS)[one.verdict], _undo(desk, one), _others(one)) for one in judged],
        verdicts=VERDICTS,
        judge=desk.to(DUPLICATES),
    )


def _undo(desk: Desk, one: JudgedRow) -> str:
    return desk.to(f"{CHANGES}/{one.change}/undo") if one.change is not None else ""


def _others(one: JudgedRow) -> tuple[tuple[str, Text], ...]:
    """Give the verdicts that could stand in place of this one; two that were made one are undone first."""
    return tuple(item for item in VERDICTS if item[0] != one.verdict) if one.change is None else ()
