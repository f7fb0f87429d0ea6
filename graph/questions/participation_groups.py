"""Who is to take part and how: the target groups, and the intermediary instances that speak for them."""

from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.directions import ADMINISTRATION, POLITICS
from graph.questions.naming import kind_text, order, ref, refs
from graph.questions.participation_cells import NOT_REACHED, REACHED, Cells
from graph.questions.participation_concept import Concept, listed
from graph.questions.participation_view import View
from schema.nodes import TargetGroup
from schema.text import Text
from schema.ties import ActiveIn, Reaches, ResponsibleFor, TakesPart

ROWS = 500
"""Rows given of each table; the denominator counts all."""
NAMED = 10
"""Nodes that one cell of a table names at most; the numbers beside count them all."""

NOBODY = Text("kein Weg erfasst", "no way recorded")
PLANNED_ONLY = Text("bisher nur geplante Formate", "formats planned only, so far")
ORGANISATION = Text("nur über Organisationen, die sie erreichen", "only through organisations that reach them")
INTERMEDIARY = Text("nur über intermediäre Instanzen", "only through intermediary instances")
FORMAT = Text("durch Formate", "by formats")
BOTH = Text("durch Formate und intermediäre Instanzen", "by formats and intermediary instances")
WAYS = (NOBODY, PLANNED_ONLY, ORGANISATION, INTERMEDIARY, FORMAT, BOTH)
"""How a group is reached, from least to most."""


class GroupConcept(Finding):
    """One target group: who it is to reach, and through what."""

    group: Annotated[Ref, Text("Zielgruppe", "target group")]
    hard_to_reach: Annotated[int | None, Text("schwer erreichbar (1–5)", "hard to reach (1–5)")]
    way: Annotated[Text, Text("wie erreicht", "how reached")]
    formats: Annotated[tuple[Ref, ...], Text("Formate", "formats")]
    intermediaries: Annotated[tuple[Ref, ...], Text("intermediäre Instanzen", "intermediary instances")]
    organisations: Annotated[tuple[Ref, ...], Text("weitere Organisationen", "other organisations")]
    concerned: Annotated[int, Text("betroffen in Sozialräumen", "concerned in Sozialräume")]
    reached: Annotated[int, Text("davon erreicht", "of these reached")]
    unreached: Annotated[int, Text("davon nicht erreicht", "of these not reached")]
    responsible: Annotated[tuple[Ref, ...], Text("zuständig", "responsible"), DETAIL]
    with_whom: Annotated[tuple[Ref, ...], Text("an den Formaten beteiligt", "taking part in the formats"), DETAIL]


class Intermediary(Finding):
    """One instance that gathers interests and passes them on."""

    instance: Annotated[Ref, Text("intermediäre Instanz", "intermediary instance")]
    kind: Annotated[Text, Text("Art", "kind")]
    groups: Annotated[tuple[Ref, ...], Text("spricht für Zielgruppen", "speaks for target groups")]
    areas: Annotated[tuple[Ref, ...], Text("spricht für Sozialräume", "speaks for Sozialräume")]
    formats: Annotated[tuple[Ref, ...], Text("beteiligt an Formaten", "takes part in formats")]
    above: Annotated[int, Text("Kontakte in Verwaltung und Politik", "contacts in administration and politics")]


def group_rows(cells: Cells, concept: Concept) -> tuple[GroupConcept, ...]:
    """Describe the target groups: those with the fewest ways first, then the hardest to reach."""
    view = cells.view
    way = [-WAYS.index(_way(concept, i)) for i in view.groups.tolist()]
    hard = np.nan_to_num(cells.hard, nan=0)
    return tuple(_group(cells, concept, k) for k in order(view.network, view.groups, way, hard)[:ROWS].tolist())


def _way(concept: Concept, group: int) -> Text:
    through = bool(concept.intermediaries_for(group))
    if concept.formats_for(group):
        return BOTH if through else FORMAT
    if through:
        return INTERMEDIARY
    if concept.organisations_for(group):
        return ORGANISATION
    return PLANNED_ONLY if concept.formats_for(group, planned=True) else NOBODY


def _group(cells: Cells, concept: Concept, k: int) -> GroupConcept:
    network, i = cells.view.network, int(cells.view.groups[k])
    formats, intermediaries = concept.formats_for(i), concept.intermediaries_for(i)
    organisations, responsible = concept.organisations_for(i), concept.responsible_for(i)
    states = cells.state[cells.concerned[0] == k]
    return GroupConcept(
        group=ref(network, i),
        hard_to_reach=network.node_rows[i].get("hard_to_reach"),
        way=_way(concept, i),
        formats=refs(network, formats)[:NAMED],
        intermediaries=refs(network, intermediaries)[:NAMED],
        organisations=refs(network, organisations)[:NAMED],
        concerned=len(states),
        reached=int((states == REACHED).sum()),
        unreached=int((states == NOT_REACHED).sum()),
        responsible=refs(network, responsible)[:NAMED],
        with_whom=refs(network, concept.with_whom(formats))[:NAMED],
        evidence=cells.view.evidence([i, *formats, *intermediaries, *organisations], _ties_of(cells.view, i).tolist()),
    )


def _ties_of(view: View, group: int) -> Integers:
    """List the ties by which anything has to do with a group."""
    ends = (view.network.start == group) | (view.network.end == group)
    return np.flatnonzero(view.to_group & ends).astype(np.int64)


def _looked_at(view: View, concept: Concept) -> Mask:
    """Mark the intermediary instances that have to do with the groups and areas asked about, or all."""
    found, real = concept.intermediary, ~view.network.placeholder
    for asked, all_there, pattern in (
        (view.subject.groups, view.network.of_type(TargetGroup) & real, concept.speaks_for),
        (view.subject.areas, view.contacts.own_area, view.with_areas),
    ):
        if (asked != all_there).any():
            found = found & (pattern @ asked.astype(np.int64) > 0)
    return np.asarray(found, dtype=np.bool_)


def intermediary_rows(cells: Cells, concept: Concept) -> tuple[Intermediary, ...]:
    """Describe the intermediary instances, those that speak for most groups and Sozialräume first."""
    nodes = np.flatnonzero(_looked_at(cells.view, concept)).astype(np.int64)
    rows = [_intermediary(cells.view, concept, i) for i in nodes.tolist()]
    ranked = order(cells.view.network, nodes, [len(row.groups) for row in rows], [len(row.areas) for row in rows])
    return tuple(rows[k] for k in ranked[:ROWS].tolist())


def _intermediary(view: View, concept: Concept, i: int) -> Intermediary:
    network, level = view.network, view.contacts.level
    groups, areas = (
        listed(concept.speaks_for, i, view.subject.groups),
        listed(concept.present_in, i, ~network.placeholder),
    )
    formats = listed(concept.takes_part, i, view.subject.formats)
    near = view.contacts.neighbours(i)
    return Intermediary(
        instance=ref(network, i),
        kind=kind_text(network, i),
        groups=refs(network, groups)[:NAMED],
        areas=refs(network, areas)[:NAMED],
        formats=refs(network, formats)[:NAMED],
        above=int(np.isin(level[near], (POLITICS, ADMINISTRATION)).sum()),
        evidence=view.evidence([i], network.ties_from(i, Reaches, ActiveIn, ResponsibleFor, TakesPart).tolist()),
    )
