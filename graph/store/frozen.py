"""Frozen states of planning rounds as they are kept: beside the data, each answer as the JSON that was given out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from graph.store import statements
from graph.store.connection import Transaction
from schema.record import Visibility

Sort = Literal["question", "check"]


@dataclass(frozen=True, slots=True)
class Part:
    """One answer: which question or check it is of, by name or number, and its JSON."""

    sort: Sort
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """What is known of a frozen state: of which round, the how manieth, when and by whom, and how it was asked.

    `name`: what the round was called then; `day`: as of which day it was asked, None for all times; `visibility`,
    `persons`: the rights with which it was asked, which whoever reads it needs; `program`: the version that answered.
    """

    round: str
    name: str
    who: str
    at: str
    data_version: int
    program: str
    visibility: Visibility
    persons: bool
    day: date | None = None
    kommune: str | None = None
    remark: str = ""
    number: int = 0

    @property
    def key(self) -> str:
        """Name it among all frozen states; an id holds no line break."""
        return f"{self.round}\n{self.number}"


def keep(run: Transaction, head: Frozen, held: tuple[Part, ...]) -> Frozen:
    """Keep a state under the next number of its round."""
    run(statements.COUNT_FROZEN)
    last = max((one.number for one in listed(run, head.round)), default=0)
    kept = replace(head, number=last + 1)
    facts = asdict(kept) | {"visibility": kept.visibility.value, "day": kept.day and kept.day.isoformat()}
    run(statements.KEEP_FROZEN, name=kept.key, facts={k: v for k, v in facts.items() if v is not None})
    rows = [asdict(part) | {"frozen": kept.key, "place": place} for place, part in enumerate(held)]
    run(statements.KEEP_FROZEN_PARTS, rows=rows)
    return kept


def listed(run: Transaction, round_id: str | None = None) -> list[Frozen]:
    """List the states of a round, or of all, in order of round and number."""
    found = (_frozen(row["frozen"]) for row in run(statements.FROZEN))
    return sorted((one for one in found if round_id in (None, one.round)), key=lambda one: (one.round, one.number))


def parts(run: Transaction, head: Frozen) -> list[Part]:
    """Read what a state holds, in the order in which it was kept."""
    found = [row["part"] for row in run(statements.FROZEN_PARTS, names=[head.key])]
    return [Part(one["sort"], one["name"], one["text"]) for one in sorted(found, key=lambda one: one["place"])]


def forget(run: Transaction, head: Frozen) -> None:
    """Take a state away with all that it holds."""
    run(statements.FORGET_FROZEN_PARTS, names=[head.key])
    run(statements.FORGET_FROZEN, names=[head.key])


def _frozen(stored: Mapping[str, Any]) -> Frozen:
    facts = {name: stored[name] for name in Frozen.__slots__ if name in stored}
    day = stored.get("day")
    said = {"visibility": Visibility(stored["visibility"]), "day": date.fromisoformat(day) if day else None}
    return Frozen(**(facts | said))
