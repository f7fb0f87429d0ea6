"""Several checks run at once, and beside them the same of another day or another Kommune."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from graph.questions.scope import Scope
from graph.stellschrauben.comparing import Difference, compare
from graph.stellschrauben.patterns import HEADINGS, PatternName, strengths
from graph.stellschrauben.result import Result
from schema.text import Text

DAY = Text("Stand vom {day}", "as of {day}")
KOMMUNE = Text("Kommune {name}", "Kommune {name}")
SCENARIO = Text("Szenario {name}", "scenario {name}")
PATTERN = Text("Muster {name} (eigene Illustration)", "pattern {name} (our own illustration)")
AS_THEY_ARE = Text("Daten, wie sie sind", "data as they are")


class CheckScope(Scope):
    """What the checks take beside what every question takes."""

    against: Annotated[date | None, Text("vergleichen mit dem Tag", "compare with the day")] = None
    against_kommune: Annotated[
        str | None,
        Text("vergleichen mit der Kommune (Kennung, AGS oder Name)", "compare with the Kommune (id, AGS or name)"),
    ] = None

    against_scenario: Annotated[str | None, Text("vergleichen mit dem Szenario", "compare with the scenario")] = None

    against_pattern: Annotated[
        PatternName | None, Text("vergleichen mit dem Muster guter Praxis", "compare with the pattern of good practice")
    ] = None

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
    compared_with: Text | None = None
    """What stands as `before` in the differences: another day, Kommune or scenario, or a pattern of good practice."""
    differences: tuple[Difference, ...] = ()
    """Beside each result the other one as `before`; of a pattern only what it meets, since it tells of nothing else."""


def checked(run: Callable[[int, Scope], Result], numbers: Iterable[int], scope: CheckScope) -> Checked:
    """Run the checks of some numbers by a function that runs one of them in a scope.

    Of a pattern only what it meets is compared.
    """
    numbers = tuple(numbers)
    results = tuple(run(number, scope.here()) for number in numbers)
    there = scope.there()
    if scope.against_pattern is not None:
        from graph.stellschrauben import CHECKS  # here, since the list of checks is built of what this is built of

        before = strengths(scope.against_pattern, (CHECKS[number] for number in numbers))
    elif there is not None:
        before = tuple(run(result.number, there) for result in results)
    else:
        return Checked(results=results)
    return Checked(results=results, compared_with=_other(scope), differences=compare(before, results))


def _other(scope: CheckScope) -> Text:
    """Name what is compared with."""
    if scope.against_pattern is not None:
        return PATTERN.format(name=HEADINGS[scope.against_pattern])
    named = [
        DAY.format(day=scope.against) if scope.against else None,
        KOMMUNE.format(name=scope.against_kommune) if scope.against_kommune else None,
        SCENARIO.format(name=scope.against_scenario) if scope.against_scenario else None,
    ]
    told = [one for one in named if one is not None] or [AS_THEY_ARE]
    return Text(", ".join(one.de for one in told), ", ".join(one.en for one in told))
