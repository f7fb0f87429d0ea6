"""All Cypher that the store speaks of its own accord, in one place; a test runs each on both servers.

Rules that keep both servers alike: what is looked up by id is given as a list (`IN $ids`; a lookup of ties row by row
scans on one of them); nothing is ordered without a limit or a list of ids; labels come in any order; columns are
named; no text is put into a statement but the names of types and fields, which come from the schema.
"""

from collections.abc import Iterator

from graph.store.rows import MARK
from schema.catalogue import (
    DIGEST,
    FOLDED,
    NODE_TYPES,
    RECORD_LABEL,
    TIE_TYPES,
    constraints,
    indexes,
    load_nodes,
    load_ties,
)

CONSTRAINTS = {
    "store_name": "CREATE CONSTRAINT store_name IF NOT EXISTS FOR (s:Store) REQUIRE s.name IS UNIQUE",
    "change_id": "CREATE CONSTRAINT change_id IF NOT EXISTS FOR (c:Change) REQUIRE c.id IS UNIQUE",
    "change_pen": "CREATE CONSTRAINT change_pen IF NOT EXISTS FOR (c:Change) REQUIRE c.pen IS UNIQUE",
    "judgement_pair": "CREATE CONSTRAINT judgement_pair IF NOT EXISTS FOR (j:Judgement) REQUIRE j.pair IS UNIQUE",
    "scenario_name": "CREATE CONSTRAINT scenario_name IF NOT EXISTS FOR (s:Scenario) REQUIRE s.name IS UNIQUE",
    "view_name": "CREATE CONSTRAINT view_name IF NOT EXISTS FOR (v:View) REQUIRE v.name IS UNIQUE",
    "frozen_key": "CREATE CONSTRAINT frozen_key IF NOT EXISTS FOR (f:Frozen) REQUIRE f.key IS UNIQUE",
    "entry_no": "CREATE CONSTRAINT entry_no IF NOT EXISTS FOR (e:Entry) REQUIRE e.no IS UNIQUE",
    **{statement.split()[2]: statement for statement in constraints()},
}
"""What keeps identifiers unique; `change_pen` lets no more than one change set be open at a time."""
INDEXES = {
    **{statement.split()[2]: statement for statement in indexes()},
    **{
        f"entry_{name}": f"CREATE INDEX entry_{name} IF NOT EXISTS FOR (e:Entry) ON (e.{name})"
        for name in ("record", "change")
    },
    "frozen_part": "CREATE INDEX frozen_part IF NOT EXISTS FOR (p:FrozenPart) ON (p.frozen)",
}
CONSTRAINTS_THERE = "SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties"
INDEXES_THERE = "SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties"

# The head: which data version is in force, and how often something was taken back.
BEGIN = "MERGE (s:Store {name: 'fahrstuhl'}) ON CREATE SET s.version = 0, s.turns = 0"
HEAD = "MATCH (s:Store {name: 'fahrstuhl'}) RETURN s.version AS version, s.turns AS turns"
TURN = "MATCH (s:Store {name: 'fahrstuhl'}) SET s.turns = s.turns + 1"

# The pen: who writes. Its holder renews it with each batch; the server's own clock tells how long ago.
TAKE_PEN = (
    "MATCH (s:Store {name: 'fahrstuhl'}) CREATE (c:Change {pen: 'held', id: s.version + 1}) "
    "SET c += $change, c.renewed = timestamp() RETURN c.id AS id"
)
PEN = (
    "MATCH (c:Change {pen: 'held'}) RETURN c.id AS id, c.owner AS owner, c.host AS host, c.pid AS pid, "
    "c.started AS started, c.who AS who, c.at AS at, timestamp() - c.renewed AS idle, c.resumes AS resumes"
)
HOLD_PEN = (  # the SET comes first: it locks where the server locks, so that what follows is read under the lock
    "MATCH (c:Change {pen: 'held'}) WHERE c.id = $id SET c.renewed = timestamp() "
    "WITH c WHERE c.owner = $owner RETURN c.id AS id"
)
CLAIM_PEN = (
    "MATCH (c:Change {pen: 'held'}) WHERE c.id = $id SET c.renewed = timestamp() "
    "WITH c WHERE c.owner = $dead SET c += $owner RETURN c.id AS id"
)
SEAL = (
    "MATCH (c:Change {pen: 'held'}) WHERE c.id = $id MATCH (s:Store {name: 'fahrstuhl'}) "
    "SET c += $facts, s.version = c.id REMOVE c.pen, c.host, c.pid, c.started, c.renewed, c.resumes"
)
SEALED = "MATCH (c:Change {id: $id}) WHERE c.owner = $owner AND c.pen IS NULL RETURN c.id AS id"
DROP_CHANGE = "MATCH (c:Change {pen: 'held'}) WHERE c.id = $id DELETE c"
SET_UNDONE = "MATCH (c:Change {id: $id}) SET c.undone_by = $by"

# What stands: nodes by id, ties by type and id.
NODES_STATE = (
    f"MATCH (n:{RECORD_LABEL}) WHERE n.id IN $ids "
    f"RETURN n.id AS id, labels(n) AS labels, n.{MARK} AS mark, n.{DIGEST} AS digest"
)
NODES_ROWS = (
    f"MATCH (n:{RECORD_LABEL}) WHERE n.id IN $ids AND n.{MARK} <= $head "
    "RETURN labels(n) AS labels, properties(n) AS stored"
)
HANGING_TIES = (  # one by one: with a list and a nameless end, the embedded server goes through all nodes
    f"UNWIND $ids AS id MATCH (n:{RECORD_LABEL} {{id: id}})-[r]-() RETURN r.id AS tie LIMIT 1"
)


def ties_state(verb: str) -> str:
    """Find ties of one type by id: what last wrote them, and their digest."""
    return f"MATCH ()-[r:{verb}]->() WHERE r.id IN $ids RETURN r.id AS id, r.{MARK} AS mark, r.{DIGEST} AS digest"


def ties_rows(verb: str) -> str:
    """Read ties of one type by id."""
    return f"MATCH ()-[r:{verb}]->() WHERE r.id IN $ids AND r.{MARK} <= $head RETURN properties(r) AS stored"


# What changes.
UPDATE_NODES = f"UNWIND $rows AS row MATCH (n:{RECORD_LABEL} {{id: row.id}}) SET n = row RETURN count(n) AS done"
DELETE_NODES = f"MATCH (n:{RECORD_LABEL}) WHERE n.id IN $ids DELETE n RETURN count(*) AS done"


def delete_ties(verb: str) -> str:
    """Take away ties of one type."""
    return f"MATCH ()-[r:{verb}]->() WHERE r.id IN $ids DELETE r RETURN count(*) AS done"


# The entries: what each change set did to each record.
_ENTRY = "e.no AS no, e.record AS record, e.type AS type, e.before AS before, e.was AS was, e.after AS after"
ADD_ENTRIES = "UNWIND $rows AS row CREATE (e:Entry) SET e = row"
AMEND_ENTRIES = (
    "UNWIND $rows AS row MATCH (e:Entry {no: row.old}) "
    "SET e.no = row.no, e.after = row.after, e.size = e.size + row.size"
)
DELETE_ENTRIES = "MATCH (e:Entry) WHERE e.no IN $numbers DELETE e"
ENTRIES = f"MATCH (e:Entry) WHERE e.no IN $numbers RETURN {_ENTRY}"
ENTRY_SIZES = "MATCH (e:Entry) WHERE e.no IN $numbers RETURN e.no AS no, e.size AS size"
LAST_ENTRY = "MATCH (e:Entry) WHERE e.change = $id RETURN max(e.no) AS no"
ENTRIES_OF_RECORDS = (
    "MATCH (e:Entry) WHERE e.record IN $ids "
    "RETURN e.record AS record, e.type AS type, e.no AS no, e.after IS NOT NULL AS there"
)
TOUCHED = (  # not by `change`: the embedded server would take that index, and go through all of an open change set
    "MATCH (e:Entry) WHERE e.record IN $ids WITH e WHERE e.change = $id RETURN e.record AS record, e.no AS no"
)
EARLIER = (
    "MATCH (e:Entry) WHERE e.change IN $changes AND e.was <= $head AND e.before IS NOT NULL "
    "RETURN e.record AS record, e.type AS type, e.before AS before"
)
EARLIER_OF_RECORDS = (
    "MATCH (e:Entry) WHERE e.record IN $ids AND e.change > $head AND e.was <= $head "
    "RETURN e.record AS record, e.type AS type, e.before AS before"
)
FIRST_NEW = "MATCH (e:Entry) WHERE e.change = $id AND e.before IS NULL RETURN e.no AS no ORDER BY no LIMIT $limit"
FIRST_CHANGED = (
    "MATCH (e:Entry) WHERE e.change = $id AND e.before IS NOT NULL RETURN e.no AS no ORDER BY no LIMIT $limit"
)
COUNT_ENTRIES = (
    "MATCH (e:Entry) WHERE e.change = $id RETURN e.before IS NULL AS new, e.after IS NULL AS removed, "
    "(e.before IS NOT NULL AND e.after CONTAINS '\"valid_to\"' AND NOT e.before CONTAINS '\"valid_to\"') AS ended, "
    "count(e) AS number"
)
TYPES_OF_ENTRIES = (
    "MATCH (e:Entry) WHERE e.no IN $numbers AND e.after IS NOT NULL RETURN DISTINCT e.record AS record, e.type AS type"
)
TYPES_OF_RECORDS = "MATCH (e:Entry) WHERE e.record IN $ids RETURN DISTINCT e.record AS record, e.type AS type"
RECORD_HISTORY = (
    f"MATCH (e:Entry) WHERE e.record = $id AND e.change <= $head RETURN {_ENTRY}, e.change AS change "
    "ORDER BY no DESC LIMIT $limit"
)

# The change sets.
_SEALED = "MATCH (s:Store {name: 'fahrstuhl'}) MATCH (c:Change) WHERE c.id <= s.version"
CHANGES = f"{_SEALED} RETURN properties(c) AS change ORDER BY c.id DESC LIMIT $limit"
CHANGES_BY_ID = f"{_SEALED} AND c.id IN $ids RETURN properties(c) AS change"
CHANGE_AT = f"{_SEALED} AND c.at <= $at RETURN max(c.id) AS id"
LAST_IN_FORCE = f"{_SEALED} AND c.kind IN ['import', 'command'] AND c.undone_by IS NULL RETURN max(c.id) AS id"
LAST_UNDONE = f"{_SEALED} AND c.undone_by IS NOT NULL RETURN c.id AS id ORDER BY c.undone_by DESC LIMIT 1"
IMPORTS = f"{_SEALED} AND c.kind = 'import' AND c.undone_by IS NULL RETURN c.id AS id, c.source AS source"
IMPORTS_OF = f"{_SEALED} AND c.kind = 'import' AND c.source = $source AND c.undone_by IS NULL RETURN c.id AS id"
LAST_CHANGE_OF = "MATCH (e:Entry) WHERE e.record = $id AND e.change < $open RETURN max(e.change) AS id"


# What was judged of two nodes that might be the same.
JUDGE = "MERGE (j:Judgement {pair: $pair}) SET j = $facts, j.pair = $pair"
JUDGEMENTS = "MATCH (j:Judgement) RETURN properties(j) AS judgement"
TIES_OF = (
    f"UNWIND $ids AS id MATCH (n:{RECORD_LABEL} {{id: id}})-[r]-() RETURN type(r) AS type, properties(r) AS stored"
)

# Scenarios, each with its steps.
NOTE_SCENARIO = "MERGE (s:Scenario {name: $name}) SET s = $facts, s.name = $name"
FORGET_SCENARIO = "MATCH (s:Scenario {name: $name}) DELETE s"
SCENARIOS = "MATCH (s:Scenario) RETURN properties(s) AS scenario"
SCENARIOS_BY_NAME = "MATCH (s:Scenario) WHERE s.name IN $names RETURN properties(s) AS scenario"

# Saved views: the address of a page under a name.
KEEP_VIEW = "MERGE (v:View {name: $name}) SET v = $facts, v.name = $name"
RENAME_VIEW = "MATCH (v:View {name: $name}) SET v.name = $text"
FORGET_VIEW = "MATCH (v:View {name: $name}) DELETE v"
VIEWS = "MATCH (v:View) RETURN properties(v) AS view"

# The answers of planning rounds as they were frozen: a head with the numbers of a round, and a part for each answer.
COUNT_FROZEN = (  # the SET comes first: it locks, so that no two freezings of a round take the same number
    "MATCH (s:Store {name: 'fahrstuhl'}) SET s.frozen = coalesce(s.frozen, 0) + 1 RETURN s.frozen AS times"
)
KEEP_FROZEN = "CREATE (f:Frozen {key: $name}) SET f += $facts"
KEEP_FROZEN_PARTS = "UNWIND $rows AS row CREATE (p:FrozenPart) SET p = row"
FROZEN = "MATCH (f:Frozen) RETURN properties(f) AS frozen"
FROZEN_PARTS = "MATCH (p:FrozenPart) WHERE p.frozen IN $names RETURN properties(p) AS part"
FORGET_FROZEN = "MATCH (f:Frozen) WHERE f.key IN $names DELETE f"
FORGET_FROZEN_PARTS = "MATCH (p:FrozenPart) WHERE p.frozen IN $names DELETE p"

# The whole network. All types of ties together: the embedded server goes through all nodes for each type of tie. But
# by where they begin, a portion at a time: a server ends a statement that runs for a minute, be it only for its reader.
ALL_NODES = (
    f"MATCH (n:{RECORD_LABEL}) RETURN n.id AS id, labels(n) AS labels, "
    f"CASE WHEN n.{MARK} <= $head THEN properties(n) END AS stored"
)
TIES_FROM = (
    f"UNWIND $ids AS id MATCH (:{RECORD_LABEL} {{id: id}})-[r]->() WHERE r.{MARK} <= $head "
    "RETURN type(r) AS type, properties(r) AS stored"
)
COUNT_NODES = f"MATCH (n:{RECORD_LABEL}) WHERE n.{MARK} <= $head RETURN labels(n) AS labels, count(*) AS number"
COUNT_TIES = f"MATCH (:{RECORD_LABEL})-[r]->() WHERE r.{MARK} <= $head RETURN type(r) AS type, count(*) AS number"

# Parts of it.
NEIGHBOURS = (
    f"MATCH (n:{RECORD_LABEL})-[r]-(m:{RECORD_LABEL}) WHERE n.id IN $ids AND r.{MARK} <= $head "
    "RETURN DISTINCT m.id AS id ORDER BY id LIMIT $limit"
)
TIES_AMONG = (
    f"MATCH (a:{RECORD_LABEL})-[r]->(b:{RECORD_LABEL}) WHERE a.id IN $ids AND b.id IN $ids AND r.{MARK} <= $head "
    "RETURN type(r) AS type, properties(r) AS stored"
)
SEARCH = (
    f"MATCH (n:{RECORD_LABEL}) WHERE n.{MARK} <= $head AND all(word IN $words WHERE n.{FOLDED} CONTAINS word) "
    "AND (size($types) = 0 OR any(label IN labels(n) WHERE label IN $types)) "
    "RETURN labels(n) AS labels, properties(n) AS stored "
    f"ORDER BY CASE WHEN n.{FOLDED} STARTS WITH $text THEN 0 ELSE 1 END, n.{FOLDED}, n.id LIMIT $limit"
)


def page(label: str) -> str:
    """Read the next nodes of one label in order of id."""
    return (
        f"MATCH (n:{label}) WHERE n.id > $after AND n.{MARK} <= $head "
        "RETURN labels(n) AS labels, properties(n) AS stored ORDER BY n.id LIMIT $limit"
    )


def every() -> Iterator[str]:
    """Go through all statements, for the test that runs each."""
    yield from (*CONSTRAINTS.values(), *INDEXES.values())
    constants = (value for name, value in globals().items() if name[0] != "_" and isinstance(value, str))
    yield from (value for value in constants if " " in value)
    yield from (make(label) for make in (load_nodes, page) for label in NODE_TYPES)
    yield from (make(v) for make in (ties_state, ties_rows, load_ties, delete_ties) for v in TIE_TYPES)
