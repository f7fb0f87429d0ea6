"""Several checks run at once, and beside them the same of another day or another Kommune."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from graph.questions.scope import Scope
from graph.stellschrauben.comparing import Difference, compare
from graph.stellschrauben.result import Result
from schema.text import Text


class CheckScope(Scope):
    """What the checks take beside what every question takes."""

    against: Annotated[date | None, Text("vergleichen mit dem Tag", "compare with the day")] = None
    against_kommune: Annotated[
        str | None,
        Text("vergleichen mit der Kommune (Kennung, AGS oder Name)", "compare with the Kommune (id, AGS or name)"),
    ] = None

    against_scenario: Annotated[str | None, Text("vergleichen mit dem Szenario", "compare with the scenario")] = None

    def here(self) -> Scope:
        """Give the scope that is asked."""
        return Scope.model_validate({name: getattr(self, name) for name in Scope.model_fields})

    def wide(self) -> Scope:
        """Give the scope without day and Kommune: a witness may have ended before, or be a paper of no Kommune."""
        return self.here().model_copy(update={"as_of": None, "kommune": None})

    def there(self) -> Scope | None:
        """Give the scope to compare with: another day, Kommune or scenario, or several; None where none is given.

        Whoever asks in a scenario compares with the data as they are where no other scenario is named.
        """
        named = (self.against, self.against_kommune, self.against_scenario, self.scenario)
        if all(one is None for one in named):
            return None
        other = {
            "as_of": self.against or self.as_of,
            "kommune": self.against_kommune or self.kommune,
            "scenario": self.against_scenario,
        }
        return self.here().model_copy(update=other)


class Checked(BaseModel):
    """The results of some checks, and where a comparison was asked for the differences from the other scope to this."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    results: tuple[Result, ...]
    differences: tuple[Difference, ...] = ()
    """Beside each result that of the other day or Kommune as `before`; empty where no comparison was asked for."""


def checked(run: Callable[[int, Scope], Result], numbers: Iterable[int], scope: CheckScope) -> Checked:
    """Run the checks of some numbers by a function that runs one of them in a scope."""
    results = tuple(run(number, scope.here()) for number in numbers)
    there = scope.there()
    if there is None:
        return Checked(results=results)
    before = (run(result.number, there) for result in results)
    return Checked(results=results, differences=compare(before, results))
