"""Where the data are silent on participation, and what to enter so that they are not."""

from collections.abc import Iterable

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.questions.naming import listing
from graph.questions.participation_cells import Cells
from graph.questions.participation_concept import Concept
from graph.questions.participation_view import View
from schema.nodes import Format, Sozialraum, TargetGroup
from schema.text import Text


def unknown(cells: Cells, concept: Concept) -> tuple[Text, ...]:
    """Say what is not recorded."""
    return (
        *_nothing_of(cells.view),
        *_of_formats(cells),
        *_of_concern(cells),
        *_of_weight(cells),
        *_of_others(concept),
    )


def _nothing_of(view: View) -> tuple[Text, ...]:
    checks = ((Format, NO_FORMATS), (TargetGroup, NO_GROUPS), (Sozialraum, NO_AREAS))
    real = ~view.network.placeholder
    return tuple(text for cls, text in checks if not (view.network.of_type(cls) & real).any())


def _of_formats(cells: Cells) -> tuple[Text, ...]:
    """Name the formats that do not say whom, where or when, and say if none says what became of its results."""
    view = cells.view
    formats, rows = view.formats, view.network.node_rows
    held = formats[view.held[formats]]
    undated = np.array([rows[i].get("held_on") is None for i in formats.tolist()], dtype=np.bool_)
    said = [
        *_named(view, held[cells.without_group[held]], len(held), NO_GROUP),
        *_named(view, held[cells.without_area[held]], len(held), NO_AREA),
        *_named(view, formats[undated], len(formats), NO_DATE),
    ]
    if len(held) and not view.feeding.any():
        said.append(NO_FEEDS)
    return (*said, NO_DAY) if len(formats) and view.day is None else tuple(said)


def _of_concern(cells: Cells) -> tuple[Text, ...]:
    """Name the groups that are concerned nowhere, and the areas in which none is, those of the highest need first."""
    view = cells.view
    rows, columns = cells.concerned
    groups = np.delete(view.groups, np.unique(rows)) if len(view.areas) else view.groups[:0]
    silent = np.setdiff1d(np.arange(len(view.areas)), columns)
    by_need = silent[np.argsort(-np.nan_to_num(cells.need[silent], nan=-1), kind="stable")]
    areas = view.areas[by_need] if len(view.groups) else view.areas[:0]
    return (
        *_named(view, groups, len(view.groups), NOWHERE),
        *_named(view, areas, len(view.areas), NOBODY_THERE, sort=False),
    )


def _of_weight(cells: Cells) -> tuple[Text, ...]:
    """Name what counts with the middle of its scale, because its need or difficulty is not recorded."""
    view, (rows, columns) = cells.view, cells.concerned
    met_groups, met_areas = np.unique(rows), np.unique(columns)
    easy = view.groups[met_groups[np.isnan(cells.hard[met_groups])]]
    unmeasured = view.areas[met_areas[np.isnan(cells.need[met_areas])]]
    return (
        *_named(view, easy, len(met_groups), NO_DIFFICULTY),
        *_named(view, unmeasured, len(met_areas), NO_NEED),
    )


def _of_others(concept: Concept) -> tuple[Text, ...]:
    """Say that no intermediary is recorded, or name those of which it is not recorded for whom they speak."""
    view, nodes = concept.view, np.flatnonzero(concept.intermediary)
    if not len(nodes):
        return (NO_INTERMEDIARY,) if len(view.groups) else ()
    speaks = np.diff(concept.speaks_for.indptr)[nodes] + np.diff(concept.present_in.indptr)[nodes]
    return _named(view, nodes[speaks == 0].astype(np.int64), len(nodes), FOR_NOBODY)


def _named(view: View, nodes: Integers, n: int, text: Text, *, sort: bool = True) -> tuple[Text, ...]:
    """Name some of `n` nodes in a sentence; nothing where there are none."""
    names: Iterable[str] = (view.network.name(i) for i in nodes.tolist())
    names = sorted(names) if sort else names
    return (text.format(n=len(nodes), all=n, names=listing(names)),) if len(nodes) else ()


NO_FORMATS = Text(
    "Es sind keine Formate erfasst; ob und wie beteiligt wurde, ist unbekannt. Einzutragen sind sie mit Datum, Größe, "
    "Ziel, Zweck und Rückmeldung.",
    "No formats are recorded; whether and how anybody took part is unknown. Enter them with date, size, goal, purpose "
    "and feedback.",
)
NO_GROUPS = Text(
    "Es sind keine Zielgruppen erfasst; wer erreicht werden soll, ist unbekannt.",
    "No target groups are recorded; whom to reach is unknown.",
)
NO_AREAS = Text(
    "Es sind keine Sozialräume erfasst; wo Zielgruppen erreicht werden, ist unbekannt.",
    "No Sozialräume are recorded; where target groups are reached is unknown.",
)
NO_GROUP = Text(
    "Wen sie erreicht haben (REACHES), ist bei {n} von {all} Formaten nicht erfasst: {names}. In ihren Sozialräumen "
    "bleibt offen, wer erreicht ist.",
    "Whom they reached (REACHES) is not recorded of {n} of {all} formats: {names}. In their Sozialräume it stays open "
    "who is reached.",
)
NO_AREA = Text(
    "Wo sie stattfanden (HELD_IN), ist bei {n} von {all} Formaten nicht erfasst: {names}. Für ihre Zielgruppen bleibt "
    "überall offen, ob sie erreicht sind.",
    "Where they were held (HELD_IN) is not recorded of {n} of {all} formats: {names}. Of their target groups it stays "
    "open everywhere whether they are reached.",
)
NO_DATE = Text(
    "Ohne Datum sind {n} von {all} Formaten: {names}. Sie gelten als geschehen; ob eine Rückmeldung fällig ist, ist "
    "unbekannt.",
    "{n} of {all} formats have no date: {names}. They count as held; whether feedback is due is unknown.",
)
NO_DAY = Text(
    "Zu welchem Tag die Daten gehören, ist nicht erfasst; welche Formate noch bevorstehen und welche Rückmeldung "
    "fällig ist, ist unbekannt. Ein Stichtag (--as-of) hilft.",
    "As of which day the data are is not recorded; which formats are still to come and which feedback is due is "
    "unknown. Choose a day with --as-of.",
)
NO_FEEDS = Text(
    "Wohin die Ergebnisse der Formate geflossen sind (FEEDS), ist nirgends erfasst; dass sie ohne Wirkung blieben, ist "
    "damit nicht gesagt.",
    "What the results of the formats flowed into (FEEDS) is recorded nowhere; that does not mean they had no effect.",
)
NOWHERE = Text(
    "In welchen der betrachteten Sozialräume sie betroffen sind, ist bei {n} von {all} Zielgruppen nicht erfasst: "
    "{names}. Es ergibt sich aus Vorlagen und Prozessen (CONCERNS) und aus zuständigen Stellen vor Ort.",
    "In which of the Sozialräume looked at they are concerned is not recorded of {n} of {all} target groups: {names}. "
    "It follows from papers and processes (CONCERNS) and from responsible offices that are active there.",
)
NOBODY_THERE = Text(
    "Ob eine der betrachteten Zielgruppen dort betroffen ist, ist bei {n} von {all} Sozialräumen nicht erfasst, der "
    "höchste Bedarf zuerst: {names}.",
    "Whether any of the target groups looked at is concerned there is not recorded of {n} of {all} Sozialräume, the "
    "highest need first: {names}.",
)
NO_DIFFICULTY = Text(
    "Wie schwer sie zu erreichen sind, ist bei {n} von {all} betroffenen Zielgruppen nicht erfasst: {names}. Sie "
    "zählen mit der Mitte der Skala.",
    "How hard they are to reach is not recorded of {n} of {all} groups concerned: {names}. They count with the middle.",
)
NO_NEED = Text(
    "Der Bedarf ist bei {n} von {all} Sozialräumen mit betroffenen Zielgruppen nicht gemessen: {names}. Sie zählen mit "
    "der Mitte der Skala.",
    "The need is not measured in {n} of {all} Sozialräume with groups concerned: {names}. They count with the middle.",
)
NO_INTERMEDIARY = Text(
    "Intermediäre Instanzen sind nicht erfasst; wer die Interessen der Zielgruppen bündelt und weitergibt, ist "
    "unbekannt.",
    "No intermediary instances are recorded; who gathers the interests of the target groups and passes them on is "
    "unknown.",
)
FOR_NOBODY = Text(
    "Für wen sie sprechen, ist bei {n} von {all} intermediären Instanzen nicht erfasst: {names}.",
    "For whom they speak is not recorded of {n} of {all} intermediary instances: {names}.",
)
