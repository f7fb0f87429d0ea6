"""Changes of the data: the history, edits by hand, undo and redo; only for the holder of the token."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, NOT_FOUND, STORE_AWAY, problems
from api.options import Limit, Options
from api.rights import ALL_RIGHTS_NEEDED, StoreDep, all_rights
from graph.scenarios.editing import BY_HAND, Add, Edit, carry_out
from graph.store.changes import Change, Kind, Tally
from schema.errors import ConflictError, InputError, UsageError
from schema.record import Name
from schema.text import Text

router = APIRouter(prefix="/changes", tags=["changes"], dependencies=[Depends(all_rights)])

ChangeId = Annotated[str, Path(pattern=r"^[0-9]{1,15}$", description="the change, as the history numbers it")]
MOST_EDITS = 1_000


class ChangeEntry(Entry):
    """One change of the data."""

    id: str | None
    """Its number, which is the data version that it made; null where nothing was to be changed."""
    at: str
    who: str
    why: Text
    source: str
    kind: Kind
    tally: Tally
    of: str | None
    """The change that was undone or redone by it."""
    undone_by: str | None

    @classmethod
    def of_change(cls, change: Change) -> "ChangeEntry":
        """Describe a change."""
        return cls(**{name: getattr(change, name) for name in cls.model_fields})


class History(Entry):
    """The changes, the newest first."""

    changes: tuple[ChangeEntry, ...]


class HistoryOptions(Options):
    """How many to list."""

    limit: Limit = 50


class Editing(Entry):
    """Edits that are done together or not at all, and why."""

    why: Annotated[Name, Text("warum", "why")]
    edits: Annotated[tuple[Edit, ...], Field(min_length=1, max_length=MOST_EDITS)]


_EXAMPLE = ChangeEntry(
    id="17",
    at="2026-03-31T09:30:00.000000+00:00",
    who="Erika Muster",
    why=Text("Neue Stabsstelle", "New staff unit"),
    source=BY_HAND,
    kind="command",
    tally=Tally(new=1),
    of=None,
    undone_by=None,
)
EXAMPLES: dict[str, Callable[[], Entry]] = {
    "list_changes": lambda: History(changes=(_EXAMPLE,)),
    "change": lambda: _EXAMPLE,
    "undo": lambda: _EXAMPLE.model_copy(update={"id": "18", "kind": "undo", "of": "17"}),
    "redo": lambda: _EXAMPLE.model_copy(update={"id": "19", "kind": "redo", "of": "17"}),
}
EDITING = Editing(
    why="Neue Stabsstelle", edits=(Add(type="Department", fields={"name": "Stabsstelle", "kind": "Stabsstelle"}),)
)
DOES_NOT_FIT = ConflictError(
    Text("PART_OF kann Sozialraum und Gremium nicht verbinden.", "PART_OF cannot join social space and committee."),
    Text("Erlaubt: Department → Department, Kommune.", "Allowed: Department → Department, Kommune."),
)
BAD_FIELDS = InputError(
    Text("Verwaltungseinheit abgelehnt: Name: fehlt", "department refused: name: is missing"),
    Text("Die genannten Felder berichtigen und erneut einlesen.", "Mend the fields named and import again."),
)
FIXED_ID = UsageError(
    Text("Die Kennung eines Eintrags bleibt, wie sie ist.", "The id of a record stays as it is."),
    Text("Den Eintrag beenden und einen neuen anlegen.", "End the record and add a new one."),
)
_WRITING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, DOES_NOT_FIT, BAD_FIELDS, FIXED_ID)
_TURNING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, DOES_NOT_FIT)


@router.get(
    "",
    operation_id="list_changes",
    response_model=History,
    summary="What was changed, when, by whom and why",
    responses=problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, STORE_AWAY),
)
def list_changes(options: Annotated[HistoryOptions, Query()], store: StoreDep) -> Response:
    """List the changes, the newest first."""
    return written(History(changes=tuple(map(ChangeEntry.of_change, store.history(limit=options.limit)))))


@router.post("", operation_id="change", response_model=ChangeEntry, summary="Edit the data by hand", responses=_WRITING)
def change(asked: Editing, options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Add, alter, end or remove records, as one change that can be undone."""
    with store.change(asked.why, BY_HAND) as changes:
        carry_out(changes, asked.edits, BY_HAND)
    latest = store.history(limit=1)
    if latest and latest[0].id == changes.id:
        return written(ChangeEntry.of_change(latest[0]))
    return written(_nothing(asked.why, store.person()))


def _nothing(why: str, who: str) -> ChangeEntry:
    facts: dict[str, Any] = dict.fromkeys(("id", "of", "undone_by"))
    return ChangeEntry(**facts, at="", who=who, why=Text(why, why), source=BY_HAND, kind="command", tally=Tally())


@router.post("/{id}/undo", operation_id="undo", response_model=ChangeEntry, summary="Undo a change", responses=_TURNING)
def undo(id: ChangeId, options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Take a change back; a conflict names what stands on it."""
    return written(ChangeEntry.of_change(store.undo(id)))


@router.post("/{id}/redo", operation_id="redo", response_model=ChangeEntry, summary="Redo a change", responses=_TURNING)
def redo(id: ChangeId, options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Do again what was undone."""
    return written(ChangeEntry.of_change(store.redo(id)))
