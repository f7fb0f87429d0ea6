"""From a node to a new tie: which kind, then with whom; the form of the tie follows."""

from collections.abc import Iterable, Iterator

from graph.network import Network
from schema.nodes import Node
from schema.text import Text
from schema.ties import TIES, Tie
from viz.edit import words
from viz.edit.desk import CONNECT, NEW, RECORD, Desk
from viz.edit.record_page import told


def connect_page(
    desk: Desk, network: Network, node: Node, tie: type[Tie] | None, away: bool, q: str, hits: Iterable[Node]
) -> str:
    """Write the page; `away` says that the tie starts at the node, `hits` are the other ends found for `q`."""
    query = {"id": node.id, "verb": tie.verb if tie else "", "way": _WAY[away]}
    return desk.page(
        "connect",
        CONNECT,
        {**query, "q": q},
        title=words.CONNECT_OF.format(what=told(network, node)),
        ways=[(label, desk.to(CONNECT, id=node.id, verb=verb, way=way)) for label, verb, way in _ways(type(node))],
        chosen=_named(tie, away) if tie else None,
        kept={"lang": desk.lang, "scenario": desk.scenario or "", **query},
        path=CONNECT,
        q=q,
        hits=[(told(network, hit), _new(desk, node, tie, away, hit)) for hit in hits if tie and hit.id != node.id],
        back=desk.to(RECORD, id=node.id),
    )


_WAY = {True: "away", False: "back"}


def partners(node: type[Node], tie: type[Tie], *, away: bool) -> tuple[str, ...]:
    """Name the node types that a tie may join this one to."""
    found = (others if away else ones for ones, others in tie.ends if node in (ones if away else others))
    return tuple(dict.fromkeys(cls.__name__ for classes in found for cls in classes))


def _ways(node: type[Node]) -> Iterator[tuple[Text, str, str]]:
    """Give each kind of tie that may start or end at a node; one whose direction means nothing once."""
    for tie in TIES:
        for away in (True, False):
            twice = not away and tie.symmetric and partners(node, tie, away=True)
            if partners(node, tie, away=away) and not twice:
                yield _named(tie, away), tie.verb, _WAY[away]


def _named(tie: type[Tie], away: bool) -> Text:
    return tie.label if tie.symmetric else (words.AWAY if away else words.BACK).format(verb=tie.label)


def _new(desk: Desk, node: Node, tie: type[Tie], away: bool, other: Node) -> str:
    start, end = (node.id, other.id) if away else (other.id, node.id)
    return desk.to(NEW, type=tie.verb, start=start, end=end)
