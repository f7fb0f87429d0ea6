"""What became of the results: which formats flowed into which process or document, and which into none."""

from collections import defaultdict
from datetime import date
from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.questions.answer import Finding, Ref
from graph.questions.naming import kind_text, order, ref, refs
from graph.questions.participation_concept import listed
from graph.questions.participation_formats import sizes
from graph.questions.participation_groups import NAMED, ROWS
from graph.questions.participation_view import View
from schema.nodes import TargetGroup
from schema.text import Text
from schema.ties import Feeds


class Fed(Finding):
    """One process or document into which the results of formats flowed."""

    plan: Annotated[Ref, Text("Prozess oder Dokument", "process or document")]
    kind: Annotated[Text, Text("Art", "kind")]
    number: Annotated[int, Text("Anzahl der Formate", "number of formats")]
    formats: Annotated[tuple[Ref, ...], Text("gespeist aus", "fed by")]
    groups: Annotated[tuple[Ref, ...], Text("gehörte Zielgruppen", "target groups heard")]
    onward: Annotated[tuple[Ref, ...], Text("fließt weiter in", "flows on into")]


class Unused(Finding):
    """One format of which it is not recorded what its results flowed into."""

    format: Annotated[Ref, Text("Format", "format")]
    kind: Annotated[Text, Text("Art", "kind")]
    held_on: Annotated[date | None, Text("Datum", "date")]
    size: Annotated[int | None, Text("Teilnehmende", "participants")]
    groups: Annotated[tuple[Ref, ...], Text("Zielgruppen", "target groups")]


def unused(view: View) -> Integers:
    """List the formats looked at that took place and feed nothing."""
    fed = np.zeros(view.network.n, dtype=np.bool_)
    fed[view.network.start[view.feeding]] = True
    return view.formats[view.held[view.formats] & ~fed[view.formats]]


def unused_rows(view: View) -> tuple[Unused, ...]:
    """Name the formats that feed nothing, those of most participants first."""
    nodes = unused(view)
    ranked = order(view.network, nodes, sizes(view, nodes))
    return tuple(_unused(view, i) for i in nodes[ranked][:ROWS].tolist())


def _unused(view: View, i: int) -> Unused:
    row = view.network.node_rows[i]
    groups = listed(view.with_groups, i, view.network.of_type(TargetGroup))
    return Unused(
        format=ref(view.network, i),
        kind=kind_text(view.network, i),
        held_on=row.get("held_on"),
        size=row.get("size"),
        groups=refs(view.network, groups)[:NAMED],
        evidence=view.evidence([i, *groups]),
    )


def fed_rows(view: View) -> tuple[Fed, ...]:
    """Name the processes and documents that formats feed, those fed by most first."""
    ties, held = defaultdict(list), view.subject.formats & view.held
    for j in np.flatnonzero(view.feeding & held[view.network.start]).tolist():
        ties[int(view.network.end[j])].append(j)
    nodes = np.array(sorted(ties), dtype=np.int64)
    rows = [_fed(view, i, ties[i]) for i in nodes.tolist()]
    return tuple(rows[k] for k in order(view.network, nodes, [row.number for row in rows])[:ROWS].tolist())


def _fed(view: View, i: int, ties: list[int]) -> Fed:
    network, groups = view.network, view.network.of_type(TargetGroup)
    formats = {int(network.start[j]) for j in ties}
    onward = network.ties_from(i, Feeds)
    onward = onward[~network.placeholder[network.end[onward]]]
    return Fed(
        plan=ref(network, i),
        kind=kind_text(network, i),
        number=len(formats),
        formats=refs(network, formats)[:NAMED],
        groups=refs(network, {group for held in formats for group in listed(view.with_groups, held, groups)})[:NAMED],
        onward=refs(network, set(network.end[onward].tolist()))[:NAMED],
        evidence=view.evidence([i, *sorted(formats)], [*ties, *onward.tolist()]),
    )
