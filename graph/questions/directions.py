"""Who counts as a multiplier upwards and downwards, seen from the agency of integrated planning."""

import numpy as np

from graph.network import Mask
from graph.questions.contacts import Contacts
from schema.levels import STOREYS, Level
from schema.nodes import Committee, Department, Kommune, Organisation, Person
from schema.ties import ActiveIn, Leads

STEERING = ("Lenkungsgruppe", "Steuerungsgruppe")
POLITICS, ADMINISTRATION, LIFEWORLD = (
    STOREYS.index(level) for level in (Level.POLITICS, Level.ADMINISTRATION, Level.LIFEWORLD)
)


def upward(contacts: Contacts) -> Mask:
    """Mark the multipliers upwards: bodies of politics, Dezernate, steering groups, heads of Dezernat or Kommune."""
    network = contacts.network
    kind = np.array([row.get("kind") or "" for row in network.node_rows], dtype=np.object_)
    body = network.of_type(Committee, Organisation) & contacts.on_storey(POLITICS)
    dezernat = network.of_type(Department) & (kind == "Dezernat")
    steering = network.of_type(Committee) & np.isin(kind, STEERING)
    leader = np.zeros(network.n, dtype=np.bool_)
    head = network.with_verb(Leads) & (dezernat | network.of_type(Kommune))[network.end]
    leader[network.start[head]] = True
    return np.asarray(contacts.member & (body | dezernat | steering | leader), dtype=np.bool_)


def downward(contacts: Contacts) -> Mask:
    """Mark the multipliers downwards: actors of the lifeworld, and organisations outside politics active in an area."""
    network = contacts.network
    lifeworld = network.of_type(Organisation, Committee, Department, Person)
    lifeworld = lifeworld & contacts.on_storey(LIFEWORLD)
    active = np.zeros(network.n, dtype=np.bool_)
    active[network.start[network.with_verb(ActiveIn)]] = True
    active &= network.of_type(Organisation) & ~contacts.on_storey(POLITICS)
    return np.asarray(contacts.member & (lifeworld | active), dtype=np.bool_)
