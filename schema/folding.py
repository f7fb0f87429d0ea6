"""How texts are compared when people search: without case, accents or the two spellings of umlauts."""

import unicodedata

_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa"})


def fold(text: str) -> str:
    """Fold a text for search.

    >>> fold("Grötzingen"), fold("GROETZINGEN"), fold("Straße  7")
    ('groetzingen', 'groetzingen', 'strasse 7')
    """
    composed = unicodedata.normalize("NFC", text).casefold().translate(_SPELLINGS)
    plain = unicodedata.normalize("NFKD", composed)
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
