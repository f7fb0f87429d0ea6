"""A Landkreis in miniature, invented, small enough to count by hand: 62 nodes."""

from datetime import date
from typing import Any

import neo4j

from graph.store.address import Address
from schema.catalogue import constraints
from schema.ties import tie_id
from tests import servers

SOURCE = "invented for the tests"

NODES: dict[str, list[dict[str, Any]]] = {
    "Kommune": [
        {"id": "kreis", "name": "Musterkreis", "kind": "Landkreis", "ags": "05998", "population": 100_000},
        {"id": "bergen", "name": "Bergen", "kind": "Gemeinde", "ags": "05998004", "population": 40_000},
        {"id": "talheim", "name": "Talheim", "kind": "Gemeinde", "ags": "05998008", "population": 30_000},
        {"id": "odental", "name": "Ödental", "kind": "Gemeinde", "ags": "05998012", "population": 20_000},
        {"id": "waldau", "name": "Waldau", "kind": "Gemeinde", "ags": "05998016", "population": 10_000},
    ],
    "Department": [
        {"id": "dez4", "name": "Dezernat IV Soziales", "kind": "Dezernat", "number": "4"},
        {"id": "jugendamt", "name": "Amt für Jugend und Soziales", "kind": "Amt", "number": "51"},
        {"id": "schulamt", "name": "Schulamt", "kind": "Amt", "number": "40"},
        {"id": "gesundheit", "name": "Gesundheitsamt", "kind": "Amt", "number": "53"},
        {"id": "stab", "name": "Stabsstelle Integrierte Planung", "kind": "Stabsstelle", "agency": True},
        {"id": "fd-hilfen", "name": "Fachdienst Hilfen", "kind": "Fachdienst", "number": "51.2"},
        {"id": "fd-planung", "name": "Fachdienst Jugendhilfeplanung", "kind": "Fachdienst", "number": "51.3"},
        {"id": "bergen-soz", "name": "Fachbereich Soziales Bergen", "kind": "Fachbereich", "number": "5"},
        {"id": "talheim-soz", "name": "Fachbereich Jugend Talheim", "kind": "Fachbereich"},
        {"id": "odental-soz", "name": "Fachbereich Familie Ödental", "kind": "Fachbereich"},
    ],
    "Committee": [
        {"id": "kreistag", "name": "Kreistag", "kind": "Kreistag"},
        {"id": "jha", "name": "Jugendhilfeausschuss", "kind": "Ausschuss"},
        {"id": "soz-ausschuss", "name": "Ausschuss für Soziales", "kind": "Ausschuss"},
        {"id": "steuerung", "name": "Steuerungsgruppe", "kind": "Steuerungsgruppe"},
        {"id": "sk-nord", "name": "Sozialraumkonferenz Nord", "kind": "Sozialraumkonferenz"},
        {"id": "sk-sued", "name": "Sozialraumkonferenz Süd", "kind": "Sozialraumkonferenz"},
    ],
    "Organisation": [
        {"id": "jobcenter", "name": "Jobcenter Musterkreis", "kind": "Jobcenter"},
        {"id": "traeger", "name": "Jugendwerk e. V.", "kind": "Träger"},
        {"id": "verein", "name": "Nachbarschaft Öde Wiese", "kind": "Verein"},
        {"id": "schule", "name": "Grundschule Bergen", "kind": "Schule"},
        {"id": "kita", "name": "Kita Talheim", "kind": "Kita"},
        {"id": "quartier", "name": "Quartiersbüro Waldau", "kind": "Quartiersbüro", "intermediary": True},
    ],
    "Sozialraum": [
        {"id": f"w{n}", "name": f"Wohnplatz {n:02}", "kind": "Wohnplatz", "population": 1000 * n} for n in range(1, 11)
    ],
    "Raumzuschnitt": [{"id": "zuschnitt", "name": "Wohnplätze", "decided_by": "Kreistag"}],
    "Fachplanung": [
        {"id": "jhp", "name": "Jugendhilfeplanung"},
        {"id": "sep", "name": "Schulentwicklungsplanung"},
        {"id": "ap", "name": "Altenplanung"},
        {"id": "gp", "name": "Gesundheitsplanung"},
    ],
    "TargetGroup": [
        {"id": "kinder", "name": "Kinder unter 6", "hard_to_reach": 2},
        {"id": "aeltere", "name": "Ältere Menschen", "hard_to_reach": 3},
        {"id": "alleinerziehende", "name": "Alleinerziehende", "hard_to_reach": 5},
    ],
    "Format": [
        {"id": "tandem", "name": "Tandem Amt und Schule", "kind": "Tandem", "held_on": date(2026, 2, 10), "size": 2},
        {"id": "konferenz", "name": "Konferenz", "kind": "Konferenz", "held_on": date(2026, 4, 20), "size": 45},
        {"id": "begehung", "name": "Begehung Waldau", "kind": "Quartiersbegehung", "held_on": date(2025, 10, 5)},
    ],
    "Process": [
        {"id": "runde", "name": "Planungsrunde", "starts_on": date(2026, 1, 15), "ends_on": date(2026, 12, 15)},
        {"id": "projekt", "name": "Präventionskette", "starts_on": date(2024, 3, 1), "ends_on": date(2025, 2, 28)},
    ],
    "Document": [
        {"id": "v1", "name": "Beschluss Integrierte Planung", "kind": "Beschluss", "dated": date(2023, 3, 1)},
        {"id": "v2", "name": "Bericht Kinderarmut", "kind": "Bericht", "dated": date(2024, 5, 15)},
        {"id": "v3", "name": "Vorlage Kita-Ausbau", "kind": "Vorlage", "dated": date(2025, 1, 20)},
        {"id": "v4", "name": "Vorlage Schulsozialarbeit", "kind": "Vorlage", "dated": date(2025, 6, 10)},
        {"id": "v5", "name": "Leitbild", "kind": "Leitbild", "dated": date(2022, 12, 31)},
        {"id": "v6", "name": "Vorlage ohne Datum", "kind": "Vorlage"},
    ],
    "Indicator": [
        {"id": "sgb2", "name": "SGB-II-Quote", "unit": "%", "high_is_need": True},
        {"id": "gymnasium", "name": "Übergang aufs Gymnasium", "unit": "%", "high_is_need": False},
    ],
    "Person": [
        {"id": "p-alpha", "name": "Erika Beispiel", "functions": ["Leitung", "Sprecherin"]},
        {"id": "p-beta", "name": "Max Muster", "functions": ["Sachbearbeitung"]},
        {"id": "p-gamma", "name": "Änne Ohlsen"},
        {"id": "p-delta", "name": "Jo Schmidt", "functions": ["Vorsitz"]},
    ],
}

_PAIRS: dict[str, str] = {
    "PART_OF": """bergen>kreis talheim>kreis odental>kreis waldau>kreis dez4>kreis jugendamt>dez4 schulamt>dez4
        gesundheit>dez4 stab>dez4 fd-hilfen>jugendamt fd-planung>jugendamt bergen-soz>bergen talheim-soz>talheim
        odental-soz>odental kreistag>kreis jha>kreistag soz-ausschuss>kreistag steuerung>kreis
        w1>bergen w2>bergen w3>bergen w4>bergen w5>talheim w6>talheim w7>talheim w8>odental w9>odental w10>waldau""",
    "BELONGS_TO": "w1>zuschnitt w2>zuschnitt w3>zuschnitt w4>zuschnitt w5>zuschnitt",
    "RESPONSIBLE_FOR": """fd-planung>jhp schulamt>sep jugendamt>ap gesundheit>gp jugendamt>w1 jugendamt>w2 jugendamt>w3
        bergen-soz>w1 bergen-soz>w2 talheim-soz>w5""",
    "ACTIVE_IN": """jobcenter>w1 jobcenter>w5 traeger>w1 traeger>w2 verein>w8 quartier>w10 schule>w1 sk-nord>w1
        sk-nord>w2 sk-sued>w5""",
    "STEERS": "steuerung>stab",
    "REPORTS_TO": "stab>dez4 fd-planung>jha",
    "MANDATES": "v1>stab",
    "ADOPTED_BY": "v1>kreistag",
    "ISSUED_BY": "v2>jugendamt",
    "UNDER_DIRECTION_OF": "v2>jugendamt v3>jugendamt v4>schulamt",
    "CONCERNS": "v2>w1 v2>kinder v3>w5 v4>w1 v4>w5",
    "LEADS": "p-alpha>jugendamt",
    "WORKS_IN": "p-beta>stab p-delta>quartier",
    "COUNTERPART_OF": "bergen-soz>jugendamt talheim-soz>jugendamt bergen-soz>talheim-soz",
    "HELD_IN": "begehung>w10",
    "REACHES": "begehung>alleinerziehende konferenz>kinder",
    "FEEDS": "konferenz>runde begehung>runde",
}


def _ends(pair: str) -> tuple[str, str]:
    start, _, end = pair.partition(">")
    return start, end


_TIES: list[tuple[str, str, str, dict[str, Any]]] = [
    *((verb, *_ends(pair), {}) for verb, pairs in _PAIRS.items() for pair in pairs.split()),
    ("CONSULTED_IN", "v2", "jha", {"held_on": date(2024, 6, 1), "result": "zur Kenntnis"}),
    ("CONSULTED_IN", "v2", "soz-ausschuss", {"held_on": date(2024, 6, 20)}),
    ("CONSULTED_IN", "v3", "jha", {"held_on": date(2025, 2, 1), "result": "beschlossen"}),
    ("CONSULTED_IN", "v3", "kreistag", {"held_on": date(2025, 3, 1), "result": "beschlossen"}),
    ("CONSULTED_IN", "v4", "jha", {"held_on": date(2025, 7, 1), "result": "vertagt"}),
    ("MEMBER_OF", "p-gamma", "jha", {"role": "Vorsitz", "voting": True}),
    ("MEMBER_OF", "p-delta", "jha", {"voting": False}),
    ("MEMBER_OF", "p-alpha", "steuerung", {}),
    ("MEMBER_OF", "jobcenter", "sk-nord", {}),
    ("MEMBER_OF", "jugendamt", "sk-nord", {}),
    ("MEMBER_OF", "bergen-soz", "sk-nord", {}),
    ("MEMBER_OF", "quartier", "sk-sued", {}),
    ("COOPERATES_WITH", "jugendamt", "schulamt", {"strength": 4, "formal": True, "last_contact": date(2026, 5, 1)}),
    ("COOPERATES_WITH", "jugendamt", "jobcenter", {"strength": 3}),
    ("COOPERATES_WITH", "stab", "jugendamt", {"strength": 5, "trust": 4}),
    ("COOPERATES_WITH", "traeger", "kita", {"strength": 2}),
    ("COOPERATES_WITH", "quartier", "verein", {"strength": 4}),
    ("COOPERATES_WITH", "stab", "gesundheit", {"strength": 1}),
    ("INTERESTED_IN", "jobcenter", "runde", {"attitude": 1, "influence": 4}),
    ("INTERESTED_IN", "traeger", "runde", {"attitude": 2}),
    ("INTERESTED_IN", "verein", "runde", {"attitude": -1}),
    *(("MEASURED", "sgb2", f"w{n}", {"year": 2025, "value": 2.5 + 2.5 * n}) for n in range(1, 11)),
    ("MEASURED", "gymnasium", "w1", {"year": 2024, "value": 38.0}),
    ("MEASURED", "gymnasium", "w1", {"year": 2025, "value": 40.0}),
]


def ties() -> dict[str, list[dict[str, Any]]]:
    """Give the ties by type, each with id, ends and properties."""
    found: dict[str, list[dict[str, Any]]] = {}
    for verb, start, end, more in _TIES:
        distinct = [str(more["year"])] if "year" in more else []
        row = {"id": tie_id(verb, start, end, *distinct), "start": start, "end": end, **more}
        found.setdefault(verb, []).append(row)
    return found


def load(address: Address) -> None:
    """Write the Landkreis into an emptied store, as the store itself writes: labels, types, internal properties.

    A piece of history lies beside it, which no reader may see.
    """
    servers.wipe(address)
    with neo4j.GraphDatabase.driver(address.url, auth=(address.user, address.password)) as driver:
        for statement in constraints():
            driver.execute_query(statement, database_=address.database)
        for label, records in NODES.items():
            create = f"UNWIND $rows AS row CREATE (n:Record:{label}) SET n = row"
            driver.execute_query(create, rows=_stored(records), database_=address.database)
        for verb, records in ties().items():
            ends = "UNWIND $rows AS row MATCH (a:Record {id: row.start}) MATCH (b:Record {id: row.end})"
            create = f"{ends} CREATE (a)-[r:{verb}]->(b) SET r = row"
            driver.execute_query(create, rows=_stored(records), database_=address.database)
        history = "CREATE (:Change {id: 'c1', who: 'geheim'})-[:TOUCHED]->(:Entry {before: 'geheim'})"
        driver.execute_query(history, database_=address.database)


def _stored(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    more = {"source": SOURCE, "confidence": 1.0, "_digest": "0" * 32}
    return [{**record, **more, "_folded": str(record.get("name", "")).lower()} for record in records]
