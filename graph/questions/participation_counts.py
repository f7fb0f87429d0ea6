"""What the participation looked at and left out, its figures under missing ties, and what is not recorded."""

from collections.abc import Mapping

import numpy as np

from graph.network import Mask
from graph.questions.answer import Count
from graph.questions.case import Case
from graph.questions.participation_cells import NOT_REACHED, OPEN, PLANNED, REACHED, Cells
from graph.questions.participation_concept import Concept
from graph.questions.participation_results import unused
from graph.questions.participation_view import View
from graph.questions.reservations import placeholders
from graph.questions.robust import TOP, Thinned
from graph.questions.scope import AboutScope
from schema.nodes import Format, Sozialraum, TargetGroup
from schema.text import Text


def denominator(cells: Cells, concept: Concept) -> tuple[Count, ...]:
    """Count what was looked at."""
    view, real = cells.view, ~cells.view.network.placeholder
    concerned = len(cells.concerned[0])
    of_all = {cls: int((view.network.of_type(cls) & real).sum()) for cls in (TargetGroup, Sozialraum, Format)}
    return (
        Count(label=Text("Zielgruppen", "target groups"), n=len(view.groups), of=of_all[TargetGroup]),
        Count(label=AREAS, n=len(view.areas), of=of_all[Sozialraum]),
        Count(label=Text("Kombinationen aus beiden", "combinations of both"), n=len(view.groups) * len(view.areas)),
        Count(
            label=Text("Kombinationen mit betroffener Zielgruppe", "combinations with a group concerned"),
            n=concerned,
            of=len(view.groups) * len(view.areas),
        ),
        *(Count(label=label, n=cells.count(*states), of=concerned) for states, label in STATES.items() if concerned),
        Count(label=Text("Formate", "formats"), n=len(view.formats), of=of_all[Format]),
        Count(label=Text("intermediäre Instanzen", "intermediary instances"), n=int(concept.intermediary.sum())),
    )


AREAS = Text("Sozialräume, die für sich zählen", "Sozialräume that count for themselves")
STATES: Mapping[tuple[int, ...], Text] = {
    (REACHED,): Text("davon erreicht", "of these reached"),
    (OPEN,): Text("davon offen", "of these open"),
    (NOT_REACHED, PLANNED): Text("davon nicht erreicht", "of these not reached"),
}


def left_out(view: View) -> tuple[Count, ...]:
    """Count the placeholders, and the formats that have not taken place yet."""
    planned = int(view.planned[view.formats].sum())
    label = Text("geplante Formate, die noch niemanden erreicht haben", "planned formats that reached nobody yet")
    counts = (Count(label=label, n=planned, of=len(view.formats)),) if planned else ()
    return (*placeholders(view.network), *counts)


def thinned(case: Case[AboutScope], cells: Cells) -> Thinned | None:
    """Try again while ties are missing: groups and combinations reached, the first that are not, results used."""
    view, before = cells.view, cells.key[cells.first(NOT_REACHED, PLANNED)[:TOP]]

    def trial(lost: Mask) -> dict[str, float]:
        left = Cells(view.without(lost))
        after = left.key[np.isin(left.state, (NOT_REACHED, PLANNED))]
        return _figures(left) | {"first": float(np.isin(before, after).sum())}

    counted = view.to_group | view.to_area | view.feeding
    return case.thinned(counted, trial) if len(view.formats) or len(before) else None


def _figures(cells: Cells) -> dict[str, float]:
    return {
        "groups": float((cells.reached_groups).sum()),
        "reached": float(cells.count(REACHED)),
        "missed": float(cells.count(NOT_REACHED, PLANNED)),
        "unused": float(len(unused(cells.view))),
    }


def figures(cells: Cells) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check."""
    found = _figures(cells) | {"first": float(min(TOP, cells.count(NOT_REACHED, PLANNED)))}
    return {name: (LABELS[name].format(top=TOP), value) for name, value in found.items()}


LABELS = {
    "groups": Text("Zielgruppen, die ein Format erreicht hat", "target groups that a format reached"),
    "reached": Text("erreichte Kombinationen", "combinations reached"),
    "missed": Text("nicht erreichte Kombinationen", "combinations not reached"),
    "first": Text("von den ersten {top} nicht erreichten bleiben es", "of the first {top} not reached stay so"),
    "unused": Text("Formate, deren Ergebnisse in nichts einflossen", "formats whose results flowed into nothing"),
}
