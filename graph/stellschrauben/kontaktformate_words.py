"""The sentences of the check `kontaktformate`."""

from schema.text import Text

ALL = Text(
    "Alle {all} Schlüsselakteure, {inside} innerhalb und {outside} außerhalb von Verwaltung und Rat, stehen im Dialog.",
    "All {all} key actors, {inside} inside and {outside} outside administration and council, are in dialogue.",
)
ONE_SIDE = Text(
    "Alle {all} Schlüsselakteure stehen im Dialog; {side} ist aber noch niemand als Schlüsselakteur erfasst.",
    "All {all} key actors are in dialogue, but nobody {side} is recorded as a key actor yet.",
)
INSIDE = Text("innerhalb von Verwaltung und Rat", "inside administration and council")
OUTSIDE = Text("außerhalb von Verwaltung und Rat", "outside administration and council")
SOME = Text(
    "Von {all} Schlüsselakteuren stehen {n} im Dialog: {yes_in} von {inside} innerhalb, {yes_out} von {outside} "
    "außerhalb von Verwaltung und Rat.",
    "Of {all} key actors {n} are in dialogue: {yes_in} of {inside} inside, {yes_out} of {outside} outside "
    "administration and council.",
)
SILENT = Text(
    "Ob die Schlüsselakteure im Dialog stehen, ist unbekannt: Belegt ist es für {n} von {all}; für {silent} sind keine "
    "Kontakte erfasst oder nur solche ohne Angabe der Form.",
    "Whether the key actors are in dialogue is unknown: of {all} it is recorded for {n}; for {silent} no contacts are, "
    "or only such without their kind.",
)
NOBODY = Text(
    "Ob dialogische Kontakte zu Schlüsselakteuren bestehen, ist unbekannt: Niemand ist als Schlüsselakteur erfasst "
    "(Feld „key_actor“).",
    "Whether there are dialogic contacts with key actors is unknown: nobody is recorded as a key actor (field "
    "“key_actor”).",
)
COLLECTIVE = Text(
    "Bei {n} Schlüsselakteuren sind nur kollektive Formate erfasst; sie allein zählen nicht.",
    "For {n} key actors only collective formats are recorded; these alone do not count.",
)
ONE_COLLECTIVE = Text(
    "Bei einem Schlüsselakteur sind nur kollektive Formate erfasst; sie allein zählen nicht.",
    "For one key actor only collective formats are recorded; these alone do not count.",
)
