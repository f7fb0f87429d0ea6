"""The words of the network file, in both languages."""

from schema.text import Text
from viz.levels.words import NEW_KIND

TITLE = Text("Das ganze Netz", "The whole network")
SIZE = Text("{n} Knoten, {m} Verbindungen", "{n} nodes, {m} ties")
SEARCH = Text("Suchen", "Search")
SEARCH_HINT = Text("Teil eines Namens", "part of a name")
FOUND = Text("Treffer", "Matches")
LEVELS = Text("Ebenen", "Levels")
TYPES = Text("Arten (Farbe und Form)", "Types (colour and shape)")
PICTURE = Text("Netz", "Network")
PICTURE_LABEL = Text(
    "Netzbild; dasselbe steht in der Tabelle darunter", "picture of the network; the table below says the same"
)
ZOOM_IN = Text("Vergrößern", "Zoom in")
ZOOM_OUT = Text("Verkleinern", "Zoom out")
FIT = Text("Alles zeigen", "Show all")
PHYSICS = Text("Frei anordnen", "Arrange freely")
CHOSEN = Text("Ausgewählt", "Chosen")
NOBODY = Text(
    "Niemand ausgewählt. Im Bild oder in der Suche wählen.", "Nobody chosen. Choose in the picture or by search."
)
NODES = Text("Knoten", "Nodes")
TIES = Text("Verbindungen", "Ties")
MORE = Text("Weitere zeigen", "Show more")
NAME = Text("Name", "Name")
TYPE = Text("Art", "Type")
LEVEL = Text("Ebene", "Level")
COUNT = Text("Verbindungen", "Ties")
FROM = Text("Von", "From")
VERB = Text("Verbindung", "Tie")
TO = Text("Zu", "To")
EVIDENCE = Text("Belege", "Evidence")
NO_SCRIPT = Text(
    "Dieses Bild braucht JavaScript, das in der Datei steht. Das Ebenenbild kommt ohne aus: fahrstuhl draw levels",
    "This picture needs JavaScript, which is in the file itself. The levels view does without: fahrstuhl draw levels",
)

SCRIPT = {
    "hidden": Text("{n} durch Filter ausgeblendet", "{n} hidden by the filter"),
    "shown": Text("{n} von {all} gezeigt", "{n} of {all} shown"),
    "matches": Text("{n} Treffer", "{n} matches"),
    "ties": Text("{n} Verbindungen", "{n} ties"),
    "derived": Text("abgeleitet", "derived"),
    "more": Text("… und {n} weitere", "… and {n} more"),
    "stop": Text("Anhalten", "Stop"),
    "start": PHYSICS,
    "nameless": Text("(ohne Namen)", "(without a name)"),
    "empty": Text("Keine Daten.", "No data."),
    "added": NEW_KIND,
}
"""What the file's own script says; `{n}` is filled there."""
