"""The words of the pages around the pictures, in both languages."""

from schema.text import Text
from viz.levels import words

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
KOMMUNE = Text("Kommune: {name}", "Kommune: {name}")
SCENARIO = Text("Szenario: {name}", "scenario: {name}")
PAGES = Text("Seiten", "Pages")
LEVELS = Text("Ebenenbild", "Levels")
QUESTIONS = Text("Fragen", "Questions")
CHECKS = Text("Stellschrauben", "Stellschrauben")
DOSSIER = Text("Dossier", "Dossier")
SAVE_VIEW = Text("Ansicht merken", "Save view")
INTERFACE = Text("Schnittstelle", "Interface")
QUESTION_LIST = Text("Was sich fragen lässt", "What can be asked")
QUESTION_HINT = Text(
    "Jede Antwort nennt ihre Belege und sagt, worauf sie beruht, was sie auslässt und wozu die Daten schweigen.",
    "Each answer names its evidence and says what it rests on, what it leaves out and where the data are silent.",
)
MORE_QUESTIONS = Text("Alle Fragen", "All questions")
ASK_DIFFERENTLY = Text("Anders fragen", "Ask differently")
RESET = Text("Zurücksetzen", "Reset")
YES = Text("ja", "yes")
NO = Text("nein", "no")
NO_CHOICE = Text("ohne Angabe", "not given")
FINDINGS = Text("Die Antwort im Einzelnen", "The answer in detail")
NO_ROWS = Text("Nichts zu nennen ist unter: {titles}.", "There is nothing to name under: {titles}.")
NAMELESS = words.NAMELESS
DETAILS = Text("Einzelheiten", "Details")
PIECES = Text("Belege: {n}", "Evidence: {n}")
MORE_PIECES = Text("und {n} weitere, siehe JSON", "and {n} more, see JSON")
ALL_ROWS = Text("Alle {n} Zeilen zeigen", "Show all {n} rows")
FIRST_ROWS = Text("Nur die ersten {n} Zeilen jeder Tabelle zeigen", "Show the first {n} rows of each table only")
METHOD = Text("Wie die Antwort zustande kommt", "How the answer comes about")
SOURCE = Text("Quelle", "Source")
LOOKED_AT = Text("Betrachtet", "Looked at")
COUNTED = Text("Gezählte Verbindungen", "Ties counted")
LEFT_OUT = Text("Ausgelassen", "Left out")
OF = Text("{n} von {of}", "{n} of {of}")
ROBUSTNESS = Text("Wie fest die Antwort steht", "How firm the answer is")
RUNS = Text(
    "Erfasst ist nie alles. Deshalb wurde je {runs}-mal neu gerechnet, während von den {ties} gezählten Verbindungen "
    "10 % oder 20 % fehlten; welche, bestimmt der Zufall (Startwert {seed}).",
    "Records are never complete. So the answer was computed again, {runs} times each, while 10 % or 20 % of the {ties} "
    "ties that count were missing, chosen by chance (seed {seed}).",
)
VARIED = Text("Was dabei aus den Zahlen wurde", "What became of the figures")
FIGURE = Text("Zahl", "Figure")
ALL_TIES = Text("mit allen Verbindungen", "with all ties")
WITH_10 = Text("10 % fehlen", "10 % missing")
WITH_20 = Text("20 % fehlen", "20 % missing")
NOT_CHECKED = Text(
    "Die Prüfung, was bei fehlenden Verbindungen bliebe, ist abgewählt.",
    "The check of what would remain if some ties were missing is switched off.",
)
AS_JSON = Text("Dieselbe Antwort für Programme (JSON)", "The same answer for programs (JSON)")
CHECK_LIST = Text("Die zehn Stellschrauben", "The ten Stellschrauben")
CHECK_HINT = Text(
    "Was integrierte Planung braucht (Schubert), und wie es damit steht. Unbekannt heißt: Dazu ist nichts erfasst; es "
    "heißt nicht, dass es fehlt.",
    "What integrated planning needs (Schubert), and how it stands. Unknown means that nothing is recorded about it; it "
    "does not mean that it is missing.",
)
NUMBER = Text("Nr.", "No.")
STELLSCHRAUBE = Text("Stellschraube", "Stellschraube")
STATUS = Text("Stand", "Status")
FINDING = Text("Befund", "Finding")
COURSE = Text("Im Vergleich", "Compared")
COMPARED_WITH = Text("Verglichen mit: {other}.", "Compared with: {other}.")
CHECK_DIFFERENTLY = Text("Anders prüfen", "Check differently")
HOW_IT_STANDS = Text("Wie es steht", "How it stands")
SPEAKS_FOR = Text("Was dafür spricht", "What speaks for it")
SPEAKS_AGAINST = Text("Was dagegen spricht oder wo es fehlt", "What speaks against it, or where it is lacking")
WOULD_CHANGE = Text("Was es ändern würde", "What would change it")
PROPOSED = Text("Vorgeschlagene Einträge: {n}", "Proposed records: {n}")
WITHHELD = Text(
    "Der Vorschlag nennt Personen; er wird gezeigt, wenn Personen einbezogen sind.",
    "The proposal names persons; it is shown when persons are included.",
)
AS_SCENARIO = Text("Als Szenario übernehmen", "Take over as a scenario")
NOTHING_HERE = Text(
    "Hier ist noch nichts zu sehen: Nichts ist eingelesen, oder nichts davon gilt für diese Auswahl.",
    "There is nothing to see here yet: nothing has been read in, or nothing of it holds for this choice.",
)
BEGIN = Text(
    "Beginnen mit dem Beispiel, einer Vorlage oder dem Ratsinformationssystem",
    "Begin with the example, a template or the council information system",
)
