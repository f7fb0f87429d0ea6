"""Edits by hand: add a record, change one, end one, take one away; in the data or in a scenario.

A value may be given as it is or as it is spelled in a table ("31.12.2026", "ja", "3,5"); null or an empty text stands
for no value.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.intake.cells import value_of
from schema.catalogue import features, type_name
from schema.errors import ConflictError, NotFoundError, UsageError
from schema.folding import fold
from schema.nodes import Node
from schema.record import Identifier, Record
from schema.text import Text
from schema.ties import Tie, tie_id
from schema.validation import checked, record_type

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

_THERE = Text("Unter der Kennung {id} steht schon etwas.", "Something stands under the id {id} already.")
_CHANGE_IT = Text("Es ändern statt neu anlegen, oder eine andere Kennung geben.", "Change it, or give another id.")
_NOT_THERE = Text("{id} gibt es nicht.", "There is no {id}.")
_SEARCH = Text("„fahrstuhl search“ findet Kennungen nach Namen.", "“fahrstuhl search” finds ids by name.")
_FIXED = Text("Die Kennung eines Eintrags bleibt, wie sie ist.", "The id of a record stays as it is.")
_ANEW = Text("Den Eintrag beenden und einen neuen anlegen.", "End the record and add a new one.")


BY_HAND = "von Hand"
"""What stands as the source of what a person enters, and of the change that it is."""


class _Edit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Add(_Edit):
    """A new node or tie of a type; an id is made of its name or its ends where none is given."""

    do: Literal["add"] = "add"
    type: str
    fields: dict[str, Any]


class Alter(_Edit):
    """Other values for some fields of a record that is there."""

    do: Literal["alter"] = "alter"
    id: Identifier
    fields: dict[str, Any]


class End(_Edit):
    """A record ceases to hold on a day; ties of a node that ends, end with it."""

    do: Literal["end"] = "end"
    id: Identifier
    on: date


class Remove(_Edit):
    """A record is taken away as if it had never been; ties of a node go with it. It stays in the history."""

    do: Literal["remove"] = "remove"
    id: Identifier


Edit = Annotated[Add | Alter | End | Remove, Field(discriminator="do")]


def carry_out(change: "ChangeSet", edits: Iterable[Edit], source: str) -> None:
    """Do edits one after the other in an open change set.

    `source` is what a new record names as its source where it does not say. Raises InputError for fields that do not
    fit, NotFoundError and ConflictError for what does not fit what stands.
    """
    for number, edit in enumerate(edits, 1):
        place = f"{number}"
        match edit:
            case Add():
                change.put([_added(change, edit, source, place)])
            case Alter():
                change.put([_altered(_standing(change, edit.id), edit, source, place)])
            case End():
                change.end([tie.id for tie in _open_ties(change, edit.id)] + [edit.id], edit.on)
            case Remove():
                _remove(change, _standing(change, edit.id))


def _added(change: "ChangeSet", edit: Add, source: str, place: str) -> Record:
    cls = record_type(edit.type)
    fields = {"source": source, **_told(_read(cls, edit.fields))}
    fields.setdefault("id", _free(change, _named(cls, fields)))
    record = checked(cls, fields, file=source, place=place)
    if change.records([record.id]):
        raise ConflictError(_THERE.format(id=record.id), _CHANGE_IT)
    return record


def _named(cls: type[Node] | type[Tie], fields: Mapping[str, Any]) -> str:
    """Make an id: of the ends of a tie, of the type and name of a node."""
    if issubclass(cls, Tie):
        return tie_id(cls.verb, str(fields.get("start", "")), str(fields.get("end", "")))
    words = "".join(char if char.isalnum() else " " for char in fold(str(fields.get("name", ""))))
    return f"{type_name(cls).lower()}/{'-'.join(words.split())[:80] or 'ohne-namen'}"


def _free(change: "ChangeSet", id: str) -> str:
    """Find an id that nobody has yet, beginning with the one wished for."""
    return next(tried for tried in _tries(id) if not change.records([tried]))


def _tries(id: str) -> Iterator[str]:
    yield id
    n = 2
    while True:
        yield f"{id}-{n}"
        n += 1


def _altered(record: Record, edit: Alter, source: str, place: str) -> Record:
    if edit.fields.get("id", record.id) != record.id:
        raise UsageError(_FIXED, _ANEW)
    fields = record.properties() | _read(type(record), edit.fields)
    return checked(type(record), _told(fields), file=source, place=place)


def _read(cls: type[Record], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Read texts as the cells of a table; fields that the type does not have are for validation to refuse."""
    known = {feature.name: feature for feature in features(cls)}
    return {
        name: (value_of(known[name], value) if value else None) if isinstance(value, str) and name in known else value
        for name, value in fields.items()
    }


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _standing(change: "ChangeSet", id: str) -> Record:
    found = change.records([id])
    if not found:
        raise NotFoundError(_NOT_THERE.format(id=id), _SEARCH)
    return found[id]


def _open_ties(change: "ChangeSet", id: str) -> list[Tie]:
    ties = change.ties_of(id) if isinstance(_standing(change, id), Node) else []
    return [tie for tie in ties if tie.valid_to is None]


def _remove(change: "ChangeSet", record: Record) -> None:
    ties = change.ties_of(record.id) if isinstance(record, Node) else []
    change.remove([tie.id for tie in ties])
    change.remove([record.id])
