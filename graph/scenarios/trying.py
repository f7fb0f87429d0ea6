"""Looking at a network as a scenario would have it: every question, check and picture is asked of that."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.network import Network
from graph.questions.scope import Scope
from graph.scenarios.drafting import found
from graph.scenarios.scenario import Scenario

if TYPE_CHECKING:
    from graph.store.store import Store

S = TypeVar("S", bound=Scope)


def tried(network: Network, scenario: Scenario) -> Network:
    """Give the network with what a scenario changes; what it was stands beside it as `before`.

    A tie of the scenario whose end is not there any more is left out; adoption would refuse it.
    """
    put = ((step.type, step.after) for step in scenario.steps if step.after is not None)
    gone = (step.id for step in scenario.steps if step.after is None)
    return replace(network.changed(put, gone), scenario=scenario.name, before=network)


def read(store: "Store", scope: S, known_at: str | None = None) -> tuple[Network, S]:
    """Read the whole network as a scope wants it, with the scenario that it names, and complete the scope.

    Where a scenario has a day of its own and the scope none, it is asked as of that day.
    """
    network = store.network(known_at)
    if scope.scenario is None:
        return network, scope
    scenario = found(store, scope.scenario)
    return tried(network, scenario), on_its_day(scope, scenario)


def on_its_day(scope: S, scenario: Scenario) -> S:
    """Ask as of the day of the scenario where none is asked for."""
    return scope if scope.as_of or not scenario.day else scope.model_copy(update={"as_of": scenario.day})
