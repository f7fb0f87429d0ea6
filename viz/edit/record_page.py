"""One node or tie with all its fields and ties, and what can be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.network import Network
from graph.stellschrauben.telling import tell
from schema.catalogue import features
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from viz.edit import words
from viz.edit.desk import ALTER, CHANGES, CONNECT, END, RECORD, REMOVE, Desk
from viz.edit.fields import shown

MOST_TIES = 300


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie of a node as a row: what it is, with whom, when, and where it is opened."""

    label: Text
    other: str
    other_page: str
    valid: str
    source: str
    page: str


def record_page(desk: Desk, network: Network, record: Record, done: str = "") -> str:
    """Write the page; `network` is the whole one, `done` the number of the change that led here."""
    ties = _ties_of(network, record)
    return desk.page(
        "record",
        RECORD,
        {"id": record.id, "done": done},
        done=done,
        record=record,
        told=told(network, record),
        fields=[(feature.label, value) for feature, value in _fields(record)],
        ends=_ends(desk, network, record),
        ties=[_row(desk, network, record.id, int(j)) for j in ties[:MOST_TIES]],
        all_ties=len(ties),
        acts=_acts(desk, record),
    )


def told(network: Network, record: Record) -> Text:
    """Say in words what a record is."""
    return tell(network, [record])[0]


def _fields(record: Record) -> Iterator[tuple[Any, Any]]:
    for feature in features(type(record)):
        value = getattr(record, feature.name)
        if value not in (None, (), False) and feature.name not in ("start", "end"):
            yield feature, shown(feature, value)


def _ends(desk: Desk, network: Network, record: Record) -> list[tuple[str, str]]:
    if not isinstance(record, Tie):
        return []
    return [(_name(network, id), desk.to(RECORD, id=id)) for id in (record.start, record.end)]


def _name(network: Network, id: str) -> str:
    return network.name(network.index[id]) if id in network.index else id


def _ties_of(network: Network, record: Record) -> Any:
    i = network.index.get(record.id)
    return np.flatnonzero((network.start == i) | (network.end == i)) if i is not None else np.array([], dtype=int)


def _row(desk: Desk, network: Network, id: str, j: int) -> TieRow:
    tie, row = network.tie(j), network.tie_rows[j]
    away = tie.start == id
    other = tie.end if away else tie.start
    dates = "–".join(str(row.get(name) or "") for name in ("valid_from", "valid_to"))
    return TieRow(
        tie.label if tie.symmetric else (words.AWAY if away else words.BACK).format(verb=tie.label),
        _name(network, other),
        desk.to(RECORD, id=other),
        dates if dates != "–" else "",
        tie.source,
        desk.to(RECORD, id=tie.id),
    )


def _acts(desk: Desk, record: Record) -> list[tuple[Text, str]]:
    acts = [(words.CHANGE, ALTER), (words.CONNECT, CONNECT), (words.END, END), (words.REMOVE, REMOVE)]
    offered = [(name, path) for name, path in acts if isinstance(record, Node) or path != CONNECT]
    return [(name, desk.to(path, id=record.id)) for name, path in (*offered, (words.HISTORY, CHANGES))]
