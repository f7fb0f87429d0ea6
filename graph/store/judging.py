"""What persons judged of two nodes that might be the same; kept beside the data, and not itself a change of them.

A judgement that made two nodes one names the change set that did it, and is in force as long as that is not undone.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from graph.store import statements
from graph.store.changes import change_of
from graph.store.connection import Transaction


class Verdict(StrEnum):
    """What a person found: the same, two different ones, or not to be said yet."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two nodes; of the same one `kept` stays and `other` went into it by change set `change`."""

    kept: str
    other: str
    verdict: Verdict
    who: str
    at: str
    change: int | None = None

    @property
    def pair(self) -> frozenset[str]:
        """Give the two ids in no order."""
        return frozenset((self.kept, self.other))


def note(run: Transaction, judgement: Judgement) -> None:
    """Keep a judgement in place of an earlier one on the same two."""
    facts = {name: value for name, value in asdict(judgement).items() if value is not None}
    run(statements.JUDGE, pair="\n".join(sorted(judgement.pair)), facts=facts | {"verdict": judgement.verdict.value})


def judgements(run: Transaction) -> list[Judgement]:
    """List the judgements in force, in order of the two ids."""
    found = [_judgement(row["judgement"]) for row in run(statements.JUDGEMENTS)]
    changes = [one.change for one in found if one.change is not None]
    sealed = (change_of(row["change"]) for row in run(statements.CHANGES_BY_ID, ids=changes))
    holding = {int(change.id) for change in sealed if change.undone_by is None}
    in_force = (one for one in found if one.change is None or one.change in holding)
    return sorted(in_force, key=lambda one: (one.kept, one.other))


def merged(run: Transaction) -> dict[str, str]:
    """Say of each id that went into another which that is now, through any number of merges."""
    into = {one.other: one.kept for one in judgements(run) if one.verdict is Verdict.SAME}
    return {id: _last(into, id) for id in into}


def _last(into: Mapping[str, str], id: str) -> str:
    seen = {id}
    while (id := into[id]) in into and id not in seen:
        seen.add(id)
    return id


def _judgement(stored: Mapping[str, Any]) -> Judgement:
    facts = {name: stored.get(name) for name in ("kept", "other", "who", "at", "change")}
    return Judgement(**facts, verdict=Verdict(stored["verdict"]))  # type: ignore[arg-type]
