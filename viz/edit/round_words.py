"""The words of the pages of planning rounds, in both languages."""

from schema.text import Text

ROUNDS = Text("Planungsrunden", "Planning rounds")
ROUND = Text("Planungsrunde", "Planning round")
ROUNDS_HINT = Text(
    "Eine Planungsrunde hält zusammen, worum es geht und wer mitwirkt, was besprochen, entschieden und aufgetragen "
    "wurde, und welche Antworten dabei auf dem Tisch lagen.",
    "A planning round keeps together what it is about and who takes part, what was talked over, decided and given to "
    "do, and which answers lay on the table.",
)
NO_ROUNDS = Text(
    "Noch keine Planungsrunde, oder keine, die mit dieser Auswahl zu sehen ist.",
    "No planning round yet, or none that this selection lets see.",
)
SHOW_DIFFERENTLY = Text("Anders anzeigen", "Show differently")
SHOW_ALL = Text("Alles zeigen, auch Internes und Personen", "Show everything, internal records and persons too")
INTERNAL_HINT = Text(
    "Vermerke sind meist intern. Wer angemeldet ist, kann sie unter „Anders anzeigen“ einblenden.",
    "Notes are mostly internal. Who is signed in can let them appear at “Show differently”.",
)
PHASE = Text("Phase", "Phase")
BEGINS = Text("Beginn", "Start")
ENDS = Text("Ende", "End")
ABOUT = Text("Worum es geht", "What it is about")
PARTICIPANTS = Text("Wer mitwirkt", "Who takes part")
TASKS = Text("Aufgaben", "Tasks")
TALLY = Text(
    "{open} offen, {overdue} überfällig, {done} erledigt",
    "{open} open, {overdue} overdue, {done} done",
)
TALLY_ON = Text("Aufgaben am {day}: {tally}.", "Tasks on {day}: {tally}.")
SCOPE = Text("Rahmen", "Scope")
NOTHING_SAID = Text("Noch nichts angegeben.", "Nothing said yet.")
NOTES = Text("Vermerke, Entscheidungen, Aufgaben", "Notes, decisions, tasks")
NOTE = Text("Vermerk", "Note")
NOTED_ON = Text("Vermerkt am", "Noted on")
ASSIGNED = Text("Übertragen an", "Assigned to")
DUE_ON = Text("Fällig am", "Due on")
CONCERNED = Text("Betrifft", "Concerns")
NO_NOTES = Text("Hier ist noch nichts vermerkt.", "Nothing is noted here yet.")
WORDING = Text("Wortlaut", "Wording")
ENTER_DONE = Text("Erledigt", "Done")
DONE_TODAY = Text("Ab heute als erledigt eintragen: {name}", "Enter as done from today: {name}")
CHANGE_OF = Text("Ändern: {name}", "Change: {name}")
PERHAPS_PERSONS = Text(
    "Wo niemand genannt ist, kann die Aufgabe einer Person übertragen sein; „Personen einbeziehen“ nennt sie.",
    "Where nobody is named, the task may be assigned to a person; “include persons” names them.",
)

STATES = Text("Festgehaltene Antworten", "Frozen answers")
STATES_HINT = Text(
    "Jeder Stand bewahrt alle Antworten im Wortlaut, so wie sie an jenem Tag gegeben wurden. Die Daten haben heute die "
    "Version {version}.",
    "Each state keeps all answers word for word, as they were given on that day. Today the data have version "
    "{version}.",
)
NO_STATES = Text(
    "Mit dieser Auswahl ist kein festgehaltener Stand zu lesen.", "No frozen state may be read with this selection."
)
STATES_FOR_WHOM = Text(
    "Festgehaltene Antworten und den Fortschritt kann lesen, wer angemeldet ist.",
    "Who is signed in can read frozen answers and the progress.",
)
NUMBER = Text("Stand", "State")
KEPT_ON = Text("Festgehalten am", "Kept on")
WHO = Text("Von", "By")
OCCASION = Text("Anlass", "Occasion")
DATA_VERSION = Text("Datenversion", "Data version")
AS_NOW = Text("{n} (wie heute)", "{n} (as today)")
PROGRAM = Text("Programmversion", "Program version")
DAY = Text("Stichtag", "As of")
KOMMUNE = Text("Kommune", "Kommune")
RIGHTS = Text("Erfragt mit", "Asked with")
PERSONS = {True: Text("mit Personen", "with persons"), False: Text("ohne Personen", "without persons")}
STATE_OF = Text("Stand {number} von „{name}“", "State {number} of “{name}”")
SEE_STATE = Text("Lesen und mit heute vergleichen", "Read, and compare with today")
COMPARED_WITH_TODAY = Text("Was heute anders ist", "What differs today")
NOT_COMPARABLE = Text(
    "Mit heute lässt sich dieser Stand nicht vergleichen: {why}", "This state cannot be compared with today: {why}"
)
SAME_VERSION = Text(
    "Die Daten sind seither dieselben (Version {n}).", "The data have been the same since (version {n})."
)
VERSIONS = Text(
    "Festgehalten bei Datenversion {before}, heute ist es Version {after}.",
    "Kept at data version {before}; today it is version {after}.",
)
DAYS = Text(
    "Gefragt war zum Stichtag {then}, verglichen wird mit dem {now}: Auch die Zeit dazwischen kann etwas ändern.",
    "It was asked as of {then} and is compared with {now}: the time between may change something too.",
)
ANSWERS = Text("Die Antworten von damals", "The answers of then")
QUESTION = Text("Frage", "Question")
IN_SHORT = Text("Das Wichtigste", "In short")
READ_ANSWER = Text("Wortlaut lesen: {title}", "Read word for word: {title}")
ASK_TODAY = Text("Dieselbe Frage heute", "The same question today")
ANSWER_OF = Text(
    "So beantwortet am {day} bei Datenversion {version}.", "Answered like this on {day} at data version {version}."
)
BACK_TO_STATE = Text("Zum ganzen Stand {number}", "To the whole state {number}")
BACK_TO_ROUND = Text("Zur Planungsrunde", "To the planning round")
ABOUT_ROUND = Text(
    "Fragen zu einem Gegenstand sind zu dieser Runde gestellt.", "Questions about a matter are asked about this round."
)
AS_JSON = Text("Derselbe Stand für Programme (JSON)", "The same state for programs (JSON)")
FORGET = Text("Diesen Stand löschen", "Delete this state")
FORGET_HINT = Text(
    "Alle Antworten dieses Stands sind danach fort und lassen sich nicht zurückholen; die Daten bleiben, wie sie sind.",
    "All answers of this state are gone then and cannot be fetched back; the data stay as they are.",
)
FORGET_SURE = Text("Ja, löschen", "Yes, delete")

PROGRESS = Text("Fortschritt", "Progress")
PROGRESS_HINT = Text(
    "Zwei festgehaltene Stände nebeneinander, auch aus zwei Runden. Ohne Auswahl sind es die letzten beiden.",
    "Two frozen states beside each other, of two rounds if wanted. Without a choice they are the last two.",
)
FIRST = Text("Früherer Stand", "Earlier state")
LAST = Text("Späterer Stand", "Later state")
THIS_ROUND = Text("dieser Runde", "this round")
BY_ITSELF = Text("von selbst wählen", "choose by itself")
TASKS_ON = Text("Aufgaben, wie sie an diesem Tag stehen", "Tasks as they stand on this day")
COMPARE = Text("Vergleichen", "Compare")
WHAT_MOVED = Text("Was sich bewegt hat", "What moved")
OTHER_STATES = Text("Andere Stände vergleichen", "Compare other states")
PROGRESS_OF = Text("Fortschritt: {name}", "Progress: {name}")
PAIR = Text("Von {before} zu {after}.", "From {before} to {after}.")
ONE_STATE = Text(
    "Stand {number} („{name}“, {day}, Datenversion {version})",
    "state {number} (“{name}”, {day}, data version {version})",
)
CHECKS = Text("Stellschrauben", "Stellschrauben")
CHECKS_MOVED = Text("{n} von {of} Stellschrauben stehen anders.", "{n} of {of} Stellschrauben have another status.")
NO_CHECK_MOVED = Text("Keine Stellschraube steht anders.", "No Stellschraube has another status.")
CHECK_NUMBER = Text("Nr.", "No.")
STELLSCHRAUBE = Text("Stellschraube", "Stellschraube")
STATUS = Text("Stand", "Status")
SENTENCE = Text("Befund nachher", "Finding after")
COUNTS = Text("Wie viel jede Frage findet", "How much each question finds")
NO_COUNTS = Text("Keine Antwort fällt anders aus.", "No answer turns out differently.")
MOVED = Text("Befunde, die anders sind", "Findings that differ")
MOVED_HINT = Text(
    "Von jeder Tabelle höchstens zehn; gezählt sind oben alle.", "At most ten of each table; all are counted above."
)
TASKS_MOVED = Text("Aufgaben und Entscheidungen", "Tasks and decisions")
THEN_AND_NOW = Text("Damals: {before}. Am {day}: {after}.", "Then: {before}. On {day}: {after}.")
RESERVATIONS = Text("Was beim Vergleichen zu bedenken ist", "What to bear in mind")
