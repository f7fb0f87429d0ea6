"""What a server's refusal of a free query means to the one who asked."""

from enum import Enum, auto

from neo4j.exceptions import AuthError, DriverError, Neo4jError

from schema.errors import FahrstuhlError, InputError, LimitError, NotAllowedError, StoreError, StoreUnreachable
from schema.text import Text

_SHORT = 300
_CONCEALED = "Check the server log"

_SLOW = Text("Die Abfrage brauchte länger als {s} Sekunden.", "The query took longer than {s} seconds.")
_NARROW = Text(
    "Grenzen Sie sie ein (Typ, id, LIMIT, kürzere Wege) oder geben Sie mit --timeout mehr Zeit.",
    "Narrow it down (type, id, LIMIT, shorter paths), or give more time with --timeout.",
)
_LARGE = Text("Die Antwort oder ein Zwischenschritt ist zu groß.", "The answer or a step towards it is too large.")
_LESS = Text(
    "Geben Sie weniger Spalten zurück, zählen Sie mit count(), oder setzen Sie ein LIMIT.",
    "Return fewer columns, count with count(), or set a LIMIT.",
)
_REFUSED = Text("Der Server hat die Abfrage abgelehnt.", "The server refused the query.")
_ONLY_READ = Text(
    "Es können nur Datensätze gelesen werden. Nennen Sie am Anfang jedes Musters einen Typ: MATCH (n:Record).",
    "Only records can be read. Name a type at the beginning of each pattern: MATCH (n:Record).",
)
_WRONG = Text("Der Server versteht die Abfrage nicht: {why}", "The server does not understand the query: {why}")
_UNSAID = Text("er nennt keine Stelle", "it names no place")
_RULES = Text(
    "Prüfen Sie Klammern, Namen und Parameter; docs/cypher.md nennt, was beide Server verstehen.",
    "Check brackets, names and parameters; docs/cypher.md says what both servers understand.",
)
_GONE = Text("Der Speicher {url} antwortet nicht.", "The store {url} does not answer.")
_START = Text("Läuft er? „fahrstuhl doctor“ prüft.", "Is it running? “fahrstuhl doctor” checks.")
_DIED = Text(
    "Der eingebettete Speicher hatte für diese Abfrage nicht genug Arbeitsspeicher und wurde neu gestartet.",
    "The embedded store had too little memory for this query and was started again.",
)
_NO_ENTRY = Text("Der Speicher {url} lehnt das Lesekonto ab.", "The store {url} refuses the reader's account.")
_TIME_CODES = ("TransactionTimedOut", "Terminated", "LockClientStopped", "ExecutionTimeout")
_SIZE_CODES = ("OutOfMemory", "StackOverFlow", "MemoryPool")


class Mishap(Enum):
    """What a reading overran."""

    TIME = auto()
    SIZE = auto()


def too_slow(seconds: float) -> LimitError:
    """Say that the time ran out."""
    return LimitError(_SLOW.format(s=f"{seconds:g}"), _NARROW)


def too_large() -> LimitError:
    """Say that the memory or the answer's size ran out."""
    return LimitError(_LARGE, _LESS)


def explained(error: Exception, url: str, *, embedded: bool) -> tuple[FahrstuhlError, bool]:
    """Put an error of the driver or the server into plain words, and say whether the server has to be looked after."""
    if isinstance(error, AuthError):
        return StoreUnreachable(_NO_ENTRY.format(url=url), _START), False
    if not isinstance(error, Neo4jError):
        return _of_driver(error, url, embedded=embedded)
    code = str(error.code)
    if any(part in code for part in _TIME_CODES):
        return LimitError(Text("Die Zeit für die Abfrage ist um.", "The time for the query is up."), _NARROW), False
    if any(part in code for part in _SIZE_CODES):
        return too_large(), False
    if "Security" in code or "AccessMode" in code:
        return NotAllowedError(_REFUSED, _ONLY_READ), False
    return InputError(_WRONG.format(why=_reason(error)), _RULES), False


def _of_driver(error: Exception, url: str, *, embedded: bool) -> tuple[FahrstuhlError, bool]:
    if isinstance(error, DriverError) and not error.is_retryable():
        return InputError(_WRONG.format(why=_first_line(str(error))), _RULES), False
    if embedded:
        return LimitError(_DIED, _LESS), True
    return StoreUnreachable(_GONE.format(url=url), _START), True


def _reason(error: Neo4jError) -> Text:
    said = error.message or ""
    if not said or _CONCEALED in said:
        return _UNSAID
    return Text(_first_line(said), _first_line(said))


def _first_line(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= _SHORT else line[:_SHORT] + "…"


__all__ = ["Mishap", "StoreError", "explained", "too_large", "too_slow"]
