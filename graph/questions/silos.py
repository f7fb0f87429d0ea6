"""Closed circles: where contacts stay among themselves, and whether they follow the organisation chart."""

import math
from typing import Annotated, Any

from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.answer import Answer, Robustness
from graph.questions.case import Case
from graph.questions.circle_check import circle_figures, unchecked
from graph.questions.closed_groups import (
    ClosedGroup,
    ClosedUnit,
    Division,
    division_row,
    group_rows,
    unit_rows,
    units,
)
from graph.questions.closure import Closure, closed_first, closure, index_of, pairs
from graph.questions.contact_circle_rows import (
    Agreement,
    ContactCircle,
    Elsewhere,
    agreement_row,
    circle_rows,
    elsewhere_rows,
)
from graph.questions.contact_circles import Circles, circles
from graph.questions.contacts import Contacts
from graph.questions.partitions import AMONG_ACTORS, RESSORTS, Partition, alphabetical, counted, partitions
from graph.questions.question import question
from graph.questions.robust import Thinned
from graph.questions.scope import Scope
from graph.questions.silo_words import denominator, left_out, summary, unknown
from schema.text import Text
from schema.ties import PartOf


class Silos(Answer):
    """The answer: divisions, their groups, units within their Ressort, contact circles and the organisation chart."""

    divisions: Annotated[
        tuple[Division, ...],
        Text("Wie weit Kontakte über Grenzen hinweg gehen", "How far contacts run across boundaries"),
    ]
    levels: Annotated[tuple[ClosedGroup, ...], Text("Ebenen, die geschlossensten zuerst", "Levels, most closed first")]
    ressorts: Annotated[
        tuple[ClosedGroup, ...], Text("Ressorts, die geschlossensten zuerst", "Departments, most closed first")
    ]
    kommunen: Annotated[
        tuple[ClosedGroup, ...], Text("Kommunen, die geschlossensten zuerst", "Kommunen, most closed first")
    ]
    groups: Annotated[
        tuple[ClosedGroup, ...],
        Text("Gruppen laut Quelle, die geschlossensten zuerst", "Groups by the source, most closed first"),
    ]
    units: Annotated[
        tuple[ClosedUnit, ...],
        Text("Einheiten gegenüber anderen Ressorts", "Units towards other departments"),
    ]
    circles: Annotated[
        tuple[ContactCircle, ...],
        Text(
            "Kontaktkreise: wer vor allem miteinander zu tun hat", "Contact circles: who mostly deals with each other"
        ),
    ]
    elsewhere: Annotated[
        tuple[Elsewhere, ...],
        Text(
            "Einheiten in einem anderen Kontaktkreis als die meisten ihres Ressorts",
            "Units in another circle than most of their department",
        ),
    ]
    agreement: Annotated[
        tuple[Agreement, ...],
        Text("Wie weit Kontaktkreise und Einteilungen sich decken", "How far circles and divisions agree"),
    ]


@question(
    "silos",
    title=Text("Geschlossene Kreise", "Closed circles"),
    asks=Text(
        "Welche Ebenen, Ressorts und Einheiten bleiben unter sich, und folgen die Kontakte dem Organigramm?",
        "Which levels, departments and units keep to themselves, and do contacts follow the organisation chart?",
    ),
    definition=Text(
        "E-I-Index = (Kontakte nach außen − Kontakte innen) / alle Kontakte, von −1 (alles bleibt innen) bis +1, "
        "verglichen mit vielen zufälligen Verteilungen der Gruppen auf dieselben Akteure; bleiben mindestens drei "
        "Viertel der Kontakte innen (≤ −0,5), heißt eine Gruppe geschlossen; Kontaktkreise sind Teile des Netzes, in "
        "denen mehr Kontakte innen bleiben als durch Zufall (Louvain), und V misst, wie weit sie sich mit einer "
        "Einteilung decken (0 gar nicht, 1 völlig).",
        "E-I index = (contacts outside − contacts inside) / all contacts, from −1 (all stay inside) to +1, compared "
        "with many chance allotments of the groups to the same actors; if at least three quarters of its contacts stay "
        "inside (≤ −0.5), a group is called closed; contact circles are parts of the network in which more contacts "
        "stay inside than by chance (Louvain), and V measures how far they agree with a division (0 not at all, 1 "
        "fully).",
    ),
    source=Text(
        "Krackhardt und Stern 1988; Blondel und andere 2008; Rosenberg und Hirschberg 2007",
        "Krackhardt and Stern 1988; Blondel and others 2008; Rosenberg and Hirschberg 2007",
    ),
    counts=(*AMONG_ACTORS, PartOf),
    answer=Silos,
)
def silos(case: Case[Scope]) -> dict[str, Any]:
    """Measure the closure of each division, find the contact circles and lay both over each other."""
    contacts = Contacts.of(case.network, case.persons)
    divided, laid = partitions(contacts), partitions(contacts, near=contacts.actor)
    dividing = [one for one in divided if one.divides]
    joined, names = pairs(contacts), alphabetical(contacts.network)
    found = {one.way.key: closure(joined, one, len(dividing)) for one in dividing}
    circled = circles(contacts, names)
    ressorts = next(one for one in laid if one.way == RESSORTS)
    agreements = tuple(agreement_row(contacts, circled, one) for one in laid if one.divides)
    thinned = _thinned(case, contacts, found)
    none: dict[str, tuple[ClosedGroup, ...]] = {"levels": (), "ressorts": (), "kommunen": (), "groups": ()}
    grouped = none | {key: group_rows(contacts, one, names, thinned) for key, one in found.items()}
    rows = {
        "divisions": tuple(division_row(contacts, one) for one in found.values()),
        **grouped,
        "units": unit_rows(contacts, found["ressorts"], thinned) if "ressorts" in found else (),
        "circles": circle_rows(contacts, circled, names, laid),
        "elsewhere": elsewhere_rows(contacts, circled, ressorts) if ressorts.divides else (),
        "agreement": agreements,
    }
    return {
        **rows,
        "summary": summary(contacts, found, grouped, circled, agreements, ressorts),
        "denominator": denominator(contacts, found, circled, ressorts),
        "left_out": left_out(contacts, found),
        "robustness": _robustness(thinned, contacts, found, circled, names, ressorts) if thinned else None,
        "unknown": (*unknown(contacts, divided, found), *unchecked(contacts, case.scope.robust)),
    }


def _thinned(case: Case[Scope], contacts: Contacts, found: dict[str, Closure]) -> Thinned | None:
    """Measure the same groups and units again while ties are missing."""
    looked_at = units(contacts, found["ressorts"]) if "ressorts" in found else None

    def trial(lost: Mask) -> dict[str, Any]:
        joined = pairs(contacts.without(lost))
        seen: dict[str, Any] = {}
        for key, one in found.items():
            whole, groups, nodes = index_of(joined, one.partition)
            seen |= {key: closed_first(groups[one.ranked_groups]), f"index {key}": 0.0 if math.isnan(whole) else whole}
            if key == "ressorts":
                seen["units"] = closed_first(nodes[looked_at])
        return seen

    return case.thinned(counted(contacts), trial)


def _robustness(
    thinned: Thinned,
    contacts: Contacts,
    found: dict[str, Closure],
    circled: Circles,
    names: Integers,
    ressorts: Partition,
) -> Robustness:
    """Say how the indices and the circles vary."""
    index = Text("E-I-Index der {groups}", "E-I index of the {groups}")
    report = thinned.report(
        {f"index {key}": (index.format(groups=one.partition.way.groups), one.index) for key, one in found.items()}
    )
    more = circle_figures(contacts, circled, names, ressorts)
    return report.model_copy(update={"figures": (*report.figures, *more)})
