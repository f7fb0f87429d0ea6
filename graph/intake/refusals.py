"""Why a record that could be read is not let in: its id is there already, or a tie does not find its ends."""

from collections.abc import Container, Mapping

from schema.errors import ConflictError
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie
from schema.validation import check_ends


def refusal_of(record: Record, ids: Container[str], ends: Mapping[str, type[Node]]) -> tuple[str, Text, str] | None:
    """Say why a record cannot be admitted: code, message, field; None when it can."""
    if record.id in ids:
        why = Text("Kennung {id!r} gibt es schon.", "Identifier {id!r} is already there.").format(id=record.id)
        return "double-id", why, "id"
    if isinstance(record, Tie):
        try:
            check_ends([record], ends)
        except ConflictError as error:
            return "wrong-ends", error.text, "start" if record.start not in ends else "end"
    return None
