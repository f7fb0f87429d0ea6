"""Which questions have a chapter in the dossier, in which order, and how much of each is printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

ROWS = 10
"""Rows of a table that are printed, where the chapter says nothing else; the answer itself has them all."""
ROBUSTNESS = "robustness"
"""The question that stands with the method."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """`sentences` are the positions of those of the summary that stand on the first page too; `rows` by name of a table
    that is printed longer.
    """

    question: str
    sentences: tuple[int, ...] = (0,)
    rows: Mapping[str, int] = field(default_factory=dict)


CHAPTERS: Mapping[str, Chapter] = MappingProxyType(
    {
        chapter.question: chapter
        for chapter in (
            Chapter("multipliers", sentences=(0, 1)),
            Chapter("cooperation-gaps"),
            Chapter("lift-links", sentences=(1,), rows={"units": 20, "areas": 50}),
            Chapter("participation"),
            Chapter("need"),
            Chapter("approach"),
        )
    }
)
"""By question; one that cannot be asked has no chapter."""
