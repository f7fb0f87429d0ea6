"""The pages on which files are read in: sent, looked at, written or thrown away; the template and the example."""

import re
import shutil
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from api.desks import DeskDep, DeskOptions, gone_on, refused
from api.forms import FormDep, text
from api.imports import Job
from api.problems import kind_of
from api.rights import SettingsDep, all_rights
from api.routes.imports import ImportId, imports_of, told_error
from graph.examples import example
from graph.exchange.templates import write_template
from graph.intake.reader import Manner
from graph.intake.readers import KINDS
from schema.errors import ConflictError, InputError, LimitError
from schema.text import Text
from viz.edit import words
from viz.edit.desk import IMPORT, Desk, Trouble
from viz.edit.import_pages import Told, Underway, import_page, upload_page
from viz.edit.start_page import EXAMPLE, TEMPLATE

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
DeskQuery = Annotated[DeskOptions, Query()]
ONE = IMPORT + "/{id}"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE_NAME = re.compile(r"[^./\\:\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]{0,119}")
_KEY = re.compile(r"([0-9]{5}([0-9]{3})?)?")


@router.get(IMPORT)
def ask_file(options: DeskQuery, desk: DeskDep, settings: SettingsDep) -> str:  # noqa: ARG001 -- declares what is taken
    """Ask for a file."""
    return upload_page(desk, settings.upload_bytes // 2**20)


@router.post(IMPORT)
async def send(
    options: DeskQuery,  # noqa: ARG001
    request: Request,
    desk: DeskDep,
    settings: SettingsDep,
    form: FormDep,
) -> Response:
    """Take a file and begin its preview."""
    file, told = form.get("file"), _told(form)
    wrong = _wrong(file, told)
    if wrong or not isinstance(file, UploadFile):
        said = Told(told.kind, told.kommune, told.complete, told.keep_good, wrong)
        trouble = Trouble(words.SEE_FIELDS, next(iter(wrong.values()), words.NO_FILE))
        return HTMLResponse(upload_page(desk, settings.upload_bytes // 2**20, said, trouble), 422)
    manner = Manner(
        told.kind or None, kommune=told.kommune or None, keep_good=told.keep_good or None, complete=told.complete
    )
    return await run_in_threadpool(_begun, request, desk, Job(file.filename or "", manner, write=False), file)


@router.post(EXAMPLE)
def example_landkreis(options: DeskQuery, request: Request, desk: DeskDep, form: FormDep) -> Response:  # noqa: ARG001
    """Begin the preview of the example."""
    job = Job("landkreis.zip", Manner(), write=False)
    shutil.make_archive(str(job.file.with_suffix("")), "zip", example("landkreis"))
    return _started(request, desk, job)


@router.get(TEMPLATE)
def template(options: DeskQuery, desk: DeskDep) -> Response:  # noqa: ARG001
    """Hand out the Excel template."""
    book = BytesIO()
    write_template(book, lang=desk.lang)
    name = Text("vorlage.xlsx", "template.xlsx").lang(desk.lang)
    return Response(book.getvalue(), media_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@router.get(ONE)
def look(id: ImportId, options: DeskQuery, request: Request, desk: DeskDep) -> Response:  # noqa: ARG001
    """Show how far an import is, then what it would change."""
    return HTMLResponse(_page(desk, imports_of(request).get(id)))


@router.post(ONE + "/write")
def write(id: ImportId, options: DeskQuery, request: Request, desk: DeskDep, form: FormDep) -> Response:  # noqa: ARG001
    """Write what was looked at."""
    try:
        imports_of(request).write(id)
    except ConflictError as error:
        return refused(_page(desk, imports_of(request).get(id), Trouble.of(error)), error)
    return gone_on(desk, f"{IMPORT}/{id}")


@router.post(ONE + "/discard")
def discard(id: ImportId, options: DeskQuery, request: Request, desk: DeskDep, form: FormDep) -> Response:  # noqa: ARG001
    """Throw an upload away."""
    try:
        imports_of(request).discard(id)
    except ConflictError as error:
        return refused(_page(desk, imports_of(request).get(id), Trouble.of(error)), error)
    return gone_on(desk, IMPORT)


def _begun(request: Request, desk: Desk, job: Job, file: UploadFile) -> Response:
    try:
        with job.file.open("wb") as out:
            shutil.copyfileobj(file.file, out)
    except BaseException:
        job.clear()
        raise
    return _started(request, desk, job)


def _started(request: Request, desk: Desk, job: Job) -> Response:
    try:
        imports_of(request).begin(job)
    except LimitError as error:
        job.clear()
        settings = request.app.state.settings
        return HTMLResponse(
            upload_page(desk, settings.upload_bytes // 2**20, None, Trouble.of(error)), kind_of(error).status
        )
    return gone_on(desk, f"{IMPORT}/{job.id}")


def _told(form: FormData) -> Told:
    kind = text(form, "kind")
    complete, keep_good = (text(form, name) == "true" for name in ("complete", "keep_good"))
    return Told(kind if kind in KINDS else "", text(form, "kommune").strip()[:20], complete, keep_good)


def _wrong(file: object, told: Told) -> dict[str, Text]:
    """Say what does not fit, by field."""
    wrong = {} if _KEY.fullmatch(told.kommune) else {"kommune": words.BAD_KEY}
    if not isinstance(file, UploadFile) or not file.filename:
        return {"file": words.NO_FILE, **wrong}
    return wrong if _FILE_NAME.fullmatch(file.filename) else {"file": words.BAD_FILE_NAME, **wrong}


def _page(desk: Desk, job: Job, trouble: Trouble | None = None) -> str:
    error = told_error(job.error) if job.error else None
    waits = job.state in ("waiting", "reading")
    failed = Trouble(error.text, error.hint) if error else None
    wrong = error.oddities if isinstance(error, InputError) else ()
    shown = Underway(job.id, job.name, waits, not job.write, job.progress, job.report, trouble or failed, wrong)
    return import_page(desk, shown)
