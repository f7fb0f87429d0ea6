"""The planner's questions, one module each; `QUESTIONS` lists them all."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.questions.question import Question

_MODULES: Mapping[str, str] = MappingProxyType(
    {
        "multipliers": "multipliers",
        "cooperation-gaps": "cooperation_gaps",
        "lift-links": "lift_links",
        "brokerage": "brokerage",
        "interlocks": "interlocks",
        "congruence": "congruence",
        "positions": "stakeholder_positions",
        "participation": "participation",
        "silos": "silos",
        "need": "need_and_reach",
        "approach": "approach",
        "scenario": "scenario",
        "robustness": "robustness",
    }
)


class Questions(Mapping[str, "Question"]):
    """The questions by name; each is loaded when it is taken, so that who asks one does not wait for the others."""

    def __getitem__(self, name: str) -> "Question":
        """Give a question, which in its module has the name of the module."""
        found: Question = getattr(import_module(f"graph.questions.{_MODULES[name]}"), _MODULES[name])
        return found

    def __iter__(self) -> Iterator[str]:
        """Name the questions without loading any."""
        return iter(_MODULES)

    def __len__(self) -> int:
        """Count the questions."""
        return len(_MODULES)

    def __contains__(self, name: object) -> bool:
        """Say whether there is a question of a name, without loading it."""
        return name in _MODULES


QUESTIONS: Mapping[str, "Question"] = Questions()
"""Every question by its name, in the order in which they are offered."""
