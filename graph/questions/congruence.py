"""Congruence: whether the areas of the plannings fit together."""

from typing import Annotated, Any

from graph.network import Mask
from graph.questions.answer import Answer, Count
from graph.questions.case import Case
from graph.questions.congruence_rows import (
    ROWS,
    CutArea,
    DivisionPair,
    Flaw,
    cut_rows,
    flaw_rows,
    pair_row,
)
from graph.questions.divisions import COUNTED, ENOUGH, Compared, Divisions
from graph.questions.naming import listing
from graph.questions.question import question
from graph.questions.reservations import placeholders, placeholders_sentence
from graph.questions.robust import Thinned
from graph.questions.scope import Scope
from schema.nodes import Fachplanung, Raumzuschnitt
from schema.text import Text


class AreaCongruence(Answer):
    """The answer: flaws inside divisions, pairs of divisions, areas that are cut."""

    flaws: Annotated[
        tuple[Flaw, ...], Text("Lücken und Überlappungen in einem Raumzuschnitt", "Gaps and overlaps in one division")
    ]
    pairs: Annotated[tuple[DivisionPair, ...], Text("Wie die Raumzuschnitte zusammenpassen", "How the divisions fit")]
    cut: Annotated[
        tuple[CutArea, ...],
        Text("Räume, die ein anderer Raumzuschnitt zerschneidet", "Areas that another division cuts"),
    ]


@question(
    "congruence",
    title=Text("Passung der Raumzuschnitte", "Congruence of areas"),
    asks=Text(
        "Passen die Räume zusammen, in denen die Fachplanungen denken?",
        "Do the areas fit together in which the plannings think?",
    ),
    definition=Text(
        "Zwei Raumzuschnitte passen, wenn sie deckungsgleich oder verschachtelt sind; sonst sagt das V-Maß, wie viel "
        "vom einen der andere verrät (1: alles, 0: nichts), und ab {enough} heißt das: sie passen weitgehend. "
        "Verglichen wird nach Fläche, wo alle Räume eine Geometrie haben, sonst nach OVERLAPS, PART_OF und gemeinsamen "
        "Teilräumen.",
        "Two divisions fit if they are the same or nested; else the V-measure says how much of one the other tells "
        "(1: all, 0: nothing), and from {enough} on they fit for the most part. They are compared by ground where all "
        "areas have a geometry, else by OVERLAPS, PART_OF and smaller areas in common.",
    ).format(enough=Text(str(ENOUGH).replace(".", ","), str(ENOUGH))),
    source=Text(
        "Schubert (Fachtag Integrierte Planung): integrierte Definition von Sozial- und Planungsräumen; Nowosad und "
        "Stepinski 2018; Hargrove u. a. 2006",
        "Schubert (Fachtag Integrierte Planung): integrated definition of social and planning areas; Nowosad and "
        "Stepinski 2018; Hargrove et al. 2006",
    ),
    counts=COUNTED,
    answer=AreaCongruence,
)
def congruence(case: Case[Scope]) -> dict[str, Any]:
    """Compare each pair of divisions, those that fit least first."""
    divisions = Divisions.of(case.network)
    name = case.network.name
    compared = sorted(divisions.compared(), key=lambda one: (one.fits, one.v, name(one.a), name(one.b), one.a, one.b))
    thinned = _thinned(case, divisions)
    return {
        "flaws": flaw_rows(divisions)[:ROWS],
        "pairs": tuple(pair_row(divisions, one) for one in compared[:ROWS]),
        "cut": tuple(row for one in compared for row in cut_rows(divisions, one))[:ROWS],
        "summary": (*_summary(divisions, compared), *placeholders_sentence(case.network)),
        "denominator": _denominator(case, divisions, compared),
        "left_out": placeholders(case.network),
        "robustness": thinned.report(_figures(compared)) if thinned and compared else None,
        "unknown": _unknown(case, divisions, compared),
    }


def _thinned(case: Case[Scope], divisions: Divisions) -> Thinned | None:
    def trial(lost: Mask) -> dict[str, float]:
        """Compare again; where nothing is left to compare, no agreement is known."""
        again = list(divisions.without(lost).compared())
        return {"unfit": sum(one.apart for one in again), "least": min((one.v for one in again), default=0.0)}

    few = len(divisions.nodes) > 1
    return case.thinned(divisions.ties, trial) if few else None


def _figures(compared: list[Compared]) -> dict[str, tuple[Text, float]]:
    return {
        "unfit": (Text("Paare, die nicht zusammenpassen", "pairs that do not fit"), sum(one.apart for one in compared)),
        "least": (Text("kleinstes V-Maß", "lowest V-measure"), min(one.v for one in compared)),
    }


def _summary(divisions: Divisions, compared: list[Compared]) -> tuple[Text, ...]:
    name = divisions.network.name
    if not compared:
        return ()
    wrong = [one for one in compared if one.apart]
    if not wrong:
        fits = Text(
            "Alle {n} verglichenen Paare von Raumzuschnitten passen zusammen oder weitgehend.",
            "All {n} pairs of divisions that were compared fit, or fit for the most part.",
        )
        return (fits.format(n=len(compared)),)
    text = Text(
        "Nicht zusammen passen {n} der {all} verglichenen Paare von Raumzuschnitten, am wenigsten „{a}“ und „{b}“ "
        "(V-Maß {v}).",
        "{n} of the {all} pairs of divisions compared do not fit together, least of all “{a}” and “{b}” "
        "(V-measure {v}).",
    )
    if len(wrong) == 1:
        text = Text(
            "Eines der {all} verglichenen Paare von Raumzuschnitten passt nicht zusammen: „{a}“ und „{b}“ (V-Maß {v}).",
            "One of the {all} pairs of divisions compared does not fit together: “{a}” and “{b}” (V-measure {v}).",
        )
    worst = wrong[0]
    v = Text(f"{worst.v:.2f}".replace(".", ","), f"{worst.v:.2f}")
    said = [text.format(n=len(wrong), all=len(compared), a=name(worst.a), b=name(worst.b), v=v)]
    one, other = (
        listing(sorted(name(int(i)) for i in divisions.plannings(division))) for division in (worst.a, worst.b)
    )
    if one.de and other.de:
        plannings = Text(
            "Davon betroffen sind auf der einen Seite {one}, auf der anderen {other}.",
            "This concerns {one} on the one side and {other} on the other.",
        )
        said.append(plannings.format(one=one, other=other))
    return tuple(said)


def _denominator(case: Case[Scope], divisions: Divisions, compared: list[Compared]) -> tuple[Count, ...]:
    network, n = case.network, len(divisions.nodes)
    planning = network.of_type(Fachplanung) & ~network.placeholder
    using = {int(i) for division in divisions.nodes.tolist() for i in divisions.plannings(division)}
    return (
        Count(
            label=Text("Raumzuschnitte mit Räumen", "divisions with areas"),
            n=n,
            of=int(network.of_type(Raumzuschnitt).sum()),
        ),
        Count(label=Text("verglichene Paare", "pairs compared"), n=len(compared), of=n * (n - 1) // 2),
        Count(
            label=Text("Fachplanungen mit Raumzuschnitt", "plannings with a division"),
            n=len(using),
            of=int(planning.sum()),
        ),
    )


def _unknown(case: Case[Scope], divisions: Divisions, compared: list[Compared]) -> tuple[Text, ...]:
    n = len(divisions.nodes)
    pairs = n * (n - 1) // 2
    if n < 2:
        return (NO_DIVISIONS,)
    said = []
    if len(compared) < pairs:
        text = ONE_NOT_COMPARED if pairs - len(compared) == 1 else NOT_COMPARED
        said.append(text.format(n=pairs - len(compared), all=pairs))
    if not case.network.with_verb(COUNTED[0]).any():
        said.append(NO_USES)
    return tuple(said)


NO_DIVISIONS = Text(
    "Es sind nicht mindestens zwei Raumzuschnitte mit ihren Räumen (BELONGS_TO) erfasst; ob die Räume der "
    "Fachplanungen zusammenpassen, ist unbekannt.",
    "Fewer than two divisions with their areas (BELONGS_TO) are recorded; whether the areas of the plannings fit "
    "together is unknown.",
)
ONE_NOT_COMPARED = Text(
    "Eines von {all} Paaren von Raumzuschnitten lässt sich nicht vergleichen: Es fehlen Geometrien, OVERLAPS oder "
    "gemeinsame Teilräume.",
    "One of {all} pairs of divisions cannot be compared: geometries, OVERLAPS or smaller areas in common are missing.",
)
NOT_COMPARED = Text(
    "{n} von {all} Paaren von Raumzuschnitten lassen sich nicht vergleichen: Es fehlen Geometrien, OVERLAPS oder "
    "gemeinsame Teilräume.",
    "{n} of {all} pairs of divisions cannot be compared: geometries, OVERLAPS or smaller areas in common are missing.",
)
NO_USES = Text(
    "Welche Fachplanung welchen Raumzuschnitt nutzt (USES), ist nicht erfasst.",
    "It is not recorded which planning uses which division (USES).",
)
