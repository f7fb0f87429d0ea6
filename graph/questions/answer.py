"""The form of every answer: typed findings, with definition, denominator, evidence and what is not known.

A finding is a frozen model whose fields carry their headings in two languages; tables on the command line, in pages
and in exports are derived from it, and so is the API's schema.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict

from schema.text import Text, verbatim


class Ref(BaseModel):
    """A node named in an answer."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Detail:
    """Marks a field that is shown where there is room for it (page, export), not in the table of a terminal."""


DETAIL = Detail()


class Finding(BaseModel):
    """Base of one row of an answer; `evidence` holds the ids of the nodes and ties that speak for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    evidence: Annotated[tuple[str, ...], Text("Belege", "evidence")] = ()


class Interval(BaseModel):
    """The lowest and the highest value that was seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: float
    high: float


class Ranked(Finding):
    """Base of one row of a ranking: equal values share a place, as 1, 2, 2, 4.

    `rank_10`, `rank_20`: the places it took while that share of the ties was missing by chance; None where that was
    not tried.
    """

    rank: Annotated[int, Text("Rang", "rank")]
    rank_10: Annotated[Interval | None, Text("Rang (10 % fehlen)", "rank (10 % missing)")] = None
    rank_20: Annotated[Interval | None, Text("Rang (20 % fehlen)", "rank (20 % missing)"), DETAIL] = None


class Sturdy(BaseModel):
    """A figure of the answer, and between which values it lay while ties were missing by chance."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Text
    value: float
    with_10: Interval
    with_20: Interval


class Robustness(BaseModel):
    """How the answer's figures vary while 10 and 20 % of the `ties` that count are missing, in so many seeded runs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ties: int
    runs: int
    """Runs of each share."""
    seed: int
    figures: tuple[Sturdy, ...]


class Count(BaseModel):
    """A number with what was counted and, where it is a part, of how many."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Text
    n: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The findings of one section of an answer, ready to be shown: main columns and, apart, those of detail."""

    key: str
    title: Text
    headings: tuple[tuple[str, Text], ...]
    findings: tuple[Finding, ...]
    details: tuple[tuple[str, Text], ...] = ()


class Answer(BaseModel):
    """Base of all answers. A missing tie proves no missing cooperation: `unknown` says where the data are silent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    title: Text
    asks: Text
    definition: Text
    source: Text
    as_of: date | None
    kommune: str | None
    scenario: str | None
    """The scenario in which it was asked; None for the data as they are."""
    data_version: int
    summary: tuple[Text, ...]
    """What a person should take away, one sentence each."""
    denominator: tuple[Count, ...]
    """What was looked at, in numbers."""
    ties_counted: dict[str, int]
    """Which tie types counted, and how many of each there were."""
    left_out: tuple[Count, ...]
    """What was left out of the ranking and why: placeholders, unknown levels, persons."""
    robustness: Robustness | None = None
    """How the figures vary while some ties are missing; None where that was not asked for or no tie counts."""
    unknown: tuple[Text, ...]
    """What the data cannot say, and what to enter so that they could."""

    @classmethod
    def sections(cls) -> Iterator[tuple[str, Text, type[Finding]]]:
        """Name the fields that hold findings: field, title, and the kind of finding in it."""
        for name, info in cls.model_fields.items():
            row = next((arg for arg in get_args(info.annotation) if isinstance(arg, type)), None)
            if row is not None and issubclass(row, Finding):
                yield name, _heading(name, info), row

    def tables(self) -> Iterator[Table]:
        """Give each field of findings as a table, with the headings from its declaration."""
        for name, title, row in self.sections():
            yield Table(name, title, headings(row), getattr(self, name), headings(row, detail=True))


def headings(row: type[Finding], *, detail: bool = False) -> tuple[tuple[str, Text], ...]:
    """Name the main columns of a kind of finding, or those of detail: field name and heading, without the evidence."""
    return tuple(
        (name, _heading(name, info))
        for name, info in row.model_fields.items()
        if name != "evidence" and (DETAIL in info.metadata) == detail
    )


def _heading(name: str, info: Any) -> Text:
    return next((item for item in info.metadata if isinstance(item, Text)), verbatim(name))
