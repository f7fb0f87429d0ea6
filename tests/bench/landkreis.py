"""A seeded Landkreis of any size, most of whose nodes are actors: what the questions are timed on."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from schema.nodes import (
    Committee,
    Department,
    Document,
    Fachplanung,
    Kommune,
    Node,
    Organisation,
    Person,
    Raumzuschnitt,
    Sozialraum,
    TargetGroup,
)
from schema.record import Record
from schema.ties import (
    ActiveIn,
    BelongsTo,
    Concerns,
    ConsultedIn,
    CooperatesWith,
    InterestedIn,
    MemberOf,
    PartOf,
    ReportsTo,
    ResponsibleFor,
    Tie,
    UnderDirectionOf,
    Uses,
    WorksIn,
    tie_id,
)

SOURCE = "generated"


def landkreis(nodes: int, seed: int = 1) -> Iterator[Record]:
    """Give about `nodes` nodes, then four times as many ties; the same seed gives the same Landkreis."""
    chance = random.Random(seed)
    made = {cls: list(group) for cls, group in _nodes(nodes)}
    for group in made.values():
        yield from group
    seen: set[str] = set()
    for cls, start, end, fields in _ties({kind: [node.id for node in group] for kind, group in made.items()}, chance):
        id = tie_id(cls.verb, start, end)
        if start != end and id not in seen:
            seen.add(id)
            yield cls(id=id, source=SOURCE, start=start, end=end, **fields)


def _nodes(n: int) -> Iterator[tuple[str, Iterator[Node]]]:
    """Give the nodes by kind."""
    counts: tuple[tuple[str, type[Node], str | None, int], ...] = (
        ("kreis", Kommune, "Landkreis", 1),
        ("gemeinde", Kommune, "kreisangehörige Gemeinde", max(n // 300, 2)),
        ("dezernat", Department, "Dezernat", max(n // 250, 3)),
        ("amt", Department, "Amt", max(n // 25, 6)),
        ("ausschuss", Committee, "Ausschuss", max(n // 80, 3)),
        ("konferenz", Committee, "Sozialraumkonferenz", max(n // 80, 3)),
        ("sozialraum", Sozialraum, "Sozialraum", max(n // 40, 4)),
        ("schulbezirk", Sozialraum, "Schulbezirk", max(n // 60, 3)),
        ("zuschnitt", Raumzuschnitt, None, 2),
        ("planung", Fachplanung, None, 8),
        ("gruppe", TargetGroup, None, 10),
        ("person", Person, None, n * 35 // 100),
        ("träger", Organisation, "Träger", n * 35 // 100),
        ("vorlage", Document, "Vorlage", n // 10),
    )
    for word, cls, kind, number in counts:
        yield word, (cls(id=f"{word}{i}", source=SOURCE, name=f"{word.title()} {i}", kind=kind) for i in range(number))


def _ties(ids: dict[str, list[str]], chance: random.Random) -> Iterator[tuple[type[Tie], str, str, dict[str, Any]]]:
    """Give the ties: who starts one, how many, to whom; the first of a kind are met most, as by Zipf."""
    bodies, areas = ids["ausschuss"] + ids["konferenz"], ids["sozialraum"] + ids["schulbezirk"]
    matters = ids["planung"] + ids["gruppe"]
    rules: tuple[tuple[type[Tie], list[str], float, list[str]], ...] = (
        (PartOf, ids["gemeinde"] + ids["dezernat"], 1, ids["kreis"]),
        (PartOf, ids["amt"], 1, ids["dezernat"]),
        (PartOf, areas, 1, ids["gemeinde"]),
        (BelongsTo, ids["sozialraum"], 1, ids["zuschnitt"][:1]),
        (BelongsTo, ids["schulbezirk"], 1, ids["zuschnitt"][1:]),
        (Uses, ids["planung"], 1, ids["zuschnitt"]),
        (ResponsibleFor, ids["amt"], 1.5, matters + areas),
        (ReportsTo, ids["amt"], 1, ids["ausschuss"]),
        (CooperatesWith, ids["amt"], 4, ids["amt"] + ids["träger"]),
        (ActiveIn, ids["amt"] + ids["konferenz"], 2, areas),
        (WorksIn, ids["person"], 0.6, ids["amt"]),
        (MemberOf, ids["person"], 1.5, bodies),
        (CooperatesWith, ids["person"], 1, ids["person"]),
        (MemberOf, ids["träger"], 0.8, bodies),
        (ActiveIn, ids["träger"], 2, areas),
        (CooperatesWith, ids["träger"], 2, ids["träger"] + ids["amt"]),
        (UnderDirectionOf, ids["vorlage"], 1, ids["amt"]),
        (ConsultedIn, ids["vorlage"], 2, ids["ausschuss"]),
        (Concerns, ids["vorlage"], 1, ids["sozialraum"]),
    )
    for cls, starts, times, ends in rules:
        for start, end in _pairs(starts, times, ends, chance):
            yield cls, start, end, {}
    for start, end in _pairs(ids["träger"], 0.4, matters, chance):
        yield InterestedIn, start, end, {name: chance.randint(1, 5) for name in ("influence", "interest")}


def _pairs(
    starts: Sequence[str], times: float, ends: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Give each start so many ends on average, drawn with weights that fall with the root of their number."""
    cumulated, total = [], 0.0
    for place in range(len(ends)):
        total += (place + 1) ** -0.5
        cumulated.append(total)
    for start in starts:
        number = int(times) + (chance.random() < times % 1)
        for end in chance.choices(ends, cum_weights=cumulated, k=number):
            yield start, end
