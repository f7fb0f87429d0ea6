"""What the questions found and the picture points out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.text import Text


@dataclass(frozen=True, slots=True)
class Marks:
    """Multipliers and gaps by node id, each with the reason in a few words; `pairs` are gaps between two units.

    Gaps of areas that the data themselves show (nobody active there, no link to another level) are found by the
    picture; an entry here for the same area takes precedence.
    """

    multipliers: Mapping[str, Text] = field(default_factory=dict)
    gaps: Mapping[str, Text] = field(default_factory=dict)
    pairs: tuple[tuple[str, str, Text], ...] = ()
