"""The words of the page of one node, in both languages."""

from schema.text import Text

FACTS = Text("Was erfasst ist", "What is recorded")
NO_FACTS = Text("Außer dem Namen ist nichts erfasst.", "Nothing is recorded beside the name.")
PROVENANCE = Text("Woher das stammt und für wann es gilt", "Where this comes from and for when it holds")
TIES = Text("Verbindungen", "Ties")
NO_TIES = Text(
    "Keine Verbindung erfasst. Das beweist nicht, dass es keine gibt.",
    "No tie is recorded. That does not prove that there is none.",
)
INWARD = Text("{verb} (von dort hierher)", "{verb} (from there to here)")
OTHER = Text("Mit wem oder womit", "With whom or what")
TYPE = Text("Art", "Type")
SINCE = Text("Gültig ab", "Valid from")
UNTIL = Text("Gültig bis", "Valid to")
DETAILS = Text("Näheres", "Details")
SOURCE = Text("Quelle", "Source")
CONFIDENCE = Text("Verlässlichkeit", "Confidence")
MORE_TIES = Text("und {n} weitere, siehe Netz", "and {n} more, see the network")
ANSWERS = Text("Wo {name} in den Antworten vorkommt", "Where {name} appears in the answers")
NO_ANSWERS = Text(
    "In den Antworten auf die geprüften Fragen ({titles}) kommt dieser Knoten nicht vor.",
    "In the answers to the questions looked through ({titles}) this node does not appear.",
)
LOOKED_AT = Text("Geprüft wurden: {titles}.", "Looked through: {titles}.")
AROUND = Text("Nachbarschaft im Ebenenbild", "Neighbourhood on the levels")
AROUND_HINT = Text(
    "Gezeigt ist, was in höchstens zwei Schritten erreichbar ist ({n} Knoten).",
    "Shown is what is within two steps ({n} nodes).",
)
LEFT_OUT = Text("{n} weitere in Reichweite sind ausgelassen.", "{n} more within reach are left out.")
HISTORY = Text("Verlauf der Änderungen", "History of changes")
HISTORY_HINT = Text(
    "Den Verlauf sieht, wer sich angemeldet hat und alles lesen darf.",
    "The history is for those who are signed in and may read everything.",
)
NO_HISTORY = Text("Kein Verlauf bekannt.", "No history is known.")
AT, WHO, WHY, DONE = (
    Text("Wann", "When"),
    Text("Wer", "Who"),
    Text("Warum", "Why"),
    Text("Was geändert wurde", "What was changed"),
)
ELSEWHERE = Text("Anderswo", "Elsewhere")
IN_NETWORK = Text("Im Netz zeigen", "Show in the network")
IN_LEVELS = Text("Ganzer Fahrstuhl im Ebenenbild", "Whole lift in the levels view")
EDIT = Text("Bearbeiten", "Edit")
AS_JSON = Text("Derselbe Eintrag für Programme (JSON)", "The same record for programs (JSON)")
