"""Forms that our own pages send: read once, and admitted only with the secret of the session they were written for."""

from collections.abc import AsyncIterator
from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.datastructures import FormData

from api.sign_in import FORM_FIELD, Session

MOST_FIELDS = 2_000
FIELD_BYTES = 1_000_000


def session_of(request: Request) -> Session | None:
    """Give the session of a browser that signed in; None for a public reader and for who brought the token itself."""
    return cast("Session | None", getattr(request.state, "session", None))


def form_token(request: Request) -> str:
    """Give the secret that forms of this reader's pages have to carry; empty where none is needed."""
    session = session_of(request)
    return session.form_token if session else ""


async def _any_form(request: Request) -> AsyncIterator[FormData]:
    async with request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=FIELD_BYTES) as form:
        yield form


AnyForm = Annotated[FormData, Depends(_any_form)]
"""A form of whoever sends it; only for signing in."""


def _own_form(request: Request, form: AnyForm) -> FormData:
    if session := session_of(request):
        session.check_form(text(form, FORM_FIELD))
    return form


FormDep = Annotated[FormData, Depends(_own_form)]
"""A form of this session; every other route that takes a form takes this."""


def text(form: FormData, name: str) -> str:
    """Give a field of a form as text; empty where it was not sent or is a file. Lines end as they do elsewhere."""
    value = form.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""
