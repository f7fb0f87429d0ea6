"""The sentences of the check `counterparts`."""

from schema.text import Text

ALL = Text(
    "In allen {all} Gemeinden gibt es einen Counterpart mit Namen und Datum.",
    "All {all} Gemeinden have a counterpart with name and date.",
)
SOME = Text(
    "In {n} von {all} Gemeinden gibt es einen Counterpart mit Namen und Datum; nicht erfasst ist das für {rest}.",
    "{n} of {all} Gemeinden have a counterpart with name and date; that is not recorded for {rest}.",
)
SILENT = Text(
    "Ob die Gemeinden einen Counterpart im Kreis haben, ist unbekannt: Zwischen Kreis und Gemeinden ist kein Kontakt "
    "erfasst.",
    "Whether the Gemeinden have a counterpart in the Kreis is unknown: no contact between Kreis and Gemeinden is "
    "recorded.",
)
NOBODY = Text(
    "Ob es Counterparts in den Gemeinden gibt, ist unbekannt: Es sind keine kreisangehörigen Gemeinden erfasst.",
    "Whether there are counterparts in the Gemeinden is unknown: no Gemeinden of a Kreis are recorded.",
)
TOWN = Text(
    "„{name}“ ist eine kreisfreie Stadt und hat keine kreisangehörigen Gemeinden; die Frage stellt sich nicht.",
    "“{name}” is a town of its own without Gemeinden around it; the question does not arise.",
)
GEMEINDE = Text(
    "„{name}“ gehört selbst zu einem Kreis; gefragt ist nach Beziehungen, die vom Kreis ausgehen.",
    "“{name}” belongs to a Kreis itself; the question is about relations that start from the Kreis.",
)
NAMELESS = Text(
    "Ein Counterpart ist erfasst, aber niemand mit Namen dort (LEADS, WORKS_IN): {names}.",
    "A counterpart is recorded, but nobody by name there (LEADS, WORKS_IN): {names}.",
)
UNDATED = Text(
    "Ein Counterpart ist erfasst, aber ohne Datum des Beginns oder des letzten Kontakts: {names}.",
    "A counterpart is recorded, but without the date of its beginning or of the last contact: {names}.",
)
