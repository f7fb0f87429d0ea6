"""Export: the network as a file, cut to what this reader may see."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from pydantic import AfterValidator, Field, RootModel
from pydantic_core import PydanticCustomError
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from api.examples import example_network
from api.openapi import READING, problems
from api.options import ReadOptions
from api.rights import SightDep, StoreDep
from graph.exchange.export import Export
from graph.exchange.formats import FORMATS, Format
from graph.questions.scope import Scope
from schema.errors import StoreInUse
from schema.text import Text
from viz.network_layout import positions

router = APIRouter(tags=["network"])

AT_ONCE = 2
"""Exports that are made at the same time; each takes a processor for a while."""
_PLACES = BoundedSemaphore(AT_ONCE)
_BUSY = StoreInUse(
    Text("Es werden schon so viele Exporte erstellt wie erlaubt.", "As many exports as allowed are being made."),
    Text("In einigen Sekunden noch einmal fragen.", "Ask again in a few seconds."),
)


def _known(name: str) -> str:
    if name not in FORMATS:
        raise PydanticCustomError("literal_error", "must be one of {expected}", {"expected": ", ".join(FORMATS)})
    return name


class ExportOptions(ReadOptions):
    """Which part of the network, and as what."""

    format: Annotated[
        str, AfterValidator(_known), Field(json_schema_extra={"enum": list(FORMATS)}), Text("Format", "format")
    ]
    pseudonymise: Annotated[bool, Text("Personen durch Pseudonyme ersetzen", "replace persons by pseudonyms")] = False


class JsonExport(RootModel[dict[str, Any]]):
    """A graph as NetworkX reads it (`networkx.node_link_graph`), or a Popolo document."""


def _example() -> JsonExport:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "example"
        FORMATS["json"].write(Export.of(example_network(), Scope(), dated="2024-06-30"), path)
        return JsonExport(json.loads(path.read_text("utf-8")))


EXAMPLES = {"export": _example}
_FILE = {"schema": {"type": "string", "format": "binary"}, "example": "…"}
_OBJECT = {"schema": {"type": "object"}, "example": {"@context": {}, "@graph": []}}
_CONTENT = {
    made.media_type: _OBJECT if made.media_type.endswith("+json") else _FILE
    for made in FORMATS.values()
    if made.media_type != "application/json"
}
_DONE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file, as an attachment", "content": _CONTENT},
    304: {"description": "Nothing has changed since the export with this ETag", "content": {}},
}


@router.get(
    "/export",
    operation_id="export",
    response_model=JsonExport,
    summary="The network as a file",
    responses={**problems(*READING, _BUSY), **_DONE},
)
def export(
    options: Annotated[ExportOptions, Query()],
    sight: SightDep,
    store: StoreDep,
    if_none_match: Annotated[str | None, Header(description="the ETag of an earlier export")] = None,
) -> Response:
    """Hand out what this reader may see in one of the formats of docs/export.md.

    The same data version and options give the same bytes, by which `ETag` goes; with `pseudonymise` each export has
    pseudonyms of its own, and a scenario changes without a new data version: neither has an `ETag`.
    """
    scope, chosen = options.scope(), FORMATS[options.format]
    part = sight.network(scope)
    tag = None if options.pseudonymise or scope.scenario else _tag(part.version, chosen, scope)
    if tag is not None and tag in (if_none_match or ""):
        return Response(status_code=304, headers={"ETag": tag})
    # What is looked for so that it is not told: also persons whom this reader may not see.
    unnamed = sight.whole(scope) if options.pseudonymise else None
    latest = store.history(limit=1)
    with _a_place():
        dated = latest[0].at[:10] if latest else None
        return _file(Export.of(part, scope, dated=dated, layout=positions, unnamed=unnamed), chosen, tag)


def _tag(version: int, chosen: Format, scope: Scope) -> str:
    asked = hashlib.sha256(f"{chosen.name} {scope.model_dump_json()}".encode()).hexdigest()[:16]
    return f'"{version}-{asked}"'


def _file(made: Export, chosen: Format, tag: str | None) -> FileResponse:
    """Write the file whole before its first byte is sent, and take it away after the last."""
    folder = TemporaryDirectory()
    try:
        path = Path(folder.name) / "export"
        chosen.write(made, path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        path,
        media_type=chosen.media_type,
        filename=f"fahrstuhl{chosen.suffix}",
        headers={"ETag": tag} if tag else None,
        background=BackgroundTask(partial(folder.cleanup)),
    )


@contextmanager
def _a_place() -> Iterator[None]:
    """Take one of the places for making exports; who finds none is told to come back."""
    if not _PLACES.acquire(blocking=False):
        raise _BUSY
    try:
        yield
    finally:
        _PLACES.release()
