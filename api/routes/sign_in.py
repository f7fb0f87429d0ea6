"""Signing a browser in and out; see `api.sign_in`."""

import re
from typing import Annotated, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import Headers
from starlette.responses import Response

from api.forms import AnyForm, FormDep, form_token, session_of, text
from api.guard import is_loopback
from api.language import language
from api.options import Options
from api.rights import SettingsDep
from api.sign_in import Sessions, brought_session, cookie_name
from viz.addresses import address
from viz.edit.sign_in import SIGN_IN, sign_in_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

_OURS = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
HOME = "/edit"


class SignInOptions(Options):
    """What the page of the sign-in takes: where to go on."""

    next: Annotated[str, Query(max_length=4_000)] = HOME


@router.get(SIGN_IN)
def ask(request: Request, options: Annotated[SignInOptions, Query()]) -> str:
    """Ask for the token, or say that this browser is signed in."""
    return _page(request, _ours(options.next))


@router.post(SIGN_IN)
def sign_in(
    request: Request, options: Annotated[SignInOptions, Query()], form: AnyForm, settings: SettingsDep
) -> Response:
    """Begin a session where the token or the one-time code is right."""
    sessions = _sessions(request)
    if not sessions.admits(text(form, "token"), settings.token.get_secret_value()):
        return HTMLResponse(_page(request, _ours(options.next), wrong=True), 401)
    session = sessions.begin(brought_session(request.headers))
    answer = RedirectResponse(address(_ours(options.next), {}), 303)
    answer.set_cookie(
        cookie_name(request.headers), session.id, httponly=True, samesite="strict", secure=is_secure(request), path="/"
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request, options: Annotated[Options, Query()], form: FormDep) -> Response:  # noqa: ARG001
    """End the session of this browser."""
    if session := session_of(request):
        _sessions(request).end(session.id)
    answer = RedirectResponse(address(SIGN_IN, {"lang": language(request)}), 303)
    answer.delete_cookie(cookie_name(request.headers), path="/", httponly=True, samesite="strict")
    return answer


def is_secure(request: Request) -> bool:
    """Say whether the cookie may travel encrypted only: everywhere but on this machine's own loopback over http."""
    return request.url.scheme == "https" or not is_loopback(_host(request.headers))


def _host(headers: Headers) -> str:
    return re.sub(r":\d+$", "", headers["host"]).lower()


def _ours(path: str) -> str:
    """Keep to our own pages, whatever stands in the address."""
    return path if _OURS.fullmatch(path) else HOME


def _page(request: Request, path: str, *, wrong: bool = False) -> str:
    return sign_in_page(
        lang=language(request),
        next_path=path,
        wrong=wrong,
        form_token=form_token(request),
        signed_in=session_of(request) is not None,
    )


def _sessions(request: Request) -> Sessions:
    return cast(Sessions, request.app.state.sessions)
