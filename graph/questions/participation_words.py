"""What the participation comes to, in sentences."""

from collections.abc import Iterable, Sequence

import numpy as np

from graph.measures.arrays.matrices import Matrix
from graph.network import Mask
from graph.questions.naming import listing
from graph.questions.participation_cells import NOT_REACHED, OPEN, PLANNED, REACHED, Cells
from graph.questions.participation_concept import Concept
from graph.questions.participation_coverage import Unreached
from graph.questions.participation_formats import FEEDBACK_WEEKS, PARTS, overdue, states
from graph.questions.participation_ladder import CLIMBING, LARGE_FIRST, Ladder
from graph.questions.participation_results import unused
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


def formats_sentences(view: View) -> tuple[Text, ...]:
    """Say what the formats lack, and who waits for an answer."""
    found = states(view)
    lacking = sum(bool(one.missing) for one in found)
    if not found or not lacking:
        return (ALL_COMPLETE,) if found else ()
    counted = ((part, sum(part in one.missing for one in found)) for part in PARTS)
    parts = [PART.format(part=part, n=n) for part, n in counted if n]
    listed = Text(listing(part.de for part in parts).de, listing(part.en for part in parts).en)
    text = ONE_INCOMPLETE if lacking == 1 else INCOMPLETE
    said = [text.format(n=lacking, all=len(found), parts=listed)]
    late = overdue(view)
    if late:
        names = _quoted([view.network.name(i) for i in late], NAMED_CELLS)
        said.append(OVERDUE.format(weeks=FEEDBACK_WEEKS, names=names))
    return tuple(said)


def ladder_sentences(ladders: tuple[Ladder, ...]) -> tuple[Text, ...]:
    """Say where large came before small, and where participation grew."""
    said = []
    for verdict, text in ((LARGE_FIRST, LARGE_BEFORE_SMALL), (CLIMBING, GREW)):
        names = [row.matter.name for row in ladders if row.verdict == verdict]
        said += [text.format(names=_quoted(names))] if names else []
    return tuple(said)


def results_sentences(view: View) -> tuple[Text, ...]:
    """Say of how many formats it is not recorded what became of the results."""
    held, nodes = int(view.held[view.formats].sum()), unused(view).tolist()
    if not held or len(nodes) == held:
        return ()
    if not nodes:
        return (ALL_FED,)
    text = ONE_UNUSED if len(nodes) == 1 else SOME_UNUSED
    return (text.format(n=len(nodes), all=held, names=_names(view, nodes)),)


def _quoted(names: Sequence[str], most: int = 5) -> Text:
    """Write names as an enumeration, each between the quotation marks of the language."""
    de, en = (listing((quote.replace("…", name) for name in names), most) for quote in ("„…“", "“…”"))
    return Text(de.de, en.en)


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
    "Jede betrachtete Zielgruppe hat mindestens ein Format erreicht.",
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
    "Am schwersten wiegt unter den nicht erreichten, je Zielgruppe der dringlichste Sozialraum: {cells}.",
    "Of those not reached these weigh most, for each group the most urgent Sozialraum: {cells}.",
)
HEAVIEST_OF_ONE = Text(
    "Am schwersten wiegt unter den nicht erreichten: {cells}.", "Of those not reached this weighs most: {cells}."
)
ALL_COMPLETE = Text(
    "Ziel und Zweck sind bei allen betrachteten Formaten erfasst, ebenso jede fällige Rückmeldung.",
    "Goal and purpose are recorded of all formats that were looked at, and so is all feedback that is due.",
)
ONE_INCOMPLETE = Text(
    "Bei einem von {all} Formaten fehlt eine Angabe: {parts}.", "One of {all} formats lacks an entry: {parts}."
)
INCOMPLETE = Text(
    "Bei {n} von {all} Formaten fehlt eine Angabe: {parts}.", "{n} of {all} formats lack an entry: {parts}."
)
PART = Text("{part} bei {n}", "{part} in {n}")
OVERDUE = Text(
    "Auch {weeks} Wochen danach oder später ist keine Rückmeldung erfasst bei: {names}.",
    "Even {weeks} weeks after them or later no feedback is recorded of: {names}.",
)
LARGE_BEFORE_SMALL = Text(
    "Groß vor klein: Das größte Format stand am Anfang bei {names}.",
    "Large before small: the largest format came first at {names}.",
)
GREW = Text(
    "Von klein zu groß wuchs die Beteiligung bei {names}.", "Participation grew from small to large at {names}."
)
ALL_FED = Text(
    "Die Ergebnisse aller Formate, die stattgefunden haben, sind in einen Prozess oder ein Dokument eingeflossen.",
    "The results of all formats that took place flowed into a process or document.",
)
ONE_UNUSED = Text(
    "Bei einem von {all} Formaten ist nicht erfasst, wohin die Ergebnisse geflossen sind: {names}.",
    "Of one of {all} formats it is not recorded what its results flowed into: {names}.",
)
SOME_UNUSED = Text(
    "Bei {n} von {all} Formaten ist nicht erfasst, wohin die Ergebnisse geflossen sind: {names}.",
    "Of {n} of {all} formats it is not recorded what their results flowed into: {names}.",
)
