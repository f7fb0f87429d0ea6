"""Saved views: an address of our own pages under a name of one's own; saved, named otherwise, forgotten."""

from typing import TYPE_CHECKING

from graph.store.writing import now
from graph.views.view import View
from schema.errors import ConflictError, InputError, NotFoundError, Oddity
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store

MOST_NAME = 120
"""Characters of a name."""
MOST_VIEWS = 1_000
"""Views that one store keeps; more than a list can hold for reading."""

_NO_NAME = Text("Das ist kein Name für eine Ansicht.", "This is no name for a view.")
_NAME_FORM = Text("Name: 1 bis {most} Zeichen in einer Zeile", "Name: 1 to {most} characters in one line").format(
    most=MOST_NAME
)
_MEND = Text("Einen solchen Namen eintragen.", "Enter such a name.")
_TAKEN = Text("Eine Ansicht „{name}“ gibt es schon.", "There is a view “{name}” already.")
_OTHER = Text("Einen anderen Namen wählen oder jene zuerst löschen.", "Choose another name, or delete that one first.")
_NONE = Text("Eine Ansicht „{name}“ gibt es nicht (mehr).", "There is no view “{name}” (any more).")
_LIST = Text("Die Seite /views zeigt, welche es gibt.", "The page /views shows which there are.")
_FULL = Text("Mehr als {most} Ansichten werden nicht aufgehoben.", "No more than {most} views are kept.")
_FORGET_SOME = Text("Zuerst andere löschen.", "Delete others first.")


def save(store: "Store", name: str, address: str, who: str | None = None) -> View:
    """Save an address that was checked before; ConflictError where the name is taken or there is no room."""
    named = _named(name)
    known = store.views()
    _free(known, named)
    if len(known) >= MOST_VIEWS:
        raise ConflictError(_FULL.format(most=MOST_VIEWS), _FORGET_SOME)
    view = View(named, address, store.person(who), now())
    store.keep_view(view)
    return view


def rename(store: "Store", name: str, to: str) -> None:
    """Give a view another name; NotFoundError where there is none, ConflictError where the other name is taken."""
    named, known = _named(to), store.views()
    _there(known, name)
    if named != name:
        _free(known, named)
        store.rename_view(name, named)


def forget(store: "Store", name: str) -> None:
    """Take a view away; NotFoundError where there is none."""
    _there(store.views(), name)
    store.forget_view(name)


def _named(name: str) -> str:
    said = name.strip()
    if not 0 < len(said) <= MOST_NAME or any(not (char.isprintable() or char in _MARKS) for char in said):
        raise InputError(_NO_NAME, _MEND, (Oddity("invalid-field", _NAME_FORM, "", field="name", refused=True),))
    return said


_MARKS = "\u200c\u200d\u200e\u200f"
"""Signs that join and direct letters, which some scripts need though they print nothing."""


def _free(known: list[View], name: str) -> None:
    if any(view.name == name for view in known):
        raise ConflictError(_TAKEN.format(name=name), _OTHER)


def _there(known: list[View], name: str) -> None:
    if all(view.name != name for view in known):
        raise NotFoundError(_NONE.format(name=name[:MOST_NAME]), _LIST)
