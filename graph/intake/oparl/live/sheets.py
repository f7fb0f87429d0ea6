"""What a page says of the way on: its objects, the next page, and the lists that a system or body names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from graph.intake.guard import damage_named
from graph.intake.oparl.elements import Element, elements
from graph.intake.oparl.live.pages import Page
from graph.intake.oparl.objects import addresses, kind_of
from graph.intake.sources import File
from schema.errors import InputError

LISTS: Mapping[str, tuple[str, ...]] = {
    "System": ("body",),
    "Body": (
        "organization", "person", "membership", "meeting", "agendaItem", "paper", "consultation",
        "legislativeTermList",
    ),
}  # fmt: skip
"""Which lists are followed from what. The list of files is not: papers and meetings name theirs."""
_NEXT = re.compile(rb'"next"\s*:\s*"(https?:[^"\s]{1,2000})"')
_SEARCHED = 1_000_000


@dataclass
class Sheet:
    """What was found in one page."""

    ids: set[int] = field(default_factory=set)
    """Which objects it holds, by the hashes of their addresses."""
    objects: int = 0
    lists: list[tuple[str, str, str]] = field(default_factory=list)
    """What it leads to: the kind of object and the field that say so, and the address."""
    next: str = ""
    last: int = 0
    """How many pages there are, as far as it says so."""
    is_list: bool = False
    json: bool = True
    broken: bool = False


def read_sheet(page: Page) -> Sheet:
    """Read a page to its end, or as far as it can be read; then the next page is looked for in its bytes."""
    sheet = Sheet()
    try:
        for member in File(page.path, page.address).members():
            head = member.content.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
            sheet.json = head[:1] in (b"{", b"[")
            member.content.seek(0)
            for element in elements(member, []) if sheet.json else ():
                _note(sheet, element, page.address)
    except InputError:
        sheet.broken = True
        sheet.next = sheet.next or _searched(page)
    return sheet


def _note(sheet: Sheet, element: Element, address: str) -> None:
    sheet.is_list = sheet.is_list or element.place != "$"
    if element.place == "$.links.next" and isinstance(element.value, str):
        sheet.next = element.value
    elif element.place == "$.pagination.totalPages" and isinstance(element.value, int):
        sheet.last = element.value
    elif isinstance(element.value, dict):
        fields = element.value
        sheet.objects += 1
        sheet.ids.add(hash(str(fields.get("id"))))
        kind = kind_of(fields, address)
        for name in LISTS.get(kind or "", ()):
            sheet.lists += [(kind or "", name, found) for found in addresses(fields.get(name))]


def _searched(page: Page) -> str:
    """Look for the next page in what cannot be read: its beginning and its end."""
    with damage_named(page.address), page.path.open("rb") as file:
        start = file.read(_SEARCHED)
        file.seek(max(0, page.path.stat().st_size - _SEARCHED))
        found = _NEXT.search(start) or _NEXT.search(file.read())
    return found[1].decode("ascii", "replace").replace("\\/", "/") if found else ""


def page_after(address: str, last: int) -> str:
    """Guess the page after one that cannot be read, by its number; "" where it has none or is the last.

    >>> page_after("https://ris.example.org/papers?page=2&limit=100", last=3)
    'https://ris.example.org/papers?page=3&limit=100'
    """
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    number = next((int(value) for name, value in query if name == "page" and value.isdecimal()), None)
    if number is None or number >= last:
        return ""
    query = [(name, str(number + 1) if name == "page" else value) for name, value in query]
    return urlunsplit(parts._replace(query=urlencode(query)))
