"""The words of the pages around the pictures, in both languages."""

from schema.text import Text

BRAND = Text(
    "Fahrstuhl: Akteure und Verbindungen der integrierten Planung",
    "Fahrstuhl: actors and links of integrated planning",
)
FOOT = Text(
    "Eine fehlende Verbindung in den Daten beweist keine fehlende Zusammenarbeit. Personen erscheinen nur auf "
    "ausdrücklichen Wunsch.",
    "A tie missing from the data proves no missing cooperation. Persons appear only when asked for.",
)
SKIP = Text("Zum Inhalt springen", "Skip to content")
LANGUAGE = Text("Sprache", "Language")
IN_SHORT = Text("Das Wichtigste", "In short")
PICTURE = Text("Die drei Ebenen", "The three levels")
AS_OF = Text("Stichtag", "As of")
FOCUS = Text("Ganzer Fahrstuhl von", "Whole lift of")
WHOLE = Text("Gesamtbild", "Whole picture")
SHOW = Text("Anzeigen", "Show")
HINT = Text(
    "Ein Kästchen anklicken zeigt seinen ganzen Fahrstuhl, von der Straße bis in den Ausschuss. Mit der Tastatur: "
    "Pfeiltasten bewegen, Eingabe wählt, Esc zeigt wieder alles.",
    "Click a box to see its whole lift, from street to committee. By keyboard: arrow keys move, Enter chooses, Esc "
    "shows everything again.",
)
HINT_FILE = Text(
    "Ein Kästchen anklicken zeigt seinen ganzen Fahrstuhl, von der Straße bis in den Ausschuss.",
    "Click a box to see its whole lift, from street to committee.",
)
NARROW = Text(
    "Auf schmalen Anzeigen steht statt des Bildes die Tabelle, die dasselbe sagt.",
    "On narrow displays the table, which says the same, stands instead of the picture.",
)
AS_TABLES = Text("Dasselbe als Tabelle", "The same as tables")
NO_DATA = Text(
    "Noch keine Daten. Zuerst eine Quelle einlesen: fahrstuhl import QUELLE",
    "No data yet. Import a source first: fahrstuhl import SOURCE",
)
ELEMENTS = Text("Wer im Bild steht", "Who stands in the picture")
ELEMENT = Text("Name", "Name")
TYPE = Text("Art", "Type")
LEVEL = Text("Ebene", "Level")
PLACE = Text("Gehört zu", "Belongs to")
TIES = Text("Verbindungen", "Ties")
LIFTS = Text("davon Fahrstuhl", "of these lift")
MARKED = Text("Hinweis", "Marked")
CONTAINS = Text("enthält {n}", "contains {n}")
LINKS = Text("Welche Linien gezeichnet sind, die stärksten zuerst", "Which lines are drawn, the strongest first")
FROM = Text("Von", "From")
TO = Text("Zu", "To")
KIND = Text("Art der Linie", "Kind of line")
THROUGH = Text("Wodurch", "Through")
EVIDENCE = Text("Belege", "Evidence")
DERIVED = Text("abgeleitet", "derived")
MISSING = Text("Gemeinsame Aufgaben ohne erfassten Kontakt", "Shared concerns without a recorded contact")
SHARED = Text("Was sie teilen", "What they share")
ANSWERS = Text("Die Fragen dahinter", "The questions behind")
DEFINITION = Text("Definition", "Definition")
UNKNOWN = Text("Was die Daten nicht sagen", "What the data cannot say")
FIRST = Text("die ersten {n} von {all}", "the first {n} of {all}")
DAY = Text("Stichtag: {day}", "As of: {day}")
NOW = Text("Alle Zeiten", "All times")
STATE = Text("Stichtag: {day} · Datenversion {version}", "As of: {day} · data version {version}")
