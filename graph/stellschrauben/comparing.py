"""Two runs of the checks beside each other: of two days, two Kommunen, two networks."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from graph.stellschrauben.result import Result
from graph.stellschrauben.status import STATUS_LABELS, Status
from schema.text import Text

SAME = Text("unverändert: {after}", "as before: {after}")
MOVED = Text("{before} → {after}", "{before} → {after}")


class Difference(BaseModel):
    """How one Stellschraube stands in two runs; `gained` and `lost` are ids that speak for it in one of them only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    name: str
    title: Text
    before: Status
    after: Status
    sentence_before: Text
    sentence_after: Text
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Say whether the status is another one."""
        return self.before != self.after

    @property
    def label(self) -> Text:
        """Say in words what became of the status."""
        text = MOVED if self.moved else SAME
        return text.format(before=STATUS_LABELS[self.before], after=STATUS_LABELS[self.after])


def compare(before: Iterable[Result], after: Iterable[Result]) -> tuple[Difference, ...]:
    """Set two runs beside each other, number by number; a number that only one of them has is left out."""
    known = {result.number: result for result in before}
    return tuple(_difference(known[result.number], result) for result in after if result.number in known)


def _difference(before: Result, after: Result) -> Difference:
    had, has = before.witnesses_for, after.witnesses_for
    return Difference(
        number=after.number,
        name=after.name,
        title=after.title,
        before=before.status,
        after=after.status,
        sentence_before=before.sentence,
        sentence_after=after.sentence,
        gained=tuple(id for id in has if id not in had),
        lost=tuple(id for id in had if id not in has),
    )
