"""The words of the pages of saved views, in both languages."""

from schema.text import Text

VIEWS = Text("Gemerkte Ansichten", "Saved views")
VIEWS_HINT = Text(
    "Eine gemerkte Ansicht ist die Adresse einer Seite mit allem, was dort ausgewählt war. Sie zeigt immer die Daten "
    "von heute; was man nicht sehen darf, zeigt auch sie nicht.",
    "A saved view is the address of a page with all that was chosen there. It always shows the data of today; what a "
    "reader may not see, it does not show either.",
)
FOR_WHOM = Text(
    "Adressen können Namen enthalten, nach denen gesucht wurde. Deshalb sieht diese Liste nur, wer alles sehen darf.",
    "Addresses may hold names that were searched for. So only who may see everything sees this list.",
)
HOW = Text(
    "Noch keine. Auf jeder Ansicht steht oben „Ansicht merken“.", "None yet. “Save view” stands on top of each view."
)
NAME = Text("Name", "Name")
PAGE = Text("Seite", "Page")
CHOSEN = Text("Auswahl", "Chosen")
WHO = Text("Gemerkt von", "Saved by")
WHEN = Text("Wann (UTC)", "When (UTC)")
TO_DO = Text("Tun", "Do")
SAVE = Text("Ansicht merken", "Save view")
SAVE_HINT = Text("Gemerkt wird: {page}", "Saved is: {page}")
NAME_OF_VIEW = Text("Name der Ansicht", "Name of the view")
BACK = Text("Zurück zur Ansicht", "Back to the view")
RENAME = Text("Umbenennen", "Rename")
NEW_NAME = Text("Neuer Name für „{name}“", "New name for “{name}”")
FORGET = Text("Löschen", "Delete")
FORGET_OF = Text("Ansicht „{name}“ löschen", "Delete the view “{name}”")
NO_VIEW_ANY_MORE = Text("führt zu keiner Ansicht mehr", "leads to no view any more")
