"""What pages take from the address: everything that a page shows stands there, so that a link shows the same again."""

from functools import cache
from typing import Annotated, Any

from pydantic import model_validator

from api.options import Options, ReadOptions, options_of
from graph.questions.scope import Scope
from schema.text import Text


class FormOptions(Options):
    """What forms send into the address."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """Take an empty field of a form as not given."""
        return {key: value for key, value in given.items() if value != ""} if isinstance(given, dict) else given


class PageOptions(FormOptions, ReadOptions):
    """What every page takes."""

    def quick(self) -> Scope:
        """Give the part that decides what is read, without the check of what would remain if ties were missing."""
        return Scope.model_validate({name: getattr(self, name) for name in Scope.model_fields} | {"robust": False})


class LevelsOptions(PageOptions):
    """What the levels view takes."""

    focus: Annotated[str | None, Text("Kennung des Knotens im Mittelpunkt", "id of the node in focus")] = None


class QuestionOptions(PageOptions):
    """What the page of a question takes beside the options of the question."""

    all_rows: Annotated[bool, Text("alle Zeilen zeigen", "show all rows")] = False


@cache
def question_options(scope: type[Scope]) -> type[QuestionOptions]:
    """Make the options of the page of a question of the options of the question."""
    return type(f"{scope.__name__}PageOptions", (QuestionOptions, options_of(scope)), {"__module__": __name__})
