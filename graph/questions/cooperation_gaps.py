"""Cooperation gaps: who shares something without a contact, and which links integrated planning lacks."""

from typing import Annotated, Any

import numpy as np

from graph.measures.arrays.matrices import Floats, entries
from graph.network import Mask
from graph.questions.answer import Answer, Count
from graph.questions.area_gaps import AreaGap, Areas
from graph.questions.case import Case
from graph.questions.congruence_rows import DivisionPair, divisions_apart
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.divisions import COUNTED, Divisions
from graph.questions.gap_words import summary, unknown
from graph.questions.naming import listing
from graph.questions.need import needs
from graph.questions.pair_gaps import PairGap, observed, pair_rows
from graph.questions.planning_gaps import TargetGroupGap, reached, target_group_rows
from graph.questions.question import question
from graph.questions.reservations import (
    areas_looked_at,
    placeholders,
    unknown_levels,
)
from graph.questions.robust import Thinned
from graph.questions.scope import Scope
from graph.questions.sharing import BY, Sharing, partners, sharing
from graph.questions.unit_gaps import (
    GemeindeGap,
    LeaderGap,
    PaperGap,
    consulted,
    gemeinde_rows,
    gemeinden,
    in_dialogue,
    leader_rows,
    leaderships,
    located,
    paper_rows,
)
from schema.nodes import TargetGroup
from schema.text import Text
from schema.ties import Concerns, ConsultedIn, CounterpartOf, TakesPart, UnderDirectionOf

ROWS = 500
"""Rows given of each table; pairs are given fewer, see `graph.questions.pair_gaps`."""


class CooperationGaps(Answer):
    """The answer: pairs with what they share, and each other kind of missing link as a table of its own."""

    pairs: Annotated[
        tuple[PairGap, ...],
        Text("Gemeinsame Aufgaben ohne Kontakt", "Shared concerns without contact"),
    ]
    unclear: Annotated[
        tuple[PairGap, ...],
        Text(
            "Gemeinsame Aufgaben, Kontakt ungeklärt (zwischen solchen Akteuren ist gar kein Kontakt erfasst)",
            "Shared concerns, contact unclear (no contact at all is recorded between such actors)",
        ),
    ]
    areas_without_vertical: Annotated[
        tuple[AreaGap, ...],
        Text("Sozialräume ohne Verbindung zu Verwaltung und Politik", "Sozialräume without a link upwards"),
    ]
    areas_without_actors: Annotated[tuple[AreaGap, ...], Text("Sozialräume ohne Akteure", "Sozialräume without actors")]
    areas_without_conference: Annotated[
        tuple[AreaGap, ...], Text("Sozialräume ohne Sozialraumkonferenz", "Sozialräume without a conference")
    ]
    gemeinden_without_counterpart: Annotated[
        tuple[GemeindeGap, ...], Text("Gemeinden ohne Counterpart", "Gemeinden without a counterpart")
    ]
    papers_that_reach_nobody: Annotated[
        tuple[PaperGap, ...],
        Text("Vorlagen, die kein Gremium oder keinen Sozialraum erreichen", "Papers that reach no committee or area"),
    ]
    leaders_without_dialogue: Annotated[
        tuple[LeaderGap, ...], Text("Leitungen ohne dialogischen Kontakt", "Leaders without dialogic contact")
    ]
    target_groups_without_format: Annotated[
        tuple[TargetGroupGap, ...],
        Text("Zielgruppen, die kein Format erreicht", "Target groups that no format reaches"),
    ]
    divisions_apart: Annotated[
        tuple[DivisionPair, ...],
        Text(
            "Fachplanungen mit Raumzuschnitten, die nicht zusammenpassen",
            "Plannings whose divisions do not fit together",
        ),
    ]


@question(
    "cooperation-gaps",
    title=Text("Kooperationslücken", "Cooperation gaps"),
    asks=Text(
        "Wer teilt Sozialraum, Fachplanung, Zielgruppe oder Gremium und hat doch keinen Kontakt? Welche Verbindungen "
        "fehlen den Sozialräumen, Gemeinden und Leitungen?",
        "Who shares a Sozialraum, a Fachplanung, a target group or a committee and yet has no contact? Which links do "
        "Sozialräume, Gemeinden and leaders lack?",
    ),
    definition=Text(
        "Eine Lücke ist ein Paar von Akteuren außerhalb der Politik, die etwas teilen, zwischen denen kein Kontakt "
        "erfasst ist und von denen keiner Teil des anderen ist; das Gewicht zählt jedes Gemeinsame mit 1/ln k bei "
        "k Beteiligten, einen Sozialraum mal 1 + Bedarf.",
        "A gap is a pair of actors outside politics that share something, between whom no contact is recorded and of "
        "whom neither is part of the other; the weight counts each shared thing as 1/ln k with k taking part, a "
        "Sozialraum times 1 + need.",
    ),
    source=Text(
        "Schubert (Fachtag Integrierte Planung): ressortübergreifende Kooperation, Counterparts, dialogische "
        "Kontaktformate; Gewicht nach Adamic und Adar 2003",
        "Schubert (Fachtag Integrierte Planung): cooperation across departments, counterparts, dialogic contact; "
        "weight after Adamic and Adar 2003",
    ),
    counts=tuple(dict.fromkeys((*CONTACT, *BY, UnderDirectionOf, ConsultedIn, Concerns, TakesPart, *COUNTED))),
    answer=CooperationGaps,
)
def cooperation_gaps(case: Case[Scope]) -> dict[str, Any]:
    """List the gaps of each kind, as far as the data speak of such a kind at all."""
    network = case.network
    contacts, need = Contacts.of(network, case.persons), needs(network)
    found, areas = sharing(contacts, need), Areas(contacts, need)
    open_pairs, seen = ~found.tied, observed(contacts, found)
    recorded = _recorded(contacts, areas)
    tables: dict[str, Any] = {
        "pairs": pair_rows(contacts, found, open_pairs & seen, need),
        "unclear": pair_rows(contacts, found, open_pairs & ~seen, need),
        "areas_without_vertical": areas.without_vertical() if recorded["vertical"] else (),
        "areas_without_actors": areas.without_actors() if recorded["actors"] else (),
        "areas_without_conference": areas.without_conference() if recorded["conference"] else (),
        "gemeinden_without_counterpart": gemeinde_rows(network) if recorded["counterpart"] else (),
        "papers_that_reach_nobody": paper_rows(network),
        "leaders_without_dialogue": leader_rows(contacts) if recorded["dialogue"] else (),
        "target_groups_without_format": target_group_rows(network) if recorded["reached"] else (),
        "divisions_apart": divisions_apart(network),
    }
    thinned = _thinned(case, contacts, found, need)
    return {key: rows[:ROWS] for key, rows in tables.items()} | {
        "summary": summary(contacts, tables, found, open_pairs & seen),
        "denominator": _denominator(contacts, found, open_pairs, seen),
        "left_out": (*_left_out(contacts, found), *_not_shown(tables)),
        "robustness": thinned.report(_figures(tables, int((open_pairs & seen).sum()))) if thinned else None,
        "unknown": unknown(contacts, recorded, found, need),
    }


def _thinned(case: Case[Scope], contacts: Contacts, found: Sharing, need: Floats) -> Thinned | None:
    """Count the gaps again while contacts are missing; what the actors share stays."""
    seen = observed(contacts, found)
    tied, untied = np.flatnonzero(found.tied & seen), int((~found.tied & seen).sum())

    def trial(lost: Mask) -> dict[str, int]:
        left = contacts.without(lost)
        still = entries(left.adjacency, found.a[tied], found.b[tied]) > 0
        areas = Areas(left, need)
        return {"gaps": untied + int((~still).sum()), "areas": len(areas.without_vertical())}

    return case.thinned(contacts.counted, trial)


def _figures(tables: dict[str, Any], gaps: int) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check: how many of the gaps may be no more than missing records."""
    areas = len(tables["areas_without_vertical"])
    return {
        "gaps": (Text("Paare ohne Kontakt", "pairs without a contact"), gaps),
        "areas": (Text("Sozialräume ohne Verbindung nach oben", "Sozialräume without a link upwards"), areas),
    }


def _recorded(contacts: Contacts, areas: Areas) -> dict[str, bool]:
    """Say of which kinds of links the data speak at all; of the others nothing can be called missing."""
    network, level = contacts.network, contacts.level
    known = (level[contacts.a] >= 0) & (level[contacts.b] >= 0)
    areas_recorded = bool(contacts.area.any())
    return {
        "areas": areas_recorded,
        "vertical": bool((known & (level[contacts.a] != level[contacts.b])).any()),
        "actors": bool((contacts.area[contacts.a] | contacts.area[contacts.b]).any()),
        "conference": bool(areas.conferences().any()),
        "gemeinden": len(gemeinden(network)) > 0,
        "counterpart": bool(network.with_verb(CounterpartOf).any()),
        "consulted": bool(consulted(network).any()),
        "located": bool(located(network).any()),
        "leaders": len(leaderships(network)) > 0,
        "dialogue": bool(in_dialogue(network).any()),
        "reached": bool(reached(network).any()),
        "divisions": len(Divisions.of(network).nodes) > 1,
    }


def _denominator(contacts: Contacts, found: Sharing, open_pairs: Mask, seen: Mask) -> tuple[Count, ...]:
    pairs, network = len(found.a), contacts.network
    return (
        Count(label=Text("Akteure außerhalb der Politik", "actors outside politics"), n=int(partners(contacts).sum())),
        Count(label=Text("Paare, die etwas teilen", "pairs that share something"), n=pairs),
        Count(label=Text("davon mit Kontakt", "of these with a contact"), n=int(found.tied.sum()), of=pairs),
        Count(label=Text("davon ohne Kontakt", "of these without"), n=int((open_pairs & seen).sum()), of=pairs),
        Count(label=Text("davon ungeklärt", "of these unclear"), n=int((open_pairs & ~seen).sum()), of=pairs),
        areas_looked_at(contacts),
        Count(label=Text("Gemeinden", "Gemeinden"), n=len(gemeinden(network))),
        Count(label=Text("Leitungen", "leaderships"), n=len(leaderships(network))),
        Count(label=Text("Zielgruppen", "target groups"), n=int(network.of_type(TargetGroup).sum())),
    )


def _not_shown(tables: dict[str, Any]) -> tuple[Count, ...]:
    """Count the rows of long tables that the answer does not list."""
    label = Text("nicht aufgeführt in „{title}“", "not listed in “{title}”")
    titles = {key: title for key, title, _ in CooperationGaps.sections()}
    cut = {key: len(rows) for key, rows in tables.items() if len(rows) > ROWS}
    return tuple(Count(label=label.format(title=titles[key]), n=n - ROWS, of=n) for key, n in cut.items())


def _left_out(contacts: Contacts, found: Sharing) -> tuple[Count, ...]:
    """Count what was left out of the pairs: placeholders, unknown levels, one part of the other, groups too large."""
    line = Text("Paare, von denen eines Teil des anderen ist", "pairs of which one is part of the other")
    large = Text(
        "Gemeinsames mit zu vielen Beteiligten ({names})", "shared things with too many taking part ({names})"
    ).format(names=listing(sorted(contacts.network.name(int(i)) for i in found.too_large)))
    counts = (Count(label=line, n=found.in_line), Count(label=large, n=len(found.too_large)))
    return (
        *placeholders(contacts.network),
        *unknown_levels(contacts, contacts.actor),
        *(count for count in counts if count.n),
    )
