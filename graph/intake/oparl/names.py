"""A person's name taken apart: what people are called, their academic titles, and what they are addressed as."""

import re
from collections.abc import Mapping
from typing import Any

from graph.intake.oparl.objects import listed, words

_TITLE = re.compile(
    r"(?:(?:apl\.|Univ\.-|Jun\.-)?Prof(?:\.|essor(?:in)?)?|(?:Dres|Dr|PD|Mag)\.?"
    r"|(?:h\. ?c|e\. ?h|rer\. ?(?:nat|pol|oec|soc)|med|jur|iur|phil|theol|oec|habil|agr|vet|dent|disc\. ?pol)\."
    r"|Dipl\.-?\s?[A-ZÄÖÜ][\wäöü]*\.?(?:\s?\(FH\))?|(?:-Ing|Ing)\.|M\. ?A\.|B\. ?A\.|M\. ?Sc\.|B\. ?Sc\.)(?=\s|$)",
)
_ADDRESS = re.compile(r"(?:Herrn?|Frau)(?=\s|$)")


def name_and_title(fields: Mapping[str, Any]) -> tuple[str, str | None]:
    """Give the name without titles and form of address, and the titles; the name is "" where none is told.

    >>> name_and_title({"name": "Frau Prof. Dr. Erika Muster", "title": ["Prof.", "Dr."]})
    ('Erika Muster', 'Prof. Dr.')
    >>> name_and_title({"name": "Muster, Erika", "familyName": "Muster", "givenName": "Erika"})
    ('Erika Muster', None)
    """
    told = [title for item in listed(fields.get("title")) if (title := words({"": item}, ""))]
    given, family = words(fields, "givenName"), words(fields, "familyName")
    both = f"{given} {family}".strip()
    name = words(fields, "name")
    rest, found = _beheaded(both if not name or (given and family and "," in name) else name, told)
    return rest, " ".join(dict.fromkeys(told or found)) or None


def _beheaded(name: str, told: list[str]) -> tuple[str, list[str]]:
    """Take titles and form of address from the front of a name; a name that is nothing else keeps them."""
    found, rest = list[str](), " ".join(name.split())
    while rest:
        title = _TITLE.match(rest)
        head = next((item for item in told if rest.startswith(f"{item} ")), None) or (title and title[0])
        address = _ADDRESS.match(rest)
        if not (head or address):
            return rest, found
        if head:
            found.append(head)
        rest = rest[len(head) if head else address.end() if address else 0 :].lstrip(" ,")
    return " ".join(name.split()), []


def functions(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the functions that a person's own record names: its status, and an address that is an office.

    >>> functions({"status": ["Bezirksbürgermeister"], "formOfAddress": "Ratsfrau"})
    ('Bezirksbürgermeister', 'Ratsfrau')
    """
    said = [words({"": item}, "") for item in listed(fields.get("status"))]
    address = words(fields, "formOfAddress")
    if address and not _ADDRESS.fullmatch(address):
        said.append(address)
    return tuple(dict.fromkeys(item for item in said if item))
