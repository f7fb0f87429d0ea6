"""Brokerage: who stands between whom, over levels, Ressorts, Kommunen and the groups that a source gives."""

from typing import Annotated, Any

import numpy as np

from graph.measures.arrays import places
from graph.measures.arrays.across import pairs_across
from graph.network import Mask
from graph.questions.answer import Answer
from graph.questions.brokerage_words import denominator, left_out, summary, unknown
from graph.questions.brokering import Brokerage, brokerage_of
from graph.questions.brokers import Broker, RoleTotal, broker_rows, total_rows
from graph.questions.case import Case
from graph.questions.contacts import Contacts
from graph.questions.partitions import AMONG_ACTORS, counted, partitions
from graph.questions.question import question
from graph.questions.robust import TOP, Thinned, first, stay
from graph.questions.scope import Scope
from schema.text import Text
from schema.ties import PartOf


class BrokerageAnswer(Answer):
    """The answer: a ranking for each way of dividing the actors, and the sums over the whole network."""

    levels: Annotated[tuple[Broker, ...], Text("Wer zwischen Ebenen vermittelt", "Who brokers between levels")]
    ressorts: Annotated[tuple[Broker, ...], Text("Wer zwischen Ressorts vermittelt", "Who brokers between departments")]
    kommunen: Annotated[tuple[Broker, ...], Text("Wer zwischen Kommunen vermittelt", "Who brokers between Kommunen")]
    groups: Annotated[
        tuple[Broker, ...],
        Text("Wer zwischen Gruppen laut Quelle vermittelt", "Who brokers between groups by the source"),
    ]
    totals: Annotated[
        tuple[RoleTotal, ...],
        Text("Vermittlung im ganzen Netz, verglichen mit dem Zufall", "Brokerage in the whole network against chance"),
    ]


@question(
    "brokerage",
    title=Text("Vermittlung", "Brokerage"),
    asks=Text(
        "Wer vermittelt zwischen Ebenen, Ressorts und Kommunen, und in welcher Rolle?",
        "Who brokers between levels, departments and Kommunen, and in which role?",
    ),
    definition=Text(
        "Ein Akteur vermittelt zwischen zwei anderen, wenn beide mit ihm, aber nicht miteinander Kontakt haben; je "
        "nachdem, wer zu derselben Gruppe gehört, heißt das Koordination (alle drei), Beratung von außen (nur die "
        "beiden anderen), Zugang (der Vermittelnde und der zweite), Vertretung (der Vermittelnde und der erste) oder "
        "Verbindung (drei Gruppen); ein Kontakt zählt wie zwei Pfeile, jedes Paar also hin und zurück, weshalb Zugang "
        "und Vertretung gleich groß sind; z sagt, um wie viele Standardabweichungen eine Zahl über dem liegt, was bei "
        "gleich vielen zufällig verteilten Kontakten zu erwarten wäre.",
        "An actor brokers between two others that both have contact with it and none with each other; by who belongs "
        "to the same group this is called coordinator (all three), consultant (the two others only), gatekeeper (the "
        "broker and the second), representative (the broker and the first) or liaison (three groups); a contact counts "
        "as two arcs, so each pair there and back, which makes gatekeeper and representative equal; z says how many "
        "standard deviations a number lies above what as many contacts spread by chance would give.",
    ),
    source=Text("Gould und Fernandez 1989", "Gould and Fernandez 1989"),
    counts=(*AMONG_ACTORS, PartOf),
    answer=BrokerageAnswer,
)
def brokerage(case: Case[Scope]) -> dict[str, Any]:
    """Count the roles over each way of dividing the actors that knows more than one group."""
    contacts = Contacts.of(case.network, case.persons)
    divided = partitions(contacts)
    found = {one.way.key: brokerage_of(contacts.adjacency, one) for one in divided if one.divides}
    thinned = _thinned(case, contacts, found)
    none: dict[str, tuple[Broker, ...]] = {"levels": (), "ressorts": (), "kommunen": (), "groups": ()}
    ranked = none | {key: broker_rows(contacts, one, thinned) for key, one in found.items()}
    return {
        **ranked,
        "totals": tuple(row for one in found.values() for row in total_rows(contacts, one)),
        "summary": summary(contacts, found.values()),
        "denominator": denominator(contacts, found.values()),
        "left_out": left_out(contacts, found.values()),
        "robustness": thinned.report(_figures(found)) if thinned and found else None,
        "unknown": unknown(contacts, divided),
    }


def _thinned(case: Case[Scope], contacts: Contacts, found: dict[str, Brokerage]) -> Thinned | None:
    """Rank the same actors again while ties are missing."""

    def trial(lost: Mask) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        groups = [one.partition.group for one in found.values()]
        joined = pairs_across(contacts.without(lost).adjacency, groups)
        for (key, one), pairs_of_all in zip(found.items(), joined, strict=True):
            pairs = pairs_of_all[one.partition.nodes]
            rank = places(pairs[one.brokers])
            seen |= {key: rank, f"first {key}": stay(one.rank, rank), f"brokers {key}": int(np.count_nonzero(pairs))}
        return seen

    return case.thinned(counted(contacts), trial) if found else None


def _figures(found: dict[str, Brokerage]) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check: how many stand between groups, and how many of the first places stay."""
    brokers = Text("Akteure, die {among} vermitteln", "actors that broker {among}")
    stays = Text("von den ersten {top} {among} bleiben vorn", "of the first {top} {among} stay first")
    figures: dict[str, tuple[Text, float]] = {}
    for key, one in found.items():
        among = one.partition.way.among
        figures[f"brokers {key}"] = brokers.format(among=among), int(np.count_nonzero(one.pairs))
        figures[f"first {key}"] = stays.format(top=TOP, among=among), first(one.rank)
    return figures
