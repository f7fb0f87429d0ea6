"""What the answer on brokerage says in sentences and counts."""

from collections.abc import Iterable

import numpy as np

from graph.measures.arrays.undirected_chance import ROLES
from graph.network import Mask
from graph.questions.answer import Count
from graph.questions.brokering import Brokerage
from graph.questions.contacts import Contacts
from graph.questions.naming import listing, order, some
from graph.questions.partitions import GROUPS, KOMMUNEN, LEVELS, RESSORTS, Partition
from graph.questions.reservations import placeholders, placeholders_sentence, silence, unknown_levels, without_dezernat
from schema.text import Text

WHERE = {
    LEVELS.key: (
        Text("innerhalb einer anderen Ebene", "within another level"),
        Text("zwischen der eigenen und einer anderen Ebene", "between its own and another level"),
        Text("zwischen zwei anderen Ebenen", "between two other levels"),
    ),
    RESSORTS.key: (
        Text("innerhalb eines anderen Ressorts", "within another department"),
        Text("zwischen dem eigenen und einem anderen Ressort", "between its own and another department"),
        Text("zwischen zwei anderen Ressorts", "between two other departments"),
    ),
    KOMMUNEN.key: (
        Text("innerhalb einer anderen Kommune", "within another Kommune"),
        Text("zwischen der eigenen und einer anderen Kommune", "between its own and another Kommune"),
        Text("zwischen zwei anderen Kommunen", "between two other Kommunen"),
    ),
    GROUPS.key: (
        Text("innerhalb einer anderen Gruppe", "within another group"),
        Text("zwischen der eigenen und einer anderen Gruppe", "between its own and another group"),
        Text("zwischen zwei anderen Gruppen", "between two other groups"),
    ),
}
"""Where most of the pairs are: as consultant, as gatekeeper and representative, as liaison."""
ACROSS = (("consultant",), ("gatekeeper", "representative"), ("liaison",))


def summary(contacts: Contacts, found: Iterable[Brokerage]) -> tuple[Text, ...]:
    """Say for each way of dividing the actors who brokers most."""
    said = tuple(_most(contacts, one) for one in found)
    return (*said, *placeholders_sentence(contacts.network))


def _most(contacts: Contacts, found: Brokerage) -> Text:
    among, most = found.partition.way.among, int(found.pairs.max(initial=0))
    if not most:
        return _begun(NOBODY.format(among=among))
    at = np.flatnonzero(found.pairs == most)
    nodes = found.partition.nodes[at]
    names = [contacts.network.name(int(i)) for i in nodes[order(contacts.network, nodes)]]
    pairs = some(most, Text("Paar", "pair"), Text("Paare", "pairs"))
    if len(at) > 1:
        return _begun(SEVERAL.format(among=among, names=listing(names), pairs=pairs))
    return _begun(ONE.format(among=among, name=names[0], pairs=pairs, where=_where(found, int(at[0]))))


def _begun(sentence: Text) -> Text:
    return Text(sentence.de[0].upper() + sentence.de[1:], sentence.en[0].upper() + sentence.en[1:])


def _where(found: Brokerage, at: int) -> Text:
    """Say in which of the roles across groups an actor joins most pairs."""
    counts = dict(zip(ROLES, found.counts[at].tolist(), strict=True))
    ways = [sum(counts[role] for role in roles) for roles in ACROSS]
    return WHERE[found.partition.way.key][ways.index(max(ways))]


def denominator(contacts: Contacts, found: Iterable[Brokerage]) -> tuple[Count, ...]:
    """Count for each way of dividing the actors whom it looks at, their contacts and the brokers."""
    counts, actors = [], int(contacts.actor.sum())
    for one in found:
        groups, n = one.partition.way.groups, len(one.partition.nodes)
        brokers = int(np.count_nonzero(one.pairs))
        counts += [
            Count(label=LOOKED_AT.format(groups=groups), n=n, of=actors),
            Count(label=AMONG_THEM.format(groups=groups), n=one.ties),
            Count(label=BROKERS.format(groups=groups), n=brokers, of=n),
        ]
    return tuple(counts)


def left_out(contacts: Contacts, found: Iterable[Brokerage]) -> tuple[Count, ...]:
    """Count placeholders, actors whose group is not known, and those that deal with nobody whose group is known."""
    counts, actors = [*placeholders(contacts.network)], int(contacts.actor.sum())
    for one in found:
        way, known = one.partition.way, int(one.partition.known.sum())
        if way == LEVELS:
            counts += unknown_levels(contacts, contacts.actor)
        elif known < actors:
            counts.append(Count(label=WITHOUT.format(group=way.group), n=actors - known, of=actors))
        if inner := int(np.count_nonzero(one.counts[:, -1])) - len(one.brokers):
            counts.append(Count(label=INNER.format(group=way.group), n=inner, of=len(one.partition.nodes)))
        if alone := known - len(one.partition.nodes):
            counts.append(Count(label=ALONE.format(group=way.group), n=alone, of=known))
    return tuple(counts)


def unknown(contacts: Contacts, divided: Iterable[Partition]) -> tuple[Text, ...]:
    """Say over what the data cannot tell, and what to enter."""
    said = []
    for one in divided:
        if not one.divides:
            said.append(UNDIVIDED.format(groups=one.way.groups, among=one.way.among, enter=ENTER[one.way.key]))
        elif not _within(contacts, one).any():
            said.append(NONE_WITHIN.format(groups=one.way.groups))
    return (*silence(contacts), *(said if len(contacts.tie) else ()), *without_dezernat(contacts))


def _within(contacts: Contacts, partition: Partition) -> Mask:
    """Mark the contacts within a group."""
    a, b = partition.group[contacts.a], partition.group[contacts.b]
    return np.asarray((a == b) & (a >= 0), dtype=np.bool_)


ONE = Text(
    "{among} vermittelt am meisten {name}: {pairs} ohne erfassten eigenen Kontakt, meist {where}.",
    "{among}, {name} brokers most: {pairs} without a recorded contact of their own, mostly {where}.",
)
SEVERAL = Text(
    "{among} vermitteln am meisten {names}: je {pairs} ohne erfassten eigenen Kontakt.",
    "{among}, {names} broker most: {pairs} each without a recorded contact of their own.",
)
NOBODY = Text(
    "{among} steht nach den erfassten Kontakten niemand vermittelnd.",
    "{among}, nobody stands as a broker by the recorded contacts.",
)
LOOKED_AT = Text("{groups}: betrachtete Akteure", "{groups}: actors looked at")
AMONG_THEM = Text("{groups}: Kontakte zwischen ihnen", "{groups}: contacts among them")
BROKERS = Text("{groups}: darunter vermittelnd", "{groups}: brokers among them")
WITHOUT = Text("Akteure ohne {group}", "actors without a {group}")
ALONE = Text(
    "Akteure mit {group}, aber ohne Kontakt zu anderen mit {group}",
    "actors with a {group}, but without contact to others with a {group}",
)
INNER = Text(
    "Akteure, die nur innerhalb der eigenen Gruppe ({group}) vermitteln",
    "actors that broker only within their own group ({group})",
)
UNDIVIDED = Text(
    "Die Akteure mit Kontakt verteilen sich auf weniger als zwei {groups}; über Vermittlung {among} lässt sich nichts "
    "sagen. {enter}",
    "The actors with contacts fall into fewer than two {groups}; nothing can be said about brokerage {among}. {enter}",
)
NONE_WITHIN = Text(
    "Innerhalb der {groups} ist überhaupt kein Kontakt erfasst; ob dort zwei miteinander zu tun haben, ist "
    "damit offen, und die Vermittlung zwischen ihnen vermutlich überschätzt.",
    "Within the {groups} no contact at all is recorded; whether two there deal with each other stays open, and "
    "the brokerage between them is probably overrated.",
)
ENTER = {
    LEVELS.key: Text("Die Ebene folgt aus Typ und Art; sonst level eintragen.", "Enter kind or level."),
    RESSORTS.key: Text(
        "Dezernate, Ämter und ihre Gliederung (PART_OF) eintragen.", "Enter Dezernate, offices and their PART_OF."
    ),
    KOMMUNEN.key: Text(
        "Kommunen und, wer zu ihnen gehört (PART_OF), eintragen.", "Enter Kommunen and who is PART_OF them."
    ),
    GROUPS.key: Text("Gruppen (group) der Akteure eintragen.", "Enter the group of the actors."),
}
