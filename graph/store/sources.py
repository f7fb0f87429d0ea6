"""What the history knows of a source: its earlier imports, and the records that they wrote and that still hold."""

from collections.abc import Collection, Iterator

from graph.store import entries, statements
from graph.store.connection import Connection, Transaction
from graph.store.standing import rows_of, standing


def imports_of(run: Transaction, source: str) -> list[int]:
    """List the sealed imports of a source, by the name that it had, that were not undone; in order."""
    return sorted(row["id"] for row in run(statements.IMPORTS_OF, source=source))


def still_holding(connection: Connection, source: str) -> Iterator[list[str]]:
    """Give, in portions, the ids that imports of a source wrote last and that have no end.

    What another source or a person wrote since is theirs to end.
    """
    imports = connection.read(lambda run: imports_of(run, source))
    for change in imports:
        for numbers in entries.pages(connection, change, backwards=True):  # ties before their nodes
            yield connection.read(lambda run, numbers=numbers: _holding(run, numbers, imports))  # type: ignore[misc]


def _holding(run: Transaction, numbers: list[int], imports: Collection[int]) -> list[str]:
    types = {row["record"]: row["type"] for row in run(statements.TYPES_OF_ENTRIES, numbers=numbers)}
    theirs = {id: s.type for id, s in standing(run, types).items() if s.mark in imports}
    rows = rows_of(run, theirs)
    return sorted(id for id, row in rows.items() if row.get("valid_to") is None)
