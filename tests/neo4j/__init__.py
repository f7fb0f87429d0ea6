"""A real Neo4j for the tests: three ways to one."""
