"""How far contacts stay inside groups: the E-I index of a division, of its groups and actors, against chance."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.measures.arrays import places
from graph.measures.arrays.ei import Between, Split, expected, permuted_external
from graph.measures.arrays.matrices import Floats, Integers
from graph.questions.contacts import Contacts
from graph.questions.partitions import Partition
from schema.text import Text

PERMUTATIONS, FEWEST = 10_000, 199
"""Ways to deal the groups out anew, at most and at least; large networks get fewer, and the answer says how many."""
WORK = 150_000_000
"""What the permutations of an answer may cost together: some 15 for each actor and 1 for each contact of every one."""
SEED = 1
SIGNIFICANT = 0.05
"""Share of the permutations up to which an index is called other than by chance."""
CLOSED, OPEN = -0.5, 0.5
"""Index up to which a group is called closed (three contacts of four stay inside), from which it is called open, unless
its size alone makes it so: it must not lie on the other side of what chance would give."""
FEW = 3
"""Contacts below which a group or unit is not ranked, for so few say nothing."""

MORE_CLOSED = Text("geschlossener als durch Zufall ({p})", "more closed than by chance ({p})")
MORE_OPEN = Text("offener als durch Zufall ({p})", "more open than by chance ({p})")
ALIKE = Text("wie durch Zufall", "as by chance")
CLOSED_CIRCLE = Text("geschlossener Kreis", "closed circle")
NO_TIE_OUT = Text("geschlossener Kreis, kein Kontakt nach außen erfasst", "closed circle, no contact outside recorded")
OPEN_CIRCLE = Text("offen", "open")
MIXED = Text("gemischt", "mixed")
STAYS = Text("bleibt im eigenen Ressort", "stays within its department")
LEAVES = Text("vor allem mit anderen Ressorts", "mostly with other departments")
OF_UNIT = {NO_TIE_OUT: STAYS, CLOSED_CIRCLE: STAYS, OPEN_CIRCLE: LEAVES}
"""How the finding reads for a single unit, which is no circle."""
UNRECORDED = Text("unklar, innen ist nichts erfasst", "unclear, nothing is recorded inside")


@dataclass(frozen=True, eq=False)
class Closure:
    """The contacts of one division, inside its groups and across; `low`, `high`: permutations as closed, as open."""

    partition: Partition
    between: Between
    permutations: int
    low: int
    high: int

    @cached_property
    def whole(self) -> Split:
        """Count over all groups."""
        return self.between.whole()

    @cached_property
    def groups(self) -> Split:
        """Count for each group."""
        return self.between.by_group(len(self.partition.labels))

    @cached_property
    def nodes(self) -> Split:
        """Count for each node."""
        return self.between.by_node()

    @property
    def index(self) -> float:
        """Give the index of the whole; NaN without contacts."""
        return float(self.whole.index[0])

    @property
    def expected(self) -> float:
        """Give the mean index over all ways to deal the groups out anew."""
        return expected(self.partition.sizes)

    @property
    def p_closed(self) -> float:
        """Give the share of permutations that are as closed or more, the observed one among them."""
        return (1 + self.low) / (1 + self.permutations)

    @property
    def p_open(self) -> float:
        """Give the share of permutations that are as open or more, the observed one among them."""
        return (1 + self.high) / (1 + self.permutations)

    @property
    def recorded(self) -> bool:
        """Say whether contacts within groups are recorded at all; where not, nothing can be called open."""
        return bool(self.whole.internal[0])

    @property
    def reading(self) -> Text:
        """Compare with chance in words."""
        if not self.recorded:
            return UNRECORDED
        if self.p_closed <= SIGNIFICANT:
            return MORE_CLOSED.format(p=_level(self.p_closed))
        return MORE_OPEN.format(p=_level(self.p_open)) if self.p_open <= SIGNIFICANT else ALIKE

    @cached_property
    def ranked_groups(self) -> Integers:
        """List the groups of more than one actor and enough contacts."""
        ties = self.groups.internal + self.groups.external
        return np.flatnonzero((self.partition.sizes > 1) & (ties >= FEW)).astype(np.int64)

    @cached_property
    def ranked_nodes(self) -> Integers:
        """List the actors with enough contacts whose group has others."""
        nodes = self.partition.nodes
        ties = self.nodes.internal[nodes] + self.nodes.external[nodes]
        chosen: Integers = nodes[(self.partition.sizes[self.partition.group[nodes]] > 1) & (ties >= FEW)]
        return chosen

    @cached_property
    def expected_of_groups(self) -> Floats:
        """Give the index of each group if the same contacts were spread by chance; it follows from its size alone."""
        inside, outside = self.partition.sizes - 1, 2 * (len(self.partition.nodes) - self.partition.sizes)
        return np.asarray((outside - inside) / np.maximum(outside + inside, 1), dtype=np.float64)

    @cached_property
    def expected_of_nodes(self) -> Floats:
        """Give the same for an actor of each group."""
        inside, outside = self.partition.sizes - 1, len(self.partition.nodes) - self.partition.sizes
        return np.asarray((outside - inside) / np.maximum(outside + inside, 1), dtype=np.float64)


Pairs = tuple[Integers, Integers]


def pairs(contacts: Contacts) -> Pairs:
    """List the two ends of each contact between actors once."""
    n, (a, b) = contacts.network.n, (contacts.a, contacts.b)
    kept = contacts.actor[a] & contacts.actor[b]
    joined = np.unique(np.minimum(a, b)[kept] * n + np.maximum(a, b)[kept])
    return joined // n, joined % n


def _between(joined: Pairs, partition: Partition) -> Between:
    a, b = joined
    known = (partition.group[a] >= 0) & (partition.group[b] >= 0)
    return Between(partition.group, a[known], b[known])


def closure(joined: Pairs, partition: Partition, divisions: int) -> Closure:
    """Count the contacts of one of so many divisions and deal its groups out anew by chance, seeded."""
    between = _between(joined, partition)
    cost = divisions * (15 * len(partition.nodes) + len(between.a) + 1)
    made = max(min(PERMUTATIONS, WORK // cost), FEWEST)
    observed = int(between.whole().external[0])
    external = permuted_external(between, made, np.random.default_rng(SEED))
    return Closure(partition, between, made, int((external <= observed).sum()), int((external >= observed).sum()))


def index_of(joined: Pairs, partition: Partition) -> tuple[float, Floats, Floats]:
    """Give the index of the whole, of each group and of each node."""
    between = _between(joined, partition)
    parts = between.whole(), between.by_group(len(partition.labels)), between.by_node()
    return float(parts[0].index[0]), parts[1].index, parts[2].index


def closed_first(index: Floats) -> Integers:
    """Give the places 1, 2, 2, 4 with the lowest index first; who has lost all contacts comes last."""
    return places(-np.nan_to_num(index, nan=2.0))


def _level(p: float) -> Text:
    """Write a share of permutations as the usual bound that it lies under."""
    bound = next(level for level in (0.001, 0.01, SIGNIFICANT) if p <= level)
    return Text(f"p ≤ {bound}".replace(".", ","), f"p ≤ {bound}")


def verdict(found: Closure, inside: int, outside: int, by_chance: float) -> Text:
    """Say in words what the contacts of a group or unit come to, beside the index that chance would give it."""
    if not found.recorded:
        return UNRECORDED
    if not outside:
        return NO_TIE_OUT
    index = (outside - inside) / (outside + inside)
    if index <= min(CLOSED, by_chance):
        return CLOSED_CIRCLE
    return OPEN_CIRCLE if index >= max(OPEN, by_chance) else MIXED
