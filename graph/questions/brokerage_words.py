"""What the answer on brokerage says in sentences and counts."""

from collections.abc import Iterable

import numpy as np

from graph.measures.arrays.undirected_chance import ROLES
from graph.questions.answer import Count
from graph.questions.brokering import Brokerage
from graph.questions.contacts import Contacts
from graph.questions.naming import listing, order, some
from graph.questions.partition_words import looked_at, undivided, within, without_group
from graph.questions.partitions import GROUPS, KOMMUNEN, LEVELS, RESSORTS, Partition
from graph.questions.reservations import placeholders, placeholders_sentence, silence, without_dezernat
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
    counts = []
    for one in found:
        groups, brokers = one.partition.way.groups, len(one.brokers)
        counts += [
            looked_at(contacts, one.partition),
            Count(label=AMONG_THEM.format(groups=groups), n=one.ties),
            Count(label=BROKERS.format(groups=groups), n=brokers, of=len(one.partition.nodes)),
        ]
    return tuple(counts)


def left_out(contacts: Contacts, found: Iterable[Brokerage]) -> tuple[Count, ...]:
    """Count placeholders, actors without a group or without contacts to such, and brokers within their group alone."""
    counts = [*placeholders(contacts.network)]
    for one in found:
        counts += without_group(contacts, one.partition)
        if inner := int(np.count_nonzero(one.counts[:, -1])) - len(one.brokers):
            label = INNER.format(group=one.partition.way.group)
            counts.append(Count(label=label, n=inner, of=len(one.partition.nodes)))
    return tuple(counts)


def unknown(contacts: Contacts, divided: Iterable[Partition]) -> tuple[Text, ...]:
    """Say over what the data cannot tell, and what to enter."""
    said = []
    for one in divided:
        if not one.divides:
            said.append(undivided(one, BROKERING.format(among=one.way.among)))
        elif not within(contacts, one).any():
            said.append(NONE_WITHIN.format(groups=one.way.groups))
    return (*silence(contacts), *(said if len(contacts.tie) else ()), *without_dezernat(contacts))


BROKERING = Text("Vermittlung {among}", "brokerage {among}")
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
AMONG_THEM = Text("{groups}: Kontakte zwischen ihnen", "{groups}: contacts among them")
BROKERS = Text("{groups}: darunter vermittelnd", "{groups}: brokers among them")
INNER = Text(
    "Akteure, die nur innerhalb der eigenen Gruppe ({group}) vermitteln",
    "actors that broker only within their own group ({group})",
)
NONE_WITHIN = Text(
    "Innerhalb der {groups} ist überhaupt kein Kontakt erfasst; ob dort zwei miteinander zu tun haben, ist "
    "damit offen, und die Vermittlung zwischen ihnen vermutlich überschätzt.",
    "Within the {groups} no contact at all is recorded; whether two there deal with each other stays open, and "
    "the brokerage between them is probably overrated.",
)
