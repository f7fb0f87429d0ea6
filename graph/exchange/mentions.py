"""Whether a text names one of many persons, found by its rarest word instead of by trying them all."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
"""Letters of a family name that is looked for by itself; a shorter one would be found everywhere."""
_SHORTEST_ID = 4
"""Characters of an identifier that is looked for within texts; “7” says nothing there, and stands everywhere."""
_GENITIVE = "s"


@dataclass(frozen=True, eq=False)
class Mentions:
    """What must not be mentioned: family names as words, and identifiers and full names wherever they stand."""

    words: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    """Phrases by their rarest word."""
    wordless: tuple[str, ...]
    """Phrases without any word, which are looked for in every text."""

    @classmethod
    def of(cls, ids: Iterable[str], names: Iterable[str]) -> "Mentions":
        """Look for these identifiers, and for these names of persons."""
        full = {" ".join(name.split()) for name in names}
        telling = (id for id in ids if len(id) >= _SHORTEST_ID)
        phrases = {_folded(phrase) for phrase in (*telling, *full, *map(_turned, full)) if phrase.strip()}
        words = {phrase: _WORD.findall(phrase) for phrase in phrases}
        common = Counter(word for found in words.values() for word in set(found))
        by_word: dict[str, list[str]] = {}
        for phrase in sorted(phrases):
            if words[phrase]:
                by_word.setdefault(min(words[phrase], key=lambda word: (common[word], word)), []).append(phrase)
        family = {word for name in full for word in _family(name)}
        return cls(
            frozenset(family | {word + _GENITIVE for word in family}),
            {word: tuple(found) for word, found in by_word.items()},
            tuple(phrase for phrase in sorted(phrases) if not words[phrase]),
        )

    def within(self, text: str) -> bool:
        """Say whether a text holds an identifier, a full name or a family name."""
        folded = _folded(text)
        found = set(_WORD.findall(folded))
        if not self.words.isdisjoint(found):
            return True
        return any(phrase in folded for word in found for phrase in self.phrases.get(word, ())) or any(
            phrase in folded for phrase in self.wordless
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _turned(name: str) -> str:
    """Give a name in the other order: “Mustermann, Erika” for “Erika Mustermann”, and the other way round."""
    if "," in name:
        family, _, given = name.partition(",")
        return f"{given.strip()} {family.strip()}".strip()
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given else name


def _family(name: str) -> set[str]:
    """Give the words of the family name that are looked for by themselves: both halves of a double name."""
    family = name.partition(",")[0] if "," in name else name.rpartition(" ")[2]
    words = _WORD.findall(_folded(family))
    return {word for word in words if len(word) >= _SHORTEST}
