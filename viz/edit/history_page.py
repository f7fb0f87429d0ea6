"""What was changed, when, by whom and why; taken back and done again where nothing stands on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.text import Text
from viz.edit.desk import CHANGES, RECORD, Desk, Trouble


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a record before and after a change."""

    label: Text
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as a row; `act` is what can be done with it now: undo, redo, or nothing."""

    id: str
    at: str
    who: str
    why: Text
    source: str
    extent: Text
    note: Text | None
    act: str
    fields: Sequence[FieldRow] = ()


def history_page(
    desk: Desk,
    changes: Sequence[ChangeRow],
    *,
    more: str = "",
    record: tuple[str, Text] | None = None,
    done: str = "",
    trouble: Trouble | None = None,
) -> str:
    """Write the page of all changes, or of one record, given by its id and what it is called."""
    query: Mapping[str, str] = {"id": record[0]} if record else {}
    return desk.page(
        "history",
        CHANGES,
        {**query, "done": done},
        done=done,
        trouble=trouble,
        changes=[(one, desk.to(f"{CHANGES}/{one.id}/{one.act}", **query) if one.act else "") for one in changes],
        record=record,
        record_page=desk.to(RECORD, id=record[0]) if record else "",
        more=more,
    )
