"""Sessions of browsers that signed in: begun with the token or the one-time code, kept in memory, ended when idle.

The cookie holds an unguessable session id, never the token; forms carry a second secret of the session, so that no
other page can make the browser send one that counts. Source: OWASP cheat sheets on session management and CSRF.
"""

import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from schema.errors import NotAllowedError
from schema.text import Text

IDLE_S = 8 * 3600.0
"""After so long without a request a session ends: a working day."""
KEPT = 100
"""Sessions at the same time; the one idle longest makes room."""
FORM_HEADER = "x-form-token"
FORM_FIELD = "form_token"


@dataclass
class FormStale(NotAllowedError):
    """A form without the secret of this session: of an older session, or not one of our pages at all."""

    text: Text = Text("Dieses Formular gilt nicht (mehr).", "This form does not count (any more).")
    hint: Text = Text("Die Seite neu laden und noch einmal absenden.", "Load the page again and send it once more.")


@dataclass(slots=True)
class Session:
    """One browser that signed in."""

    used: float
    id: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def check_form(self, given: str) -> None:
        """Refuse a form that does not carry the secret of this session."""
        if not _same(given, self.form_token):
            raise FormStale()


class Sessions:
    """The sessions of one service; they end with it."""

    def __init__(self, idle_s: float = IDLE_S, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without any, with a code that signs one browser in, once."""
        self._idle_s, self._clock = idle_s, clock
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._lock = Lock()
        self._code: str | None = secrets.token_urlsafe(16)

    @property
    def code(self) -> str | None:
        """Give the one-time code; None once it was used."""
        return self._code

    def admits(self, given: str, token: str) -> bool:
        """Say whether what was given is the token or the unused code; the code is used up by it."""
        with self._lock:
            if self._code is not None and _same(given, self._code):
                self._code = None
                return True
        return _same(given, token)

    def begin(self, replaced: str = "") -> Session:
        """Begin a session under an id that nobody knew before, in place of the one that the browser brought."""
        session = Session(self._clock())
        with self._lock:
            self._open.pop(replaced, None)
            while len(self._open) >= KEPT:
                self._open.popitem(last=False)
            self._open[session.id] = session
        return session

    def find(self, id: str) -> Session | None:
        """Find an open session and note that it is in use; None where there is none or it was idle for too long."""
        with self._lock:
            session = self._open.get(id)
            if session is None:
                return None
            if self._clock() - session.used > self._idle_s:
                del self._open[id]
                return None
            session.used = self._clock()
            self._open.move_to_end(id)
            return session

    def end(self, id: str) -> None:
        """End a session; nothing happens where there is none."""
        with self._lock:
            self._open.pop(id, None)


def cookie_name(headers: Headers) -> str:
    """Name the cookie by the port, since browsers keep cookies of all ports of a machine together."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"fahrstuhl-{port}" if port.isdecimal() else "fahrstuhl"


def brought_session(headers: Headers) -> str:
    """Give the session id that the browser brought; empty where it brought none."""
    return cookie_parser(headers.get("cookie", "")).get(cookie_name(headers), "")


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.strip().encode("utf-8", "replace"), secret.encode("utf-8"))
