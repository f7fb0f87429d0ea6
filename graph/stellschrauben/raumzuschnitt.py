"""Stellschraube 7: the Fachplanungen work with one division into areas, or with such as fit into each other."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from graph.questions.answer import Count
from graph.questions.divisions import Divisions
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import ends
from graph.stellschrauben.raumzuschnitt_words import (
    APART,
    MOSTLY,
    NESTED,
    NO_DIVISION,
    NOT_COMPARED,
    ONE,
    SO_FAR,
    TOO_FEW,
    UNRECORDED,
)
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import about_agency, count, named
from schema.nodes import Raumzuschnitt
from schema.text import Text
from schema.ties import BelongsTo, Overlaps, PartOf, ResponsibleFor, TakesPart, Uses

LEAST = 2


@dataclass(frozen=True)
class Fit:
    """How well the divisions of two Fachplanungen agree (1: the same or nested), by the two of them that fit best."""

    one: int
    other: int
    value: float
    a: int
    b: int


class Fits:
    """The divisions that the Fachplanungen use, and how they agree pair by pair."""

    def __init__(self, ground: Ground) -> None:
        """Compare all divisions once."""
        compared = Divisions.of(ground.network).compared()
        self._value = {frozenset((one.a, one.b)): 1.0 if one.fits else one.v for one in compared}
        self.used = {i: _used(ground, i) for i in ground.plannings}
        self.known = [i for i, divisions in self.used.items() if divisions]
        pairs = list(combinations(self.known, 2))
        found = [self.fit(one, other) for one, other in pairs]
        self.compared = [fit for fit in found if fit is not None]
        self.open = [pair for pair, fit in zip(pairs, found, strict=True) if fit is None]

    def agree(self, a: int, b: int) -> float | None:
        """Say how two divisions agree: 1 for the same or nested ones, else their V-measure, None if not comparable."""
        return 1.0 if a == b else self._value.get(frozenset((a, b)))

    def fit(self, one: int, other: int) -> Fit | None:
        """Say how two Fachplanungen agree."""
        options = [(self.agree(a, b), a, b) for a in self.used[one] for b in self.used[other]]
        found = [Fit(one, other, value, a, b) for value, a, b in options if value is not None]
        return max(found, key=lambda fit: (fit.value, -fit.a, -fit.b), default=None)


@check(
    7,
    "raumzuschnitt",
    title=Text("Gemeinsame Sozial- und Planungsräume", "Common social spaces and planning areas"),
    demand=Text(
        "Sind Sozial- und Planungsräume gemeinsam definiert, statt dass jede Fachplanung eigene, nicht kompatible "
        "Raumzuschnitte hat?",
        "Are social spaces and planning areas defined together, instead of each planning having its own?",
    ),
    definition=Text(
        "Erfüllt, wenn alle beteiligten Fachplanungen einen Raumzuschnitt verwenden oder solche, die ineinander liegen "
        "(Homogenität 1); teilweise ab einem V-Maß von 0,8 zwischen je zweien.",
        "Met when all plannings that take part use one division, or such as lie within each other (homogeneity 1); "
        "partly from a V-measure of 0.8 between any two on.",
    ),
    counts=(Uses, BelongsTo, Overlaps, PartOf, TakesPart, ResponsibleFor),
)
def raumzuschnitt(ground: Ground) -> Verdict:
    """Compare the divisions of each two Fachplanungen."""
    plannings, fits = ground.plannings, Fits(ground)
    silent = sorted(set(plannings) - set(fits.known))
    worst = min(fits.compared, key=lambda fit: (fit.value, fit.one, fit.other), default=None)
    status = _status(ground, fits, worst, len(silent))
    unknown = [NO_DIVISION.format(names=named(ground, silent))] if silent else []
    unknown += [NOT_COMPARED.format(n=len(fits.open))] if fits.open else []
    apart = {i for fit in fits.compared if fit.value < 1 for i in (fit.one, fit.other)}
    compared = {i for fit in fits.compared for i in (fit.one, fit.other)}
    return Verdict(
        status,
        _sentence(ground, fits, worst, status),
        about_agency(ground),
        _looked_at(ground, fits),
        speaking_for=_uses(ground, compared - apart),
        against=_uses(ground, apart),
        unknown=tuple(unknown),
        change=_change(ground, fits),
    )


def _status(ground: Ground, fits: Fits, worst: Fit | None, silent: int) -> Status:
    """Judge by the worst pair; what nobody recorded can still be worse, but not better."""
    if worst is not None and worst.value < ground.settings.congruence_partly:
        return Status.MISSING
    if worst is None or silent or fits.open:
        return Status.UNKNOWN
    return Status.MET if worst.value == 1 else Status.PARTLY


def _sentence(ground: Ground, fits: Fits, worst: Fit | None, status: Status) -> Text:
    everyone = len(ground.plannings)
    if status is Status.UNKNOWN or worst is None:
        open_ones = {i for pair in fits.open for i in pair}
        n = everyone - len(fits.known) + len(open_ones)
        text = TOO_FEW if everyone < LEAST else UNRECORDED if worst is None and not open_ones else SO_FAR
        return text.format(n=n, all=everyone, known=len(fits.known))
    name, v = ground.network.name, f"{worst.value:.2f}"
    used = {division for divisions in fits.used.values() for division in divisions}
    met = ONE if len(used) == 1 else NESTED
    text = {Status.MET: met, Status.PARTLY: MOSTLY}.get(status, APART)
    return text.format(
        all=everyone,
        a=name(worst.a),
        b=name(worst.b),
        v=Text(v.replace(".", ","), v),
        one=named(ground, [i for i in fits.known if worst.a in fits.used[i]]),
        other=named(ground, [i for i in fits.known if worst.b in fits.used[i]]),
    )


def _used(ground: Ground, planning: int) -> list[int]:
    """List the divisions that a Fachplanung uses, or those of the units in charge where it names none itself."""
    uses = ground.links(Uses)
    return ends(uses.out(planning)) or ends(uses.out(*ground.in_charge(planning)))


def _uses(ground: Ground, plannings: set[int]) -> tuple[str, ...]:
    uses, found = ground.links(Uses), []
    for i in sorted(plannings):
        links = uses.out(i) or uses.out(*ground.in_charge(i))
        found += [ground.network.ids[i], *(link.id for link in links)]
    return tuple(found)


def _looked_at(ground: Ground, fits: Fits) -> tuple[Count, ...]:
    n, pairs = len(ground.plannings), len(fits.known) * (len(fits.known) - 1) // 2
    return (
        count("Fachplanungen", "plannings", n),
        count("davon mit Raumzuschnitt", "of these with a division", len(fits.known), n),
        count("verglichene Paare", "pairs compared", len(fits.compared), pairs),
    )


def _change(ground: Ground, fits: Fits) -> Change:
    """Propose the division that most use to those whose own does not fit, and to those who name none."""
    draft = Draft(ground, 7)
    plannings = draft.plannings(LEAST)
    uses = Counter(division for divisions in fits.used.values() for division in divisions)
    common = min(uses, key=lambda i: (-uses[i], i), default=None)
    name = "Gemeinsame Sozialräume (Vorschlag)" if common is None else ground.network.name(common)
    division = draft.node(Raumzuschnitt, "zuschnitt", name) if common is None else ground.network.ids[common]
    stay = _stay(fits, common)
    for planning in plannings:
        at = ground.network.index.get(planning)
        if at not in stay:
            draft.tie(Uses, planning, division)
    text = Text(
        "Die Fachplanungen, deren Räume nicht dazu passen, arbeiten auch mit „{name}“.",
        "The plannings whose areas do not fit work with “{name}” too.",
    )
    return draft.change(text.format(name=name))


def _stay(fits: Fits, common: int | None) -> set[int]:
    """List the Fachplanungen that need not change: theirs fit with the common division and with each other."""
    stay: set[int] = set()
    for i in sorted(fits.known, key=lambda i: (common not in fits.used[i], i)):
        with_common = common is not None and any(fits.agree(a, common) == 1 for a in fits.used[i])
        others = [fits.fit(i, other) for other in stay]
        if with_common and all(fit is not None and fit.value == 1 for fit in others):
            stay.add(i)
    return stay
