"""Exit codes: the one table from errors to what a script sees."""

from schema.errors import FahrstuhlError, InputError, StoreError, UsageError
from schema.text import Text

DONE, UNEXPECTED, USAGE, BAD_INPUT, STORE = 0, 1, 2, 3, 4

EXIT_CODES: dict[int, Text] = {
    DONE: Text("erledigt", "done"),
    UNEXPECTED: Text("unerwarteter Fehler, bitte melden", "unexpected error, please report"),
    USAGE: Text("falscher Aufruf", "wrong call"),
    BAD_INPUT: Text("schlechte Eingabe, nichts wurde verändert", "bad input, nothing was changed"),
    STORE: Text("der Speicher ist nicht erreichbar", "the store cannot be reached"),
}

_CODES: tuple[tuple[type[FahrstuhlError], int], ...] = (
    (UsageError, USAGE),
    (InputError, BAD_INPUT),
    (StoreError, STORE),
)


def exit_code(error: FahrstuhlError) -> int:
    """Give the exit code of an error; what is neither a wrong call nor the store is the input's."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), BAD_INPUT)
