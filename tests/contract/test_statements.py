"""Each of our own statements is understood by both servers, and the rules against doubles are in force on both."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import neo4j
import pytest
from neo4j.exceptions import ConstraintError

from graph.store import statements
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import set_up, store_at
from graph.store.store import Store
from schema.catalogue import TIE_TYPES
from schema.errors import StoreError
from tests.contract.conftest import emptied

PARAMETERS = {
    "ids": ["none"],
    "id": -1,
    "rows": [],
    "head": 0,
    "numbers": [-1],
    "changes": [-1],
    "words": ["none"],
    "types": [],
    "text": "none",
    "limit": 1,
    "after": "",
    "at": "",
    "by": 1,
    "open": 0,
    "owner": "none",
    "dead": "none",
    "facts": {},
    "change": {"id": 1},
    "source": "none",
    "pair": "none",
    "name": "none",
    "names": ["none"],
}


@pytest.fixture
def connection(address: Address) -> Iterator[Connection]:
    with closing(emptied(Connection(address))) as opened:
        set_up(opened)
        yield opened
        emptied(opened)


def test_each_statement_runs(connection: Connection) -> None:
    every = list(statements.every())
    assert len(every) > 100
    for statement in every:
        owner = {} if "+= $owner" in statement else "none"
        schema = statement.startswith(("CREATE CONSTRAINT", "CREATE INDEX"))
        parameters = {} if schema else PARAMETERS | {"owner": owner}
        connection.write(lambda run, s=statement, p=parameters: run(s, **p))  # type: ignore[misc]


def by_list() -> Iterator[str]:
    """Name what is asked with each batch of a large import, and by whoever reads or undoes one."""
    yield from (statements.NODES_STATE, statements.NODES_ROWS, statements.DELETE_NODES)
    yield from (statements.ENTRIES, statements.ENTRY_SIZES, statements.DELETE_ENTRIES, statements.TYPES_OF_ENTRIES)
    yield from (statements.ENTRIES_OF_RECORDS, statements.TOUCHED, statements.TYPES_OF_RECORDS)
    yield from (statements.ties_state("PART_OF"), statements.ties_rows("PART_OF"), statements.delete_ties("PART_OF"))


@pytest.mark.parametrize("statement", list(by_list()))
def test_what_is_looked_up_by_a_list_goes_by_its_index(connection: Connection, statement: str) -> None:
    with connection.session(neo4j.WRITE_ACCESS) as session:
        told = session.run("EXPLAIN " + statement, PARAMETERS).consume()
    plan = str(told.plan)
    assert "IndexSeek" in plan or "EDGE BY INDEX" in plan, plan
    # A Neo4j chooses among indexes by its counts of the moment, so which of two it takes is not for us to say.
    wrong = ("Scan", "entry_change", "Entry(change)") if "arcadedb" in str(told.server.agent).lower() else ("Scan",)
    assert not any(word in plan for word in wrong), plan


@pytest.mark.parametrize(
    "double",
    [
        "CREATE (:Record:Kommune {id: 'k'}), (:Record:Person {id: 'k'})",
        "CREATE (:Change {id: 1, pen: 'held'}), (:Change {id: 2, pen: 'held'})",
        "CREATE (:Change {id: 1}), (:Change {id: 1})",
        "CREATE (:Entry {no: 1}), (:Entry {no: 1})",
        "CREATE (:Store {name: 'fahrstuhl'})",
        *(f"CREATE (a)-[:{verb} {{id: 't'}}]->(b)<-[:{verb} {{id: 't'}}]-(a)" for verb in TIE_TYPES),
    ],
)
def test_no_double_gets_in_even_by_hand(connection: Connection, double: str) -> None:
    with pytest.raises(StoreError) as refused:
        connection.write(lambda run: run(double), constraint_tries=0)
    assert isinstance(refused.value.__cause__, ConstraintError)


def test_missing_rules_are_made_again_at_the_next_opening(clean_address: Address) -> None:
    with store_at(Connection(clean_address)) as store:
        assert isinstance(store, Store)
    with closing(Connection(clean_address)) as connection:
        connection.write(lambda run: run("DROP CONSTRAINT `" + name_of(connection, "Record") + "`"))
        set_up(connection)
        assert name_of(connection, "Record")


def name_of(connection: Connection, label: str) -> str:
    rows = connection.read(lambda run: run("SHOW CONSTRAINTS YIELD name, labelsOrTypes RETURN name, labelsOrTypes"))
    return next(str(row["name"]) for row in rows if row["labelsOrTypes"] == [label])


def test_many_may_set_a_store_up_at_once(connection: Connection, address: Address) -> None:
    for _ in range(3):
        with connection.session(neo4j.WRITE_ACCESS) as session:
            session.run("DROP CONSTRAINT scenario_name IF EXISTS").consume()
        with ThreadPoolExecutor(6) as pool, ExitStack() as opened:
            others = [opened.enter_context(closing(Connection(address))) for _ in range(6)]
            assert list(pool.map(set_up, others)) == [None] * 6
