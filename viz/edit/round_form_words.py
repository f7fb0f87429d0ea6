"""The words of the forms of planning rounds, in both languages."""

from schema.text import Text

BEGIN = Text("Planungsrunde beginnen", "Begin a planning round")
NAME = Text("Name der Runde", "Name of the round")
SET_SCOPE = Text("Rahmen festlegen", "Set the scope")
SCOPE_OF = Text("Rahmen: {name}", "Scope: {name}")
SCOPE_HINT = Text(
    "Was hier abgewählt oder gelöscht wird, gilt als nie angegeben; es lässt sich zurücknehmen.",
    "What is taken out here counts as never said; it can be undone.",
)
PARTICIPANTS_HINT = Text("Je Zeile ein Akteur, mit Namen oder Kennung.", "One actor a line, by name or identifier.")
ABOUT_HINT = Text(
    "Je Zeile ein Akteur oder Sozialraum, mit Namen oder Kennung.",
    "One actor or Sozialraum a line, by name or identifier.",
)
ASSIGNED_HINT = Text(
    "Je Zeile ein Akteur, mit Namen oder Kennung. In der Runde wirken mit: {names}.",
    "One actor a line, by name or identifier. In the round take part: {names}.",
)
NOTHING_TO_CHOOSE = Text(
    "Es sind noch keine Fachplanungen, Zielgruppen oder Sozialräume eingetragen.",
    "No Fachplanungen, target groups or Sozialräume are recorded yet.",
)
CHOOSABLE = Text("{label} ({n})", "{label} ({n})")
FIRST_CHOICES = Text(
    "Gezeigt sind {n} von {all}; weitere lassen sich unter „Suchen und ändern“ mit der Runde verbinden.",
    "{n} of {all} are shown; more can be connected with the round at “Find and change”.",
)
CHANGE_DATES = Text("Name, Zeitraum, Phase ändern", "Change name, dates, phase")
WRITE = {
    "Notiz": Text("Notiz schreiben", "Write a note"),
    "Entscheidung": Text("Entscheidung festhalten", "Record a decision"),
    "Aufgabe": Text("Aufgabe vergeben", "Give a task"),
}
IN_ONE_SENTENCE = Text("In einem Satz", "In one sentence")
CONCERNS = Text("Betrifft außerdem", "Concerns besides")
VISIBILITY = Text("Wer es lesen darf", "Who may read it")
INTO = Text("In: {name}", "Into: {name}")
FREEZE = Text("Antworten festhalten", "Freeze the answers")
FREEZE_OF = Text("Antworten festhalten: {name}", "Freeze the answers: {name}")
FREEZE_HINT = Text(
    "Alle Fragen und Stellschrauben werden jetzt beantwortet und die Antworten im Wortlaut aufgehoben. Das kann bei "
    "vielen Daten einige Zeit dauern.",
    "All questions and checks are answered now, and the answers kept word for word. With many data this may take some "
    "time.",
)
REMARK = Text("Anlass, etwa „Auftakt“", "Occasion, say “kick-off”")
ASK_PERSONS = Text("Personen einbeziehen", "Include persons")
ASK_VISIBILITY = Text(
    "Höchste Sichtbarkeit; wer den Stand liest, braucht sie auch", "Highest visibility; readers need it too"
)
ROBUST = Text(
    "Auch prüfen, was bliebe, wenn Verbindungen fehlten (dauert länger)",
    "Check too what would remain if some ties were missing (takes longer)",
)
ALL_KOMMUNEN = Text("alle", "all")
KEPT = Text("Stand {number} ist festgehalten.", "State {number} is kept.")
