"""What every answer leaves out and has to say: placeholders, unknown levels, silent data."""

import numpy as np

from graph.network import Mask, Network
from graph.questions.answer import Count
from graph.questions.contacts import Contacts
from graph.questions.naming import listing
from schema.nodes import Department, Document
from schema.text import Text


def placeholder_papers(network: Network) -> int:
    """Count the documents that are tied to a placeholder by a tie of any type, each once."""
    documents = network.of_type(Document)
    at_start = documents[network.start] & network.placeholder[network.end]
    at_end = documents[network.end] & network.placeholder[network.start]
    return len(np.unique(np.concatenate([network.start[at_start], network.end[at_end]])))


def placeholders(network: Network) -> tuple[Count, ...]:
    """Count the placeholders that were left out, with how many papers they hold; nothing where there are none."""
    marked = np.flatnonzero(network.placeholder)
    if not len(marked):
        return ()
    label = Text(
        "Platzhalter mit zusammen {papers} Vorlagen ({names})", "placeholders that hold {papers} papers ({names})"
    ).format(papers=placeholder_papers(network), names=listing(sorted(network.name(int(i)) for i in marked)))
    return (Count(label=label, n=len(marked)),)


def placeholders_sentence(network: Network) -> tuple[Text, ...]:
    """Say in the summary that placeholders stay out of the ranking."""
    n = int(network.placeholder.sum())
    text = Text(
        "{n} Platzhalter mit zusammen {papers} Vorlagen stehen für niemanden und bleiben außer Betracht.",
        "{n} placeholders that hold {papers} papers stand for nobody and are left out.",
    )
    return (text.format(n=n, papers=placeholder_papers(network)),) if n else ()


def unknown_levels(contacts: Contacts, among: Mask) -> tuple[Count, ...]:
    """Count the actors whose level is unknown, of those looked at."""
    n = int((among & (contacts.level < 0)).sum())
    label = Text("Akteure, deren Ebene unbekannt ist", "actors whose level is unknown")
    return (Count(label=label, n=n, of=int(among.sum())),) if n else ()


def areas_looked_at(contacts: Contacts) -> Count:
    """Count the Sozialräume that count for themselves, of all."""
    label = Text("Sozialräume, die für sich zählen", "Sozialräume that count for themselves")
    return Count(label=label, n=int(contacts.own_area.sum()), of=int(contacts.area.sum()))


def without_dezernat(contacts: Contacts) -> tuple[Text, ...]:
    """Say which units lie in no Dezernat, so that their topmost unit counts as the department."""
    network, unit = contacts.network, contacts.actor & contacts.network.of_type(Department)
    rows, nodes = network.node_rows, np.flatnonzero(unit)
    n = sum(rows[contacts.ressort[i]].get("kind") != "Dezernat" for i in nodes)
    text = Text(
        "{n} von {all} Verwaltungseinheiten sind keinem Dezernat zugeordnet; bei ihnen gilt die oberste Einheit als "
        "Ressort.",
        "{n} of {all} units belong to no recorded Dezernat; their topmost unit counts as the department.",
    )
    return (text.format(n=n, all=len(nodes)),) if n else ()


def without_contacts(contacts: Contacts, among: Mask) -> tuple[Count, ...]:
    """Count the actors without a recorded contact, which have no position to be ranked by."""
    n = int((among & contacts.actor & (contacts.degree == 0)).sum())
    label = Text("Akteure ohne erfassten Kontakt", "actors without a recorded contact")
    return (Count(label=label, n=n, of=int((among & contacts.actor).sum())),) if n else ()


def silence(contacts: Contacts) -> tuple[Text, ...]:
    """Say what the data as a whole do not hold, so that nothing is taken for missing that was never recorded."""
    said = []
    if not len(contacts.tie):
        said.append(
            Text(
                "Zwischen Akteuren ist keine einzige Verbindung erfasst; über Zusammenarbeit lässt sich nichts sagen.",
                "Not one tie between actors is recorded; nothing can be said about cooperation.",
            )
        )
    if not contacts.area.any():
        said.append(
            Text(
                "Es sind keine Sozialräume erfasst; was sie betrifft, ist unbekannt.",
                "No Sozialräume are recorded; what concerns them is unknown.",
            )
        )
    return tuple(said)


NO_LIFT = Text(
    "Zugehörigkeiten zu Organisationen, die miteinander zu tun haben, sind nicht erfasst; was sie zusätzlich "
    "eröffnen, ist unbekannt und zählt für alle als null.",
    "Affiliations with organisations that deal with each other are not recorded; what they would open is unknown and "
    "counts as nothing for everybody.",
)
