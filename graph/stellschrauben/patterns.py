"""The six good practices that the source names, as networks of our own making to compare with."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from graph.examples import example
from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.scope import Scope
from graph.stellschrauben.result import Result
from graph.stellschrauben.status import Status
from schema.text import Text

if TYPE_CHECKING:
    from graph.stellschrauben.check import Check

PatternName = Literal[
    "jena", "lk-zwickau", "lk-pinneberg", "emden-fuehrung", "lk-soemmerda", "lk-vorpommern-greifswald"
]
DAY = date(2026, 6, 30)
"""As of when the pattern networks stand."""
HEADINGS: Mapping[PatternName, Text] = MappingProxyType(
    {
        "jena": Text("Jena: passender Dezernatszuschnitt", "Jena: fitting Dezernat"),
        "lk-zwickau": Text(
            "Landkreis Zwickau: Bildungs- mit anderen Planungsbelangen gebündelt",
            "Landkreis Zwickau: planning of education bundled with other planning",
        ),
        "lk-pinneberg": Text(
            "Landkreis Pinneberg: Fachperspektiven in einem Planungsteam",
            "Landkreis Pinneberg: professional perspectives in one planning team",
        ),
        "emden-fuehrung": Text(
            "Emden: intensiver Austausch mit den Führungskräften", "Emden: intense exchange with the leaders"
        ),
        "lk-soemmerda": Text(
            "Landkreis Sömmerda: eingebettet in ein Netz von Führungskräften und Schlüsselpersonen",
            "Landkreis Sömmerda: embedded in a network of leaders and key actors",
        ),
        "lk-vorpommern-greifswald": Text(
            "Landkreis Vorpommern-Greifswald: Kooperation der integrierten Planung",
            "Landkreis Vorpommern-Greifswald: cooperation of integrated planning",
        ),
    }
)
NAMES: tuple[PatternName, ...] = get_args(PatternName)


@cache
def pattern(name: PatternName) -> Network:
    """Read a pattern network; it is invented, illustrates the heading that the source gives, and says so."""
    return Network.of(read_tables(example(f"patterns/{name}"), Account()))


def strengths(name: PatternName, checks: Iterable["Check"]) -> tuple[Result, ...]:
    """Run checks on a pattern and give those that it meets: the others it was not made to tell about."""
    results = (check.run(pattern(name), Scope(as_of=DAY)) for check in checks)
    return tuple(result for result in results if result.status is Status.MET)
