"""The rows of the interlocks: pairs of bodies, who links them, and how central each body is."""

from typing import Annotated

import numpy as np

from graph.measures.arrays import places
from graph.measures.arrays.matrices import Floats, Integers, ordered
from graph.measures.arrays.two_mode_positions import two_mode_betweenness, two_mode_closeness
from graph.questions.answer import DETAIL, Ranked, Ref
from graph.questions.hierarchy import inside
from graph.questions.memberships import Memberships, shared
from graph.questions.naming import kind_text, order, ref, refs
from graph.questions.robust import Thinned
from schema.text import Text

ROWS = 500
"""Rows given of each table; the denominator counts all."""
NAMED = 20
"""Linking members that a row names at most."""
MOST_WORK = 500_000_000
"""Nodes times memberships up to which shortest paths are followed; larger networks say that they were not."""


class BodyPair(Ranked):
    """Two bodies that share full members."""

    first: Annotated[Ref, Text("Gremium", "body")]
    second: Annotated[Ref, Text("und", "and")]
    shared: Annotated[int, Text("gemeinsame Mitglieder", "shared members")]
    share: Annotated[float, Text("Anteil am kleineren", "share of the smaller")]
    linked_by: Annotated[tuple[Ref, ...], Text("verbunden durch", "linked by")]
    persons: Annotated[int, Text("davon Personen", "of these persons")]
    with_others: Annotated[int, Text("mit Stellvertretung und Beratung", "with deputies and advisers"), DETAIL]


class Linker(Ranked):
    """A member that links bodies."""

    member: Annotated[Ref, Text("Mitglied", "member")]
    kind: Annotated[Text, Text("Art", "kind")]
    bodies: Annotated[tuple[Ref, ...], Text("gehört zu", "belongs to")]
    pairs: Annotated[int, Text("verbundene Paare", "pairs linked")]
    alone: Annotated[int, Text("davon niemand sonst", "of these nobody else")]


class Body(Ranked):
    """A body by its place among bodies and members."""

    body: Annotated[Ref, Text("Gremium", "body")]
    kind: Annotated[Text, Text("Art", "kind")]
    members: Annotated[int, Text("Mitglieder", "members")]
    neighbours: Annotated[int, Text("verflochten mit", "interlocked with")]
    share: Annotated[float, Text("Anteil aller Mitglieder", "share of all members"), DETAIL]
    closeness: Annotated[float | None, Text("Nähe (0–1)", "closeness (0–1)"), DETAIL]
    betweenness: Annotated[float | None, Text("dazwischen (0–1)", "betweenness (0–1)"), DETAIL]


def pair_rows(view: Memberships, named: Integers, thinned: Thinned | None) -> tuple[BodyPair, ...]:
    """Name the pairs of bodies, those that share most first; `named`: the members that may be named."""
    found, network = view.interlocked, view.network
    rank, others = places(found.shared), shared(view.with_others, found.a, found.b)
    rows = []
    for p in _most_shared(view)[:ROWS]:
        linking, pair = found.linked_by(p), np.array([found.a[p], found.b[p]])
        shown = linking[np.isin(linking, named)]
        first, second = sorted((ref(network, int(i)) for i in pair), key=lambda r: (r.name, r.id))
        rows.append(
            BodyPair(
                rank=int(rank[p]),
                **(thinned.ranks("pairs", p) if thinned else {}),
                first=first,
                second=second,
                shared=int(found.shared[p]),
                share=round(float(found.overlap[p]), 4),
                linked_by=refs(network, shown)[:NAMED],
                persons=int(view.person[linking].sum()),
                with_others=int(others[p]),
                evidence=(first.id, second.id, *view.seats(shown[:NAMED], pair)),
            )
        )
    return tuple(rows)


def _most_shared(view: Memberships) -> list[int]:
    """Order the pairs by what they share, then by the share of the smaller body, then by name."""
    found, network = view.interlocked, view.network

    def key(p: int) -> tuple[int, float, list[tuple[str, str]]]:
        names = sorted((network.name(int(i)), network.ids[int(i)]) for i in (found.a[p], found.b[p]))
        return -int(found.shared[p]), -float(found.overlap[p]), names

    kept = np.arange(len(found.a))
    if len(kept) > ROWS:
        least = np.partition(found.shared, len(kept) - ROWS)[len(kept) - ROWS]
        kept = np.flatnonzero(found.shared >= least)
    return sorted(kept.tolist(), key=key)


def linker_rows(view: Memberships, named: Integers, thinned: Thinned | None) -> tuple[Linker, ...]:
    """Rank the members that may be named by the pairs of bodies that they link."""
    network, found = view.network, view.interlocked
    pairs, alone = found.pairs_linked[named], found.pairs_alone[named]
    rank = places(pairs)
    rows: list[Linker] = []
    for k in order(network, named, pairs, alone).tolist():
        i = int(named[k])
        if pairs[k] and len(rows) < ROWS:
            bodies = inside(found.belongs, i)
            rows.append(
                Linker(
                    rank=int(rank[k]),
                    **(thinned.ranks("linkers", k) if thinned else {}),
                    member=ref(network, i),
                    kind=kind_text(network, i),
                    bodies=refs(network, bodies),
                    pairs=int(pairs[k]),
                    alone=int(alone[k]),
                    evidence=(network.ids[i], *view.seats(named[k : k + 1], bodies)),
                )
            )
    return tuple(rows)


def neighbours(view: Memberships) -> Integers:
    """Count for each of the bodies the others that it shares full members with."""
    found = view.interlocked
    counted = np.bincount(np.concatenate([found.a, found.b]), minlength=view.network.n)
    return np.asarray(counted[view.bodies], dtype=np.int64)


def followed(view: Memberships) -> bool:
    """Say whether the network is small enough for shortest paths to be followed."""
    return (len(view.members) + len(view.bodies)) * view.belongs.nnz <= MOST_WORK


def body_rows(view: Memberships, thinned: Thinned | None) -> tuple[Body, ...]:
    """Rank the bodies by how many others they interlock with; beside it their centralities in the two-mode network."""
    network, near, size = view.network, neighbours(view), view.interlocked.size[view.bodies]
    closeness, betweenness = _paths(view)
    rank, rows = places(near), []
    for k in order(network, view.bodies, near, size)[:ROWS].tolist():
        i = int(view.bodies[k])
        rows.append(
            Body(
                rank=int(rank[k]),
                **(thinned.ranks("bodies", k) if thinned else {}),
                body=ref(network, i),
                kind=kind_text(network, i),
                members=int(size[k]),
                neighbours=int(near[k]),
                share=round(float(size[k]) / len(view.members), 4),
                closeness=None if closeness is None else round(float(closeness[k]), 4),
                betweenness=None if betweenness is None else round(float(betweenness[k]), 4),
                evidence=(network.ids[i],),
            )
        )
    return tuple(rows)


def _paths(view: Memberships) -> tuple[Floats | None, Floats | None]:
    """Give closeness and betweenness of the bodies, after Borgatti and Everett 1997; None where it is too large."""
    if not followed(view):
        return None, None
    narrow = ordered(view.belongs[view.members, :][:, view.bodies])
    return two_mode_closeness(narrow).groups, two_mode_betweenness(narrow).groups
