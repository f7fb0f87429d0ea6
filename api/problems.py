"""The one table from errors to HTTP: status, type and title of each, as problem details (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, Response

from api.language import language
from api.refusals import (
    BadRequest,
    BodyTooLarge,
    BodyTooSlow,
    ForeignPage,
    NoSuchPath,
    TokenNeeded,
    Unexpected,
    WrongHost,
    WrongMethod,
)
from api.templating import rendered
from schema.errors import (
    ConflictError,
    FahrstuhlError,
    InputError,
    LimitError,
    NotAllowedError,
    NotFoundError,
    StoreError,
    StoreInUse,
    StoreUnreachable,
    UsageError,
)
from schema.text import Lang, Text

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one family of errors appears over HTTP; `slug` is its anchor on the page /api."""

    status: int
    slug: str
    title: Text
    headers: Mapping[str, str] = field(default_factory=dict)


_LATER = {"Retry-After": "5"}

KINDS: Mapping[type[FahrstuhlError], Kind] = {
    BadRequest: Kind(422, "bad-request", Text("Anfrage nicht verstanden", "Request not understood")),
    UsageError: Kind(400, "usage", Text("Falscher Aufruf", "Wrong call")),
    TokenNeeded: Kind(401, "token-needed", Text("Token nötig", "Token needed"), {"WWW-Authenticate": "Bearer"}),
    NotAllowedError: Kind(403, "not-allowed", Text("Nicht erlaubt", "Not allowed")),
    ForeignPage: Kind(403, "foreign-page", Text("Fremde Seite", "Foreign page")),
    NotFoundError: Kind(404, "not-found", Text("Nicht gefunden", "Not found")),
    NoSuchPath: Kind(404, "no-such-path", Text("Adresse unbekannt", "No such address")),
    WrongMethod: Kind(405, "wrong-method", Text("Methode unbekannt", "No such method")),
    BodyTooSlow: Kind(408, "too-slow", Text("Zu langsam", "Too slow")),
    ConflictError: Kind(409, "conflict", Text("Passt nicht zum Bestand", "Conflict with what is stored")),
    BodyTooLarge: Kind(413, "too-large", Text("Zu groß", "Too large")),
    WrongHost: Kind(421, "wrong-host", Text("Falscher Name", "Wrong name")),
    InputError: Kind(422, "input", Text("Schlechte Eingabe", "Bad input")),
    LimitError: Kind(422, "limit", Text("Grenze erreicht", "Limit reached")),
    StoreUnreachable: Kind(
        503,
        "store-unreachable",
        Text("Speicher nicht erreichbar", "Store not reachable"),
        _LATER,
    ),
    StoreInUse: Kind(503, "store-in-use", Text("Speicher belegt", "Store in use"), _LATER),
    StoreError: Kind(503, "store", Text("Speicherfehler", "Store error"), _LATER),
    Unexpected: Kind(500, "unexpected", Text("Unerwarteter Fehler", "Unexpected error")),
    FahrstuhlError: Kind(400, "refused", Text("Abgelehnt", "Refused")),
}


class ProblemField(BaseModel):
    """One place of the request or of the input that does not fit."""

    model_config = ConfigDict(extra="forbid")

    field: str
    message: str


class Problem(BaseModel):
    """What went wrong and what to do, in the reader's language (RFC 9457)."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    type: str
    """Where this kind of problem is explained; a stable name for programs."""
    title: str
    status: int
    detail: str
    hint: str
    """What to do next."""
    fields: tuple[ProblemField, ...] = ()


def kind_of(error: FahrstuhlError | type[FahrstuhlError]) -> Kind:
    """Find the kind of an error: its own entry in the table, else that of its nearest parent."""
    cls = error if isinstance(error, type) else type(error)
    return next(KINDS[parent] for parent in cls.__mro__ if parent in KINDS)


def problem(error: FahrstuhlError, lang: Lang) -> Problem:
    """Describe an error in one language."""
    kind = kind_of(error)
    return Problem(
        type=f"/api#{kind.slug}",
        title=kind.title.lang(lang),
        status=kind.status,
        detail=error.text.lang(lang),
        hint=error.hint.lang(lang),
        fields=tuple(_fields(error, lang)),
    )


def _fields(error: FahrstuhlError, lang: Lang) -> list[ProblemField]:
    if isinstance(error, BadRequest):
        return [ProblemField(field=item.field, message=item.message.lang(lang)) for item in error.fields]
    if isinstance(error, InputError):
        return [ProblemField(field=o.field or o.place, message=o.message.lang(lang)) for o in error.oddities]
    return []


def problem_response(
    error: FahrstuhlError, asked: HTTPConnection, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer a request with a problem: JSON for programs, a page where a person opened one."""
    lang = language(asked)
    told = problem(error, lang)
    more = {"Content-Language": lang, **kind_of(error).headers, **(headers or {})}
    if _opened_by_a_person(asked):
        return HTMLResponse(
            rendered("problem", lang, problem=told, sign_in=_sign_in(error, asked, lang)), told.status, more
        )
    return Response(told.model_dump_json(), told.status, more, PROBLEM_JSON)


def _sign_in(error: FahrstuhlError, asked: HTTPConnection, lang: Lang) -> str:
    """Give the address where a person signs in and comes back; empty where that would not help."""
    if not isinstance(error, TokenNeeded):
        return ""
    query = f"?{asked.url.query}" if asked.url.query else ""
    path = asked.scope["raw_path"].decode("ascii", "replace") if asked.scope.get("raw_path") else asked.scope["path"]
    back = path + query if asked.scope["method"] == "GET" else ""
    return "/sign-in?" + urlencode({"lang": lang, **({"next": back} if back else {})})


def _opened_by_a_person(asked: HTTPConnection) -> bool:
    return "text/html" in asked.headers.get("accept", "") and not asked.scope["path"].startswith("/api/")
