"""The ten Stellschrauben: all of them, or one, each time with what they are compared with."""

from collections.abc import Callable
from typing import Annotated, ClassVar, cast

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.entries import written
from api.examples import example_network
from api.openapi import READING, problems
from api.options import ReadOptions
from api.rights import Sight, SightDep
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import Checked, CheckScope, checked
from schema.errors import NotFoundError
from schema.text import Text

router = APIRouter(prefix="/checks", tags=["checks"])

Number = Annotated[int, Path(description="Number of the Stellschraube, 1 to 10 · Nummer der Stellschraube, 1 bis 10")]


class CheckOptions(CheckScope, ReadOptions):
    """What the routes of the checks take."""

    asked: ClassVar[type[CheckScope]] = CheckScope

    def checked(self) -> CheckScope:
        """Give the part that decides what is looked at and with what it is compared."""
        return CheckScope.model_validate(self.scope().model_dump())


def _example(*numbers: int) -> Checked:
    network = example_network()
    return checked(lambda number, scope: CHECKS[number].run(network, scope), numbers, CheckScope())


EXAMPLES: dict[str, Callable[[], BaseModel]] = {
    "run_checks": lambda: _example(*CHECKS),
    "run_check": lambda: _example(1),
}


@router.get(
    "",
    operation_id="run_checks",
    summary="How the ten Stellschrauben stand",
    response_model=Checked,
    responses=problems(*READING),
)
def run_checks(options: Annotated[CheckOptions, Query()], sight: SightDep) -> Response:
    """Run all ten checks, with evidence and what would change each; compared with another day or Kommune if asked."""
    return written(checked(sight.check, CHECKS, completed(options, sight)))


@router.get(
    "/{number}",
    operation_id="run_check",
    summary="How one Stellschraube stands",
    response_model=Checked,
    responses=problems(*READING),
)
def run_check(number: Number, options: Annotated[CheckOptions, Query()], sight: SightDep) -> Response:
    """Run one check; its result is the only one in the list."""
    return written(checked(sight.check, (known(number),), completed(options, sight)))


def completed(options: CheckOptions, sight: Sight) -> CheckScope:
    """Give what is asked for, on the day of the scenario where that has one: what it is compared with, is so too."""
    return cast(CheckScope, sight.reading(options.checked())[1])


def known(number: int) -> int:
    """Give back the number of a check; the error says which there are."""
    if number not in CHECKS:
        raise NotFoundError(
            Text("Die Stellschraube {n} gibt es nicht.", "There is no Stellschraube {n}.").format(n=number),
            Text("Vorhanden: 1 bis {last}", "There are: 1 to {last}").format(last=max(CHECKS)),
        )
    return number
