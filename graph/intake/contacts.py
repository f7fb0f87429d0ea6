"""Ways to reach a person, which are never stored: they are taken out of free texts."""

import re

# Each begins where nothing of its kind stands before, and the runs are bounded: a long text takes no longer than it is.
_MAIL = r"(?<![\w.+-])(?:mailto:)?[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
_TELEPHONE = r"(?:\b(?:tel|telefon|fax|mobil|phone)\b\.?:?\s{0,3})?(?:\+|\b0)\d[\d /()-]{5,30}\d"
_CONTACT = re.compile(f"{_MAIL}|{_TELEPHONE}", re.IGNORECASE)


def without_contacts(text: str) -> str:
    """Take e-mail addresses and telephone numbers out of a text.

    >>> without_contacts("Auskunft: amt@stadt.example, Tel. 0721 / 133-0"), without_contacts("Raum 012")
    ('Auskunft: …, …', 'Raum 012')
    """
    return _CONTACT.sub("…", text).strip()
