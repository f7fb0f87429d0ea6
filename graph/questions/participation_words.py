"""Who is reached and who is not, in sentences."""

from collections.abc import Iterable

import numpy as np

from graph.measures.arrays.matrices import Matrix
from graph.network import Mask
from graph.questions.naming import listing
from graph.questions.participation_cells import NOT_REACHED, OPEN, PLANNED, REACHED, Cells
from graph.questions.participation_concept import Concept
from graph.questions.participation_coverage import Unreached
from graph.questions.participation_view import View
from schema.text import Text

NAMED_CELLS = 3
"""Combinations that the summary names."""


def groups_sentences(concept: Concept) -> tuple[Text, ...]:
    """Say which target groups no format reached, and for which no intermediary instance speaks.

    Where no format says whom it reached, or no intermediary for whom it speaks, that is unknown and stands there.
    """
    view, groups = concept.view, concept.view.groups.tolist()
    without = [i for i in groups if not concept.formats_for(i)]
    unspoken = [i for i in groups if not concept.intermediaries_for(i)]
    said = []
    if groups and tells(view.with_groups, view.held):
        said.append(_of_groups(view, without, (WITHOUT_ALL, WITHOUT_SOME, WITHOUT_NONE)))
    if groups and tells(concept.speaks_for, concept.intermediary):
        said.append(_of_groups(view, unspoken, (UNSPOKEN_ALL, UNSPOKEN_SOME, UNSPOKEN_NONE)))
    return tuple(said)


def tells(pattern: Matrix, nodes: Mask) -> bool:
    """Say whether anything stands in the rows of some nodes."""
    return bool(np.diff(pattern.indptr)[nodes].any())


def _of_groups(view: View, found: list[int], texts: tuple[Text, Text, Text]) -> Text:
    """Choose the text for all, several or none of the groups."""
    n = len(view.groups)
    text = texts[0 if len(found) == n else 1 if found else 2]
    return text.format(n=len(found), all=n, names=_names(view, found))


def coverage_sentences(cells: Cells, unreached: tuple[Unreached, ...]) -> tuple[Text, ...]:
    """Say in how many combinations groups are concerned and reached, and which missing ones weigh most."""
    concerned = len(cells.concerned[0])
    if not concerned or not cells.view.held.any():
        return ()
    planned = cells.count(PLANNED)
    said = [
        COVERAGE.format(
            n=concerned,
            all=len(cells.view.groups) * len(cells.view.areas),
            reached=cells.count(REACHED),
            open=cells.count(OPEN),
            missed=cells.count(NOT_REACHED, PLANNED),
            planned=SOME_PLANNED.format(n=planned) if planned else "",
        )
    ]
    first: dict[str, str] = {}
    for row in unreached:
        first.setdefault(row.group.id, f"{row.group.name} ({row.area.name})")
    if first:
        text = HEAVIEST if len(first) > 1 else HEAVIEST_OF_ONE
        said.append(text.format(cells=listing(list(first.values())[:NAMED_CELLS])))
    return tuple(said)


def _names(view: View, nodes: Iterable[int]) -> Text:
    return listing(sorted(view.network.name(i) for i in nodes))


WITHOUT_ALL = Text(
    "Ein Format, das sie erreicht hat, ist nicht erfasst bei: {names}.",
    "No recorded format reached: {names}.",
)
WITHOUT_SOME = Text(
    "Für {n} von {all} Zielgruppen ist kein Format erfasst, das sie erreicht hat: {names}.",
    "{n} of {all} target groups were not reached by any recorded format: {names}.",
)
WITHOUT_NONE = Text(
    "Für jede betrachtete Zielgruppe ist mindestens ein Format erfasst, das sie erreicht hat.",
    "Each target group that was looked at was reached by at least one format.",
)
UNSPOKEN_ALL = Text(
    "Eine intermediäre Instanz, die für sie spricht, ist nicht erfasst bei: {names}.",
    "No intermediary instance is recorded that speaks for: {names}.",
)
UNSPOKEN_SOME = Text(
    "Für {n} von {all} Zielgruppen ist keine intermediäre Instanz erfasst, die für sie spricht: {names}.",
    "For {n} of {all} target groups no intermediary instance is recorded that speaks for them: {names}.",
)
UNSPOKEN_NONE = Text(
    "Für jede betrachtete Zielgruppe spricht mindestens eine intermediäre Instanz.",
    "At least one intermediary instance speaks for each target group that was looked at.",
)
COVERAGE = Text(
    "Nach den Einträgen ist in {n} von {all} Kombinationen aus Zielgruppe und Sozialraum die Zielgruppe betroffen; "
    "erreicht: {reached}, offen: {open}, nicht erreicht: {missed}{planned}.",
    "By what is recorded, the group is concerned in {n} of {all} combinations of target group and Sozialraum; "
    "reached: {reached}, open: {open}, not reached: {missed}{planned}.",
)
SOME_PLANNED = Text(" (davon {n} mit geplantem Format)", " (of these {n} with a format planned)")
HEAVIEST = Text(
    "Von den nicht erreichten wiegen am schwersten, je Zielgruppe der Sozialraum mit dem höchsten Gewicht: {cells}.",
    "Of those not reached these weigh most, for each group the Sozialraum of the highest weight: {cells}.",
)
HEAVIEST_OF_ONE = Text(
    "Von den nicht erreichten wiegt am schwersten: {cells}.", "Of those not reached this weighs most: {cells}."
)
