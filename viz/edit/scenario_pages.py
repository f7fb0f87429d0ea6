"""Scenarios as pages: begun, looked at step by step, set side by side, adopted, discarded; proposals taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.questions.scenario import scenario as before_and_after
from graph.questions.written import moment
from graph.scenarios.beside import Beside
from graph.scenarios.scenario import Scenario
from graph.scenarios.steps import StepRow
from graph.stellschrauben.status import STATUS_LABELS, SYMBOLS
from schema.text import Text
from viz.addresses import address
from viz.edit import words
from viz.edit.desk import CHANGES, SCENARIO_LIST, Desk, Trouble, scenario_path
from viz.question_page import question_path
from viz.served import CHECK_LIST, EDIT, LEVELS

BESIDE, PROPOSE = f"{EDIT}/beside", f"{EDIT}/propose"
MOST_BESIDE = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into the form for a new scenario."""

    name: str = ""
    title: str = ""
    day: str = ""
    like: str = ""
    wrong: Mapping[str, Text] = field(default_factory=dict)


def scenarios_page(
    desk: Desk, scenarios: Sequence[Scenario], draft: Draft | None = None, trouble: Trouble | None = None
) -> str:
    """Write the list with the form for a new one."""
    return desk.page(
        "scenarios",
        SCENARIO_LIST,
        {},
        trouble=trouble,
        scenarios=[(one, desk.scenario_page(one.name), moment(one.at)) for one in scenarios],
        action=desk.to(SCENARIO_LIST),
        beside=BESIDE,
        most=MOST_BESIDE,
        draft=draft or Draft(),
    )


def scenario_page(desk: Desk, one: Scenario, steps: Sequence[StepRow], trouble: Trouble | None = None) -> str:
    """Write the page of one scenario with what it changes and what can be done with it."""
    asked = {"lang": desk.lang, "scenario": one.name}
    return desk.page(
        "scenario",
        scenario_path(one.name),
        {},
        trouble=trouble,
        one=one,
        steps=steps,
        work=address(EDIT, asked),
        ways=[
            (words.BEFORE_AND_AFTER, address(question_path(before_and_after.name), asked)),
            (words.AS_PICTURE, address(LEVELS, asked)),
            (words.AS_CHECKS, address(CHECK_LIST, asked)),
        ],
        take_out=desk.scenario_page(one.name, "/clear"),
        adopt=desk.scenario_page(one.name, "/adopt"),
        discard=desk.scenario_page(one.name, "/discard"),
        change=desk.to(CHANGES) + f"#change-{one.change}" if one.change is not None else "",
    )


def beside_page(desk: Desk, beside: Beside) -> str:
    """Write the comparison of the data with up to five scenarios."""
    return desk.page(
        "beside",
        BESIDE,
        {"scenarios": beside.scenarios},
        beside=beside,
        labels=STATUS_LABELS,
        symbols=SYMBOLS,
    )


def propose_page(
    desk: Desk,
    check: tuple[int, Text],
    kommune: str,
    open_ones: Sequence[Scenario],
    draft: Draft,
    trouble: Trouble | None = None,
) -> str:
    """Ask into which scenario the proposal of a check is taken."""
    query = {"number": str(check[0]), "kommune": kommune}
    return desk.page(
        "propose",
        PROPOSE,
        query,
        trouble=trouble,
        check=check,
        action=desk.to(PROPOSE, **query),
        back=desk.to(f"{CHECK_LIST}/{check[0]}", kommune=kommune),
        open_ones=open_ones,
        draft=draft,
    )
