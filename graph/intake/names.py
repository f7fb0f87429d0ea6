"""What a name gives away: that it stands for nobody, and the number of a unit in it."""

import re

from schema.folding import fold

_PLACEHOLDER = re.compile(
    r"^_|^(offen|n\.? ?n\.?|nn|unbekannt|unknown|n/a|-+|\?+|\.+|x+|dummy|test|platzhalter|keine angabe|k\. ?a\.?"
    r"|nicht (bekannt|zugeordnet|vergeben|besetzt)|sonstige[sr]?)$|datenuebernahme"
)
_NUMBER = re.compile(r"^(?:Dezernat|Fachbereich|Fachdienst|Amt|Abteilung|FB|Dez\.?)\s+((?:\d+(?:[.\-/]\d+)*|[IVX]+))\b")


def is_placeholder(name: str) -> bool:
    """Say whether a name stands for nobody: "Offen", "N.N.", a unit left over from moving data."""
    return bool(_PLACEHOLDER.search(fold(name)))


def number_of(name: str) -> str | None:
    """Find the number in a unit's name.

    >>> number_of("Dezernat 5"), number_of("Amt 51.2 Jugend"), number_of("Hauptamt")
    ('5', '51.2', None)
    """
    found = _NUMBER.match(name)
    return found[1] if found else None
