"""The form for a new record or for another state of one, with what does not fit beside each field."""

from collections.abc import Mapping

from graph.network import Network
from graph.scenarios.editing import BY_HAND
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from viz.edit import words
from viz.edit.desk import ALTER, NEW, RECORD, Desk, Trouble
from viz.edit.fields import PREFIX, blank, filled, groups
from viz.edit.record_page import told
from viz.served import EDIT


def new_page(
    desk: Desk,
    network: Network,
    cls: type[Record],
    ends: Mapping[str, str],
    values: Mapping[str, str] | None = None,
    trouble: Trouble | None = None,
) -> str:
    """Write the form for a new record; `ends` are the ids of start and end of a tie, `values` what was typed."""
    query = {"type": cls.verb if issubclass(cls, Tie) else cls.__name__, **ends}
    named = {side: network.name(network.index[id]) for side, id in ends.items() if id in network.index}
    return _form(
        desk,
        NEW,
        query,
        words.NEW_OF.format(type=cls.label),
        cls,
        network,
        values or blank(cls),
        trouble,
        between=words.ENDS_FIXED.format(a=named["start"], b=named["end"]) if len(named) == 2 else None,
        back=desk.to(RECORD, id=ends["start"]) if "start" in ends else desk.to(EDIT),
    )


def alter_page(
    desk: Desk,
    network: Network,
    record: Record,
    values: Mapping[str, str] | None = None,
    trouble: Trouble | None = None,
) -> str:
    """Write the form that shows a record to be changed."""
    return _form(
        desk,
        ALTER,
        {"id": record.id},
        words.CHANGE_OF.format(what=told(network, record)),
        type(record),
        network,
        values or filled(record),
        trouble,
        back=desk.to(RECORD, id=record.id),
    )


def _form(
    desk: Desk,
    path: str,
    query: Mapping[str, str],
    title: Text,
    cls: type[Record],
    network: Network,
    values: Mapping[str, str],
    trouble: Trouble | None,
    *,
    back: str,
    between: Text | None = None,
) -> str:
    wrong = trouble.fields if trouble else {}
    source = f"Szenario {desk.scenario}" if desk.scenario else BY_HAND
    return desk.page(
        "form",
        path,
        query,
        title=title,
        between=between,
        action=desk.to(path, **query),
        groups=groups(cls, values, wrong, network, new=path == NEW, source=source),
        prefix=PREFIX,
        why=values.get("why", ""),
        trouble=trouble,
        back=back,
    )
