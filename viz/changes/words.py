"""The words for what a scenario changes in a picture, in both languages."""

from schema.text import Text
from viz.levels import words

TITLE = Text("Was das Szenario ändert", "What the scenario changes")
NOTHING = Text(
    "Das Szenario ändert an diesem Bild nichts.",
    "The scenario changes nothing in this picture.",
)
COUNTED = Text(
    "Das Szenario ändert an diesem Bild: neu {came}, weggefallen {went}, anders {otherwise}.",
    "What the scenario changes in this picture: new {came}, gone {went}, different {otherwise}.",
)
NAMED = Text("Weggefallen sind: {names}.", "Gone are: {names}.")
DIFFERENCES = Text("Die Unterschiede im Einzelnen", "The differences in detail")
ABOUT, WHAT = Text("Worum es geht", "What it is about"), Text("Was geschieht", "What happens")
WITHOUT, WITH = Text("ohne das Szenario", "without the scenario"), Text("mit dem Szenario", "with the scenario")
CAME, WENT, OTHERWISE = (
    words.NEW,
    Text("fällt mit dem Szenario weg", "gone with the scenario"),
    Text("anders im Szenario", "different in the scenario"),
)
MARKED = {
    "came": Text(f"+ {CAME.de}", f"+ {CAME.en}"),
    "went": Text(f"− {WENT.de}", f"− {WENT.en}"),
    "otherwise": Text(f"≠ {OTHERWISE.de}", f"≠ {OTHERWISE.en}"),
}
"""What becomes of a thing, by a sign and a word."""
NOT_THERE = Text("nicht vorhanden", "not there")
GONE = Text("fällt mit dem Szenario weg; bisher: {was}", "gone with the scenario; so far: {was}")
WAS = Text("anders im Szenario; bisher: {was}", "different in the scenario; so far: {was}")
BEFORE = Text("Das Bild ohne das Szenario", "The picture without the scenario")
