"""A picture before and with a scenario: which of the things that it shows came, went, or are otherwise."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from schema.text import LANGS, Text
from viz.changes import words

About = tuple[str, ...]
"""What something in a picture is about: ids of nodes or a number, never a place in a list."""


class Fate(StrEnum):
    """What becomes of a thing with a scenario."""

    CAME = "came"
    WENT = "went"
    OTHERWISE = "otherwise"

    @property
    def marked(self) -> Text:
        """Name it by a sign and a word."""
        return words.MARKED[self.value]


@dataclass(frozen=True, slots=True)
class Piece:
    """What a picture says of one thing: its name, and values under their headings as they are written.

    Only values are compared, so that a new name of a unit does not change each of its numbers. `witness` gives the ids
    of the records behind it; it is asked only where something differs.
    """

    name: Text
    values: Mapping[Text, Text]
    witness: Callable[[], tuple[str, ...]] = tuple

    def told(self, other: "Piece | None") -> Text:
        """Write the values that another piece does not have; beside none all of them but the name."""
        values = self.values.items()
        differing = [(h, v) for h, v in values if (other.values.get(h) != v if other else v != self.name)]
        return Text(*("; ".join(f"{h.lang(lang)}: {v.lang(lang)}" for h, v in differing) or "–" for lang in LANGS))


Said = Mapping[About, Piece]
"""All that a picture says, by what it is about."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a picture shows otherwise with the scenario; `key` names its row in the table of changes."""

    key: str
    before: Piece | None
    after: Piece | None

    @property
    def fate(self) -> Fate:
        """Say what becomes of it."""
        if self.before is None:
            return Fate.CAME
        return Fate.WENT if self.after is None else Fate.OTHERWISE

    @property
    def either(self) -> Piece:
        """Give it as it is with the scenario, else as it was; one of the two there always is."""
        return next(piece for piece in (self.after, self.before) if piece)

    @property
    def was(self) -> Text:
        """Write what is said without the scenario and not with it."""
        return self.before.told(self.after) if self.before else words.NOT_THERE

    @property
    def now(self) -> Text:
        """Write what is said with the scenario and not without it."""
        return self.after.told(self.before) if self.after else words.NOT_THERE

    @property
    def sentence(self) -> Text:
        """Say what the scenario does to it, for the mark in the picture."""
        return {
            Fate.CAME: words.CAME,
            Fate.WENT: words.GONE.format(was=self.was),
            Fate.OTHERWISE: words.WAS.format(was=self.was),
        }[self.fate]

    def beside(self, said: Text) -> Text:
        """Add to what is said of a mark what the scenario does to it."""
        return Text(*(f"{said.lang(lang)} ({self.sentence.lang(lang)})" for lang in LANGS))


@dataclass(frozen=True, eq=False)
class Changes:
    """All that a scenario changes in a picture: first what comes, then what goes, then what is otherwise."""

    by: Mapping[About, Change]

    def of(self, *about: str) -> Change | None:
        """Give what becomes of a thing; None where it is as it was."""
        return self.by.get(about)

    def with_fate(self, fate: Fate) -> tuple[Change, ...]:
        """List the changes of one sort."""
        return self._sorted[fate]

    @cached_property
    def _sorted(self) -> Mapping[Fate, tuple[Change, ...]]:
        return {fate: tuple(one for one in self.by.values() if one.fate is fate) for fate in Fate}


def compared(before: Said, after: Said) -> Changes:
    """Compare what a picture says without and with a scenario; a picture compared with itself has no change."""
    return Changes({about: Change(f"x{n}", *pair) for n, (about, pair) in enumerate(_differing(before, after))})


def _differing(before: Said, after: Said) -> Iterator[tuple[About, tuple[Piece | None, Piece | None]]]:
    yield from ((about, (None, piece)) for about, piece in after.items() if about not in before)
    yield from ((about, (piece, None)) for about, piece in before.items() if about not in after)
    both = ((about, before[about], piece) for about, piece in after.items() if about in before)
    yield from ((about, (was, now)) for about, was, now in both if was.values != now.values)
