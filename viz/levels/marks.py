"""What the questions found and the picture points out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.questions.answer import Answer, Ref
from graph.questions.cooperation_gaps import CooperationGaps
from graph.questions.multipliers import Multipliers
from schema.text import Text
from viz.levels import words

MULTIPLIERS_EACH_WAY = 3
"""How many are marked upwards and downwards; the answer names them all."""
PAIRS = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """Multipliers by node id with the reason; gaps of areas and actors by node id with what is missing.

    `pairs` are two who share something without a contact. Where `gaps` is None, nobody asked: then the picture marks
    the areas for which the data show no actor or no tie to another level.
    """

    multipliers: Mapping[str, Text] = field(default_factory=dict)
    gaps: Mapping[str, Text] | None = None
    pairs: tuple[tuple[str, str, Text], ...] = ()


def marks_of(answers: Mapping[str, Answer]) -> Marks:
    """Take what is marked from the answers to `multipliers` and `cooperation-gaps`, as far as they were asked."""
    who, gaps = answers.get("multipliers"), answers.get("cooperation-gaps")
    multipliers = {}
    if isinstance(who, Multipliers):
        rows = (*who.upwards[:MULTIPLIERS_EACH_WAY], *who.downwards[:MULTIPLIERS_EACH_WAY])
        multipliers = {row.actor.id: row.reasons for row in rows if row.contacts}
    if not isinstance(gaps, CooperationGaps):
        return Marks(multipliers)
    missing = {row.area.id: words.NO_LIFT for row in gaps.areas_without_vertical}
    missing |= {row.area.id: words.NO_ACTORS for row in gaps.areas_without_actors}
    pairs = tuple((row.first.id, row.second.id, _shared(row.shared)) for row in gaps.pairs)
    return Marks(multipliers, missing, pairs)


def _shared(things: tuple[Ref, ...]) -> Text:
    names = ", ".join(thing.name for thing in things[:3]) + (" …" if len(things) > 3 else "")
    return words.SHARED.format(names=names)
