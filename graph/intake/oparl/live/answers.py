"""What an answer that is no page means: to be asked again, or to be reported."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NoReturn

import httpx2

from graph.intake.guard import printable, refuse
from schema.errors import InputError
from schema.text import Text, verbatim

_LONG = 1e9
_LATER = (408, 425, 429, 500, 502, 503, 504)


class RunOver(InputError):
    """A bound of the whole download is reached; what is there is read."""


@dataclass
class Again(Exception):
    """An answer that may be another one the next time, after `wait` seconds if the server says so."""

    what: Text
    wait: float | None = None


def refuse_status(answer: httpx2.Response, address: str, longest_wait: float) -> NoReturn:
    """Raise what an answer that is no page means: again later, or not at all."""
    what = Text("antwortet mit dem Fehler {n}", "answers with error {n}").format(n=answer.status_code)
    if answer.status_code not in _LATER:
        refuse("refused-answer", what, printable(address), REPORT)
    wait = _seconds(answer.headers.get("retry-after", ""))
    if wait is not None and wait > longest_wait:
        asks = _ASKS_TO_WAIT.format(what=what, seconds=round(wait))
        refuse("no-answer", asks, printable(address), LATER_ON)
    raise Again(what, wait)


def may_wait(error: Exception) -> bool | float:
    """Say whether asking again may help, and where the server says so, after how many seconds."""
    if isinstance(error, Again):
        return True if error.wait is None else error.wait
    return False


def failed(error: Exception, address: str) -> NoReturn:
    """Raise what a failure on the way means: again, or not at all."""
    what = Text("antwortet nicht ({error})", "does not answer ({error})")
    what = what.format(error=verbatim(printable(str(error)[:200]) or type(error).__name__))
    if isinstance(error, httpx2.InvalidURL | UnicodeError):
        refuse("no-address", what, printable(address), REPORT)
    if "CERTIFICATE" in str(error).upper():
        refuse("certificate", what, printable(address), _CERTIFICATE)
    raise Again(what) from error


def _seconds(said: str) -> float | None:
    """Read Retry-After, a number of seconds or a date; None where it says neither.

    >>> _seconds("7"), _seconds("Thu, 01 Jan 1970 00:00:00 GMT"), _seconds("bald")
    (7.0, 0.0, None)
    """
    if said.strip().isdecimal():
        return min(float(said), _LONG)
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


LATER_ON = Text(
    "Später noch einmal einlesen; was schon geladen ist, wird nicht noch einmal geladen.",
    "Import again later; what has been downloaded is not downloaded again.",
)
REPORT = Text("Den Betreiber der Schnittstelle darauf hinweisen.", "Tell those who run the interface.")
_CERTIFICATE = Text(
    "Den Betreiber hinweisen; ist das Zertifikat von einer eigenen Stelle, diese mit SSL_CERT_FILE benennen.",
    "Tell those who run it; if the certificate is of an authority of your own, name that with SSL_CERT_FILE.",
)
_ASKS_TO_WAIT = Text("{what} und will {seconds} Sekunden in Ruhe gelassen werden", "{what}; to be left for {seconds} s")
