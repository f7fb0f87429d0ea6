"""What a question can be about: a Fachplanung, a target group, a Sozialraum or a process, and whom it concerns."""

import numpy as np

from graph.network import Mask, Network
from graph.questions.hierarchy import inside, within
from schema.errors import NotFoundError
from schema.nodes import NODES, Department, Fachplanung, Node, Process, Sozialraum, TargetGroup
from schema.text import Text
from schema.ties import ACTORS, Leads, WorksIn

MATTERS: tuple[type[Node], ...] = (Fachplanung, TargetGroup, Sozialraum, Process)


def matter(network: Network, wanted: str) -> int:
    """Find a matter by id or name; the error lists those there are."""
    known = np.flatnonzero(network.of_type(*MATTERS) & ~network.placeholder).tolist()
    for i in known:
        if wanted in (network.ids[i], network.name(i)):
            return int(i)
    known.sort(key=lambda i: (MATTERS.index(NODES[network.node_type[i]]), network.name(i)))
    names = ", ".join([network.name(i) for i in known][:20]) or "–"
    raise NotFoundError(
        Text(
            "Eine Fachplanung, Zielgruppe, einen Sozialraum oder Prozess {wanted!r} gibt es nicht.",
            "There is no Fachplanung, target group, Sozialraum or process {wanted!r}.",
        ).format(wanted=wanted),
        Text("Vorhanden: {names}", "There are: {names}").format(names=names),
    )


def concerned(network: Network, about: str | None) -> Mask:
    """Mark the actors that have to do with a matter; all actors where none is named.

    These are the actors tied to it, or to an area within it; those tied to a document, format or process that is tied
    to it; the units and bodies in which persons among these work; and the units that any of these are part of.
    """
    actor = network.of_type(*ACTORS)
    if about is None:
        return actor
    core = np.zeros(network.n, dtype=np.bool_)
    i = matter(network, about)
    core[[i, *inside(within(network, Sozialraum).T.tocsr(), i).tolist()]] = True
    near = tied(network, core)
    place = network.of_type(Sozialraum)
    near |= tied(network, near & ~actor & ~place)
    office = network.with_verb(WorksIn, Leads) & near[network.start]
    near[network.end[office]] = True
    above = within(network, Department).T @ (near & actor).astype(np.int64) > 0
    return np.asarray((near | above) & actor, dtype=np.bool_)


def tied(network: Network, marked: Mask) -> Mask:
    """Mark what a tie joins to any of the marked nodes, whatever the direction."""
    found = np.zeros(network.n, dtype=np.bool_)
    found[network.end[marked[network.start]]] = True
    found[network.start[marked[network.end]]] = True
    return found
