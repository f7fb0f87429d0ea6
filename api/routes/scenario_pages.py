"""The pages of scenarios: begun, taken apart, set side by side, adopted, discarded; proposals taken over."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from pydantic import Field
from starlette.datastructures import FormData
from starlette.responses import Response

from api.desks import REFUSALS, DeskDep, DeskOptions, gone_on, refused
from api.forms import FormDep, text
from api.options import Options
from api.paths import ScenarioPath
from api.rights import SightDep, StoreDep, all_rights
from api.routes.checks import known
from api.routes.scenarios import ScenarioName
from graph.intake.cells import day as day_of
from graph.questions.scope import Scope
from graph.scenarios.adopting import adopt
from graph.scenarios.beside import side_by_side
from graph.scenarios.drafting import begin, clear, found
from graph.scenarios.proposing import propose
from graph.scenarios.scenario import Scenario
from graph.scenarios.steps import step_rows
from graph.stellschrauben import CHECKS
from graph.store.store import Store
from schema.errors import FahrstuhlError, InputError, Oddity
from schema.record import Visibility
from viz.edit import words
from viz.edit.desk import CHANGES, SCENARIO_LIST, Desk, Trouble, scenario_path
from viz.edit.scenario_pages import (
    BESIDE,
    MOST_BESIDE,
    PROPOSE,
    Draft,
    beside_page,
    propose_page,
    scenario_page,
    scenarios_page,
)

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
DeskQuery = Annotated[DeskOptions, Query()]
ONE = SCENARIO_LIST + "/{name}"


class BesideOptions(Options):
    """Which scenarios are compared; none leads back to the list."""

    scenarios: Annotated[tuple[ScenarioName, ...], Field(max_length=MOST_BESIDE)] = ()


class ProposeOptions(DeskOptions):
    """Whose proposal is taken over."""

    number: Annotated[int, Field(ge=1, le=max(CHECKS))]
    kommune: Annotated[str, Field(max_length=2_000)] = ""
    day: date | None = None
    """As of when the proposal was looked at."""


@router.get(SCENARIO_LIST)
def scenarios(options: DeskQuery, desk: DeskDep, store: StoreDep) -> str:  # noqa: ARG001 -- declares what is taken
    """List the scenarios."""
    return scenarios_page(desk, store.scenarios())


@router.post(SCENARIO_LIST)
def begin_one(options: DeskQuery, desk: DeskDep, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Begin a scenario."""
    draft = _draft(form)
    try:
        made = _begun(store, draft)
    except REFUSALS as error:
        page = scenarios_page(desk, store.scenarios(), _marked(draft, error), Trouble.of(error))
        return refused(page, error)
    return gone_on(desk, scenario_path(made.name))


@router.get(ONE)
def scenario(name: ScenarioPath, options: DeskQuery, desk: DeskDep, store: StoreDep) -> str:  # noqa: ARG001
    """Show a scenario with its steps."""
    return _page(desk, store, name)


@router.post(ONE + "/clear")
def clear_one(name: ScenarioPath, options: DeskQuery, desk: DeskDep, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Take a step out."""
    try:
        clear(store, name, [text(form, "id")])
    except REFUSALS as error:
        return refused(_page(desk, store, name, Trouble.of(error)), error)
    return gone_on(desk, scenario_path(name))


@router.post(ONE + "/adopt")
def adopt_one(name: ScenarioPath, options: DeskQuery, desk: DeskDep, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Write a scenario into the data."""
    try:
        made = adopt(store, name)
    except REFUSALS as error:
        return refused(_page(desk, store, name, Trouble.of(error)), error)
    return gone_on(Desk(desk.lang, desk.form_token), CHANGES, done=str(made.change or "nothing"))


@router.post(ONE + "/discard")
def discard_one(name: ScenarioPath, options: DeskQuery, desk: DeskDep, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Forget a scenario."""
    found(store, name)
    store.forget(name)
    return gone_on(Desk(desk.lang, desk.form_token), SCENARIO_LIST)


@router.get(BESIDE)
def beside(options: Annotated[BesideOptions, Query()], desk: DeskDep, sight: SightDep) -> Response:
    """Set scenarios beside the data."""
    if not options.scenarios:
        return gone_on(desk, SCENARIO_LIST)
    scope = Scope(visibility=Visibility.CONFIDENTIAL, robust=False)
    return HTMLResponse(beside_page(desk, side_by_side(sight.reading, options.scenarios, scope)))


@router.get(PROPOSE)
def ask_propose(options: Annotated[ProposeOptions, Query()], desk: DeskDep, store: StoreDep) -> str:
    """Ask into which scenario a proposal is taken."""
    return _propose_page(desk, store, options, Draft(like=desk.scenario or "", day=str(options.day or "")))


@router.post(PROPOSE)
def take_over(options: Annotated[ProposeOptions, Query()], desk: DeskDep, store: StoreDep, form: FormDep) -> Response:
    """Take a proposal into a scenario, a new one perhaps; where nothing is proposed, no empty one is left."""
    into, draft = text(form, "into"), _draft(form)
    try:
        name = into or _begun(store, draft).name
        try:
            propose(store, name, options.number, options.kommune or None)
        except FahrstuhlError:
            if not into:
                store.forget(name)
            raise
    except REFUSALS as error:
        return refused(_propose_page(desk, store, options, _marked(draft, error), Trouble.of(error)), error)
    return gone_on(desk, scenario_path(name))


def _page(desk: Desk, store: Store, name: str, trouble: Trouble | None = None) -> str:
    one = found(store, name)
    return scenario_page(desk, one, step_rows(store.network(), one.steps), trouble)


def _propose_page(
    desk: Desk, store: Store, options: ProposeOptions, draft: Draft, trouble: Trouble | None = None
) -> str:
    open_ones = [one for one in store.scenarios() if one.change is None]
    check = (options.number, CHECKS[known(options.number)].title)
    return propose_page(desk, check, options.kommune, open_ones, draft, trouble)


def _draft(form: FormData) -> Draft:
    name, title, day, like = (text(form, field).strip()[:200] for field in ("name", "title", "day", "like"))
    return Draft(name, title, day, like)


def _begun(store: Store, draft: Draft) -> Scenario:
    day = day_of(draft.day) if draft.day else None
    if draft.day and day is None:
        raise InputError(words.BAD_DATE, words.SEE_FIELDS, (Oddity("invalid-field", words.BAD_DATE, "", field="day"),))
    return begin(store, draft.name, title=draft.title, day=day, like=draft.like or None)


def _marked(draft: Draft, error: FahrstuhlError) -> Draft:
    """Say beside which field an error stands: of a day it is said so, else it is about the name."""
    fields = Trouble.of(error).fields or {"name": error.text}
    return Draft(draft.name, draft.title, draft.day, draft.like, fields)
