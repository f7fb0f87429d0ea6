"""A division of the territory and the areas in it, known by their keys: text, with leading zero."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.networks.making import escaped
from graph.intake.places import Found, Place, made
from schema.nodes import Raumzuschnitt, Sozialraum
from schema.text import Text
from schema.ties import BelongsTo, PartOf, tie_id

_HYPHEN = re.compile(r"(?<=\w)-\s+(?=(\w))")


@dataclass
class Division:
    """One division while areas are read into it."""

    name: str
    account: Account
    keys: set[str] = field(default_factory=set)
    stated: bool = False

    @property
    def id(self) -> str:
        """Give the identifier of the division itself."""
        return f"zuschnitt/{escaped(self.name)}"

    def area(self, key: str, at: Place, **values: Any) -> Iterator[Found]:
        """Give an area, and that it is one of this division; a key that comes again is told apart and reported."""
        own, number = key, 2
        while own in self.keys:
            own, number = f"{key}~{number}", number + 1
        if own != key:
            self.account.odd(at.oddity("double-id", _TWICE.format(key=key, own=own), "key"))
        self.keys.add(own)
        self.account.count("places")
        if not self.stated:
            self.stated = True
            yield from made(Raumzuschnitt, at, self.account, id=self.id, name=self.name)
        id = area_id(self.name, own)
        yield from made(Sozialraum, at, self.account, id=id, **values)
        belongs = tie_id(BelongsTo.verb, id, self.id)
        yield from made(BelongsTo, at, self.account, id=belongs, start=id, end=self.id)

    def part_of(self, key: str, whole: str, at: Place) -> Iterator[Found]:
        """Tie an area to the larger one of the same division."""
        start, end = area_id(self.name, key), area_id(self.name, whole)
        yield from made(PartOf, at, self.account, id=tie_id(PartOf.verb, start, end), start=start, end=end)


def area_id(division: str, key: str) -> str:
    """Give the identifier of the area with a key: in another division the same key is another area."""
    return f"raum/{escaped(division)}/{escaped(key)}"


def width_of(keys: Iterable[str], beside: Iterable[str] = ()) -> int:
    """Give the number of digits that keys have; 0 where they are no numbers or have no fixed number of digits.

    That it is fixed is told by a leading zero, of these keys or of those beside them in the same table.

    >>> width_of(["01", "02", "3"]), width_of(["A", "01"]), width_of(["1", "2", "10"]), width_of(["1", "10"], ["01"])
    (2, 0, 0, 2)
    """
    own = list(keys)
    longest = max(map(len, own), default=0)
    fixed = any(key.startswith("0") and len(key) == longest for key in (*own, *beside))
    return longest if fixed and all(key.isdecimal() for key in own) else 0


def whole_key(key: str, width: int, at: Place, account: Account) -> str:
    """Give a key its leading zero back where it lost it, and report that."""
    if not key.isdecimal() or len(key) >= width:
        return key
    account.odd(at.oddity("lost-zero", _LOST.format(key=key, whole=key.zfill(width)), "key"))
    return key.zfill(width)


def tidy(name: str) -> str:
    """Join a name that was broken into lines.

    >>> tidy("Friedrichs-       hain West"), tidy("Schöneberg-\\nSüd"), tidy("Ost 1 -  Mitte")
    ('Friedrichshain West', 'Schöneberg-Süd', 'Ost 1 - Mitte')
    """
    return " ".join(_HYPHEN.sub(lambda at: "" if at[1].islower() else "-", name).split())


_TWICE = Text(
    "Der Schlüssel {key!r} kommt noch einmal vor; dieser Raum heißt {own!r}.",
    "The key {key!r} occurs again; this area is called {own!r}.",
)
_LOST = Text(
    "Der Schlüssel {key!r} hat seine führende Null verloren; gelesen als {whole!r}.",
    "The key {key!r} lost its leading zero; read as {whole!r}.",
)
