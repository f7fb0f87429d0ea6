"""Which target groups, Sozialräume and formats the participation is asked about."""

from dataclasses import dataclass

import numpy as np

from graph.network import Mask, Network
from graph.questions.hierarchy import inside, within
from graph.questions.matters import matter, tied
from schema.nodes import NODES, Department, Document, Format, Organisation, Process, Sozialraum, TargetGroup


@dataclass(frozen=True, eq=False)
class Subject:
    """Marks the target groups, areas and formats that are looked at, and the formats that count for the coverage.

    The last are more than the formats looked at where one group or area is asked about: a format that does not say
    whom it reached may have reached this group too.
    """

    groups: Mask
    areas: Mask
    formats: Mask
    covering: Mask

    @classmethod
    def of(cls, network: Network, own_area: Mask, about: str | None) -> "Subject":
        """Look at everything, or at what has to do with a matter; `own_area` marks the areas that count at all."""
        real = ~network.placeholder
        groups, formats = network.of_type(TargetGroup) & real, network.of_type(Format) & real
        if about is None:
            return cls(groups, own_area, formats, formats)
        i = matter(network, about)
        match NODES[network.node_type[i]].__name__:
            case TargetGroup.__name__:
                only = _mark(network, [i])
                return cls(only, own_area, formats & tied(network, only), formats)
            case Sozialraum.__name__:
                chosen, near = _areas(network, own_area, i)
                return cls(groups, chosen, formats & tied(network, near), formats)
            case _:
                formats, more = _of_planning(network, _mark(network, [i]), formats)
                return cls(groups & more, own_area, formats, formats)


def _areas(network: Network, own_area: Mask, i: int) -> tuple[Mask, Mask]:
    """Give the areas that count within a Sozialraum, or else around it, and all within and around it."""
    around = within(network, Sozialraum)
    inner = _mark(network, [i, *inside(around.T.tocsr(), i).tolist()])
    outer = _mark(network, [i, *inside(around, i).tolist()])
    chosen = own_area & inner
    return chosen if chosen.any() else own_area & outer, inner | outer


def _of_planning(network: Network, matter: Mask, formats: Mask) -> tuple[Mask, Mask]:
    """Give the formats of a process or planning, and what is tied to it, to these or to who is in charge of it."""
    near = tied(network, matter)
    papers = near & network.of_type(Document, Process)
    found = formats & (near | tied(network, papers))
    units = near & network.of_type(Department, Organisation)
    return found, near | tied(network, papers | units | found)


def _mark(network: Network, nodes: list[int]) -> Mask:
    marked = np.zeros(network.n, dtype=np.bool_)
    marked[nodes] = True
    return marked
