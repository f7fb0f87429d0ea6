"""What a check proposes, taken into a scenario."""

from typing import TYPE_CHECKING

from graph.questions.scope import Scope
from graph.scenarios.drafting import fill
from graph.scenarios.scenario import Scenario
from graph.scenarios.trying import read
from graph.stellschrauben import CHECKS
from schema.errors import UsageError
from schema.record import Visibility
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store

_NOTHING_PROPOSED = Text(
    "Zu Stellschraube {n} gibt es keinen Vorschlag: {label}.", "There is no proposal for Stellschraube {n}: {label}."
)
_SEE_CHECK = Text(
    "„fahrstuhl check {n}“ zeigt, warum; wo die Daten kein Datum tragen, braucht das Szenario einen Stichtag.",
    "“fahrstuhl check {n}” shows why; where the data carry no date, the scenario needs a day of its own.",
)


def propose(store: "Store", name: str, number: int, kommune: str | None = None, who: str | None = None) -> Scenario:
    """Add to a scenario the records that would turn a Stellschraube to met, as the scenario has it so far.

    All that is stored is looked at, persons too: a proposal may tie to them. Raises UsageError where nothing is
    proposed.
    """
    scope = Scope(scenario=name, kommune=kommune, visibility=Visibility.CONFIDENTIAL, persons=True)
    result = CHECKS[number].run(*read(store, scope))
    if result.proposal is None:
        raise UsageError(_NOTHING_PROPOSED.format(n=number, label=result.label), _SEE_CHECK.format(n=number))
    records = result.proposal.records()
    return fill(store, name, lambda change: change.put(records), who)
