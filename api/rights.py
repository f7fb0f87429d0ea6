"""What a reader may see, decided before anything is read: routes get a `Sight`, never the store's network itself."""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from api.editions import Edition, Editions
from api.refusals import TokenNeeded
from api.settings import ApiSettings
from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.question import Question
from graph.questions.scope import Scope
from graph.stellschrauben.result import Result
from graph.store.store import Store
from schema.errors import NotAllowedError
from schema.record import Visibility
from schema.text import Text

S = TypeVar("S", bound=Scope)
RANK = {visibility: rank for rank, visibility in enumerate(Visibility)}

TOKEN = HTTPBearer(
    scheme_name="token",
    description="The token shown when the service was started; `Authorization: Bearer <token>`.",
    auto_error=False,
)
"""Declares the token in the OpenAPI document; `api.guard` is who checks it."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The most that a reader may ask for; `known` says that the token was brought."""

    visibility: Visibility = Visibility.PUBLIC
    persons: bool = False
    known: bool = False

    def check(self, scope: Scope) -> None:
        """Refuse a scope beyond these rights, rather than quietly narrowing it to a smaller answer.

        A scenario is a plan that is not made public: only the holder of the token may look into it.
        """
        if scope.scenario is not None and not self.known:
            raise TokenNeeded()
        if RANK[scope.visibility] > RANK[self.visibility] or (scope.persons and not self.persons):
            if not self.known:
                raise TokenNeeded()
            raise NotAllowedError(
                Text("Dieser Dienst gibt das nicht heraus.", "This service does not hand that out."),
                Text(
                    "Er wurde mit engeren Rechten gestartet: Sichtbarkeit {v}, Personen {p}.",
                    "It was started with narrower rights: visibility {v}, persons {p}.",
                ).format(v=self.visibility, p=_YES_NO[self.persons]),
            )

    @property
    def everything(self) -> bool:
        """Say whether nothing that is stored is beyond these rights."""
        return self.persons and self.visibility is Visibility.CONFIDENTIAL

    @property
    def editing(self) -> bool:
        """Say whether the reader may write: who signed in where everything is handed out."""
        return self.known and self.everything


_YES_NO = {True: Text("ja", "yes"), False: Text("nein", "no")}


@dataclass(frozen=True, slots=True)
class Sight:
    """What this reader sees: every way from a route to the data, each cut by the rights first."""

    editions: Editions
    rights: Rights

    def network(self, scope: Scope) -> Network:
        """Give the part of the network that a scope leaves."""
        edition, scope = self._edition(scope)
        return edition.cut(scope)

    def reading(self, scope: Scope) -> tuple[Network, Scope]:
        """Give the network uncut and the scope completed, for what cuts by that before it tells anything."""
        edition, scope = self._edition(scope)
        return edition.network, scope

    def whole(self, scope: Scope) -> Network:
        """Give the network uncut, for what is looked for so that it is not told; nothing of it may be handed out."""
        edition, _ = self._edition(scope)
        return edition.network

    def answer(self, question: Question, scope: Scope) -> Answer:
        """Answer a question from the part of the network that a scope leaves."""
        edition, scope = self._edition(scope)
        return edition.answer((question.name, scope))

    def check(self, number: int, scope: Scope) -> Result:
        """Run a check on the part of the network that a scope leaves."""
        edition, scope = self._edition(scope)
        return edition.check((number, scope))

    def _edition(self, scope: S) -> tuple[Edition, S]:
        self.rights.check(scope)
        return self.editions.of(scope)


def _settings(request: Request) -> ApiSettings:
    return cast(ApiSettings, request.app.state.settings)


def _store(request: Request) -> Store:
    return cast(Store, request.app.state.store)


def _rights(request: Request, settings: "SettingsDep", _token: Annotated[Any, Depends(TOKEN)]) -> Rights:
    if not getattr(request.state, "known", False):
        return Rights()
    return Rights(settings.visibility, settings.persons, known=True)


def _sight(request: Request, rights: "RightsDep") -> Sight:
    return Sight(cast(Editions, request.app.state.editions), rights)


SettingsDep = Annotated[ApiSettings, Depends(_settings)]
StoreDep = Annotated[Store, Depends(_store)]
RightsDep = Annotated[Rights, Depends(_rights)]
SightDep = Annotated[Sight, Depends(_sight)]


def all_rights(rights: RightsDep) -> None:
    """Let through only who may see everything that is stored, for routes whose answers cannot be cut by rights."""
    if not rights.known:
        raise TokenNeeded()
    if not rights.everything:
        raise ALL_RIGHTS_NEEDED


ALL_RIGHTS_NEEDED = NotAllowedError(
    Text("Das ist in diesem Dienst nicht freigegeben.", "This is not open in this service."),
    Text(
        "Es zeigt alles, was gespeichert ist, auch Personen und Vertrauliches; der Dienst wurde mit engeren Rechten "
        "gestartet.",
        "It shows all that is stored, persons and confidential records too; the service was started with narrower "
        "rights.",
    ),
)
