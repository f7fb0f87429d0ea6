"""The rows of the coverage: combinations of target group and Sozialraum that are not reached, open, and reached."""

from itertools import islice
from typing import Annotated

import numpy as np

from graph.questions.answer import Finding, Ref
from graph.questions.naming import ref, refs
from graph.questions.participation_behind import Coverage
from graph.questions.participation_cells import NOT_REACHED, OPEN, PLANNED
from graph.questions.participation_groups import NAMED, ROWS
from schema.nodes import Format
from schema.text import Text

STATES = {
    NOT_REACHED: Text("nicht erreicht", "not reached"),
    PLANNED: Text("Format geplant", "a format is planned"),
}


class Unreached(Finding):
    """One combination in which a group is concerned and no format that took place reached it."""

    group: Annotated[Ref, Text("Zielgruppe", "target group")]
    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    weight: Annotated[float, Text("Gewicht (0–1)", "weight (0–1)")]
    need: Annotated[float | None, Text("Bedarf (0–1)", "need (0–1)")]
    hard_to_reach: Annotated[int | None, Text("schwer erreichbar (1–5)", "hard to reach (1–5)")]
    state: Annotated[Text, Text("Stand", "state")]
    shown_by: Annotated[tuple[Ref, ...], Text("betroffen laut", "concerned according to")]
    through: Annotated[tuple[Ref, ...], Text("Zugang über", "access through")]


class Unclear(Finding):
    """One combination in which a group is concerned and a format does not say whom it reached, or where."""

    group: Annotated[Ref, Text("Zielgruppe", "target group")]
    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    weight: Annotated[float, Text("Gewicht (0–1)", "weight (0–1)")]
    no_area: Annotated[
        tuple[Ref, ...], Text("Formate ohne Ort in diesem Sozialraum", "formats without a place in this area")
    ]
    no_group: Annotated[tuple[Ref, ...], Text("Formate ohne Zielgruppe", "formats without a target group")]


class ReachedThere(Finding):
    """One combination that a format reached."""

    group: Annotated[Ref, Text("Zielgruppe", "target group")]
    area: Annotated[Ref, Text("Sozialraum", "Sozialraum")]
    formats: Annotated[tuple[Ref, ...], Text("Formate", "formats")]
    number: Annotated[int, Text("Anzahl der Formate", "number of formats")]


def unreached_rows(coverage: Coverage) -> tuple[Unreached, ...]:
    """Name the combinations that no format reached, the highest weight first."""
    return tuple(_unreached(coverage, k) for k in coverage.cells.first(NOT_REACHED, PLANNED)[:ROWS].tolist())


def _unreached(coverage: Coverage, k: int) -> Unreached:
    cells, network = coverage.cells, coverage.cells.view.network
    group, area = cells.ends(k)
    shown_by = coverage.joining(group, area, ~network.of_type(Format))
    through = coverage.access(group, area)
    need = float(cells.need[cells.concerned[1][k]])
    return Unreached(
        group=ref(network, group),
        area=ref(network, area),
        weight=float(cells.weight[k]),
        need=None if np.isnan(need) else round(need, 4),
        hard_to_reach=network.node_rows[group].get("hard_to_reach"),
        state=STATES[int(cells.state[k])],
        shown_by=refs(network, shown_by)[:NAMED],
        through=refs(network, through)[:NAMED],
        evidence=coverage.evidence([*shown_by, *through], group, area),
    )


def unclear_rows(coverage: Coverage) -> tuple[Unclear, ...]:
    """Name the combinations of which the formats are silent, the highest weight first."""
    return tuple(_unclear(coverage, k) for k in coverage.cells.first(OPEN)[:ROWS].tolist())


def _unclear(coverage: Coverage, k: int) -> Unclear:
    network, (group, area) = coverage.cells.view.network, coverage.cells.ends(k)
    no_area, no_group = coverage.silent_on_area(group, area), coverage.silent_on_group(area)
    return Unclear(
        group=ref(network, group),
        area=ref(network, area),
        weight=float(coverage.cells.weight[k]),
        no_area=refs(network, no_area)[:NAMED],
        no_group=refs(network, no_group)[:NAMED],
        evidence=coverage.evidence([*no_area, *no_group], group, area),
    )


def reached_rows(coverage: Coverage) -> tuple[ReachedThere, ...]:
    """Name the combinations that formats reached, by name of the group and the area."""
    cells = coverage.cells
    rows, columns = cells.reached.nonzero()
    by_name = np.lexsort((cells.by_name(cells.view.areas)[columns], cells.by_name(cells.view.groups)[rows]))
    pairs = zip(cells.view.groups[rows[by_name]].tolist(), cells.view.areas[columns[by_name]].tolist(), strict=True)
    return tuple(_reached(coverage, *pair) for pair in islice(pairs, ROWS))


def _reached(coverage: Coverage, group: int, area: int) -> ReachedThere:
    network, formats = coverage.cells.view.network, coverage.joining(group, area, coverage.cells.view.held)
    return ReachedThere(
        group=ref(network, group),
        area=ref(network, area),
        formats=refs(network, formats)[:NAMED],
        number=len(formats),
        evidence=coverage.evidence(formats, group, area),
    )
