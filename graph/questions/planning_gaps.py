"""Target groups that no format reaches."""

from typing import Annotated

import numpy as np

from graph.network import Mask, Network
from graph.questions.answer import Finding, Ref
from graph.questions.naming import order, ref, refs
from schema.nodes import Department, Format, Organisation, Process, TargetGroup
from schema.text import Text
from schema.ties import Concerns, Reaches, ResponsibleFor, TakesPart


class TargetGroupGap(Finding):
    """A target group that no format reaches, though formats are recorded for others."""

    target_group: Annotated[Ref, Text("Zielgruppe", "target group")]
    hard_to_reach: Annotated[int | None, Text("schwer erreichbar (1–5)", "hard to reach (1–5)")]
    responsible: Annotated[tuple[Ref, ...], Text("zuständig", "responsible")]
    reached_by: Annotated[tuple[Ref, ...], Text("erreicht durch Träger", "reached by providers")]
    processes: Annotated[tuple[Ref, ...], Text("betroffen von", "concerned by")]


def reached(network: Network) -> Mask:
    """Mark the target groups that a format reaches or that take part in one."""
    form, group = network.of_type(Format), network.of_type(TargetGroup)
    reaching = network.with_verb(Reaches) & form[network.start] & group[network.end]
    taking = network.with_verb(TakesPart) & group[network.start] & form[network.end]
    marked = np.zeros(network.n, dtype=np.bool_)
    marked[np.concatenate([network.end[reaching], network.start[taking]])] = True
    return marked


def target_group_rows(network: Network) -> tuple[TargetGroupGap, ...]:
    """Name the target groups that no format reaches, those hardest to reach first."""
    nodes = np.flatnonzero(network.of_type(TargetGroup) & ~network.placeholder & ~reached(network)).astype(np.int64)
    hard = [network.node_rows[i].get("hard_to_reach") or 0 for i in nodes]
    return tuple(_row(network, int(nodes[k])) for k in order(network, nodes, hard))


def _row(network: Network, i: int) -> TargetGroupGap:
    towards = network.end == i
    ties = {
        "responsible": towards & network.with_verb(ResponsibleFor) & network.of_type(Department)[network.start],
        "reached_by": towards & network.with_verb(Reaches) & network.of_type(Organisation)[network.start],
        "processes": towards & network.with_verb(Concerns) & network.of_type(Process)[network.start],
    }
    named = {name: refs(network, np.unique(network.start[mask])) for name, mask in ties.items()}
    seen = np.flatnonzero(ties["responsible"] | ties["reached_by"] | ties["processes"])
    return TargetGroupGap(
        target_group=ref(network, i),
        hard_to_reach=network.node_rows[i].get("hard_to_reach"),
        **named,
        evidence=(network.ids[i], *(str(network.tie_rows[j]["id"]) for j in seen)),
    )
