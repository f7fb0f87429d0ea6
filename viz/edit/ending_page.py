"""The questions before a record is ended or removed."""

from graph.network import Network
from schema.record import Record
from schema.ties import Tie
from viz.edit import words
from viz.edit.desk import END, RECORD, REMOVE, Desk, Trouble
from viz.edit.record_page import told


def end_page(desk: Desk, network: Network, record: Record, day: str, trouble: Trouble | None = None) -> str:
    """Ask for the last day of a record; its open ties end with it."""
    n = sum(tie.get("valid_to") is None for tie in _ties(network, record))
    return _page(desk, END, network, record, n, day, trouble)


def remove_page(desk: Desk, network: Network, record: Record, trouble: Trouble | None = None) -> str:
    """Ask whether a record is to be taken away with its ties."""
    return _page(desk, REMOVE, network, record, len(_ties(network, record)), "", trouble)


def _ties(network: Network, record: Record) -> list[dict[str, object]]:
    if isinstance(record, Tie):
        return []
    return [dict(row) for row in network.tie_rows if record.id in (row["start"], row["end"])]


def _page(desk: Desk, path: str, network: Network, record: Record, n: int, day: str, trouble: Trouble | None) -> str:
    ending = path == END
    return desk.page(
        "ending",
        path,
        {"id": record.id},
        title=(words.END_OF if ending else words.REMOVE_OF).format(what=told(network, record)),
        hint=(words.END_HINT if ending else words.REMOVE_HINT).format(n=n),
        ending=ending,
        day=day,
        action=desk.to(path, id=record.id),
        trouble=trouble,
        back=desk.to(RECORD, id=record.id),
    )
