"""From small to large: the formats of a process or for a target group in order of date, with their sizes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import numpy as np

from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.naming import order, ref
from graph.questions.participation_concept import Concept, listed
from graph.questions.participation_groups import NAMED, ROWS
from graph.questions.participation_view import View
from schema.nodes import Process
from schema.text import Text, verbatim

LARGE_FIRST = Text("groß vor klein: das größte Format stand am Anfang", "large before small: the largest came first")
UP_AND_DOWN = Text("klein begonnen, danach wechselnd", "began small, then up and down")
SAME_SIZE = Text("alle gleich groß", "all of one size")
CLIMBING = Text("von klein zu groß", "from small to large")
ONLY_ONE = Text("erst ein Format mit Datum und Größe", "one format with date and size so far")
UNKNOWN = Text("unbekannt: Datum oder Größe fehlen", "unknown: date or size are missing")
VERDICTS = (LARGE_FIRST, UP_AND_DOWN, SAME_SIZE, CLIMBING, ONLY_ONE, UNKNOWN)


class Ladder(Finding):
    """The formats of one process or for one target group."""

    matter: Annotated[Ref, Text("Prozess oder Zielgruppe", "process or target group")]
    verdict: Annotated[Text, Text("Befund", "verdict")]
    sizes: Annotated[Text, Text("Teilnehmende, in zeitlicher Folge", "participants, in order of date")]
    formats: Annotated[tuple[Ref, ...], Text("Formate, in zeitlicher Folge", "formats, in order of date")]
    first: Annotated[date | None, Text("von", "from")]
    last: Annotated[date | None, Text("bis", "to")]
    left_out: Annotated[int, Text("Formate ohne Datum oder Größe", "formats without date or size"), DETAIL]


class Step(NamedTuple):
    """One format with both a date and a size, in the order in which steps are sorted."""

    held_on: date
    size: int
    name: str
    format: int


def verdict(sizes: Sequence[int]) -> Text:
    """Judge sizes in order of date: only a first format that is the largest says large before small."""
    if len(sizes) < 2:
        return ONLY_ONE if sizes else UNKNOWN
    if min(sizes) == max(sizes):
        return SAME_SIZE
    if sizes[0] == max(sizes):
        return LARGE_FIRST
    return CLIMBING if list(sizes) == sorted(sizes) else UP_AND_DOWN


def steps(view: View, formats: Sequence[int]) -> list[Step]:
    """Put the formats that have a date and a size in order; of those of one day the smaller comes first."""
    found = []
    for i in formats:
        row = view.network.node_rows[i]
        if row.get("held_on") is not None and row.get("size") is not None:
            found.append(Step(row["held_on"], row["size"], view.network.name(i), i))
    return sorted(found)


def ladder_rows(view: View, concept: Concept) -> tuple[Ladder, ...]:
    """Name the ladders, those that began large first, then those of most formats."""
    formats = _of_processes(view) | _of_groups(view, concept)
    nodes = np.array(sorted(formats), dtype=np.int64)
    rows = [_ladder(view, i, formats[i]) for i in nodes.tolist()]
    place, size = [-VERDICTS.index(row.verdict) for row in rows], [len(formats[i]) for i in nodes.tolist()]
    return tuple(rows[k] for k in order(view.network, nodes, place, size)[:ROWS].tolist())


def _of_groups(view: View, concept: Concept) -> dict[int, list[int]]:
    found = {i: listed(concept.having_to_do_with, i, view.subject.formats) for i in view.groups.tolist()}
    return {i: formats for i, formats in found.items() if formats}


def _of_processes(view: View) -> dict[int, list[int]]:
    network, found = view.network, defaultdict(set)
    for j in np.flatnonzero(view.feeding & view.subject.formats[network.start] & network.of_type(Process)[network.end]):
        found[int(network.end[j])].add(int(network.start[j]))
    return {i: sorted(formats) for i, formats in found.items()}


def _ladder(view: View, i: int, formats: Sequence[int]) -> Ladder:
    found = steps(view, formats)
    sizes = [step.size for step in found]
    shown = " → ".join(str(size) for size in sizes[:NAMED]) + (" → …" if len(sizes) > NAMED else "")
    return Ladder(
        matter=ref(view.network, i),
        verdict=verdict(sizes),
        sizes=verbatim(shown or "–"),
        formats=tuple(ref(view.network, step.format) for step in found[:NAMED]),
        first=found[0].held_on if found else None,
        last=found[-1].held_on if found else None,
        left_out=len(formats) - len(found),
        evidence=view.evidence([i, *(step.format for step in found)] if found else [i, *formats]),
    )
