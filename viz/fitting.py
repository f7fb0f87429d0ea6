"""Text fitted into a box without a browser: widths are estimated high, words wrap, the rest ends in an ellipsis."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

# Advance widths in em: for each character the wider of Liberation Sans (metrics of Arial) and DejaVu Sans.
_WIDTHS = {
    0.30: "'Iijlí",
    0.35: " ,./:;\\|‚‘’·",
    0.40: "()-[]ft",
    0.45: "!r²³",
    0.50: '"*J`°',
    0.55: "cszç„“”",
    0.60: "?L_kvxy–§",
    0.65: "$0123456789FTabdeghnopqu{}äöüßéèêáàâóúñø»«€",
    0.70: "ABEKPSVXYZÄ",
    0.75: "CNRUÜ",
    0.80: "&DGHOQÖ",
    0.85: "#+<=>^w~×",
    0.90: "M★⚠",
    1.05: "%Wm—…→½@",
}
_EM = {char: width for width, chars in _WIDTHS.items() for char in chars}
_UNKNOWN = 1.05
"""Width of a character that is not in the list: that of a wide one, so that it never sticks out."""
BOLD = 1.14
Fits = Callable[[str], bool]

# Where German compounds may be broken: before these second parts, the longest first.
_JOINTS = re.compile(
    "(?<=[a-zäöüß]{3})(?=(?:angelegenheiten|ausbildung|ausschuss|ausschuß|beratung|betreuung|betrieb|bildung|büro|dezernat|"
    "dienst|entwicklung|förderung|gemeinde|gesellschaft|gesundheit|gruppe|hilfe|initiative|integration|konferenz|"
    "leistung|management|ordnung|organisation|planung|schaft|schule|schutz|sicherung|stelle|steuerung|"
    "treff|verband|verein|verwaltung|wirtschaft|wesen|zentrum|zentren|amt|arbeit|bau|haus|kirche|platz|rat|"
    "raum|räume|stadt|werk))"
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as lines that fit; `cut` says that not all of it is there."""

    lines: tuple[str, ...]
    cut: bool


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of a text in px at a font size in px; never less than the common sans-serif fonts give."""
    return sum(_EM.get(char, _UNKNOWN) for char in text) * size * (BOLD if bold else 1.0)


def fit(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> Fitted:
    """Break a text into at most so many lines of a width in px; what is left over ends in an ellipsis.

    >>> fit("Ausschuss für Gesundheitsplanung", 80, 11).lines
    ('Ausschuss für', 'Gesundheit…')
    """

    def fits(piece: str) -> bool:
        return width(piece, size, bold=bold) <= room

    # No picture shows more than some hundred characters; longer names are not measured to their end.
    pieces = list(_pieces(text[:400], fits))
    made: list[str] = []
    current = ""
    for position, (piece, joiner) in enumerate(pieces):
        breaks_next = position + 1 < len(pieces) and not pieces[position + 1][1]
        longer = f"{current}{joiner}{piece}" if current else piece
        if not current or fits(longer + "-" * breaks_next):
            current = longer
        elif len(made) == lines - 1:
            rest = "".join(joint + part for part, joint in pieces[position:])
            return Fitted((*made, _cut(current + rest, fits)), True)
        else:
            made.append(current + ("" if joiner else "-"))
            current = piece
    return Fitted((*made, current) if current else tuple(made), len(text) > 400)


def _cut(text: str, fits: Fits) -> str:
    """Shorten to what fits with an ellipsis behind it."""
    kept = text[:200]
    while kept and not fits(kept + "…"):
        kept = kept[:-1]
    return kept.rstrip(" -–,/") + "…"


def _pieces(text: str, fits: Fits) -> Iterator[tuple[str, str]]:
    """Give the parts between which a line may end, each with what joins it to the one before (a space or nothing)."""
    for word in text.split():
        joiner = " "
        for part in _parts(word, fits):
            yield part, joiner
            joiner = ""


def _parts(word: str, fits: Fits) -> Iterator[str]:
    if fits(word):
        yield word
        return
    cuts = [0, *(m.start() for m in _JOINTS.finditer(word)), len(word)]
    for start, stop in pairwise(cuts):
        yield from _chunks(word[start:stop], fits)


def _chunks(part: str, fits: Fits) -> Iterator[str]:
    """Break what has no joint wherever it must be broken, leaving room for a hyphen."""
    while not fits(part + "-") and len(part) > 1:
        stop = next((n for n in range(len(part) - 1, 1, -1) if fits(part[:n] + "-")), 1)
        yield part[:stop]
        part = part[stop:]
    yield part
