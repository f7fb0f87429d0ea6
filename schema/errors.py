"""The one family of errors: each says in two languages what is wrong and what to do next.

The edges translate them once each: the API to an HTTP status (`api.problems`), the command line to an exit code
(`fahrstuhl.exits`).
"""

from dataclasses import dataclass, field

from schema.text import Text, verbatim


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in the input that a person should know of, with the place where it stands.

    `code` names the kind of oddity (stable, for counting); `place` is the path inside the file (a row, a JSON path);
    `refused` says that the record was left out because of it, else it was read with this reservation.
    """

    code: str
    message: Text
    file: str
    place: str = ""
    field: str = ""
    refused: bool = False


@dataclass
class FahrstuhlError(Exception):
    """Base of all errors that a user can do something about."""

    text: Text
    hint: Text = field(default_factory=lambda: verbatim(""))

    def __str__(self) -> str:
        """Give the English text, for logs and tracebacks; the edges choose the reader's language."""
        return f"{self.text.en} {self.hint.en}".strip()


class UsageError(FahrstuhlError):
    """The call itself is wrong: an unknown question, a malformed date."""


class UnmeasurableError(UsageError, ValueError):
    """What a measure was given cannot be measured: a weight that is no number, a node that is not there."""


class NotFoundError(FahrstuhlError):
    """Nothing with this id is there, or the reader may not see it."""


@dataclass
class InputError(FahrstuhlError):
    """The input is bad; the data are as they were. `oddities` lists each place with file, row and field."""

    oddities: tuple[Oddity, ...] = ()

    __str__ = FahrstuhlError.__str__


class ConflictError(FahrstuhlError):
    """The write does not fit what is stored: a missing end, another type under this id, a later change on top."""


class NotAllowedError(FahrstuhlError):
    """The reader has no right to this, or the statement is not a plain read."""


class LimitError(FahrstuhlError):
    """A time, size or row limit was reached before the work was done."""


class StoreError(FahrstuhlError):
    """The store cannot do its work."""


class StoreUnreachable(StoreError):
    """No store answers at this address."""


class StoreInUse(StoreError):
    """Someone else holds what is needed: the directory, or the pen while a change set is being written."""
