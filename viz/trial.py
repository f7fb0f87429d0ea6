"""What a scenario adds to a picture and takes out of it."""

from dataclasses import dataclass

import numpy as np

from graph.network import NO_LEVEL, Network
from schema.text import Text
from viz.levels import words
from viz.levels.counting import TIE, counted
from viz.levels.links import Link

NAMED = 6


@dataclass(frozen=True, slots=True)
class Trial:
    """Ids of the nodes and ties that a scenario adds; names of the nodes, and how many ties, that it takes away.

    Of a network in which no scenario is tried, all are empty and `tried` is False.
    """

    tried: bool = False
    nodes: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    ties_gone: int = 0

    def adds(self, network: Network, link: Link) -> bool:
        """Say whether a line stands for nothing but ties that the scenario adds."""
        ids = [network.tie_rows[j]["id"] for j in link.ties]
        return bool(ids) and self.ties.issuperset(ids)

    def kind(self, kind: Text, id: str) -> Text:
        """Say what kind of thing a node or a tie is, and where it holds, that it is new."""
        return words.NEW_KIND.format(kind=kind) if id in self.nodes or id in self.ties else kind

    def signs(self) -> tuple[Text, ...]:
        """Say what the signs for new nodes and for new ties mean; nothing where no scenario is tried."""
        return (words.NEW, words.NEW_TIES) if self.tried else ()

    def remarks(self) -> tuple[Text, ...]:
        """Say what is not in the picture because of the scenario."""
        if not (self.gone or self.ties_gone):
            return ()
        names = [*self.gone[:NAMED], *(["…"] if len(self.gone) > NAMED else [])] or ["–"]
        return (words.GONE.format(names=", ".join(names), ties=counted(self.ties_gone, TIE)),)


def trial_of(network: Network, *, matters: bool = True) -> Trial:
    """Compare a network in which a scenario is tried with what it was before, cut the same way by a scope.

    Without `matters`, no name of what stands on no level is among those that go.
    """
    before = network.before
    if before is None:
        return Trial()
    had, has = ({str(row["id"]) for row in one.tie_rows} for one in (before, network))
    standing = np.flatnonzero((before.level != NO_LEVEL) | matters)
    return Trial(
        tried=True,
        nodes=frozenset(id for id in network.ids if id not in before.index),
        ties=frozenset(has - had),
        gone=tuple(sorted(before.name(int(i)) for i in standing if before.ids[i] not in network.index)),
        ties_gone=len(had - has),
    )
