"""Reading a source in: send a file, look at what it would change, write it; only for the holder of the token."""

import logging
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from api.entries import Entry, written
from api.imports import Imports, Job, State
from api.language import language
from api.openapi import EVERYWHERE, NOT_FOUND, STORE_AWAY, problems
from api.options import Options
from api.problems import Problem, problem
from api.refusals import BodyTooLarge, BodyTooSlow, Unexpected
from api.rights import ALL_RIGHTS_NEEDED, all_rights
from graph.intake.importing import ImportReport
from graph.intake.preview import Preview
from graph.intake.reader import Manner
from graph.intake.readers import KINDS
from schema.errors import ConflictError, FahrstuhlError, LimitError
from schema.text import Text

_log = logging.getLogger(__name__)
router = APIRouter(prefix="/imports", tags=["imports"], dependencies=[Depends(all_rights)])


ImportId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,40}$", description="the import, as `begin_import` named it")]


class ImportOptions(Options):
    """What is sent, and how it is to be read."""

    name: Annotated[
        str,
        Field(pattern=r"^[^./\\:\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]*$", max_length=120),
        Text("Dateiname", "file name"),
    ]
    kind: Annotated[
        str | None, Field(json_schema_extra={"enum": list(KINDS)}), Text("Art der Quelle", "kind of source")
    ] = None
    kommune: Annotated[
        str | None, Field(pattern=r"^[0-9]{5}([0-9]{3})?$"), Text("AGS der Kommune", "official key of the Kommune")
    ] = None
    keep_good: Annotated[
        bool | None, Text("Lesbares trotz Abgelehntem einlesen", "keep what is good although records are refused")
    ] = None
    complete: Annotated[
        bool, Text("Quelle ist vollständig: Fehlendes endet", "source is complete: what is missing has ended")
    ] = False
    dry_run: Annotated[bool, Text("nur Vorschau", "preview only")] = False

    def manner(self) -> Manner:
        """Give what is said about the source."""
        return Manner(self.kind, kommune=self.kommune, keep_good=self.keep_good, complete=self.complete)


class ImportProgress(Entry):
    """How far an import is."""

    read: dict[str, int]
    records: int
    records_per_s: float
    seconds_left: float | None


class ImportEntry(Entry):
    """One import: where it stands, and in the end its report or its problem."""

    id: str
    name: str
    state: State
    dry_run: bool
    """Whether nothing is to be written yet; `POST /imports/{id}/write` then writes it."""
    progress: ImportProgress | None
    report: ImportReport | None
    problem: Problem | None

    @classmethod
    def of(cls, job: Job, request: Request) -> "ImportEntry":
        """Describe an import as it stands now."""
        progress = job.progress and ImportProgress(
            read=dict(job.progress.read),
            records=job.progress.records,
            records_per_s=job.progress.records_per_s,
            seconds_left=job.progress.seconds_left,
        )
        told = job.error and problem(told_error(job.error), language(request))
        return cls(
            id=job.id,
            name=job.name,
            state=job.state,
            dry_run=not job.write,
            progress=progress,
            report=job.report,
            problem=told or None,
        )


def told_error(error: Exception) -> FahrstuhlError:
    """Give our own error as it is; log a fault and give one that tells nothing of it."""
    if isinstance(error, FahrstuhlError):
        return error
    _log.error("unexpected fault in an import", exc_info=error)
    return Unexpected()


def _example(state: State, *, dry_run: bool) -> ImportEntry:
    report = ImportReport(
        reader="tables",
        source="Stellenplan.xlsx",
        outcome="not written" if dry_run else "written",
        change=None if dry_run else "17",
        read={"rows": 42},
        new=40,
        changed=2,
        unchanged=0,
        ended=0,
        refused=0,
        preview=Preview(new=(), standing=()),
        oddities=(),
        totals={},
        left_in=(),
        seconds=0.4,
    )
    return ImportEntry(
        id="qX3v9s-Fh2aL",
        name="Stellenplan.xlsx",
        state=state,
        dry_run=dry_run,
        progress=None,
        report=report if state == "done" else None,
        problem=None,
    )


EXAMPLES = {
    "begin_import": lambda: _example("waiting", dry_run=True),
    "get_import": lambda: _example("done", dry_run=True),
    "write_import": lambda: _example("waiting", dry_run=False),
    "discard_import": lambda: _example("done", dry_run=False),
}
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_FULL = LimitError(
    Text("Es warten schon 20 Importe.", "20 imports are waiting already."),
    Text("Warten, bis einer fertig ist.", "Wait until one of them is done."),
)
_NOT_NOW = ConflictError(
    Text("Dieser Import läuft noch.", "This import is still under way."),
    Text("Warten, bis er fertig ist.", "Wait until it is done."),
)
_READING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND)
_TURNING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, _NOT_NOW)


def imports_of(request: Request) -> Imports:
    """Find the imports of the service."""
    return cast(Imports, request.app.state.imports)


@router.post(
    "",
    operation_id="begin_import",
    status_code=202,
    response_model=ImportEntry,
    summary="Send a source",
    openapi_extra=cast(dict[str, Any], _FILE),
    responses=problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, BodyTooLarge(), BodyTooSlow(), STORE_AWAY, _FULL),
)
async def begin_import(options: Annotated[ImportOptions, Query()], request: Request) -> Response:
    """Take a file or an archive as the body and read it in beside the service; ask for its state until it is done.

    With `dry_run` nothing is written: the report shows what would change, and the write is asked for apart.
    """
    job = Job(options.name, options.manner(), write=not options.dry_run)
    try:
        with job.file.open("wb") as file:
            async for part in request.stream():
                await run_in_threadpool(file.write, part)
        imports_of(request).begin(job)
    except BaseException:
        job.clear()
        raise
    return _accepted(job, request)


@router.get(
    "/{id}",
    operation_id="get_import",
    response_model=ImportEntry,
    summary="How far an import is",
    responses=_READING,
)
def get_import(id: ImportId, options: Annotated[Options, Query()], request: Request) -> Response:  # noqa: ARG001 -- `lang`
    """Give the state of an import, and in the end its report or what was wrong."""
    return written(ImportEntry.of(imports_of(request).get(id), request))


@router.post(
    "/{id}/write",
    operation_id="write_import",
    status_code=202,
    response_model=ImportEntry,
    summary="Write what was looked at",
    responses=_TURNING,
)
def write_import(id: ImportId, options: Annotated[Options, Query()], request: Request) -> Response:  # noqa: ARG001 -- `lang`
    """Write the file whose preview was looked at, as one change that can be undone."""
    return _accepted(imports_of(request).write(id), request)


@router.delete(
    "/{id}",
    operation_id="discard_import",
    response_model=ImportEntry,
    summary="Discard an import",
    responses=_TURNING,
)
def discard_import(id: ImportId, options: Annotated[Options, Query()], request: Request) -> Response:  # noqa: ARG001 -- `lang`
    """Forget an import that is over, and throw its file away; what it wrote stays."""
    return written(ImportEntry.of(imports_of(request).discard(id), request))


def _accepted(job: Job, request: Request) -> Response:
    answer = written(ImportEntry.of(job, request))
    answer.status_code = 202
    answer.headers["Location"] = f"/api/v1/imports/{job.id}"
    return answer
