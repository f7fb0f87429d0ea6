"""The planner's questions, one module each; `QUESTIONS` lists them all."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.questions.approach import approach
from graph.questions.brokerage import brokerage
from graph.questions.congruence import congruence
from graph.questions.cooperation_gaps import cooperation_gaps
from graph.questions.interlocks import interlocks
from graph.questions.lift_links import lift_links
from graph.questions.multipliers import multipliers
from graph.questions.need_and_reach import need_and_reach
from graph.questions.participation import participation
from graph.questions.question import Question
from graph.questions.robustness import robustness
from graph.questions.scenario import scenario
from graph.questions.silos import silos
from graph.questions.stakeholder_positions import stakeholder_positions

QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        asked.name: asked
        for asked in (
            multipliers,
            cooperation_gaps,
            lift_links,
            brokerage,
            interlocks,
            congruence,
            stakeholder_positions,
            participation,
            silos,
            need_and_reach,
            approach,
            scenario,
            robustness,
        )
    }
)
"""Every question by its name, in the order in which they are offered."""
