"""The rows of the congruence: pairs of divisions, areas that are cut, flaws inside one division."""

from typing import Annotated

import numpy as np

from graph.measures.arrays.matrices import Integers
from graph.network import Network
from graph.questions.answer import DETAIL, Finding, Ref
from graph.questions.contacts import SHOWN
from graph.questions.divisions import ENOUGH, Compared, Divisions
from graph.questions.naming import ref, refs
from schema.text import Text

ROWS = 500
"""Rows given of each table."""
PARTS = 10
"""Parts of a cut area that a row names at most."""

SAME = Text("deckungsgleich", "the same")
NESTED = Text("verschachtelt: „{inner}“ liegt in „{outer}“", "nested: “{inner}” lies in “{outer}”")
MOSTLY = Text("passen weitgehend", "fit for the most part")
APART = Text("passen nicht zusammen", "do not fit together")


class DivisionPair(Finding):
    """Two divisions and how far they agree."""

    first: Annotated[Ref, Text("Raumzuschnitt", "division")]
    second: Annotated[Ref, Text("und", "and")]
    verdict: Annotated[Text, Text("Befund", "verdict")]
    v: Annotated[float, Text("V-Maß (0–1)", "V-measure (0–1)")]
    homogeneity: Annotated[float, Text("Homogenität", "homogeneity")]
    completeness: Annotated[float, Text("Vollständigkeit", "completeness")]
    cut: Annotated[int, Text("zerschnittene Räume", "areas that are cut")]
    plannings: Annotated[tuple[Ref, ...], Text("genutzt von", "used by")]
    basis: Annotated[Text, Text("verglichen", "compared"), DETAIL]
    areas: Annotated[tuple[int, int], Text("Räume", "areas"), DETAIL]
    mapcurves: Annotated[float, Text("Mapcurves (0–1)", "Mapcurves (0–1)"), DETAIL]
    uncovered: Annotated[int, Text("Räume ohne Gegenstück", "areas without a counterpart"), DETAIL]


class CutArea(Finding):
    """An area of one division that lies across several of another, where the two do not fit."""

    area: Annotated[Ref, Text("Raum", "area")]
    division: Annotated[Ref, Text("aus", "of")]
    other: Annotated[Ref, Text("zerschnitten durch", "cut by")]
    parts: Annotated[tuple[Ref, ...], Text("liegt in", "lies in")]
    largest: Annotated[float, Text("größter Anteil", "largest share")]


class Flaw(Finding):
    """Ground that no area of a division has, or that two of them claim."""

    division: Annotated[Ref, Text("Raumzuschnitt", "division")]
    flaw: Annotated[Text, Text("Mangel", "flaw")]
    areas: Annotated[tuple[Ref, ...], Text("bei", "at")]
    hectares: Annotated[float, Text("Hektar", "hectares")]


def cut_areas(one: Compared) -> tuple[tuple[int, Integers, Integers], ...]:
    """List the areas that lie in no single area of the other division: side, place among its areas, parts."""
    found, cells = [], one.found.cells
    for side, inside, zones, others in (
        (0, one.found.inside_b, cells.a, cells.b),
        (1, one.found.inside_a, cells.b, cells.a),
    ):
        for k in np.unique(zones[inside[zones] < 0]).tolist():
            parts = others[zones == k]
            if len(parts) > 1:
                found.append((side, k, parts))
    return tuple(found)


def verdict(divisions: Divisions, one: Compared) -> Text:
    """Say in words how two divisions lie to each other."""
    name = divisions.network.name
    match one.found.nested:
        case "both":
            return SAME
        case "a in b":
            return NESTED.format(inner=name(one.a), outer=name(one.b))
        case "b in a":
            return NESTED.format(inner=name(one.b), outer=name(one.a))
        case _:
            return MOSTLY if one.v >= ENOUGH else APART


def pair_row(divisions: Divisions, one: Compared) -> DivisionPair:
    """Describe a pair of divisions."""
    network, found = divisions.network, one.found
    users = np.concatenate([divisions.plannings(one.a), divisions.plannings(one.b)])
    met = len(np.unique(found.cells.a)) + len(np.unique(found.cells.b))
    return DivisionPair(
        first=ref(network, one.a),
        second=ref(network, one.b),
        verdict=verdict(divisions, one),
        v=round(one.v, 4),
        homogeneity=round(found.homogeneity, 4),
        completeness=round(found.completeness, 4),
        cut=0 if one.fits else len(cut_areas(one)),
        plannings=refs(network, users),
        basis=one.basis,
        areas=(len(one.areas_a), len(one.areas_b)),
        mapcurves=round(found.mapcurves, 4),
        uncovered=len(one.areas_a) + len(one.areas_b) - met,
        evidence=tuple(network.ids[i] for i in (one.a, one.b, *users.tolist())),
    )


def divisions_apart(network: Network) -> tuple[DivisionPair, ...]:
    """Name the pairs of divisions that different plannings use and that do not fit, the worst first."""
    divisions = Divisions.of(network)
    found = [one for one in divisions.compared() if one.apart and divisions.plannings(one.a).size]
    found = sorted((one for one in found if divisions.plannings(one.b).size), key=lambda one: (one.v, one.a, one.b))
    return tuple(pair_row(divisions, one) for one in found)


def cut_rows(divisions: Divisions, one: Compared) -> tuple[CutArea, ...]:
    """Name the areas that are cut where two divisions do not fit, the worst cut first."""
    if one.fits:
        return ()
    network, cells = divisions.network, one.found.cells
    rows = []
    for side, k, parts in cut_areas(one):
        own, other = (one.areas_a, one.areas_b) if side == 0 else (one.areas_b, one.areas_a)
        zones, share = (cells.a, cells.share_of_a) if side == 0 else (cells.b, cells.share_of_b)
        held = refs(network, other[parts])
        rows.append(
            CutArea(
                area=ref(network, int(own[k])),
                division=ref(network, (one.a, one.b)[side]),
                other=ref(network, (one.b, one.a)[side]),
                parts=held[:PARTS],
                largest=round(float(share[zones == k].max()), 4),
                evidence=(network.ids[int(own[k])], *(part.id for part in held))[:SHOWN],
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.largest, row.area.name, row.area.id, row.other.id)))


def flaw_rows(divisions: Divisions) -> tuple[Flaw, ...]:
    """Name the gaps and overlaps inside the divisions whose areas have shapes, the largest first."""
    rows = []
    for division in divisions.nodes.tolist():
        found = divisions.flaws(division)
        for text, zones, size in (
            *((Text("Lücke", "gap"), gap.zones, gap.size) for gap in (found.gaps if found else ())),
            *((Text("Überlappung", "overlap"), (two.a, two.b), two.size) for two in (found.overlaps if found else ())),
        ):
            areas = refs(divisions.network, [int(zone) for zone in zones])
            rows.append(
                Flaw(
                    division=ref(divisions.network, division),
                    flaw=text,
                    areas=areas,
                    hectares=round(size / 10_000, 1),
                    evidence=(divisions.network.ids[division], *(area.id for area in areas)),
                )
            )
    return tuple(sorted(rows, key=lambda row: (-row.hectares, row.division.name, [area.id for area in row.areas])))
