"""Freezing: all questions and checks of a round, asked once and kept word for word."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING

from graph.network import Network
from graph.questions.case import nobody
from graph.questions.question import Question
from graph.questions.robust import Told
from graph.questions.scenario import others
from graph.questions.scope import Scope
from graph.rounds.finding import round_of
from graph.stellschrauben import CHECKS
from graph.store.frozen import Frozen, Part
from graph.store.writing import now
from schema.errors import NotFoundError
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store

_NOT_IN_SCOPE = Text(
    "Die Planungsrunde {name!r} liegt nicht in dem Ausschnitt, der gefragt wird.",
    "The planning round {name!r} is not in the part that is asked.",
)
_WIDER = Text(
    "Stichtag, Kommune und Sichtbarkeit weiter fassen (--as-of, --kommune, --visibility).",
    "Widen day, Kommune and visibility (--as-of, --kommune, --visibility).",
)


def freeze(
    store: "Store", wanted: str, scope: Scope, *, remark: str = "", who: str | None = None, told: Told = nobody
) -> Frozen:
    """Ask everything in a scope, of the data as they are, and keep the answers as the round's next frozen state.

    Questions that can be asked about one matter are asked about the round. `told` hears how far the work is. Raises
    NotFoundError where the scope leaves the round out.
    """
    network, scope = store.network(), scope.model_copy(update={"scenario": None})
    i = round_of(network, wanted)
    id, name = network.ids[i], network.name(i)
    if id not in scope.readable(network).index:
        raise NotFoundError(_NOT_IN_SCOPE.format(name=name), _WIDER)
    head = Frozen(
        round=id,
        name=name,
        who=store.person(who),
        at=now(),
        data_version=network.version,
        program=version("fahrstuhl"),
        visibility=scope.visibility,
        persons=scope.persons,
        day=scope.as_of,
        kommune=scope.kommune,
        remark=remark,
    )
    return store.freeze(head, list(_asked(network, scope, id, told)))


def _asked(network: Network, scope: Scope, round_id: str, told: Told) -> Iterator[Part]:
    asked = others()
    for done, question in enumerate(asked):
        told(done, len(asked) + 1)
        answer = question.ask(network, about_round(question, scope, round_id))
        yield Part("question", question.name, answer.model_dump_json())
    told(len(asked), len(asked) + 1)
    for number, check in CHECKS.items():
        yield Part("check", str(number), check.run(network, scope).model_dump_json())


def about_round(question: Question, scope: Scope, round_id: str) -> Scope:
    """Narrow a scope to a round where the question can be asked about one matter."""
    narrowed = {"about": round_id} if "about" in question.scope.model_fields else {}
    return question.scope.model_validate(scope.model_dump() | narrowed)
