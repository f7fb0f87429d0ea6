"""How wide the columns of a table are on paper, where no browser works it out."""

import re
from collections.abc import Sequence

LETTERS, SMALL_LETTERS = 111, 134
"""Letters that fit beside each other on the 170 mm of a page, in the size of tables and in that of small ones."""
_WORD = 16
"""Letters of a word that always have room; longer words are broken."""
_BOLD = 1.1
_EDGE = 2
_LONG = 240


def shares(
    headings: Sequence[str], figures: Sequence[bool], rows: Sequence[Sequence[str]], *, small: bool = False
) -> list[float]:
    """Give each column its share of the width: what its longest word needs, and of the rest by how much it says.

    >>> [round(share, 2) for share in shares(["Nr.", "Befund"], [True, False], [["1", "gut " * 60]])]
    [0.05, 0.95]
    """
    letters = SMALL_LETTERS if small else LETTERS
    columns = [[row[i] for row in rows] for i in range(len(headings))]
    least = [
        max(_longest(cells), _longest([heading]) * _BOLD) + _EDGE
        for heading, cells in zip(headings, columns, strict=True)
    ]
    rest = max(0.0, letters - sum(least))
    wish = [0.1 if figure else _says(cells) for figure, cells in zip(figures, columns, strict=True)]
    wide = [needed + rest * wished / sum(wish) for needed, wished in zip(least, wish, strict=True)]
    return [width / sum(wide) for width in wide]


def _longest(texts: Sequence[str]) -> int:
    return min(_WORD, max((len(word) for text in texts for word in re.split(r"[\s-]", text)), default=0))


def _says(texts: Sequence[str]) -> float:
    """Weigh a column by the mean length of its texts, more than in proportion."""
    return float(max(1.0, sum(min(len(text), _LONG) for text in texts) / max(len(texts), 1)) ** 1.2)
