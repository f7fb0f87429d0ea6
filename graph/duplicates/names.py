"""Names as they are compared: without titles and legal forms, in any order, with either spelling of umlauts."""

import re

from schema.folding import fold
from schema.nodes import Node, Person

_TITLES = frozenset(
    (
        *("dr", "prof", "professor", "dipl", "ing", "mag", "ma", "ba", "bsc", "msc", "mba", "herr", "frau"),
        *("med", "phil", "jur", "rer", "nat", "pol", "oec", "soc", "theol", "hc"),
    )
)
_FORMS = frozenset(
    ("ev", "e", "v", "gmbh", "ggmbh", "mbh", "ag", "kg", "ohg", "eg", "gbr", "aoer", "ug", "gug", "stiftung")
)
_SIDES = frozenset(
    (
        *("nord", "nordost", "ost", "suedost", "sued", "suedwest", "west", "nordwest", "mitte", "zentrum"),
        *("ober", "unter", "alt", "neu", "gross", "klein"),
    )
)
_ROMAN = re.compile(r"(?=.)x{0,3}(ix|iv|v?i{0,3})")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_PREFIX = 4
"""Letters by which two words are taken to be worth comparing."""


def words_of(cls: type[Node], name: str) -> tuple[str, ...]:
    """Give the words of a name that tell it from others, in alphabetical order; all of them where none is left.

    >>> words_of(Person, "Dr. Anna Müller") == words_of(Person, "MUELLER, Anna")
    True
    >>> words_of(Person, "Prof. Dr.")
    ('dr', 'prof')
    """
    words = _WORD.findall(fold(name))
    empty = _TITLES if issubclass(cls, Person) else _FORMS
    return tuple(sorted([word for word in words if word not in empty] or words))


def beginnings(words: tuple[str, ...]) -> frozenset[str]:
    """Give the beginnings of the longer words: names that share none are not the same."""
    letters = [word for word in words if word.isalpha()]
    return frozenset(word[:_PREFIX] for word in letters if len(word) >= _PREFIX or len(letters) == 1)


def marks(cls: type[Node], words: tuple[str, ...]) -> tuple[str, ...]:
    """Give what numbers a name: "Amt 50" and "Amt 51" are two, and so are "Bezirk II" and "Bezirk III".

    Of bodies and places also the single letters and the words that tell one side of a place from another. A single
    letter in the name of a person is an initial, which one source leaves out.

    >>> marks(Node, words_of(Node, "Schulbezirk VI")), marks(Node, words_of(Node, "Au-Ost"))
    (('vi',), ('ost',))
    """
    numbers = tuple(word.lstrip("0") for word in words if word.isdecimal())
    if issubclass(cls, Person):
        return numbers
    return (*numbers, *(word for word in words if _tells_apart(word)))


def _tells_apart(word: str) -> bool:
    one_letter = len(word) == 1 and word.isalpha()
    return one_letter or word in _SIDES or _ROMAN.fullmatch(word) is not None
