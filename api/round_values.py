"""What the forms of planning rounds send, read into what is to be written; see `graph.rounds.typed`."""

from starlette.datastructures import FormData

from api.routes.frozen import Freezing
from api.routes.rounds import today
from graph.network import Network
from graph.rounds.typed import Typed
from graph.rounds.writing import PARTICIPANTS, SCOPE, SUBJECTS, Beginning, Noted
from schema.record import Visibility
from schema.ties import ACTORS
from viz.edit.fields import PREFIX

FILE = "Formular"
"""What a form is called in errors."""


def beginning(network: Network, values: dict[str, str]) -> Beginning:
    """Read the round that is to begin."""
    typed = Typed(network, values, FILE)
    read = Beginning(
        typed.needed("name"),
        typed.day("starts_on"),
        typed.day("ends_on"),
        typed.text("phase"),
        typed.nodes("concerns", *SCOPE),
        typed.nodes("participants", *PARTICIPANTS),
    )
    typed.finished()
    return read


def framed(network: Network, values: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read what a round is about and who takes part."""
    typed = Typed(network, values, FILE)
    read = typed.nodes("concerns", *SCOPE), typed.nodes("participants", *PARTICIPANTS)
    typed.finished()
    return read


def noted(network: Network, kind: str, values: dict[str, str]) -> Noted:
    """Read what is to be written down; today where it says no day."""
    typed = Typed(network, values, FILE)
    read = Noted(
        kind,
        typed.needed("name"),
        typed.day("noted_on") or today(),
        typed.text("text"),
        typed.day("due_on"),
        typed.nodes("about", *SUBJECTS),
        typed.nodes("assigned", *ACTORS),
        typed.one_of("visibility", Visibility) or Visibility.INTERNAL,
    )
    typed.finished()
    return read


def freezing(network: Network, values: dict[str, str]) -> Freezing:
    """Read how everything is to be asked."""
    typed = Typed(network, values, FILE)
    read = Freezing(
        remark=(typed.text("remark") or "")[:1_000].replace("\x00", ""),
        as_of=typed.day("as_of"),
        kommune=typed.text("kommune"),
        visibility=typed.one_of("visibility", Visibility) or Visibility.INTERNAL,
        persons=typed.text("persons") == "true",
        robust=typed.text("robust") == "true",
    )
    typed.finished()
    return read


def values_of(form: FormData) -> dict[str, str]:
    """Give what was typed by the names of the fields; several values of one stand a line each."""
    named = {name.removeprefix(PREFIX): form.getlist(name) for name in form if name.startswith(PREFIX)}
    texts = {
        name: [value.replace("\r\n", "\n") for value in given if isinstance(value, str)]
        for name, given in named.items()
    }
    return {name: "\n".join(given) for name, given in texts.items()}
