"""Steps are told the same whether the network that names the ends of their ties holds the scenario or not."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.scenarios.scenario import Scenario, Step
from graph.scenarios.steps import step_rows
from graph.scenarios.trying import tried
from tests.graph.questions.town import town

NETWORK = Network.of(town())
ROWS = list(NETWORK.rows())


def altered(row: dict[str, Any], way: str) -> dict[str, Any] | None:
    if way == "removed":
        return None
    return row | ({"note": "anders"} if "start" in row else {"name": "<b>Anders</b>"})


@given(st.dictionaries(st.integers(0, len(ROWS) - 1), st.sampled_from(["removed", "altered"]), max_size=12))
@settings(deadline=None)
def test_the_names_are_the_same_with_and_without_the_scenario(ways: dict[int, str]) -> None:
    chosen = [(ROWS[k][0], dict(ROWS[k][1]), way) for k, way in ways.items()]
    steps = tuple(Step(type, row["id"], row, altered(row, way)) for type, row, way in chosen)
    scenario = Scenario(name="plan", title="", who="Test", at="2026-01-01", steps=steps)
    assert step_rows(NETWORK, steps) == step_rows(tried(NETWORK, scenario), steps)
