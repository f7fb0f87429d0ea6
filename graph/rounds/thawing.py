"""Reading frozen states back into the answers that they were."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from graph.questions import QUESTIONS
from graph.questions.answer import Answer
from graph.stellschrauben import CHECKS
from graph.stellschrauben.result import Result
from graph.store.frozen import Frozen, Part
from schema.text import Text, verbatim

if TYPE_CHECKING:
    from graph.store.store import Store

_OUTDATED = Text(
    "„{title}“ wurde von Version {program} festgehalten und passt nicht mehr in die jetzige Form; der Wortlaut bleibt "
    "gespeichert, gezeigt und verglichen wird er nicht.",
    "“{title}” was kept by version {program} and does not fit the present form any more; the wording stays stored, but "
    "is neither shown nor compared.",
)


@dataclass(frozen=True, slots=True)
class Thawed:
    """A frozen state read back; `outdated` says which answers an older version of the program gave in another form."""

    head: Frozen
    answers: tuple[Answer, ...]
    results: tuple[Result, ...]
    outdated: tuple[Text, ...] = ()


def thaw(store: "Store", head: Frozen) -> Thawed:
    """Read a state back into typed answers."""
    answers: list[Answer] = []
    results: list[Result] = []
    outdated: list[Text] = []
    for part in store.frozen_parts(head):
        match _read(part):
            case None:
                outdated.append(_OUTDATED.format(title=_title(part), program=head.program))
            case Result() as result:
                results.append(result)
            case answer:
                answers.append(answer)
    return Thawed(head, tuple(answers), tuple(results), tuple(outdated))


def _read(part: Part) -> Answer | Result | None:
    """Read one answer; None where no question has this name any more, or its answer has another form."""
    form: type[Answer] | type[Result] | None
    form = Result if part.sort == "check" else QUESTIONS[part.name].answer if part.name in QUESTIONS else None
    try:
        return form.model_validate_json(part.text) if form else None
    except ValidationError:
        return None


def _title(part: Part) -> Text:
    if part.sort == "check":
        known = {str(number): check.title for number, check in CHECKS.items()}
    else:
        known = {name: question.title for name, question in QUESTIONS.items()}
    return known.get(part.name, verbatim(part.name))
