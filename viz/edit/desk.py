"""What all pages of editing have in common: language, scenario, secret of the forms, and the way between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from schema.errors import FahrstuhlError, InputError
from schema.text import Lang, Text
from viz.addresses import Query, address, segment
from viz.edit import view_words, words
from viz.edit.sign_in import SIGN_OUT
from viz.pages import rendered
from viz.served import EDIT, VIEWS, frame

SCENARIO_LIST, IMPORT, DUPLICATES, CHANGES = (
    f"{EDIT}/{part}" for part in ("scenarios", "import", "duplicates", "changes")
)
RECORD, NEW, ALTER, END, REMOVE, CONNECT = (
    f"{EDIT}/{part}" for part in ("record", "new", "change", "end", "remove", "connect")
)
_TASKS = (
    (words.FIND_AND_CHANGE, EDIT),
    (words.SCENARIOS, SCENARIO_LIST),
    (words.READ_IN, IMPORT),
    (words.DUPLICATES, DUPLICATES),
    (words.CHANGES, CHANGES),
    (view_words.VIEWS, VIEWS),
)


def scenario_path(name: str, part: str = "") -> str:
    """Give the path of the page of a scenario."""
    return f"{SCENARIO_LIST}/{segment(name)}{part}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was not done: in a sentence, and for each field of the form that does not fit."""

    text: Text
    hint: Text
    fields: Mapping[str, Text] = field(default_factory=dict)

    @classmethod
    def of(cls, error: FahrstuhlError) -> "Trouble":
        """Make it of an error; what is said of fields stands beside them."""
        if not isinstance(error, InputError):
            return cls(error.text, error.hint)
        fields = {oddity.field: oddity.message for oddity in error.oddities if oddity.field}
        return cls(error.text, words.SEE_FIELDS if fields else error.hint, fields)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works: in which language, in the data or in a scenario."""

    lang: Lang
    form_token: str
    scenario: str | None = None
    static: str = "/static"

    def to(self, path: str, **query: str) -> str:
        """Write the address of a page in the same language and the same scenario."""
        return address(path, {"lang": self.lang, "scenario": self.scenario or "", **query})

    def scenario_page(self, name: str, part: str = "") -> str:
        """Write the address of a scenario."""
        return self.to(scenario_path(name, part))

    def page(self, template: str, path: str, query: Query, /, **values: Any) -> str:
        """Fill a template of `viz/templates/edit`; `query` is what stands in the address of the page."""
        kept = {name: value for name, value in query.items() if value}
        asked = {**kept, **({"scenario": self.scenario} if self.scenario else {})}
        return rendered(
            f"edit/{template}.html",
            self.lang,
            **frame(path, asked, self.lang, self.static),
            w=words,
            desk=self,
            sign_out=address(SIGN_OUT, {"lang": self.lang}),
            leave=address(EDIT, {"lang": self.lang}),
            tasks=[(name, self.to(to), self._here(path, to)) for name, to in _TASKS],
            **{"trouble": None, "done": "", **values},
        )

    def _here(self, path: str, task: str) -> bool:
        return path == task or (task != EDIT and path.startswith(f"{task}/"))
