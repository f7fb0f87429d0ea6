"""Who may knock: the name in Host, the page in Origin, the token of whoever writes or sends Cypher.

The service listens on loopback, where every page in a browser can reach it and every name can be rebound to it.
Decisions rest on the headers and on the path as received, never on a rebuilt address.

A browser that signed in brings a session in place of the token. It may write from our own pages only, and with the
secret of its session: below /api in a header, elsewhere in a field of the form, which `api.forms` looks at.
"""

import hmac
from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.body import bounded, read_ahead
from api.refusals import ForeignPage, TokenNeeded, WrongHost
from api.settings import ApiSettings
from api.sign_in import FORM_HEADER, Session, Sessions, brought_session

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
UPLOADS = frozenset({"/api/v1/imports", "/edit/import"})
"""The paths whose body may be long; it goes to a file part by part."""
SIGN_IN = "/sign-in"
"""The one path to which anybody may send a form: it brings the token in it."""


class Guard:
    """ASGI layer in front of all routes; sets `state["known"]` where token or session was brought, and the session."""

    def __init__(self, app: ASGIApp, settings: ApiSettings, sessions: Sessions) -> None:
        """Wrap an application."""
        self.app = app
        self.settings = settings
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or raise why not; there are no web sockets here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(self._checked(scope), await self._body(scope, receive), send)

    def _checked(self, scope: Scope) -> Scope:
        headers = Headers(scope=scope)
        check_host(headers, self.settings.hosts)
        check_origin(headers, scope["method"], scope["path"])
        known = brings_token(headers, self.settings.token.get_secret_value())
        session = None if known else self.sessions.find(brought_session(headers))
        if not known and scope["method"] not in SAFE_METHODS and scope["path"] != SIGN_IN:
            check_writer(headers, scope["path"], session)
        found = {"known": known or session is not None, "session": session}
        return {**scope, "state": {**scope.get("state", {}), **found}}

    async def _body(self, scope: Scope, receive: Receive) -> Receive:
        if scope["method"] in SAFE_METHODS:
            return receive
        headers, settings = Headers(scope=scope), self.settings
        if scope["path"] in UPLOADS:
            return bounded(headers, receive, settings.upload_bytes, settings.upload_seconds)
        return await read_ahead(headers, receive, settings.body_bytes, settings.body_seconds)


def check_host(headers: Headers, announced: Collection[str]) -> None:
    """Refuse any name but loopback's and those announced in the settings; there must be exactly one Host."""
    hosts = headers.getlist("host")
    name = _without_port(hosts[0]) if len(hosts) == 1 else ""
    if not is_loopback(name) and name not in {host.lower() for host in announced}:
        raise WrongHost()


def is_loopback(name: str) -> bool:
    """Say whether a host name means this machine whatever any name server says."""
    if name == "localhost":
        return True
    try:
        return ip_address(name.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


def check_origin(headers: Headers, method: str, path: str) -> None:
    """Refuse what a foreign page makes the browser send; a link followed to one of our pages is let through.

    `Sec-Fetch-Site` is the browser's own word; where it is missing, `Origin` has to be our own. Another port of this
    machine is a foreign page too.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin", "none") and not _follows_a_link(headers, method, path):
        raise ForeignPage()
    if origin == "null" and site == "same-origin":
        return  # what a browser sends from a form on our own pages, whose referrer policy hides the origin
    if origin is not None and origin.lower() not in {f"{s}://{headers['host'].lower()}" for s in ("http", "https")}:
        raise ForeignPage()


def _follows_a_link(headers: Headers, method: str, path: str) -> bool:
    navigates = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == ("navigate", "document")
    return method == "GET" and navigates and not path.startswith("/api/") and path != "/openapi.json"


def check_writer(headers: Headers, path: str, session: Session | None) -> None:
    """Let a session write from our own pages only; the browser has to say that it is one."""
    if session is None:
        raise TokenNeeded()
    if headers.get("sec-fetch-site", "same-origin") != "same-origin" or not {"sec-fetch-site", "origin"} & {*headers}:
        raise ForeignPage()
    if path.startswith("/api/"):
        session.check_form(headers.get(FORM_HEADER, ""))


def brings_token(headers: Headers, token: str) -> bool:
    """Say whether the token came along; a wrong one is refused everywhere, rather than read as none."""
    brought = headers.getlist("authorization")
    if not brought:
        return False
    scheme, _, value = brought[0].partition(" ")
    right = hmac.compare_digest(value.strip().encode("latin-1"), token.encode("utf-8"))
    if len(brought) > 1 or scheme.lower() != "bearer" or not right:
        raise TokenNeeded()
    return True
