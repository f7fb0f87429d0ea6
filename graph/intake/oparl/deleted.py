"""Ties whose consultation or membership was deleted: ended in the store, as far as it holds them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from graph.intake.reader import Ending
from schema.ties import ConsultedIn, Leads, MemberOf, Tie, WorksIn

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

BATCH = 200
_VERBS: Mapping[str, type[Tie]] = {cls.verb: cls for cls in (ConsultedIn, MemberOf, WorksIn, Leads)}
_STANDING = (
    "MATCH ()-[t:CONSULTED_IN|MEMBER_OF|WORKS_IN|LEADS]->() WHERE t.id IN $ids AND t.valid_to IS NULL "
    "RETURN t.id AS id, type(t) AS verb ORDER BY id"
)


def ended_ties(change: "ChangeSet", gone: Mapping[str, date]) -> Iterator[Ending]:
    """End what was made of the deleted objects (address → day); a deleted object that the store lacks is nothing."""
    waiting = iter(gone)
    while batch := list(islice(waiting, BATCH)):
        ids = {f"{prefix}{id}": gone[id] for id in batch for prefix in ("", "WORKS_IN|", "LEADS|")}
        for row in change.read(_STANDING, {"ids": list(ids)}):
            yield Ending(row["id"], _VERBS[row["verb"]], ids[row["id"]])
