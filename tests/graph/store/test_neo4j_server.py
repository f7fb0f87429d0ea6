"""The real Neo4j answers, with the settings that we ship."""

import neo4j

from graph.store.address import Address


def test_it_answers_and_is_the_supported_line(neo4j_address: Address) -> None:
    with neo4j.GraphDatabase.driver(neo4j_address.url, auth=(neo4j_address.user, neo4j_address.password)) as driver:
        found = driver.execute_query(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]"
        )
        assert found.records[0][0].startswith("5.26.")


def test_clean(clean_address: Address) -> None:
    with neo4j.GraphDatabase.driver(clean_address.url, auth=(clean_address.user, clean_address.password)) as driver:
        driver.execute_query("CREATE CONSTRAINT FOR (a:A) REQUIRE a.id IS UNIQUE", database_=clean_address.database)
        driver.execute_query("CREATE (:A {id: 1})-[:T]->(:A {id: 2})", database_=clean_address.database)
