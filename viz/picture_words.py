"""The words that the pages of the pictures have in common, in both languages."""

from schema.text import Text

NETWORK = Text("Netz", "Network")
CYPHER = Text("Cypher", "Cypher")
MATRIX = Text("Matrix", "Matrix")
POSITIONS = Text("Positionen", "Positions")
MAP = Text("Karte", "Map")
PICTURE = Text("Das Bild", "The picture")
KINDS = Text("Arten des Bildes", "Kinds of the picture")
SHOW_DIFFERENTLY = Text("Anders zeigen", "Show differently")
HINT = Text(
    "Eine Marke anklicken führt zu ihrer Zeile mit den Belegen. Mit der Tastatur: Tab führt in das Bild, Pfeiltasten "
    "bewegen, Eingabe folgt.",
    "Click a mark to get to its row with the evidence. By keyboard: Tab leads into the picture, arrow keys move, Enter "
    "follows.",
)
HINT_FILE = Text(
    "Eine Marke anklicken führt zu ihrer Zeile mit den Belegen.", "Click a mark to get to its row with the evidence."
)
FILES = Text("Als Datei: ", "As a file: ")
SHOWN = Text("{n} von {m} gezeigt: {why}", "{n} of {m} shown: {why}")
EMPTY = Text("nichts erfasst", "nothing recorded")
MORE = Text("und {n} weitere", "and {n} more")
