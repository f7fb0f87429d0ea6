"""The grids in which stakeholders are placed by what others attribute to them, and the thresholds of all of them.

Mendelow, A. L. (1981, usually cited for 1991), power and interest; attitude against influence as in every stakeholder
matrix since; Mitchell, R. K., Agle, B. R. and Wood, D. J. (1997), Toward a theory of stakeholder identification and
salience, Academy of Management Review 22(4), 853–886. Their names for the eight classes stand beside ours in
docs/questions/positions.md: what is said about people in German stays respectful.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from graph.questions.naming import listing
from graph.questions.ranked import HIGH
from schema.text import Text

SUPPORTIVE = 0.5
"""Mean attitude from which it is supportive, and below minus which, the threshold included, it is hindering."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a grid: its name, and when an actor stands in it."""

    name: Text
    when: Text


UNKNOWN = Cell(Text("unbekannt", "unknown"), Text("eine der Angaben dazu fehlt", "one of the values is missing"))


def high(value: float) -> bool:
    """Say whether a mean on the scale 1–5 counts as high; the threshold itself does."""
    return value >= HIGH


def leaning(attitude: float) -> int:
    """Say whether a mean attitude is supportive (1), hindering (−1) or neither (0); at the threshold it is."""
    return (attitude >= SUPPORTIVE) - (attitude <= -SUPPORTIVE)


INFLUENCE, INTEREST = Text("Einfluss", "influence"), Text("Interesse", "interest")
LEGITIMACY, URGENCY = Text("Legitimität", "legitimacy"), Text("Dringlichkeit", "urgency")


def _held(*attributes: tuple[Text, bool]) -> Text:
    """Say which attributes are high and which are not."""
    parts = [
        (word, [name for name, held in attributes if held is wanted])
        for word, wanted in ((Text("hoch", "high"), True), (Text("nicht hoch", "not high"), False))
    ]
    said = [
        Text(
            f"{word.de}: {listing([n.de for n in names]).de}",
            f"{word.en}: {listing([n.en for n in names]).en}",
        )
        for word, names in parts
        if names
    ]
    return Text("; ".join(text.de for text in said), "; ".join(text.en for text in said))


POWER_INTEREST: Mapping[tuple[bool, bool], Cell] = MappingProxyType(
    {
        held: Cell(name, _held((INFLUENCE, held[0]), (INTEREST, held[1])))
        for held, name in {
            (True, True): Text("eng einbinden", "manage closely"),
            (True, False): Text("zufriedenstellen", "keep satisfied"),
            (False, True): Text("informieren", "keep informed"),
            (False, False): Text("beobachten", "monitor"),
        }.items()
    }
)

_INFLUENTIAL = {True: Text("einflussreich", "influential"), False: Text("weniger einflussreich", "less influential")}
_LEANING = {
    1: Text("fördernd", "supportive"),
    0: Text("unentschieden", "undecided"),
    -1: Text("hemmend", "hindering"),
}
INFLUENCE_ATTITUDE: Mapping[tuple[bool, int], Cell] = MappingProxyType(
    {
        (much, way): Cell(
            Text("{way}, {much}", "{way}, {much}").format(way=_LEANING[way], much=_INFLUENTIAL[much]),
            Text("{held}; Haltung {way}", "{held}; attitude {way}").format(
                held=_held((INFLUENCE, much)), way=_LEANING[way]
            ),
        )
        for much, way in product((True, False), (1, 0, -1))
    }
)

SALIENCE: Mapping[tuple[bool, bool, bool], Cell] = MappingProxyType(
    {
        held: Cell(name, _held((INFLUENCE, held[0]), (LEGITIMACY, held[1]), (URGENCY, held[2])))
        for held, name in {
            (True, True, True): Text("vorrangig", "definitive"),
            (True, True, False): Text("maßgeblich", "dominant"),
            (True, False, True): Text("fordernd", "insistent"),
            (False, True, True): Text("angewiesen", "dependent"),
            (True, False, False): Text("ruhend", "dormant"),
            (False, True, False): Text("berechtigt", "discretionary"),
            (False, False, True): Text("drängend", "demanding"),
            (False, False, False): Text("derzeit ohne Vorrang", "without a claim at present"),
        }.items()
    }
)


def power_interest(influence: float | None, interest: float | None) -> Cell:
    """Place an actor by power and interest."""
    if influence is None or interest is None:
        return UNKNOWN
    return POWER_INTEREST[high(influence), high(interest)]


def influence_attitude(influence: float | None, attitude: float | None) -> Cell:
    """Place an actor by influence and attitude."""
    if influence is None or attitude is None:
        return UNKNOWN
    return INFLUENCE_ATTITUDE[high(influence), leaning(attitude)]


def salience(influence: float | None, legitimacy: float | None, urgency: float | None) -> Cell:
    """Place an actor by power, legitimacy and urgency; unknown if any of them is: silence is no "no"."""
    if influence is None or legitimacy is None or urgency is None:
        return UNKNOWN
    return SALIENCE[high(influence), high(legitimacy), high(urgency)]
