"""What answers say about the ways of dividing the actors: who was looked at, who was left out, what is not known."""

from graph.network import Mask
from graph.questions.answer import Count
from graph.questions.contacts import Contacts
from graph.questions.partitions import GROUPS, KOMMUNEN, LEVELS, RESSORTS, Partition
from graph.questions.reservations import unknown_levels
from schema.text import Text


def looked_at(contacts: Contacts, partition: Partition) -> Count:
    """Count the actors that are looked at, of all."""
    label = LOOKED_AT.format(groups=partition.way.groups)
    return Count(label=label, n=len(partition.nodes), of=int(contacts.actor.sum()))


def without_group(contacts: Contacts, partition: Partition) -> tuple[Count, ...]:
    """Count the actors whose group is not known, and those that deal with nobody whose group is known."""
    actors, known, group = int(contacts.actor.sum()), int(partition.known.sum()), partition.way.group
    counts: list[Count] = []
    if partition.way == LEVELS:
        counts += unknown_levels(contacts, contacts.actor)
    elif known < actors:
        counts.append(Count(label=WITHOUT.format(group=group), n=actors - known, of=actors))
    if alone := known - len(partition.nodes):
        counts.append(Count(label=ALONE.format(group=group), n=alone, of=known))
    return tuple(counts)


def undivided(partition: Partition, about: Text) -> Text:
    """Say that there is not more than one group, what cannot be said therefore, and what to enter."""
    return UNDIVIDED.format(groups=partition.way.groups, about=about, enter=ENTER[partition.way.key])


def within(contacts: Contacts, partition: Partition) -> Mask:
    """Mark the contacts between actors of the same group."""
    a, b = partition.group[contacts.a], partition.group[contacts.b]
    inside: Mask = (a == b) & (a >= 0)
    return inside


LOOKED_AT = Text("{groups}: betrachtete Akteure", "{groups}: actors looked at")
WITHOUT = Text("Akteure ohne {group}", "actors without a {group}")
ALONE = Text(
    "Akteure mit {group}, aber ohne Kontakt zu anderen mit {group}",
    "actors with a {group}, but without contact to others with a {group}",
)
UNDIVIDED = Text(
    "Die Akteure mit Kontakt verteilen sich auf weniger als zwei {groups}; über {about} lässt sich nichts sagen. "
    "{enter}",
    "The actors with contacts fall into fewer than two {groups}; nothing can be said about {about}. {enter}",
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
