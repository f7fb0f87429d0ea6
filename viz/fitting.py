"""Text fitted into a box without a browser: widths are estimated high, words wrap, the rest ends in an ellipsis."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Advance widths in em of Arial, which Helvetica and Liberation Sans share; rounded up in the third place.
_REGULAR = {
    0.191: "'",
    0.223: "ijlł‚‘’",
    0.260: "|",
    0.278: " \u00a0!,./:;I[\\]ftíîïı·",
    0.334: "()-`r{}„“”²³",
    0.351: "•",
    0.355: '"',
    0.390: "*",
    0.400: "°",
    0.470: "^",
    0.500: "Jcksvxyzçšžşćč",
    0.557: "#$0123456789?L_abdeghnopquäöüéèêëáàâãåóôòúûñğ–»«§€†",
    0.584: "+<=>~×−",
    0.611: "FTZßøŽ",
    0.667: "&ABEKPSVXYÄÉÈÁÅŠ",
    0.723: "CDHNRUwÜÇ",
    0.778: "GOQÖØ",
    0.834: "Mm½",
    0.890: "%",
    0.944: "W",
    1.000: "—…→",
    1.016: "@",
}
_BOLD = {
    0.238: "'",
    0.278: " \u00a0,./I\\ijlíîïłı‚‘’·",
    0.280: "|",
    0.334: "!()-:;[]`ft²³",
    0.351: "•",
    0.390: "*r{}",
    0.400: "°",
    0.475: '"',
    0.500: "zž„“”",
    0.557: "#$0123456789J_aceksvxyäéèêëáàâãåçšşćč–»«§€†",
    0.584: "+<=>^~×−",
    0.611: "?FLTZbdghnopquöüßóôòøúûñğŽ",
    0.667: "EPSVXYÉÈŠ",
    0.723: "&ABCDHKNRUÄÜÁÅÇ",
    0.778: "GOQwÖØ",
    0.834: "M½",
    0.890: "%m",
    0.944: "W",
    0.976: "@",
    1.000: "—…→",
}
_EM = {
    bold: {char: em for em, chars in table.items() for char in chars}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN = 1.05
"""Width of a character that is not in the list: that of a wide one, so that it never sticks out."""
_WIDER_FONTS = 1.25
"""How much wider than Arial the sans-serif fonts of some machines are, with room to spare (DejaVu Sans: 1.15)."""
Fits = Callable[[str], bool]

# Where German compounds may be broken: before these second parts, the longest first.
_JOINTS = re.compile(
    "(?<=[a-zäöüß]{3})(?=(?:angelegenheiten|ausbildung|ausschuss|ausschuß|beratung|betreuung|betrieb|bildung|büro|dezernat|"
    "dienst|entwicklung|förderung|gemeinde|gesellschaft|gesundheit|gruppe|hilfe|initiative|integration|konferenz|"
    "leistung|management|ordnung|organisation|planung|schaft|schule|schutz|sicherung|sport|stelle|steuerung|"
    "treff|verband|verein|verwaltung|wirtschaft|wesen|zentrum|zentren|amt|arbeit|bau|bund|haus|kirche|platz|rat|"
    "raum|räume|stadt|werk))"
)
_SYLLABLES = re.compile(
    "(?<=[a-zäöüß]{2})(?=(?:sch|ch|ck|ph|th|qu|[bcdfghjklmnpqrstvwxzß])[aeiouäöüy][a-zäöüß])", re.IGNORECASE
)
"""Where a German syllable begins, roughly: before the last consonant in front of a vowel."""
_KEPT = re.compile(r"(?<=\be\.) (?=V\.)|(?<=\bN\.) (?=N\.)|(?<=\bz\.) (?=B\.)")
_SIGNS = re.compile(r"[-/–](?=\w)")
"""After these a line may end without a hyphen of ours."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as lines that fit; `cut` says that not all of it is there."""

    lines: tuple[str, ...]
    cut: bool


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a text in Arial, in px at a font size in px; characters not known count as wide ones."""
    return sum(_EM[bold].get(char, _UNKNOWN) for char in text) * size


def held(text: str, size: float, room: float, *, bold: bool = False) -> float | None:
    """Give the length in px to which a text is to be held, so that it stays inside its room in a wider font too.

    None where it fits in any case, or where it has characters whose width is not known.
    """
    known = all(char in _EM[bold] for char in text)
    natural = width(text, size, bold=bold)
    return natural if known and natural * _WIDER_FONTS > room else None


def fit(text: str, room: float, size: float, *, lines: int = 2, bold: bool = False) -> Fitted:
    """Break a text into at most so many lines of a width in px; what is left over ends in an ellipsis.

    >>> fit("Ausschuss für Gesundheitsplanung", 80, 11).lines
    ('Ausschuss für', 'Gesundheitsp…')
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
        if not current or fits(_hyphened(longer) if breaks_next else longer):
            current = longer
        elif len(made) == lines - 1:
            return Fitted((*made, _cut(current + _joined(pieces[position:]), fits)), True)
        else:
            made.append(current if joiner else _hyphened(current))
            current = piece
    return Fitted((*made, current) if current else tuple(made), len(text) > 400)


def _joined(pieces: Sequence[tuple[str, str]]) -> str:
    return "".join(joiner + piece for piece, joiner in pieces)


def _hyphened(text: str) -> str:
    return text if text.endswith(("-", "/", "–")) else text + "-"


def _cut(text: str, fits: Fits) -> str:
    """Shorten to what fits with an ellipsis behind it."""
    kept = text[:200]
    while kept and not fits(kept + "…"):
        kept = kept[:-1]
    return kept.rstrip(" -–,/") + "…"


def _pieces(text: str, fits: Fits) -> Iterator[tuple[str, str]]:
    """Give the parts between which a line may end, each with what joins it to the one before (a space or nothing)."""
    for word in re.split(r"[ \t\r\n]+", _KEPT.sub("\u00a0", text).strip()):
        joiner = " "
        for part in _parts(word, fits):
            yield part, joiner
            joiner = ""


def _parts(word: str, fits: Fits) -> Iterator[str]:
    if fits(word):
        yield word
        return
    cuts = sorted(
        {0, *(m.start() for m in _JOINTS.finditer(word)), *(m.end() for m in _SIGNS.finditer(word)), len(word)}
    )
    for start, stop in pairwise(cuts):
        yield from _chunks(word[start:stop], fits)


def _chunks(part: str, fits: Fits) -> Iterator[str]:
    """Break what has no joint between syllables, else wherever it must be broken, with room for a hyphen."""
    while not fits(part + "-") and len(part) > 1:
        widest = next((n for n in range(len(part) - 1, 1, -1) if fits(part[:n] + "-")), 1)
        syllables = [found.start() for found in _SYLLABLES.finditer(part) if 2 < found.start() <= widest]
        stop = syllables[-1] if syllables else widest
        yield part[:stop]
        part = part[stop:]
    yield part
