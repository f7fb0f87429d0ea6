"""What a question's function is given: the part of the network that may be read, and how it was asked."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.network import Mask, Network
from graph.questions.robust import Thinned, Told, Trial, thinned
from graph.questions.scope import Scope

S = TypeVar("S", bound=Scope)


def nobody(done: int, of: int) -> None:
    """Take no notice of progress."""


@dataclass(frozen=True, eq=False)
class Case(Generic[S]):
    """One asking of a question.

    `network` holds the ties of persons even where they may not be shown, because a unit whose head works with another
    is no gap: questions count them for the units and name no person.
    """

    network: Network
    scope: S
    told: Told = nobody
    whole: Network | None = None
    """The network as it was given, not cut; only what the scope leaves of it may be told."""

    @property
    def persons(self) -> bool:
        """Say whether persons may be named."""
        return self.scope.persons

    def thinned(self, counted: Mask, trial: Trial) -> Thinned | None:
        """Try again while some of the `counted` ties are missing; None where that was not asked for or none count."""
        return thinned(counted, trial, self.told) if self.scope.robust and counted.any() else None
