"""The words of the console for own queries, in both languages."""

from schema.text import Text

TITLE = Text("Eigene Abfragen in Cypher", "Own queries in Cypher")
ASKS = Text(
    "Lesen, was keine der fertigen Fragen beantwortet. Geändert wird hier nichts.",
    "Read what none of the ready questions answers. Nothing is changed here.",
)
QUERY = Text("Abfrage", "Query")
PARAMS = Text("Parameter als JSON, etwa {example}", "Parameters as JSON, such as {example}")
LIMIT = Text("Höchstens so viele Zeilen", "At most so many rows")
TIMEOUT = Text("Höchstens so viele Sekunden", "At most so many seconds")
RUN = Text("Ausführen", "Run")
CLOSED = Text(
    "Cypher liest alles, auch Vertrauliches und Personen. Deshalb steht es nur dem offen, der sich angemeldet hat und "
    "alles sehen darf.",
    "Cypher reads everything, confidential records and persons too. So it is open only to who is signed in and may see "
    "everything.",
)
SIGN_IN = Text("Anmelden", "Sign in")
EXAMPLES = Text("Beispiele", "Examples")
RESULT = Text("Ergebnis", "Result")
ROWS = Text("{n} Zeilen in {s} s", "{n} rows in {s} s")
TRUNCATED = Text(
    "Es gibt mehr; die Grenze von {n} Zeilen ist erreicht.", "There are more; the limit of {n} rows is reached."
)
NOTHING = Text("Die Abfrage fand nichts.", "The query found nothing.")
REFUSED = Text("Nicht ausgeführt", "Not run")
GRAPH = Text("Als Netz: {n} Knoten, {m} Verbindungen", "As a network: {n} nodes, {m} ties")
GRAPH_CUT = Text(
    "Gezeichnet sind die {n} Knoten mit den meisten Verbindungen.", "Drawn are the {n} nodes with most ties."
)
BAD_JSON = Text("Die Parameter sind kein JSON-Objekt.", "The parameters are no JSON object.")
MEND_JSON = Text(
    "So schreiben: {example}; Zeile {line}, Spalte {column} prüfen.",
    "Write it like {example}; look at line {line}, column {column}.",
)
MORE_ROWS = Text("Gezeigt sind die ersten {n} Zeilen.", "Shown are the first {n} rows.")
LIMITS = Text(
    "Jedes Muster beginnt mit einem Typ, jede Spalte hat einen Namen (AS), jeder Weg ist begrenzt. Ausführlich: "
    "docs/cypher.md.",
    "Each pattern begins with a type, each column has a name (AS), each path is bounded. In full: docs/cypher.md.",
)
