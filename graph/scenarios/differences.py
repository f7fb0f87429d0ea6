"""Two answers to one question beside each other: which rows came, which went, which say something else."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.questions.answer import Answer, Finding, Ref, Table
from graph.questions.written import written
from schema.text import LANGS, Lang, Text

_ASIDE = ("evidence", "rank_10", "rank_20")
"""Fields of a row that do not say what was found, but on what it rests."""

Naming = Callable[[Finding], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class TableDifference:
    """One table of an answer before and after."""

    title: Text
    headings: Mapping[str, Text]
    before: int
    after: int
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]

    @property
    def moved(self) -> bool:
        """Say whether anything is otherwise."""
        return bool(self.came or self.went or self.changed)


def differences(before: Answer, after: Answer) -> Iterator[TableDifference]:
    """Compare two answers to the same question, table by table.

    A row is known again by the nodes that it names; where several rows name the same, also by the words that stand
    before its first figure, and then by its order.
    """
    for was, now in zip(before.tables(), after.tables(), strict=True):
        yield _difference(was, now)


def _difference(was: Table, now: Table) -> TableDifference:
    naming = _naming(was, now)
    old, new = (dict(_named(table, naming)) for table in (was, now))
    both = ((old[name], new[name]) for name in new if name in old)
    return TableDifference(
        now.title,
        dict((*now.headings, *now.details)),
        len(old),
        len(new),
        came=tuple(row for name, row in new.items() if name not in old),
        went=tuple(row for name, row in old.items() if name not in new),
        changed=tuple((a, b) for a, b in both if any(_otherwise(a, b))),
    )


def _naming(*tables: Table) -> Naming:
    """Name rows by their nodes where that tells the rows of each table apart, else by nodes and words."""
    plain = all(len({_nodes(row) for row in table.findings}) == len(table.findings) for table in tables)
    return _nodes if plain else _words


def _named(table: Table, naming: Naming) -> Iterator[tuple[tuple[Any, ...], Finding]]:
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in table.findings:
        name = naming(row)
        yield (*name, seen[name]), row
        seen[name] += 1


def _nodes(row: Finding) -> tuple[Any, ...]:
    return tuple(value for value in _values(row) if isinstance(value, Ref))


def _words(row: Finding) -> tuple[Any, ...]:
    values = _values(row)
    first = next((i for i, value in enumerate(values) if isinstance(value, int | float)), len(values))
    return tuple(value for i, value in enumerate(values) if isinstance(value, Ref) or (i < first and _word(value)))


def _values(row: Finding) -> list[Any]:
    return [getattr(row, field) for field in type(row).model_fields if field not in (*_ASIDE, "rank")]


def _word(value: Any) -> bool:
    return isinstance(value, Text | str)


def _otherwise(before: Finding, after: Finding) -> Iterator[str]:
    """Name the fields in which two rows differ as they are written."""
    for field in type(after).model_fields:
        if field not in _ASIDE and written(getattr(before, field), "en") != written(getattr(after, field), "en"):
            yield field


def about(row: Finding) -> Text:
    """Say what a row is about: the nodes that it names, else its first words."""
    return Text(*(", ".join(written(value, lang) for value in _nodes(row) or _words(row)) for lang in LANGS))


def what_changed(headings: Mapping[str, Text], before: Finding, after: Finding) -> Text:
    """Say what a row says otherwise, by the headings of its columns."""
    fields = [field for field in _otherwise(before, after) if field in headings]
    return Text(*("; ".join(_moved(headings[f], before, after, f, lang) for f in fields) for lang in LANGS))


def _moved(heading: Text, before: Finding, after: Finding, field: str, lang: Lang) -> str:
    was, now = (written(getattr(row, field), lang) for row in (before, after))
    return f"{heading.lang(lang)} {was} → {now}"
