"""What a scenario is: a plan with a name, as steps from what stands to what shall stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Row = Mapping[str, Any]
Fate = Literal["new", "changed", "ended", "removed"]


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one record: how it stood when the step was made, and how it shall stand; None: not at all."""

    type: str
    id: str
    before: Row | None
    after: Row | None

    @property
    def fate(self) -> Fate:
        """Say in one word what becomes of the record."""
        if self.after is None:
            return "removed"
        if self.before is None:
            return "new"
        return "ended" if self.after.get("valid_to") and not self.before.get("valid_to") else "changed"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A plan with a name: what would be otherwise. `steps` hold each record once, nodes before the ties among them.

    `day`: the day as of which it is looked at where none is asked for; `change`: the change set by which it was
    adopted, None where it was not or where that was undone.
    """

    name: str
    title: str
    who: str
    at: str
    day: date | None = None
    steps: tuple[Step, ...] = ()
    change: int | None = None

    @property
    def source(self) -> str:
        """What stands as the source of records that are made for it."""
        return f"Szenario {self.name}"

    def step(self, id: str) -> Step | None:
        """Give the step of a record, None where it has none."""
        return next((step for step in self.steps if step.id == id), None)
