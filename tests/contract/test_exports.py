"""Out of one store, into an empty one: the same network; and a Neo4j that runs the script holds what was exported."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.exchange.export import Export, Row
from graph.exchange.formats import FORMATS
from graph.intake.importing import import_source
from graph.network import Network
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.store import Store
from schema.nodes import Process
from schema.record import Record
from tests.api import town
from tests.contract.conftest import emptied
from tests.graph.exchange.exporting import EVERYTHING, export_of, exported
from tests.graph.exchange.test_round_trip import hostile_records


def told(network: Network) -> tuple[Any, ...]:
    return network.ids, repr(network.node_rows), repr(network.tie_rows)


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.whole])
def test_an_export_makes_the_same_network_in_an_empty_store(name: str, store: Store, tmp_path: Path) -> None:
    records: list[Record] = [*town.RECORDS, *hostile_records()]
    with store.change("Hin", "Test") as change:
        change.put(records)
    before = store.network()
    path = exported(tmp_path, name, Export.of(before, EVERYTHING))
    store.undo()
    assert store.network().n == 0
    report = import_source(store, path)
    assert (report.new, report.refused) == (len(records), 0)
    assert told(store.network()) == told(before)
    again = import_source(store, path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, len(records))


def test_neo4j_runs_the_script_twice_and_holds_what_was_exported_once(neo4j_address: Address, tmp_path: Path) -> None:
    dated = Process(id="z", source="\\u000a MATCH (n) DETACH DELETE n", name="P", starts_on=date(2024, 2, 29))
    export = export_of([*hostile_records(), dated])
    script = list(statements(exported(tmp_path, "cypher", export).read_text("utf-8")))
    connection = emptied(Connection(neo4j_address))
    try:
        for statement in (*script, *script):
            run(connection, statement)
        nodes = run(connection, "MATCH (n:Record) RETURN labels(n) AS names, properties(n) AS row")
        ties = run(connection, "MATCH ()-[r]->() RETURN [type(r)] AS names, properties(r) AS row")
        assert found(nodes) == expected(export.nodes())
        assert found(ties) == expected(export.ties())
    finally:
        emptied(connection)
        connection.close()


def statements(script: str) -> Iterator[str]:
    """Take a script apart as its line ends say; a statement keeps the comments before it."""
    lines: list[str] = []
    for line in script.split("\n"):
        lines.append(line)
        if line.endswith(";"):
            yield "\n".join(lines).removesuffix(";")
            lines = []


def run(connection: Connection, statement: str) -> list[dict[str, Any]]:
    return connection.write(lambda transaction: transaction(statement))


def found(rows: list[dict[str, Any]]) -> dict[str, tuple[set[str], dict[str, Any]]]:
    native = (
        (row["names"], {k: v.to_native() if hasattr(v, "to_native") else v for k, v in row["row"].items()})
        for row in rows
    )
    return {str(row["id"]): (set(names) - {"Record"}, row) for names, row in native}


def expected(rows: Iterator[Row]) -> dict[str, tuple[set[str], dict[str, Any]]]:
    plain = ((name, {k: list(v) if isinstance(v, tuple) else v for k, v in row.items()}) for name, row in rows)
    return {str(row["id"]): ({name}, row) for name, row in plain}
