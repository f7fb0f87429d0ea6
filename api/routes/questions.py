"""The planner's questions: a list of them, and a route for each with its own form of answer."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.entries import Entry, written
from api.examples import example_network
from api.openapi import EVERYWHERE, READING, problems
from api.options import Options, ReadOptions, options_of
from api.rights import SightDep
from graph.questions import QUESTIONS
from graph.questions.question import Question
from schema.errors import NotFoundError
from schema.text import Text

router = APIRouter(prefix="/questions", tags=["questions"])


class QuestionEntry(Entry):
    """A question that can be asked, and where."""

    name: str
    title: Text
    asks: Text
    definition: Text
    source: Text
    counts: tuple[str, ...]
    """The tie types that count for it."""
    href: str

    @classmethod
    def of(cls, question: Question) -> "QuestionEntry":
        """Describe a question."""
        return cls(
            name=question.name,
            title=question.title,
            asks=question.asks,
            definition=question.definition,
            source=question.source,
            counts=tuple(tie.verb for tie in question.counts),
            href=f"/api/v1/questions/{question.name}",
        )


class QuestionList(Entry):
    """All questions."""

    questions: tuple[QuestionEntry, ...]


ALL = QuestionList(questions=tuple(map(QuestionEntry.of, QUESTIONS.values())))


EXAMPLES: dict[str, Callable[[], BaseModel]] = {"list_questions": lambda: ALL}


@router.get(
    "",
    operation_id="list_questions",
    summary="All questions",
    responses=problems(*EVERYWHERE),
)
def list_questions(options: Annotated[Options, Query()]) -> QuestionList:  # noqa: ARG001 -- declares `lang`
    """List the questions, each with what it asks, its definition and its source."""
    return ALL


def _asking(question: Question) -> Callable[..., Response]:
    taken = options_of(question.scope)

    def ask(options: Annotated[Any, Query()], sight: SightDep) -> Response:
        return written(sight.answer(question, options.scope()))

    ask.__annotations__["options"] = Annotated[taken, Query()]

    return ask


def _add(question: Question) -> None:
    operation = f"ask_{question.name.replace('-', '_')}"
    EXAMPLES[operation] = lambda: question.ask(example_network())
    router.add_api_route(
        f"/{question.name}",
        _asking(question),
        operation_id=operation,
        summary=question.asks.en,
        description=f"{question.definition.en}\n\n{question.asks.de} {question.definition.de}",
        response_model=question.answer,
        responses=problems(*READING),
    )


for _question in QUESTIONS.values():
    _add(_question)


@router.get("/{name}", include_in_schema=False)
def unknown_question(name: str, options: Annotated[ReadOptions, Query()]) -> Any:  # noqa: ARG001 -- as the others
    """Say which questions there are."""
    raise NotFoundError(
        Text("Die Frage {name!r} gibt es nicht.", "There is no question {name!r}.").format(name=name),
        Text("Vorhanden: {known}", "There are: {known}").format(known=", ".join(QUESTIONS)),
    )
