"""Who talks with whom in answer and reply: cooperation that says so, and formats of two or few."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from graph.questions.unit_gaps import DIALOGIC
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import Link
from schema.nodes import Format
from schema.ties import CooperatesWith, TakesPart


class Talk(NamedTuple):
    """A recorded contact with somebody: whether it is dialogic (None: not said), when last, and its evidence."""

    dialogic: bool | None
    last: date | None
    evidence: tuple[str, ...]


def talks(ground: Ground, who: Iterable[int], others: set[int] | None = None) -> list[Talk]:
    """List the contacts of some actors with others, or with anybody at all: ties, and formats in which both are."""
    own = set(who)
    return [*_cooperation(ground, own, others), *_formats(ground, own, others)]


def _cooperation(ground: Ground, own: set[int], others: set[int] | None) -> Iterable[Talk]:
    known = ground.links(CooperatesWith)
    for i in sorted(own):
        for link, other in known.at(i):
            if other not in own and (others is None or other in others):
                kind = link.row.get("contact_kind")
                yield Talk(None if kind is None else kind == "dialogic", link.row.get("last_contact"), (link.id,))


def _formats(ground: Ground, own: set[int], others: set[int] | None) -> Iterable[Talk]:
    known = ground.links(TakesPart)
    for mine in known.out(*sorted(own)):
        held = mine.end
        with_them = [link for link in known.into(held) if _another(link, own, others)]
        if ground.is_a(held, Format) and with_them:
            row = ground.row(held)
            evidence = (ground.network.ids[held], mine.id, *(link.id for link in with_them))
            yield Talk(row.get("kind") in DIALOGIC, row.get("held_on"), evidence)


def _another(link: Link, own: set[int], others: set[int] | None) -> bool:
    return link.start not in own and (others is None or link.start in others)
