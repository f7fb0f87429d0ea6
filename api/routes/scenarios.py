"""Scenarios: begun, filled, looked at, compared, adopted, discarded; only for the holder of the token."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, NOT_FOUND, READING, STORE_AWAY, problems
from api.options import Options, ReadOptions
from api.paths import ScenarioPath
from api.rights import ALL_RIGHTS_NEEDED, SightDep, StoreDep, all_rights
from api.routes.changes import BAD_FIELDS, DOES_NOT_FIT, FIXED_ID, MOST_EDITS
from graph.network import Network
from graph.questions.scope import Scope
from graph.scenarios.adopting import adopt
from graph.scenarios.beside import Beside, CheckBeside, side_by_side
from graph.scenarios.drafting import NAME, begin, clear, edit, found
from graph.scenarios.editing import Edit
from graph.scenarios.proposing import propose
from graph.scenarios.scenario import Scenario
from graph.scenarios.steps import StepRow, step_rows
from graph.stellschrauben import CHECKS
from graph.stellschrauben.status import Status
from schema.record import Identifier
from schema.text import Text

router = APIRouter(tags=["scenarios"])
_OPEN = APIRouter(prefix="/scenarios", dependencies=[Depends(all_rights)])

Title = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")]
ScenarioName = Annotated[str, Field(pattern=f"^{NAME.pattern}$", max_length=60)]


class ScenarioEntry(Entry):
    """A scenario: what it is about and what it changes."""

    name: str
    title: str
    who: str
    at: str
    day: date | None
    """As of which day it is looked at where none is asked for."""
    change: str | None
    """The change by which it was adopted."""
    steps: tuple[StepRow, ...]

    @classmethod
    def of(cls, network: Network, scenario: Scenario) -> "ScenarioEntry":
        """Describe a scenario; the network names the ends of its ties."""
        return cls(
            name=scenario.name,
            title=scenario.title,
            who=scenario.who,
            at=scenario.at,
            day=scenario.day,
            change=None if scenario.change is None else str(scenario.change),
            steps=step_rows(network, scenario.steps),
        )


class ScenarioList(Entry):
    """All scenarios, in order of their names."""

    scenarios: tuple[ScenarioEntry, ...]


class Beginning(Entry):
    """A scenario to begin, empty or like another one."""

    name: ScenarioName
    title: Title = ""
    day: date | None = None
    like: ScenarioName | None = None


class Filling(Entry):
    """Edits for a scenario, done together or not at all."""

    edits: Annotated[tuple[Edit, ...], Field(min_length=1, max_length=MOST_EDITS)]


class Clearing(Options):
    """Which steps to take out."""

    id: Annotated[tuple[Identifier, ...], Field(min_length=1), Text("Kennungen der Einträge", "ids of the records")]


class ProposalOptions(Options):
    """Whose proposal is taken."""

    kommune: Annotated[str | None, Text("Kommune (Kennung, AGS oder Name)", "Kommune (id, AGS or name)")] = None


class BesideOptions(ReadOptions):
    """Which scenarios are set side by side."""

    scenarios: Annotated[tuple[ScenarioName, ...], Field(min_length=1, max_length=5), Text("Szenarien", "scenarios")]


_EXAMPLE = ScenarioEntry(
    name="stabsstelle",
    title="Stabsstelle zwischen den Fachbereichen",
    who="Erika Muster",
    at="2026-03-31T09:30:00.000000+00:00",
    day=date(2026, 3, 31),
    change=None,
    steps=(
        StepRow(
            fate=Text("neu", "new"),
            record=Text("Stabsstelle (Verwaltungseinheit)", "Stabsstelle (department)"),
            fields=None,
            id="department/stabsstelle",
        ),
    ),
)
_BESIDE = Beside(
    scenarios=("stabsstelle",),
    checks=(
        CheckBeside(
            number=1,
            title=Text("Beauftragung durch Ratsgremien", "Mandate by the council"),
            statuses=(Status.UNKNOWN, Status.MET),
        ),
    ),
    tables=(),
    data_version=16,
)
EXAMPLES: dict[str, Callable[[], Entry | Beside]] = {
    "list_scenarios": lambda: ScenarioList(scenarios=(_EXAMPLE,)),
    **dict.fromkeys(
        ("begin_scenario", "get_scenario", "fill_scenario", "clear_scenario", "propose_for_scenario"), lambda: _EXAMPLE
    ),
    "adopt_scenario": lambda: _EXAMPLE.model_copy(update={"change": "17"}),
    "discard_scenario": lambda: _EXAMPLE,
    "compare_scenarios": lambda: _BESIDE,
}
_WRITING = problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, DOES_NOT_FIT, BAD_FIELDS, FIXED_ID)
AnyOptions = Annotated[Options, Query()]


@_OPEN.get("", operation_id="list_scenarios", response_model=ScenarioList, summary="All scenarios", responses=_WRITING)
def list_scenarios(options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """List the scenarios with what each changes."""
    network = store.network()
    return written(ScenarioList(scenarios=tuple(ScenarioEntry.of(network, one) for one in store.scenarios())))


@_OPEN.post(
    "", operation_id="begin_scenario", response_model=ScenarioEntry, summary="Begin a scenario", responses=_WRITING
)
def begin_scenario(asked: Beginning, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Begin a scenario; nothing of it is in the data."""
    made = begin(store, asked.name, title=asked.title, day=asked.day, like=asked.like)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.get(
    "/{name}", operation_id="get_scenario", response_model=ScenarioEntry, summary="One scenario", responses=_WRITING
)
def get_scenario(name: ScenarioPath, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Give a scenario with what it changes."""
    made = found(store, name)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.post(
    "/{name}/edits",
    operation_id="fill_scenario",
    response_model=ScenarioEntry,
    summary="Edit in a scenario",
    responses=_WRITING,
)
def fill_scenario(name: ScenarioPath, asked: Filling, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Add, alter, end or remove records in a scenario; the data stay as they are."""
    made = edit(store, name, asked.edits)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.delete(
    "/{name}/steps",
    operation_id="clear_scenario",
    response_model=ScenarioEntry,
    summary="Take steps out of a scenario",
    responses=_WRITING,
)
def clear_scenario(name: ScenarioPath, options: Annotated[Clearing, Query()], store: StoreDep) -> Response:
    """Take out the steps of some records."""
    made = clear(store, name, options.id)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.post(
    "/{name}/proposals/{number}",
    operation_id="propose_for_scenario",
    response_model=ScenarioEntry,
    summary="Take over what a check proposes",
    responses=_WRITING,
)
def propose_for_scenario(
    name: ScenarioPath,
    number: Annotated[int, Path(ge=1, le=max(CHECKS), description="the Stellschraube")],
    options: Annotated[ProposalOptions, Query()],
    store: StoreDep,
) -> Response:
    """Add to a scenario the records that would turn a Stellschraube to met."""
    made = propose(store, name, number, options.kommune)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.post(
    "/{name}/adoption",
    operation_id="adopt_scenario",
    response_model=ScenarioEntry,
    summary="Adopt a scenario",
    responses=_WRITING,
)
def adopt_scenario(name: ScenarioPath, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Write a scenario into the data, as one change that can be undone."""
    made = adopt(store, name)
    return written(ScenarioEntry.of(store.network(), made))


@_OPEN.delete(
    "/{name}",
    operation_id="discard_scenario",
    response_model=ScenarioEntry,
    summary="Discard a scenario",
    responses=_WRITING,
)
def discard_scenario(name: ScenarioPath, options: AnyOptions, store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Forget a scenario; what was adopted of it stays."""
    entry = ScenarioEntry.of(store.network(), found(store, name))
    store.forget(name)
    return written(entry)


@router.get(
    "/scenario-comparison",
    operation_id="compare_scenarios",
    response_model=Beside,
    summary="Scenarios side by side",
    responses=problems(*READING),
)
def compare_scenarios(options: Annotated[BesideOptions, Query()], sight: SightDep) -> Response:
    """Set the checks and questions of up to five scenarios beside those of the data as they are."""
    scope = Scope.model_validate({name: getattr(options, name) for name in Scope.model_fields})
    return written(side_by_side(sight.reading, options.scenarios, scope))


router.include_router(_OPEN)
