"""Judging two nodes: the same are made one by a change that can be taken back with all that it moved."""

from typing import TYPE_CHECKING

from graph.store.judging import Judgement, Verdict
from graph.store.writing import now
from schema.catalogue import features
from schema.errors import ConflictError, UsageError
from schema.nodes import Node
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store
    from graph.store.writing import ChangeSet

_OWN = frozenset({"id", "source", "as_of", "stub", "placeholder", "visibility"})
"""Fields of the kept node that are not filled from the other."""


def judge(store: "Store", kept: str, other: str, verdict: Verdict, who: str | None = None) -> Judgement:
    """Keep a verdict on two nodes; where they are the same, make them one.

    The ties of `other` go over to `kept`, a tie between the two goes, `kept` takes over what it does not say itself,
    and `other` is taken away, all in one change set. Whoever takes that back (`undo`) has two again, and the judgement
    is no longer in force. Later imports write what they say of `other` to `kept`.
    Raises NotFoundError where there is no such node, ConflictError where they are of different types or made one
    already, UsageError where both are one id.
    """
    nodes = store.record(kept), store.record(other)
    _check(*nodes)
    person = store.person(who)
    if verdict is not Verdict.SAME:
        judgement = Judgement(kept, other, verdict, person, now())
        store.judge(judgement)
        return judgement
    a, b = nodes
    why = Text("{b} ist dasselbe wie {a}: zusammengeführt", "{b} is the same as {a}: made one")
    with store.change(why.format(a=a.name, b=b.name), "duplicates", who) as change:  # type: ignore[attr-defined]
        _join(change, a, b)  # type: ignore[arg-type]
        judgement = Judgement(kept, other, verdict, person, now(), int(change.id))
        change.judge(judgement)
    return judgement


def _check(a: object, b: object) -> None:
    if not (isinstance(a, Node) and isinstance(b, Node)):
        raise UsageError(
            Text("Verglichen werden zwei Knoten.", "Two nodes are compared."),
            Text("Kennungen von Knoten angeben, nicht von Verbindungen.", "Give ids of nodes, not of ties."),
        )
    if a.id == b.id:
        raise UsageError(
            Text("Das ist zweimal dieselbe Kennung.", "This is the same id twice."),
            Text("Zwei verschiedene Kennungen angeben.", "Give two different ids."),
        )
    if type(a) is not type(b):
        raise ConflictError(
            Text(
                "{a} und {b} sind verschiedener Art: {x}, {y}.", "{a} and {b} are of different types: {x}, {y}."
            ).format(a=a.id, b=b.id, x=a.label, y=b.label),
            Text("Zuerst die Art in der Quelle berichtigen.", "Mend the type in the source first."),
        )


def _join(change: "ChangeSet", kept: Node, other: Node) -> None:
    ties = change.ties_of(other.id)
    between = [tie.id for tie in ties if kept.id in (tie.start, tie.end)]
    change.put([_filled(kept, other), *(tie.between({other.id: kept.id}) for tie in ties if tie.id not in between)])
    change.remove(between)
    change.remove([other.id])


def _filled(kept: Node, other: Node) -> Node:
    """Give the kept node with what only the other says; it is no stub any more if the other is none."""
    default = type(kept).model_fields
    missing = {
        feature.name: getattr(other, feature.name)
        for feature in features(type(kept))
        if feature.name not in _OWN and getattr(kept, feature.name) == default[feature.name].get_default()
    }
    if kept.stub and not other.stub:
        return other.model_copy(update={"id": kept.id})
    return kept.model_copy(update=missing)
