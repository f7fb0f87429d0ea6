"""What a dossier is made of: the network that may be shown, the answers, the checks, and the language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer, Count
from graph.questions.question import Question
from graph.questions.scope import Scope
from graph.questions.written import written
from graph.stellschrauben import CHECKS
from graph.stellschrauben.result import Result
from graph.stellschrauben.words import day_text
from schema.text import Lang, Text
from viz import page_words
from viz.dossier.chapters import CHAPTERS, ROBUSTNESS


@dataclass(frozen=True, eq=False)
class Material:
    """`network` is cut to `scope` already; `answers` by name and `checks` are of the same cut."""

    network: Network
    scope: Scope
    lang: Lang
    answers: Mapping[str, Answer]
    checks: tuple[Result, ...]

    @classmethod
    def gathered(
        cls,
        network: Network,
        scope: Scope,
        lang: Lang,
        ask: Callable[[Question], Answer],
        run: Callable[[int], Result],
        *,
        all_questions: bool = False,
    ) -> "Material":
        """Ask the questions of the chapters, or all of them, and run all checks."""
        wanted = [name for name in QUESTIONS if all_questions or name in CHAPTERS or name == ROBUSTNESS]
        answers = {name: ask(QUESTIONS[name]) for name in wanted}
        return cls(network, scope, lang, answers, tuple(run(number) for number in CHECKS))

    def t(self, text: Text) -> str:
        """Give a text in the language of the dossier."""
        return text.lang(self.lang)

    def cell(self, value: Any) -> str:
        """Write a value; a day as it is written in the language."""
        return self.t(day_text(value)) if isinstance(value, date) else written(value, self.lang)

    def counts(self, counts: Iterable[Count]) -> str:
        """Write what was counted in a line."""
        return " · ".join(
            f"{self.t(one.label)}: {one.n if one.of is None else self.t(page_words.OF.format(n=one.n, of=one.of))}"
            for one in counts
        )
