"""The service as a table of contents."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from threading import BoundedSemaphore

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from api import openapi
from api.editions import Editions
from api.guard import Guard
from api.headers import SafeHeaders
from api.imports import Imports
from api.mishaps import Mishaps, translate_refusals
from api.paths import AsSent
from api.routes import (
    actor_pages,
    changes,
    check_pages,
    checks,
    cypher,
    cypher_pages,
    declarations,
    duplicate_pages,
    duplicates,
    edit_pages,
    ending_pages,
    export,
    frozen,
    health,
    history_pages,
    import_pages,
    imports,
    network_pages,
    nodes,
    pages,
    picture_pages,
    questions,
    report,
    round_form_pages,
    round_pages,
    round_state_pages,
    rounds,
    scenario_pages,
    scenarios,
    search,
    sign_in,
    view_pages,
    views,
)
from api.settings import ApiSettings
from api.sign_in import Sessions
from graph.store.store import Store

V1 = "/api/v1"
READERS = (health, declarations, nodes, search, questions, checks, export, report, cypher)
WRITERS = (imports, duplicates, changes, scenarios, rounds, frozen, views)
PARTS = (*READERS, *WRITERS)
EDITING = (
    sign_in,
    edit_pages,
    ending_pages,
    history_pages,
    scenario_pages,
    round_form_pages,
    import_pages,
    duplicate_pages,
    view_pages,
)
"""Pages for who signed in."""


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    """Take imports as long as the service runs; what is under way when it ends is finished first."""
    app.state.imports = imports = Imports(app.state.store, app.state.settings.imports_kept)
    yield
    await run_in_threadpool(imports.close)


def create_app(store: Store, settings: ApiSettings) -> FastAPI:
    """Make the service over an open store, which stays the caller's to close."""
    sessions = Sessions()
    app = FastAPI(
        lifespan=_open,
        title=openapi.TITLE,
        summary=openapi.SUMMARY,
        description=openapi.DESCRIPTION,
        version=version("fahrstuhl"),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=None,
        redirect_slashes=False,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(Mishaps),
            Middleware(Guard, settings, sessions),
            Middleware(AsSent),
        ],
    )
    app.state.store, app.state.settings, app.state.sessions = store, settings, sessions
    app.state.cypher = BoundedSemaphore(settings.cypher_at_once)
    app.state.editions = Editions(store, settings.cuts_kept, settings.answers_kept)
    for part in PARTS:
        app.include_router(part.router, prefix=V1)
    app.include_router(pages.router)
    app.include_router(check_pages.router)
    app.include_router(picture_pages.router)
    app.include_router(network_pages.router)
    app.include_router(actor_pages.router)
    app.include_router(cypher_pages.router)
    app.include_router(report.pages)
    app.include_router(round_pages.router)
    app.include_router(round_state_pages.router)
    for part in EDITING:
        app.include_router(part.router)
    app.mount("/static", pages.STATIC_FILES)
    translate_refusals(app)
    openapi.complete(app, {name: made for part in PARTS for name, made in part.EXAMPLES.items()})
    return app
