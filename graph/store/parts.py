"""Parts of the network of one data version: around a node, by text, page by page, and how many there are."""

from collections.abc import Collection, Iterable, Iterator

import numpy as np
import numpy.typing as npt

from graph.network import Network
from graph.store import statements, whole
from graph.store.connection import Transaction
from graph.store.refusals import unknown
from graph.store.rows import folded, is_node, node_type
from graph.store.view import Typed, add, earlier, records
from schema.catalogue import NODE_TYPES, RECORD_LABEL, TIE_TYPES
from schema.folding import fold


def neighbours(run: Transaction, head: int, id: str, depth: int, limit: int) -> Network:
    """Read a node, up to `limit` nodes within `depth` ties of it (near ones first), and all ties among these."""
    reached: dict[str, None] = {id: None}
    frontier = [id]
    for _ in range(depth):
        found = _joined(run, head, frontier, limit)
        frontier = [other for other in found if other not in reached][: limit + 1 - len(reached)]
        reached |= dict.fromkeys(frontier)
        if not frontier:
            break
    nodes = {key: typed for key, typed in records(run, reached, head).items() if is_node(typed[0])}
    unknown([id], nodes)  # type: ignore[arg-type]
    return Network.of_rows(nodes.values(), _ties_among(run, head, list(nodes)).values(), head)


def _joined(run: Transaction, head: int, ids: list[str], limit: int) -> list[str]:
    """List what is joined to nodes, in order of id: as many as could be new."""
    most = limit + len(ids) + 1
    found = {row["id"] for row in run(statements.NEIGHBOURS, ids=ids, head=head, limit=most)}
    for type, row in earlier(run, head).values():
        if not is_node(type):
            found |= {row[b] for a, b in (("start", "end"), ("end", "start")) if row[a] in ids}
    return sorted(found)


def _ties_among(run: Transaction, head: int, ids: list[str]) -> dict[str, Typed]:
    ties: dict[str, Typed] = {}
    for row in run(statements.TIES_AMONG, ids=ids, head=head):
        add(ties, row["type"], row["stored"])
    among = set(ids)
    before = earlier(run, head).items()
    return ties | {id: tie for id, tie in before if not is_node(tie[0]) and {tie[1]["start"], tie[1]["end"]} <= among}


def search(run: Transaction, head: int, text: str, types: Iterable[str], limit: int) -> list[Typed]:
    """Find nodes whose name, short name or number holds every word of a text, wherever in a word."""
    text, wanted = fold(text), list(types)
    found: dict[str, Typed] = {}
    if not text:
        return []
    words = text.split()
    for row in run(statements.SEARCH, head=head, words=words, text=text, types=wanted, limit=limit):
        add(found, node_type(row["labels"]), row["stored"])
    written_since = earlier(run, head)
    before = {
        id: (type, row)
        for id, (type, row) in written_since.items()
        if is_node(type) and (not wanted or type in wanted) and all(word in folded(row) for word in words)
    }
    if not written_since:
        return list(found.values())
    left = {id: typed for id, typed in found.items() if id not in written_since}
    return sorted((left | before).values(), key=lambda typed: _closeness(typed, text))[:limit]


def _closeness(typed: Typed, text: str) -> tuple[bool, str, str]:
    """Order as the search statement does: what begins with the text first, then by name."""
    name = folded(typed[1])
    return not name.startswith(text), name, typed[1]["id"]


def page(run: Transaction, head: int, type: str | None, after: str | None, limit: int) -> list[Typed]:
    """Read the next nodes in order of id, of one type or of all."""
    found: dict[str, Typed] = {}
    for row in run(statements.page(type or RECORD_LABEL), head=head, after=after or "", limit=limit):
        add(found, node_type(row["labels"]), row["stored"])
    before = {id: typed for id, typed in earlier(run, head).items() if is_node(typed[0]) and id > (after or "")}
    found |= {id: typed for id, typed in before.items() if type in (None, typed[0])}
    return [found[id] for id in sorted(found)[:limit]]


def counts(run: Transaction, head: int) -> dict[str, int]:
    """Count the records of each node and tie type, in order of declaration."""
    number = dict.fromkeys([*NODE_TYPES, *TIE_TYPES], 0)
    for row in run(statements.COUNT_NODES, head=head):
        number[node_type(row["labels"])] += row["number"]
    for row in run(statements.COUNT_TIES, head=head):
        number[row["type"]] += row["number"]
    if not earlier(run, head):
        return number
    network = whole.network(run, head)  # a record may have been counted both before and after it was written
    kinds = (np.bincount(codes, minlength=len(types)) for codes, types in _codes(network))
    return dict(zip(number, map(int, np.concatenate(list(kinds))), strict=True))


def _codes(network: Network) -> Iterator[tuple[npt.NDArray[np.int8], Collection[str]]]:
    yield network.node_type, NODE_TYPES
    yield network.tie_type, TIE_TYPES
