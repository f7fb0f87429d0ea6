"""The OpenAPI document: what the framework cannot derive is added here, from the declarations."""

from collections.abc import Callable, Iterator, Mapping
from threading import Lock
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from api.entries import Entry
from api.problems import PROBLEM_JSON, Problem, kind_of, problem
from api.refusals import BadRequest, ForeignPage, TokenNeeded, Unexpected, WrongHost
from graph.questions.answer import Answer, Finding
from schema.errors import FahrstuhlError, NotAllowedError, NotFoundError, StoreUnreachable
from schema.record import Record
from schema.text import Text

TITLE = "Fahrstuhl"
SUMMARY = "Netzwerk der Akteure und Wissensgraph der Steuerung für die integrierte Planung in Kommunen"
DESCRIPTION = """\
Reads the network of a municipality, answers the planner's questions and takes read-only Cypher.

**Rights.** Without the token a reader sees public records and no persons. With it (`Authorization: Bearer …`) the
parameters `visibility` and `persons` may ask for more, up to what the service was started with. What a reader may not
see is cut away before anything is searched, counted or computed; it answers as if it were not there.

**Identifiers** are often web addresses. In a path they stand percent-encoded as one segment.

**Problems** are answered as RFC 9457 problem details in German or English, by `lang` or `Accept-Language`.
"""

NOT_FOUND = NotFoundError(
    Text("Unter dieser Kennung ist nichts zu finden.", "Nothing is to be found under this id."),
    Text("Schreibweise, Stichtag und Sichtbarkeit prüfen.", "Check spelling, date and visibility."),
)
STORE_AWAY = StoreUnreachable(
    Text("Der Speicher antwortet nicht.", "The store does not answer."),
    Text("In einigen Sekunden noch einmal versuchen.", "Try again in a few seconds."),
)
NOT_ALLOWED = NotAllowedError(
    Text("Dieser Dienst gibt das nicht heraus.", "This service does not hand that out."),
    Text("Er wurde mit engeren Rechten gestartet.", "It was started with narrower rights."),
)
EVERYWHERE: tuple[FahrstuhlError, ...] = (BadRequest(), TokenNeeded(), ForeignPage(), WrongHost(), Unexpected())
READING: tuple[FahrstuhlError, ...] = (*EVERYWHERE, NOT_ALLOWED, NOT_FOUND, STORE_AWAY)


def problems(*errors: FahrstuhlError) -> dict[int | str, dict[str, Any]]:
    """Declare which problems a route may answer with, each with an example."""
    declared: dict[int | str, dict[str, Any]] = {}
    for error in errors:
        kind = kind_of(error)
        told = declared.setdefault(kind.status, {"description": kind.title.en, "content": {PROBLEM_JSON: _content()}})
        told["content"][PROBLEM_JSON]["examples"][kind.slug] = {
            "summary": kind.title.en,
            "value": problem(error, "en").model_dump(mode="json"),
        }
        if kind.headers:
            told["headers"] = {name: {"schema": {"type": "string"}, "example": v} for name, v in kind.headers.items()}
    return declared


def _content() -> dict[str, Any]:
    return {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}


def complete(app: FastAPI, examples: Mapping[str, Callable[[], BaseModel]]) -> None:
    """Let the document of an application be completed when it is first asked for; `examples` by operation."""
    derive, lock = app.openapi, Lock()

    def document() -> dict[str, Any]:
        with lock:
            if app.openapi_schema is None:
                _complete(derive(), examples)
            return derive()

    app.openapi = document  # type: ignore[method-assign]


def _complete(made: dict[str, Any], examples: Mapping[str, Callable[[], BaseModel]]) -> None:
    for operation in (operation for path in made["paths"].values() for operation in path.values()):
        _tidy(operation)
        shown = examples[operation["operationId"]]().model_dump(mode="json")
        done = next(code for code in ("200", "202") if code in operation["responses"])
        operation["responses"][done]["content"]["application/json"]["example"] = shown
    schemas = made["components"]["schemas"]
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= schemas["Problem"].pop("$defs", {})
    _add_titles(schemas)


_CLOSED = frozenset({"imports", "duplicates", "changes", "scenarios", "frozen"})
"""Tags of routes that need the token even for reading."""


def _tidy(operation: dict[str, Any]) -> None:
    """Say that reading does without the token, that an address cannot hold null, and put the answers in order."""
    if not _CLOSED & {*operation["tags"]} and "requestBody" not in operation and "security" in operation:
        operation["security"] = [{}, *operation["security"]]
    for parameter in operation.get("parameters", ()):
        parameter["schema"].pop("description", None)
        given = [form for form in parameter["schema"].pop("anyOf", ()) if form != {"type": "null"}]
        parameter["schema"] |= given[0] if given else {}
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _add_titles(schemas: dict[str, Any]) -> None:
    """Name each field in both languages where its declaration does."""
    for cls in _family(Record, Entry, Answer, Finding):
        properties = schemas.get(cls.__name__, {}).get("properties", {})
        for name, info in cls.model_fields.items():
            label = next((item for item in info.metadata if isinstance(item, Text)), None)
            if label is not None and name in properties:
                properties[name] |= {"title": label.de, "x-title-en": label.en}


def _family(*bases: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for cls in bases:
        yield cls
        yield from _family(*cls.__subclasses__())
