"""The words of the dossier that stand nowhere else, in both languages."""

from schema.record import Visibility
from schema.text import Text

TITLE = Text("{home}: Dossier zur integrierten Planung", "{home}: dossier on integrated planning")
NO_HOME = Text("Dossier zur integrierten Planung", "Dossier on integrated planning")
SUBTITLE = Text(
    "Wer Politik, Verwaltung und Sozialräume verbindet, und wo die Verbindung fehlt",
    "Who links politics, administration and the Sozialräume, and where the link is missing",
)
ABOUT = Text("{type} im Netz der integrierten Planung", "{type} in the network of integrated planning")
DAY = Text("Stichtag", "As of")
ALL_TIMES = Text("keiner gewählt; es zählt, was zu irgendeiner Zeit galt", "none chosen; what held at any time counts")
VERSION = Text("Datenversion", "Data version")
KOMMUNE = Text("Kommune", "Kommune")
SCENARIO = Text("Szenario", "Scenario")
TRIED = Text("{name}: ein Entwurf, nicht der Stand der Daten", "{name}: a draft, not what the data say")
BASIS = Text("Grundlage", "Basis")
SIZE = Text("{n} Akteure, Orte und Themen, {m} Verbindungen", "{n} actors, places and matters, {m} ties")
READERS = Text("Wer es lesen darf", "Who may read it")
READER = {
    Visibility.PUBLIC: Text("öffentlich: enthält nur öffentliche Angaben", "public: holds public records only"),
    Visibility.INTERNAL: Text(
        "intern: enthält auch Angaben, die im Haus bleiben", "internal: also holds records that stay in the house"
    ),
    Visibility.CONFIDENTIAL: Text(
        "vertraulich: nur für Berechtigte, enthält auch vertrauliche Angaben",
        "confidential: for the entitled only, also holds confidential records",
    ),
}
PERSONS = Text("Personen", "Persons")
NAMED = Text("werden genannt; nur an Berechtigte weitergeben", "are named; hand on to the entitled only")
NOT_NAMED = Text(
    "werden nicht genannt; ihre Verbindungen zählen für ihre Einheiten",
    "are not named; their ties count for their units",
)
IMPORTANT = Text("Das Wichtigste", "The most important")
CHECKED = Text("Die zehn Stellschrauben: {parts}.", "The ten Stellschrauben: {parts}.")
NOTHING = Text(
    "Zu den Fragen dieses Dossiers geben die erfassten Daten noch nichts her. Das heißt: unbekannt. Es heißt nicht, "
    "dass nichts vorhanden ist. Was zu erfassen ist, steht bei den einzelnen Fragen.",
    "What is recorded says nothing yet about the questions of this dossier. That means unknown; it does not mean that "
    "nothing is there. What to record stands with each question.",
)
PICTURE = Text("Die drei Ebenen", "The three levels")
ALT = Text(
    "Bild mit drei Stockwerken: oben die Politik, in der Mitte die Verwaltung, unten die Sozialräume mit ihren "
    "Akteuren; Linien zeigen, wer mit wem zu tun hat. {said}Alles, was im Bild steht, steht als Tabelle im Anhang.",
    "Picture with three storeys: politics on top, the administration in the middle, the Sozialräume with their actors "
    "below; lines show who deals with whom. {said}All that the picture shows stands as tables in the appendix.",
)
IN_WORDS = Text("Das Bild in Worten", "The picture in words")
STRONGEST = Text(
    "Stärkste Fahrstuhl-Verbindungen, in Klammern die Zahl der Belege: {links}",
    "Strongest lift ties, with the number of pieces of evidence: {links}",
)
SAID = Text("{what}: {names}", "{what}: {names}")
MULTIPLIERS = Text("Hervorgehoben als Multiplikatoren", "Marked as multipliers")
GAPS = Text("Hervorgehoben als Lücke", "Marked as a gap")
WOULD_CHANGE = Text("Was es ändern würde: {text}", "What would change it: {text}")
FURTHER = Text("Außerdem", "Further")
SHOWN = Text("{n} von {all} gezeigt", "{n} of {all} shown")
METHOD = Text("Verfahren und Datenlage", "Method and data")
METHOD_LEAD = Text(
    "Wie die Antworten zustande kommen, worauf sie beruhen, was sie auslassen und wie fest sie stehen.",
    "How the answers come about, what they rest on, what they leave out, and how firm they are.",
)
MET_IF = Text("Erfüllt, wenn", "Met if")
DATA = Text("Wie gut die Daten sind", "How good the data are")
APPENDIX = Text("Anhang: Belege", "Appendix: evidence")
APPENDIX_LEAD = Text(
    "Worauf sich die ersten Zeilen jeder Tabelle stützen, je Zeile die ersten {n} Belege in Worten. Alle Belege stehen "
    "in der Antwort selbst.",
    "What the first rows of each table rest on, for each row the first {n} pieces of evidence in words. The answer "
    "itself holds all evidence.",
)
ROW = Text("Zeile", "Row")
EVIDENCE = Text("Belege", "Evidence")
MORE = Text("und {n} weitere", "and {n} more")
PICTURE_TABLES = Text("Anhang: das Bild als Tabelle", "Appendix: the picture as tables")
CONTENTS = Text("Inhalt", "Contents")
PAGE = Text("Seite", "page")

WHAT_IT_IS = Text("Steckbrief", "Profile")
TYPE = Text("Typ", "type")
TIES = Text("Verbindungen", "Ties")
OUT, IN = Text("{name} – {verb} –", "{name} – {verb} –"), Text("– {verb} – {name}", "– {verb} – {name}")
NO_TIES = Text("Verbindungen sind nicht erfasst.", "No ties are recorded.")
VALID = Text("gültig", "valid")
SINCE = Text("seit {day}", "since {day}")
UNTIL = Text("bis {day}", "until {day}")
AS_OF = Text("Stand", "as of")
SOURCE = Text("Quelle", "source")
DETAILS = Text("Näheres", "details")
NEIGHBOURHOOD = Text("Die Nachbarn auf den drei Ebenen", "The neighbours on the three levels")
LEFT_OUT = Text(
    "{n} weitere Nachbarn sind des Platzes wegen nicht gezeichnet.",
    "{n} more neighbours are not drawn for want of room.",
)
IN_ANSWERS = Text("In den Antworten", "In the answers")
IN_NONE = Text("Keine Antwort nennt diesen Eintrag.", "No answer names this record.")
IN_CHECKS = Text("Als Beleg in den Stellschrauben", "As evidence in the Stellschrauben")
SPEAKS = Text("Spricht", "Speaks")
FOR, AGAINST = Text("dafür", "for it"), Text("dagegen, oder etwas fehlt", "against it, or something is lacking")
SEVERAL = Text("Mehrere Einträge heißen {name!r}.", "Several records are called {name!r}.")
TAKE_ID = Text("Die Kennung angeben: {ids}", "Give the id: {ids}")
WHAT_IT_HOLDS = Text(
    "Eine Datei für die Sitzung: das Wichtigste, Ebenenbild, Stellschrauben, Antworten mit Belegen, Verfahren.",
    "One file for the meeting: the most important, levels picture, Stellschrauben, answers with evidence, method.",
)
OF_WHAT = Text("Wovon, und als welche Datei", "Of what, and as which file")
FORMAT = Text("Datei", "file")
FETCH = Text("Dossier herunterladen", "Download the dossier")
