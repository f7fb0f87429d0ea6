"""The network as last read, and what was made of it, kept while the data version stands."""

from threading import Lock
from typing import TypeVar

from api.kept import Kept
from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from graph.scenarios.drafting import found
from graph.scenarios.trying import on_its_day, tried
from graph.stellschrauben import CHECKS
from graph.stellschrauben.result import Result
from graph.store.store import Store

S = TypeVar("S", bound=Scope)
SCENARIOS_KEPT = 4
"""Scenarios of which the network is held: two that are compared, and room to change one."""


class Edition:
    """One data version: the whole network, its cuts, its answers and its checks."""

    def __init__(self, network: Network, cuts_kept: int, answers_kept: int) -> None:
        """Begin with nothing cut and nothing answered."""
        self.network = network
        self.cut: Kept[Scope, Network] = Kept(lambda scope: scope.cut(network), cuts_kept)
        self.answer: Kept[tuple[str, Scope], Answer] = Kept(
            lambda asked: QUESTIONS[asked[0]].ask(network, asked[1]), answers_kept
        )
        self.check: Kept[tuple[int, Scope], Result] = Kept(
            lambda asked: CHECKS[asked[0]].run(network, asked[1]), answers_kept
        )


class Editions:
    """The present edition of a store; the network is read again when the store's data version has moved."""

    def __init__(self, store: Store, cuts_kept: int, answers_kept: int) -> None:
        """Read nothing yet."""
        self._store = store
        self._kept = cuts_kept, answers_kept
        self._present: Edition | None = None
        self._tried: Kept[tuple[int, str, str], Edition] = Kept(self._with_scenario, SCENARIOS_KEPT)
        self._lock = Lock()

    def of(self, scope: S) -> tuple[Edition, S]:
        """Give the edition that a scope asks for, with the scenario that it names, and the scope completed by it."""
        if scope.scenario is None:
            return self.present(), scope
        scenario = found(self._store, scope.scenario)
        version = self.present().network.version
        return self._tried((version, scenario.name, scenario.at)), on_its_day(scope, scenario)

    def _with_scenario(self, key: tuple[int, str, str]) -> Edition:
        network = self.present().network
        return Edition(tried(network, found(self._store, key[1])), *self._kept)

    def present(self) -> Edition:
        """Give the edition of the store's data version; one thread reads, the others wait for it."""
        version = self._store.version()
        with self._lock:
            if self._present is None or self._present.network.version != version:
                self._present = Edition(self._store.network(), *self._kept)
            return self._present
