"""The words of the picture, in both languages."""

from schema.levels import Level
from schema.text import Text

QUESTION = Text(
    "Wer verbindet Politik, Verwaltung und Lebenswelt?", "Who links politics, administration and the lifeworld?"
)
MORE = Text("+{n} weitere", "+{n} more")
NAMELESS = Text("(ohne Namen)", "(without a name)")
UNITS = Text("{n} Einheiten", "{n} units")
OTHER_AREAS = Text("{n} Räume anderer Zuschnitte", "{n} areas of other divisions")
SUMMED_UP = Text("zusammengefasst", "summed up")
TIES = Text("{n} Verbindungen", "{n} ties")
MULTIPLIER = Text("Multiplikator", "multiplier")
GAP = Text("Lücke", "gap")
NO_LIFT = Text("kein Fahrstuhl", "no lift")
NO_ACTORS = Text("keine Akteure", "no actors")
NO_LIFT_WHY = Text(
    "keine erfasste Verbindung zu Verwaltung oder Politik", "no recorded tie to administration or politics"
)
NO_ACTORS_WHY = Text("keine erfassten Akteure im Raum", "no recorded actors in the area")
WHYS = {NO_LIFT: NO_LIFT_WHY, NO_ACTORS: NO_ACTORS_WHY}
"""The sentence to each of the two words."""
NO_AREA = Text("Ohne Raumbezug", "no area given")
BESIDES = Text("Außerdem", "besides")
NO_DEZERNAT = Text("Ohne Dezernat", "outside the Dezernate")
NO_KOMMUNE = Text("Ohne Kommune", "no municipality given")
GROUPED_AREAS = Text("Räume einer Kommune", "areas of a municipality")
UNKNOWN = Text("Ebene unbekannt", "level unknown")
UNKNOWN_SHORT = Text("Unbekannt", "Unknown")
UNKNOWN_NOTE = Text("Ebene steht nicht in den Daten", "level not in the data")
SUBTITLES = {
    Level.POLITICS: Text("Rat, Ausschüsse, Fraktionen", "council, committees, groups"),
    Level.ADMINISTRATION: Text("Dezernate und Ämter", "directorates and offices"),
    Level.LIFEWORLD: Text("Sozialräume und ihre Akteure", "areas and their actors"),
}
EMPTY = {
    Level.POLITICS: Text("Keine Gremien in den Daten", "no political bodies in the data"),
    Level.ADMINISTRATION: Text("Keine Verwaltungseinheiten in den Daten", "no departments in the data"),
    Level.LIFEWORLD: Text("Keine Sozialräume oder Akteure in den Daten", "no areas or actors in the data"),
}
LIFT_DERIVED = Text("aus Vorlagen abgeleitet", "derived from papers")
LEGEND_LIFT = Text("Fahrstuhl (zwischen den Ebenen)", "lift (between the levels)")
LEGEND_SIDE = Text("Zusammenarbeit (auf einer Ebene)", "cooperation (on one level)")
LEGEND_MULTIPLIER = Text("Multiplikator", "multiplier")
LEGEND_GAP = Text("Lücke in den Daten", "gap in the data")
LEGEND_REST = Text("zusammengefasst", "summed up")
LEGEND_WIDTH = Text("Strichstärke: Zahl der Belege", "line width: pieces of evidence")
DRAWN_LIFT = Text(
    "Fahrstuhl-Verbindungen: {drawn} von {all} gezeichnet (die stärksten)",
    "Lift ties: {drawn} of {all} drawn (the strongest)",
)
DRAWN_SIDE = Text("Zusammenarbeit: {drawn} von {all} gezeichnet", "cooperation: {drawn} of {all} drawn")
NOT_LIFEWORLD = Text(
    "Akteure der Lebenswelt sind nicht erfasst: Ob es Lücken gibt, ist unbekannt.",
    "No actors of the lifeworld are recorded: whether there are gaps is unknown.",
)
NO_LIFTS_AT_ALL = Text(
    "Keine einzige Verbindung zwischen den Ebenen ist erfasst: Ob es Lücken gibt, ist unbekannt.",
    "Not one tie between the levels is recorded: whether there are gaps is unknown.",
)
NOT_DRAWN_PERSONS = Text("{n} Personen nicht gezeigt", "{n} persons not shown")
NOT_DRAWN_PLACEHOLDERS = Text(
    "{n} Platzhalter („Offen“, „N. N.“) nicht gezeigt", "{n} placeholders (“open”, “N.N.”) not shown"
)
NOT_DRAWN_MATTERS = Text(
    "{n} Dokumente, Prozesse und andere Gegenstände stehen auf keiner Ebene",
    "{n} documents, processes and other matters stand on no level",
)
TO_UNKNOWN = Text("{n} zu Akteuren unbekannter Ebene nicht gezeichnet", "{n} to actors of unknown level not drawn")
WHY = Text("{what}: {why}", "{what}: {why}")
KIND_LIFT = Text("Fahrstuhl", "lift")
KIND_SIDE = Text("Zusammenarbeit", "cooperation")
SHARED = Text("gemeinsam: {names}", "shared: {names}")
NO_CONTACT = Text("kein Kontakt erfasst", "no contact recorded")
LEGEND_MISSING = Text("gemeinsame Aufgabe, kein Kontakt", "shared concern, no contact")
DRAWN_PAIRS = Text(
    "Gemeinsame Aufgaben ohne Kontakt: die {drawn} gewichtigsten gezeichnet",
    "Shared concerns without contact: the {drawn} weightiest drawn",
)
NEW = Text("neu im Szenario", "new in the scenario")
NEW_TIES = Text("neue Verbindungen", "new ties")
NEW_KIND = Text("{kind}, neu im Szenario", "{kind}, new in the scenario")
GONE = Text("Mit dem Szenario fallen weg: {names}; {ties}", "With the scenario there go: {names}; {ties}")
NOTHING = Text("Noch keine Daten.", "No data yet.")
