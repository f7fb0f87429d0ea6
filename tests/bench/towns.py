"""A seeded municipality of any size: levels, departments with areas, papers as evidence, areas by Zipf."""

import random
from collections.abc import Iterator

from schema.nodes import Committee, Department, Document, Organisation, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, ConsultedIn, CooperatesWith, Tie, UnderDirectionOf, tie_id

SOURCE = "generated"
TIES_PER_NODE = 4


def town(nodes: int, seed: int = 1) -> Iterator[Record]:
    """Give so many nodes (1,000 or more), then four times as many ties; the same seed gives the same town."""
    chance = random.Random(seed)
    departments = [f"d{i}" for i in range(max(2, nodes // 40))]
    committees = [f"c{i}" for i in range(max(2, nodes // 80))]
    areas = [f"s{i}" for i in range(max(2, nodes // 40))]
    bodies = [f"o{i}" for i in range(nodes // 4)]
    papers = [f"p{i}" for i in range(nodes - len(departments) - len(committees) - len(areas) - len(bodies))]
    yield from (Department(id=i, source=SOURCE, name=f"Amt {i}", kind="Amt") for i in departments)
    yield from (Committee(id=i, source=SOURCE, name=f"Ausschuss {i}", kind="Ausschuss") for i in committees)
    yield from (Sozialraum(id=i, source=SOURCE, name=f"Sozialraum {i}") for i in areas)
    yield from (Organisation(id=i, source=SOURCE, name=f"Träger {i}", kind="Träger") for i in bodies)
    yield from (Document(id=i, source=SOURCE, name=f"Vorlage {i}", kind="Vorlage") for i in papers)
    weights = [1 / (rank + 1) for rank in range(len(areas))]
    seen: set[str] = set()
    for kind, starts, ends, times in (
        (UnderDirectionOf, papers, departments, 1),
        (ConsultedIn, papers, committees, 2),
        (CooperatesWith, bodies, departments, 3),
        (ActiveIn, bodies, areas, 3),
    ):
        for start in starts:
            for end in chance.choices(ends, weights if kind is ActiveIn else None, k=times):
                yield from _tie(kind, start, end, seen)
    for start in bodies * TIES_PER_NODE:  # as many as are missing yet, among the bodies
        if len(seen) >= TIES_PER_NODE * nodes:
            return
        if (end := chance.choice(bodies)) != start:
            yield from _tie(CooperatesWith, start, end, seen)


def _tie(kind: type[Tie], start: str, end: str, seen: set[str]) -> Iterator[Tie]:
    """Give the tie unless it was given before."""
    id = tie_id(kind.verb, start, end)
    if id not in seen:
        seen.add(id)
        yield kind(id=id, source=SOURCE, start=start, end=end)
