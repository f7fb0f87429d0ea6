"""The words of the view of the network, in both languages."""

from schema.text import Text
from viz.network_words import MORE, NOBODY
from viz.network_words import SCRIPT as FILE_SCRIPT

ASKS = Text(
    "Wer ist mit wem verbunden? Oben die Politik, darunter die Verwaltung, unten die Lebenswelt.",
    "Who is tied to whom? Politics on top, below it the administration, lifeworld at the bottom.",
)
FILTER = Text("Filter", "Filter")
SHOW = Text("Anzeigen", "Show")
PICTURE_LABEL = Text(
    "Netzbild: Pfeiltasten gehen zu Nachbarn, Eingabe wählt, Esc hebt auf, + und − vergrößern und verkleinern. "
    "Dasselbe steht in der Tabelle.",
    "Picture of the network: arrow keys go to neighbours, Enter chooses, Esc lets go, + and − zoom. The table says "
    "the same.",
)
HINT = Text(
    "Ziehen verschiebt, Rad oder zwei Finger vergrößern, ein Klick wählt. Mit der Tastatur: Tab führt ins Bild, "
    "Pfeiltasten gehen zu Nachbarn, Eingabe wählt, Esc hebt die Wahl auf.",
    "Drag to move, wheel or two fingers to zoom, click to choose. By keyboard: Tab leads into the picture, arrow keys "
    "go to neighbours, Enter chooses, Esc lets go.",
)
LEGEND = Text("Legende: Farbe nach {colour}, Größe nach {size}", "Legend: colour by {colour}, size by {size}")
SHAPES = Text(
    "Form: Kreis = Akteur, Quadrat = Raum, Raute = Vorhaben oder Papier",
    "Shape: circle = actor, square = place, diamond = matter or paper",
)
CHOSEN = Text("Ausgewählt", "Chosen")
NOT_HERE = Text(
    "Der gewählte Knoten ist an diesem Stichtag oder in dieser Ansicht nicht da.",
    "The chosen node is not there on this day or in this view.",
)
ACTOR_PAGE = Text("Alles dazu", "Everything about it")
LET_GO = Text("Wahl aufheben", "Let go")
NEIGHBOURS = Text("Nachbarn", "Neighbours")
DAY = Text("Zeitpunkt wählen", "Choose a day")
DAY_RANGE = Text("von {first} bis {last}", "from {first} to {last}")
ALL_TIMES = Text("alle Zeiten", "all times")
NO_SCRIPT = Text(
    "Ohne JavaScript steht hier ein festes Bild der größten Knoten; die Tabelle darunter sagt dasselbe und führt "
    "weiter.",
    "Without JavaScript a fixed picture of the largest nodes stands here; the table below says the same and leads on.",
)
CUT = Text(
    "{n} von {m} gezeigt: die mit dem höchsten Wert bei „{size}“, denn mehr als {most} zeichnet ein Browser nicht "
    "flüssig. Enger filtern, oder einen Knoten suchen und wählen: Dann ist seine Nachbarschaft dabei.",
    "{n} of {m} shown: those with the highest value of “{size}”, since a browser does not draw more than {most} "
    "fluently. Narrow the filter, or search and choose a node: then its neighbourhood is there too.",
)
SAMPLED = Text(
    "Die Lage zwischen anderen ist aus einer Stichprobe von {n} Ausgangspunkten geschätzt.",
    "The position between others is estimated from a sample of {n} sources.",
)
SMALL_FILE = Text("HTML, klein und mit Belegen", "HTML, small and with evidence")
LARGEST = Text("{n} von {m} gezeichnet: die größten", "{n} of {m} drawn: the largest")

SCRIPT = {
    **{
        name: FILE_SCRIPT[name]
        for name in ("hidden", "shown", "matches", "derived", "more", "stop", "start", "nameless", "added")
    },
    "empty": Text("Keine Daten.", "No data."),
    "one": Text("{type}, {level}, Verbindungen: {n}", "{type}, {level}, ties: {n}"),
    "nobody": NOBODY,
    "page": ACTOR_PAGE,
    "letGo": LET_GO,
}
"""What the view's own script says; `{n}` is filled there."""

CARRIED = {
    **SCRIPT,
    "source": Text("Quelle des Eintrags: {source}", "Source of the record: {source}"),
    "evidence": Text("Belege: {n}, Quelle: {source}", "Pieces of evidence: {n}, source: {source}"),
    "moreRows": MORE,
}
"""What the script of the file says beside that."""
