"""The words of the pages on which data are changed, in both languages."""

from schema.text import Text

SIGN_IN = Text("Anmelden", "Sign in")
SIGN_OUT = Text("Abmelden", "Sign out")
SIGNED_IN = Text("Dieser Browser ist angemeldet.", "This browser is signed in.")
GO_ON = Text("Weiter", "Go on")
WHY_SIGN_IN = Text(
    "Wer angemeldet ist, kann Daten ändern und auch sehen, was nicht öffentlich ist.",
    "Who is signed in can change data, and see what is not public.",
)
TOKEN = Text("Schlüssel", "Token")
TOKEN_HINT = Text(
    "Er steht dort, wo „fahrstuhl serve“ gestartet wurde. Die Anmeldung endet nach acht Stunden ohne Benutzung und "
    "mit dem Dienst.",
    "It stands where “fahrstuhl serve” was started. The sign-in ends after eight hours without use, and with the "
    "service.",
)
WRONG_TOKEN = Text("Das ist nicht der Schlüssel dieses Dienstes.", "This is not the token of this service.")

EDIT = Text("Bearbeiten", "Edit")
TASKS = Text("Aufgaben", "Tasks")
FIND_AND_CHANGE = Text("Suchen und ändern", "Find and change")
SCENARIOS = Text("Szenarien", "Scenarios")
READ_IN = Text("Einlesen", "Import")
DUPLICATES = Text("Doppelte", "Duplicates")
CHANGES = Text("Änderungen", "Changes")
IN_SCENARIO = Text(
    "Sie arbeiten im Szenario „{name}“: Die Daten bleiben, wie sie sind.",
    "You are working in the scenario “{name}”: the data stay as they are.",
)
LEAVE_SCENARIO = Text("Szenario verlassen", "Leave the scenario")
SEE_SCENARIO = Text("Szenario ansehen", "See the scenario")
SEARCH = Text("Suchen", "Search")
PART_OF_NAME = Text("Teil eines Namens", "Part of a name")
HITS = Text("Gefunden zu „{q}“", "Found for “{q}”")
NO_HITS = Text(
    "Zu „{q}“ ist nichts zu finden. Gesucht wird in Namen, Kurznamen und Nummern.",
    "Nothing is to be found for “{q}”. Names, short names and numbers are searched.",
)
NEW_RECORD = Text("Neu anlegen", "Add")
NEW_OF = Text("Neu: {type}", "New: {type}")
NAME = Text("Name", "Name")
TYPE = Text("Art", "Type")
LEVEL = Text("Ebene", "Level")
IDENTIFIER = Text("Kennung", "Identifier")
FIELDS = Text("Was eingetragen ist", "What is recorded")
TIES = Text("Verbindungen ({n})", "Ties ({n})")
FIRST_TIES = Text("Gezeigt sind die ersten {n} von {all}.", "The first {n} of {all} are shown.")
NO_TIES = Text("Noch keine Verbindungen.", "No ties yet.")
TIE = Text("Verbindung", "Tie")
WITH = Text("Mit", "With")
FROM_TO = Text("Gültig", "Valid")
SOURCE = Text("Quelle", "Source")
TO_DO = Text("Tun", "Do")
OPEN_TIE = Text("Verbindung öffnen", "Open the tie")
CHANGE = Text("Ändern", "Change")
END = Text("Beenden", "End")
CONNECT = Text("Verbinden", "Connect")
REMOVE = Text("Entfernen", "Remove")
HISTORY = Text("Verlauf", "History")
SAVE = Text("Speichern", "Save")
CANCEL = Text("Abbrechen", "Cancel")
CHANGE_OF = Text("Ändern: {what}", "Change: {what}")
WHAT = Text("Worum es geht", "What it is about")
WHEN = Text("Zeit und Herkunft", "Time and source")
GUARDED = Text("Schutz und Sonderfälle", "Protection and special cases")
WHY = Text("Warum (steht im Verlauf)", "Why (stands in the history)")
NEEDED = Text("nötig", "needed")
ONE_A_LINE = Text("Je Zeile ein Wert.", "One value a line.")
SUGGESTED = Text("Ein Wert der Liste, oder ein anderer.", "A value of the list, or another one.")
ID_HINT = Text("Leer: wird aus dem Namen gebildet.", "Empty: made of the name.")
SOURCE_HINT = Text("Leer: „{source}“.", "Empty: “{source}”.")
ENDS_FIXED = Text("Von {a} nach {b}", "From {a} to {b}")
END_OF = Text("Beenden: {what}", "End: {what}")
END_HINT = Text(
    "Was endet, bleibt mit seinem Verlauf gespeichert; ab dem Tag danach zählt es nicht mehr. Mit dem Eintrag enden "
    "seine offenen Verbindungen: {n}.",
    "What ends stays stored with its history; from the next day on it does not count. The open ties of the record end "
    "with it: {n}.",
)
LAST_DAY = Text("Letzter Tag", "Last day")
BAD_DAY = Text("Letzter Tag: ist kein Datum (JJJJ-MM-TT)", "Last day: is not a date (YYYY-MM-DD)")
REMOVE_OF = Text("Entfernen: {what}", "Remove: {what}")
REMOVE_HINT = Text(
    "Entfernen heißt: als wäre es nie da gewesen, etwa nach einem Irrtum. Was es gab und nun nicht mehr gibt, wird "
    "besser beendet. Mit dem Eintrag gehen seine Verbindungen: {n}. Es lässt sich zurücknehmen.",
    "Removing means: as if it had never been, say after a mistake. What was and is no more is better ended. The ties "
    "of the record go with it: {n}. It can be undone.",
)
CONNECT_OF = Text("Verbinden: {what}", "Connect: {what}")
CONNECT_HOW = Text("Wie ist es verbunden?", "How is it connected?")
CONNECT_WHOM = Text("Mit wem?", "With whom?")
AWAY = Text("{verb} →", "{verb} →")
BACK = Text("← {verb}", "← {verb}")
CHOOSE = Text("Auswählen", "Choose")
REFUSED = Text("Das wurde nicht gespeichert", "This was not saved")
SEE_FIELDS = Text("Die bezeichneten Felder berichtigen.", "Mend the fields marked.")
DONE = Text("Gespeichert als Änderung {id}.", "Saved as change {id}.")
DONE_SCENARIO = Text("Im Szenario eingetragen.", "Entered in the scenario.")
NOTHING_DONE = Text("Es war nichts zu ändern.", "There was nothing to change.")
UNDO = Text("Zurücknehmen", "Undo")
REDO = Text("Wiederherstellen", "Redo")
YES = Text("ja", "yes")
NO = Text("nein", "no")
NOT_GIVEN = Text("ohne Angabe", "not given")

FIRST_VISIT = Text("Hier ist noch nichts: vier Wege zum ersten Bild", "Nothing here yet: four ways to a first picture")
FIRST_HINT = Text(
    "Vor jedem Einlesen zeigt eine Vorschau, was sich ändern würde; alles lässt sich zurücknehmen.",
    "Before each import a preview shows what would change; everything can be undone.",
)
FIRST_EXAMPLE = Text("Ein Beispiel ansehen", "Look at an example")
FIRST_EXAMPLE_HINT = Text(
    "Ein erfundener Landkreis mit Fachbereichen, Gremien und Sozialräumen.",
    "An invented Landkreis with departments, committees and Sozialräume.",
)
TRY_EXAMPLE = Text("Beispiel einlesen", "Import the example")
FIRST_TEMPLATE = Text("Eine Excel-Vorlage ausfüllen", "Fill in an Excel template")
FIRST_TEMPLATE_HINT = Text(
    "Ein Blatt je Art von Eintrag, mit Auswahllisten, Erklärungen und Beispielen.",
    "A sheet for each type of record, with drop-downs, explanations and examples.",
)
GET_TEMPLATE = Text("Vorlage herunterladen", "Download the template")
FIRST_FILE = Text("Eine Datei einlesen", "Import a file")
FIRST_FILE_HINT = Text(
    "Tabellen (Excel, CSV), Organigramme, OParl-Ausgaben, Netzwerkdateien; ein Ordner als ZIP-Archiv.",
    "Tables (Excel, CSV), organisation charts, OParl exports, network files; a folder as a ZIP archive.",
)
UPLOAD = Text("Datei auswählen", "Choose a file")
FIRST_OPARL = Text("Das Ratsinformationssystem anbinden", "Connect the council information system")
FIRST_OPARL_HINT = Text(
    "Eine OParl-Adresse oder einen Ordner liest die Befehlszeile ein; dazu diesen Dienst vorher beenden.",
    "An OParl address or a folder is imported on the command line; end this service before.",
)
OPARL_COMMAND = Text("fahrstuhl import https://…/oparl/system", "fahrstuhl import https://…/oparl/system")
FOLDER_COMMAND = Text("fahrstuhl import ORDNER", "fahrstuhl import FOLDER")

TO_RECORD = Text("Zum Eintrag", "To the record")
HISTORY_HINT = Text(
    "Jede Änderung lässt sich zurücknehmen, solange keine spätere auf ihr aufbaut. Zeiten in UTC.",
    "Each change can be undone as long as no later one stands on it. Times in UTC.",
)
CHANGE_NUMBER = Text("Nr.", "No.")
WHEN_CHANGED = Text("Wann", "When")
WHO = Text("Wer", "Who")
WHY_CHANGED = Text("Warum", "Why")
EXTENT = Text("Umfang", "Extent")
EXTENT_OF = Text(
    "{new} neu, {changed} geändert, {ended} beendet, {removed} entfernt",
    "{new} new, {changed} changed, {ended} ended, {removed} removed",
)
UNDONE_BY = Text("zurückgenommen durch {id}", "undone by {id}")
CHANGE_OF_CHANGE = Text("betrifft Änderung {id}", "concerns change {id}")
OLDER = Text("Ältere Änderungen", "Older changes")
NO_CHANGES = Text("Noch keine Änderungen.", "No changes yet.")

SCENARIO_HINT = Text(
    "Ein Szenario ist ein Plan neben den Daten: eintragen, mit jeder Frage und Stellschraube ansehen, dann übernehmen "
    "oder verwerfen.",
    "A scenario is a plan beside the data: enter it, look at it with every question and Stellschraube, then adopt or "
    "discard it.",
)
TITLE = Text("Titel", "Title")
STEPS = Text("Was es ändert ({n})", "What it changes ({n})")
STEP_COUNT = Text("Einträge", "Records")
STATE_OF = Text("Stand", "State")
OPEN = Text("offen", "open")
ADOPTED = Text("übernommen durch Änderung {id}", "adopted by change {id}")
NO_SCENARIOS = Text("Noch keine Szenarien.", "No scenarios yet.")
NO_STEPS = Text(
    "Es ändert noch nichts. „Im Szenario arbeiten“ führt zu denselben Formularen wie bei den Daten.",
    "It changes nothing yet. “Work in the scenario” leads to the same forms as for the data.",
)
BEGIN = Text("Szenario beginnen", "Begin a scenario")
BEGIN_NAME = Text("Name (Buchstaben, Ziffern, Leerzeichen, Punkt, Strich)", "Name (letters, digits, spaces, . and -)")
DAY = Text("Stichtag", "As of")
LIKE = Text("Wie", "Like")
EMPTY = Text("leer", "empty")
SIDE_BY_SIDE = Text("Nebeneinander", "Side by side")
CHOOSE_SOME = Text("Höchstens {n} auswählen.", "Choose at most {n}.")
COMPARE = Text("Vergleichen", "Compare")
WORK_IN = Text("Im Szenario arbeiten", "Work in the scenario")
BEFORE_AND_AFTER = Text("Vorher und nachher", "Before and after")
AS_PICTURE = Text("Als Ebenenbild", "As the levels view")
AS_CHECKS = Text("Als Stellschrauben", "As Stellschrauben")
FATE = Text("Was", "What")
RECORD_HEAD = Text("Eintrag", "Record")
MOVED = Text("Felder: vorher → nachher", "Fields: before → after")
TAKE_OUT = Text("Herausnehmen", "Take out")
ADOPT = Text("In die Daten übernehmen", "Adopt into the data")
ADOPT_HINT = Text(
    "Alle Schritte werden als eine Änderung geschrieben, die sich zurücknehmen lässt.",
    "All steps are written as one change, which can be undone.",
)
DISCARD = Text("Szenario verwerfen", "Discard the scenario")
DISCARD_HINT = Text(
    "Der Plan ist danach fort und lässt sich nicht zurückholen; was davon übernommen ist, bleibt.",
    "The plan is gone then and cannot be fetched back; what was adopted of it stays.",
)
DISCARD_SURE = Text("Ja, verwerfen", "Yes, discard")
SEE_CHANGE = Text("Zur Änderung", "To the change")
AS_IT_IS = Text("Daten, wie sie sind", "Data as they are")
STELLSCHRAUBE = Text("Stellschraube", "Stellschraube")
QUESTION = Text("Frage", "Question")
FINDINGS_OF = Text("Wie viel jede Frage findet", "How much each question finds")
CHOOSE_ONE = Text("Zum Vergleichen ein bis fünf Szenarien auswählen.", "Choose one to five scenarios to compare.")
TAKE_PROPOSAL = Text("Vorschlag als Szenario: {title}", "Proposal as a scenario: {title}")
TAKE_HINT = Text(
    "Die vorgeschlagenen Einträge kommen in ein Szenario; die Daten bleiben, wie sie sind.",
    "The proposed records go into a scenario; the data stay as they are.",
)
INTO = Text("In welches Szenario", "Into which scenario")
A_NEW_ONE = Text("ein neues, mit diesem Namen:", "a new one, with this name:")
TAKE_OVER = Text("Übernehmen", "Take over")
BAD_DATE = Text("Stichtag: ist kein Datum (JJJJ-MM-TT)", "As of: is not a date (YYYY-MM-DD)")

IMPORT_HINT = Text(
    "Zuerst zeigt eine Vorschau, was neu wäre, sich änderte und endete; geschrieben wird erst auf Wunsch.",
    "First a preview shows what would be new, change and end; it is written only when you say so.",
)
FILE = Text("Datei (höchstens {n} MB; ein Ordner als ZIP-Archiv)", "File (at most {n} MB; a folder as a ZIP archive)")
NO_FILE = Text("Datei: keine ausgewählt", "File: none chosen")
BAD_FILE_NAME = Text(
    "Datei: Der Name beginnt mit einem Punkt, enthält unzulässige Zeichen oder ist länger als 120.",
    "File: the name begins with a full stop, holds signs that are not allowed, or is longer than 120.",
)
KIND_OF_SOURCE = Text("Art der Quelle", "Kind of source")
FIND_OUT = Text("selbst erkennen", "find out")
KOMMUNE_KEY = Text("AGS der Kommune, wenn die Quelle sie nicht nennt", "Key of the Kommune, if the source is silent")
BAD_KEY = Text("AGS: sind fünf oder acht Ziffern", "Key: five or eight digits")
COMPLETE = Text(
    "Die Quelle ist vollständig: Was in ihr fehlt, hat geendet.", "The source is complete: what it lacks has ended."
)
KEEP_GOOD = Text(
    "Lesbares auch dann einlesen, wenn Einträge abgelehnt werden.", "Import what is good even if records are refused."
)
PREVIEW = Text("Vorschau", "Preview")
PREVIEW_OF = Text("Vorschau: {name}", "Preview: {name}")
IMPORT_OF = Text("Eingelesen: {name}", "Imported: {name}")
UNDERWAY = Text(
    "Wird gelesen. Diese Seite lädt sich jede zweite Sekunde neu.",
    "Being read. This page loads anew every other second.",
)
LOAD_AGAIN = Text("Neu laden", "Load again")
SO_FAR = Text("Bisher geschrieben: {n} Einträge, {rate} je Sekunde", "Written so far: {n} records, {rate} a second")
READ_SO_FAR = Text("Gelesen", "Read")
WOULD_BE = Text(
    "{new} neu, {changed} geändert, {ended} beendet, {unchanged} wie bisher, {refused} abgelehnt",
    "{new} new, {changed} changed, {ended} ended, {unchanged} as they were, {refused} refused",
)
NOT_YET = Text("Noch ist nichts geschrieben.", "Nothing is written yet.")
WRITTEN = Text("Geschrieben als Änderung {id}.", "Written as change {id}.")
NOTHING_NEW = Text("Nichts Neues: Der Bestand ist, wie er war.", "Nothing new: what is stored is as it was.")
WRITE = Text("So einlesen", "Import like this")
THROW_AWAY = Text("Verwerfen", "Discard")
TO_LEVELS = Text("Zum Ebenenbild", "To the levels view")
STANDING = Text("Geändert und beendet", "Changed and ended")
NEW_ONES = Text("Neu", "New")
FIRST_OF = Text("Gezeigt sind die ersten {n} von {all}.", "The first {n} of {all} are shown.")
FATE_NEW = Text("neu", "new")
FATE_CHANGED = Text("geändert", "changed")
FATE_ENDED = Text("beendet", "ended")
CONTRADICTS = Text("anders als {source}", "other than {source}")
ODD = Text("Abgelehntes und Auffälliges ({n})", "Refused and odd ({n})")
PLACE = Text("Stelle", "Place")
WHAT_IS_ODD = Text("Was", "What")
ODD_REFUSED = Text("abgelehnt", "refused")
MAYBE_TWICE = Text(
    "Vielleicht doppelt: {n} Paare. Nach dem Einlesen unter „Doppelte“ beurteilen.",
    "Perhaps twice: {n} pairs. Judge them at “Duplicates” after the import.",
)

DUPLICATES_HINT = Text(
    "Paare mit fast gleichem Namen, die sichersten zuerst. Wird ein Paar als dasselbe beurteilt, gehen die "
    "Verbindungen des zweiten auf das erste über; das lässt sich zurücknehmen.",
    "Pairs with nearly the same name, the surest first. Where a pair is judged to be the same, the ties of the second "
    "go over to the first; this can be undone.",
)
NO_SUSPECTS = Text("Kein Verdacht auf Doppelte.", "No suspected duplicates.")
SUSPECTS = Text("Noch nicht beurteilt ({n})", "Not judged yet ({n})")
FIRST_ONE = Text("Bleibt", "Stays")
SECOND_ONE = Text("Geht darin auf", "Goes into it")
REASONS = Text("Was dafür spricht", "What speaks for it")
SAME = Text("dasselbe", "the same")
DIFFERENT = Text("zwei verschiedene", "two different ones")
UNSURE = Text("noch unklar", "not clear yet")
JUDGED = Text("Beurteilt ({n})", "Judged ({n})")
VERDICT = Text("Urteil", "Verdict")
TAKE_JUDGEMENT_BACK = Text("Zurücknehmen", "Undo")
