"""Key players for a planning round: a few who together reach most Sozialräume."""

from typing import Annotated

import numpy as np

from graph.measures.arrays import greedy_cover, within_two_steps
from graph.network import Mask
from graph.questions.answer import Finding, Ref
from graph.questions.contacts import Contacts
from graph.questions.naming import listing, order, ref, refs
from schema.nodes import Kommune
from schema.text import Text


class KeyPlayer(Finding):
    """One of the set, in the order of choice, with what it adds."""

    step: Annotated[int, Text("Schritt", "step")]
    actor: Annotated[Ref, Text("Akteur", "actor")]
    added: Annotated[int, Text("neu erreichte Sozialräume", "Sozialräume newly reached")]
    reached: Annotated[int, Text("zusammen erreicht", "reached together")]
    share: Annotated[float, Text("Anteil aller Sozialräume", "share of all Sozialräume")]
    areas: Annotated[tuple[Ref, ...], Text("darunter neu", "newly reached among them")]


def key_players(contacts: Contacts, among: Mask, k: int) -> tuple[KeyPlayer, ...]:
    """Choose up to `k` of some actors greedily; Kommunen cannot be chosen, since everything is part of them."""
    network, areas = contacts.network, np.flatnonzero(contacts.own_area)
    nodes = np.flatnonzero(contacts.actor & among & ~network.of_type(Kommune))
    nodes = nodes[order(network, nodes, contacts.degree[nodes])]
    near = within_two_steps(contacts.adjacency, areas, nodes)
    found, known = [], np.zeros(len(areas), dtype=np.bool_)
    for step, pick in enumerate(greedy_cover(near, k), 1):
        covered = near.indices[near.indptr[pick.row] : near.indptr[pick.row + 1]]
        new, i = areas[covered[~known[covered]]], int(nodes[pick.row])
        known[covered] = True
        found.append(
            KeyPlayer(
                step=step,
                actor=ref(network, i),
                added=pick.added,
                reached=pick.reached,
                share=round(pick.reached / len(areas), 4),
                areas=refs(network, new),
                evidence=(network.ids[i], *contacts.evidence(contacts.contacts_of(i))),
            )
        )
    return tuple(found)


def key_players_sentence(chosen: tuple[KeyPlayer, ...], areas: int) -> tuple[Text, ...]:
    """Say how much the set reaches and that it was chosen greedily."""
    if not chosen:
        return ()
    text = Text(
        "{names} erreichen in zwei Schritten zusammen {reached} von {areas} Sozialräumen; nacheinander gewählt, "
        "eine bessere Auswahl ist nicht ausgeschlossen.",
        "{names} together reach {reached} of {areas} Sozialräume within two steps; chosen one after another, a better "
        "set is not ruled out.",
    )
    if len(chosen) == 1:
        text = Text(
            "{names} erreicht in zwei Schritten schon allein {reached} von {areas} Sozialräumen.",
            "{names} alone reaches {reached} of {areas} Sozialräume within two steps.",
        )
    names = listing((row.actor.name for row in chosen), most=len(chosen))
    return (text.format(names=names, reached=chosen[-1].reached, areas=areas),)
