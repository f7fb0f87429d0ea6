"""The tables of an answer made ready for a page: which columns say anything, which rows are shown, what stands by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.network import NO_LEVEL, Network
from graph.questions.answer import Answer, Finding, Interval, Ref, Table
from graph.questions.written import NOTHING, written
from schema.nodes import NODES
from schema.text import Text, verbatim
from schema.ties import TIES

Headings = tuple[tuple[str, Text], ...]

RECORDED = Text("{a} – {verb} – {b}", "{a} – {verb} – {b}")
DERIVED = Text(
    "{a} – {verb} – {b} (abgeleitet, Zahl der Belege: {n})", "{a} – {verb} – {b} (derived, pieces of evidence: {n})"
)


@dataclass(frozen=True, slots=True)
class Section:
    """One table as it is shown: `rows` are the first of `total`; columns that say nothing in any of them are left out.

    `head` is the column that names a row; `numbers` are the columns that hold figures.
    """

    key: str
    title: Text
    headings: Headings
    details: Headings
    rows: tuple[Finding, ...]
    total: int
    head: str
    numbers: frozenset[str]

    def columns(self, *more: Text) -> tuple[Text, ...]:
        """Give the headings of the columns, and of those that stand beside them."""
        return (*(heading for _, heading in self.headings), *more)


def sections(answer: Answer, most: int | None = None) -> tuple[Section, ...]:
    """Give the tables of an answer that have rows, at most so many of each."""
    return tuple(section(table, most) for table in answer.tables() if table.findings)


def without_rows(answer: Answer) -> Text | None:
    """Name the tables of an answer that have none, one after another."""
    titles = [table.title for table in answer.tables() if not table.findings]
    return Text("; ".join(title.de for title in titles), "; ".join(title.en for title in titles)) if titles else None


def section(table: Table, most: int | None = None) -> Section:
    """Give a table that has rows, at most so many of them."""
    rows = table.findings[:most]
    headings, details = _told(table.headings, rows), _told(table.details, rows)
    names = [name for name, _ in headings]
    return Section(
        table.key,
        table.title,
        headings,
        details,
        rows,
        len(table.findings),
        head=next((name for name in names if isinstance(getattr(rows[0], name), Ref)), names[0]),
        numbers=frozenset(name for name in names if any(_figure(getattr(row, name)) for row in rows)),
    )


def _told(headings: Headings, rows: tuple[Finding, ...]) -> Headings:
    """Keep the columns in which at least one row says something."""
    return tuple(
        (name, heading)
        for name, heading in headings
        if any(written(getattr(row, name), "de").strip(NOTHING) for row in rows)
    )


def _figure(value: object) -> bool:
    return isinstance(value, int | float | Interval) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an id of the evidence stands for, in words; `node` says that it is a node."""

    text: Text
    node: bool


def evidence(network: Network, ids: Iterable[str]) -> Mapping[str, Evidence]:
    """Tell in words what some ids stand for; one that is not in the network stands for itself.

    In a scenario also what it takes away is told.
    """
    wanted = set(ids)
    known = {id: _node(network, network.index[id]) for id in wanted if id in network.index}
    ties = {row["id"]: _tie(network, j) for j, row in enumerate(network.tie_rows) if row["id"] in wanted}
    gone = evidence(network.before, wanted) if network.before else {}
    return {id: Evidence(verbatim(id), node=False) for id in wanted} | dict(gone) | ties | known


def _node(network: Network, i: int) -> Evidence:
    said = Text("{name} ({type})", "{name} ({type})")
    return Evidence(said.format(name=network.name(i), type=NODES[network.node_type[i]].label), node=True)


def _tie(network: Network, j: int) -> Evidence:
    a, b = network.name(network.start[j]), network.name(network.end[j])
    said = DERIVED if network.tie_rows[j].get("derived") else RECORDED
    return Evidence(said.format(a=a, verb=TIES[network.tie_type[j]].label, b=b, n=network.count[j]), node=False)


def has_level(network: Network, id: str) -> bool:
    """Say whether a node stands on a level (or on one unknown), so that the picture may show its lift."""
    return id in network.index and bool(network.level[network.index[id]] != NO_LEVEL)
