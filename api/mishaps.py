"""Where errors become answers: everything raised within ends here as a problem, and no traceback leaves."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem_response
from api.refusals import BadRequest, FieldProblem, NoSuchPath, Unexpected, WrongMethod
from schema.errors import FahrstuhlError
from schema.validation import phrase

_log = logging.getLogger(__name__)
_ROUTING: Mapping[int, Callable[[], FahrstuhlError]] = {404: NoSuchPath, 405: WrongMethod}


class Mishaps:
    """ASGI layer that answers with a problem where the inner application raises."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; once an answer has begun, an error can only break it off."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            await problem_response(_told(error), HTTPConnection(scope))(scope, receive, send)


def _told(error: Exception) -> FahrstuhlError:
    """Give our own errors as they are; log a fault and give one that tells nothing of it."""
    if isinstance(error, FahrstuhlError):
        return error
    _log.error("unexpected fault", exc_info=error)
    return Unexpected()


def translate_refusals(app: FastAPI) -> None:
    """Let the framework's own refusals (no such path or method, malformed request) end as problems too."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)


async def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    kind = _ROUTING.get(error.status_code, BadRequest)
    return problem_response(kind(), request, error.headers)


async def _malformed(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    return problem_response(BadRequest(fields=tuple(map(_field, error.errors()))), request)


def _field(detail: Any) -> FieldProblem:
    """Name the place of a field without its first word, which says whether it stood in path, query or body."""
    inner = () if detail["type"] == "json_invalid" else detail["loc"][1:]
    place = ".".join(map(str, inner)) or str(detail["loc"][0])
    return FieldProblem(place, phrase(detail))
