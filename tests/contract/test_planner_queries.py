"""The same questions give the same rows on both servers, and those counted by hand."""

from collections.abc import Iterator

import pytest

from graph.store.address import Address
from graph.store.reading import Reader
from tests import servers
from tests.contract import small_landkreis
from tests.contract.planner_queries import QUERIES, PlannerQuery


@pytest.fixture(scope="module")
def readers(embedded_address: Address, neo4j_address: Address) -> Iterator[tuple[Reader, Reader]]:
    found = []
    for address in (embedded_address, neo4j_address):
        small_landkreis.load(address)
        found.append(Reader(address))
    yield found[0], found[1]
    for reader in found:
        reader.close()
        servers.wipe(reader.address)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.form)
def test_rows_are_equal_on_both_servers(query: PlannerQuery, readers: tuple[Reader, Reader]) -> None:
    embedded, neo4j = (reader.read(query.cypher, query.params) for reader in readers)
    assert embedded.rows == neo4j.rows
    assert embedded.columns == neo4j.columns
    assert embedded.rows
    if query.expected is not None:
        assert list(neo4j.rows) == query.expected


def test_there_are_51_and_most_were_counted_by_hand() -> None:
    assert len({query.form for query in QUERIES}) == len({query.cypher for query in QUERIES}) == 51
    assert sum(query.expected is not None for query in QUERIES) >= 48
