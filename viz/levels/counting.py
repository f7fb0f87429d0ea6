"""Numbers with their nouns: `1 Raum`, `3 Räume`; and what is folded into an element."""

from schema.text import Text

UNIT = Text("Einheit|Einheiten", "unit|units")
AREA = Text("Raum|Räume", "area|areas")
TIE = Text("Verbindung|Verbindungen", "tie|ties")
EVIDENCE = Text("Beleg|Belege", "piece of evidence|pieces of evidence")


def grouped(n: int) -> Text:
    """Write a number with the separator of thousands of each language."""
    return Text(f"{n:,}".replace(",", "."), f"{n:,}")


def counted(n: int, noun: Text) -> Text:
    """Write a number with its noun; the noun is given as `singular|plural`.

    >>> counted(1, AREA).de, counted(1200, AREA).en
    ('1 Raum', '1,200 areas')
    """
    form = 0 if n == 1 else 1
    return Text("{n} {noun}", "{n} {noun}").format(
        n=grouped(n), noun=Text(noun.de.split("|")[form], noun.en.split("|")[form])
    )
