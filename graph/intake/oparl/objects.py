"""The objects of OParl: what each is, taken from its type, its address or its file; and what is embedded in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

KINDS = (
    "System",
    "Body",
    "LegislativeTerm",
    "Organization",
    "Person",
    "Membership",
    "Meeting",
    "AgendaItem",
    "Paper",
    "Consultation",
    "File",
    "Location",
)
_BY_WORD: Mapping[str, str] = (
    {kind.lower(): kind for kind in KINDS}
    | {f"{kind.lower()}s": kind for kind in KINDS}
    | {"bodies": "Body", "people": "Person", "term": "LegislativeTerm"}
)
EMBEDDED: Mapping[str, Mapping[str, str]] = {
    "System": {"body": "Body"},
    "Body": {
        "legislativeTerm": "LegislativeTerm",
        "location": "Location",
        "organization": "Organization",
        "person": "Person",
        "meeting": "Meeting",
        "paper": "Paper",
    },
    "Organization": {"location": "Location", "membership": "Membership"},
    "Person": {"membership": "Membership", "location": "Location"},
    "Meeting": {
        "agendaItem": "AgendaItem",
        "location": "Location",
        "invitation": "File",
        "resultsProtocol": "File",
        "verbatimProtocol": "File",
        "auxiliaryFile": "File",
    },
    "AgendaItem": {"resolutionFile": "File", "auxiliaryFile": "File", "consultation": "Consultation"},
    "Paper": {"consultation": "Consultation", "mainFile": "File", "auxiliaryFile": "File", "location": "Location"},
}
"""Which fields of an object may hold other objects whole (1.0), of which kind."""
_BACK = {
    ("Meeting", "AgendaItem"): "meeting",
    ("Paper", "Consultation"): "paper",
    ("Person", "Membership"): "person",
    ("Organization", "Membership"): "organization",
    ("Body", "Organization"): "body",
    ("Body", "Paper"): "body",
    ("Body", "Meeting"): "body",
    ("Body", "LegislativeTerm"): "body",
}
"""Which field of an embedded object names the object around it, where it does not say so itself."""
_KNOWN_BY_PLACE = frozenset({"AgendaItem", "Consultation", "Location"})


@dataclass(frozen=True, slots=True)
class Found:
    """One object with its place; `around` is the object that it was embedded in."""

    kind: str
    fields: dict[str, Any] = field(repr=False)
    file: str
    place: str
    around: str = ""

    @property
    def id(self) -> str:
        """Give the address that is the object's identity, with its query; "" where there is none."""
        value = self.fields.get("id")
        return value.strip() if isinstance(value, str) and is_address(value) else ""

    def unnested(self) -> Iterator["Found"]:
        """Give the object with addresses in place of what was embedded, and each embedded object by itself.

        An agenda item, consultation or location without an address gets one from its place, a membership from what it
        joins and when it began; others without one are left out.
        """
        plain = dict(self.fields)
        for name, kind in EMBEDDED.get(self.kind, {}).items():
            inner = [
                Found(kind, self._backed(kind, item, f"{name}/{i}"), self.file, f"{self.place}.{name}[{i}]", self.kind)
                for i, item in enumerate(listed(plain.get(name)))
                if isinstance(item, dict)
            ]
            for found in inner:
                yield from found.unnested()
            if inner:
                plain[name] = [*(found.id for found in inner if found.id), *addresses(plain[name])]
        yield Found(self.kind, plain, self.file, self.place, self.around)

    def _backed(self, kind: str, item: dict[str, Any], place: str) -> dict[str, Any]:
        if not self.id:
            return item
        back = _BACK.get((self.kind, kind))
        item = {back: self.id} | item if back else item
        if is_address(item.get("id")):
            return item
        if kind == "Membership":
            other = words(item, "organization" if back == "person" else "person")
            place = f"{place.split('/', maxsplit=1)[0]}/{other}/{words(item, 'startDate')}"
        return item | {"id": f"{self.id}#{place}"} if kind in _KNOWN_BY_PLACE or kind == "Membership" else item


def kind_of(fields: Mapping[str, Any], file: str) -> str | None:
    """Tell the kind of an object: by its type of any version, else by its address, else by its file or folder.

    >>> kind_of({"type": "https://schema.oparl.org/1.0/Paper"}, "x.json")
    'Paper'
    >>> kind_of({"id": "https://oparl.example.org/bodies/1/papers/vo/7"}, "x.json")
    'Paper'
    """
    named = fields.get("type")
    if isinstance(named, str) and named.strip():
        return _BY_WORD.get(re.split(r"[/:#]", named.strip())[-1].lower())
    for path in (urlsplit_path(fields.get("id")), file):
        words = re.findall(r"[a-z]+", path.lower())
        known = [_BY_WORD[word] for word in words if word in _BY_WORD]
        if known:
            return known[-1]
    return None


def urlsplit_path(value: Any) -> str:
    """Give the path of an address, "" where it is none."""
    return urlsplit(value).path if is_address(value) else ""


def is_address(value: Any) -> bool:
    """Say whether a value is a web address, as every OParl identity is."""
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]", value.strip()):
        return False
    try:
        return bool(urlsplit(value.strip()).hostname)
    except ValueError:
        return False


def listed(value: Any) -> list[Any]:
    """Take a single value for a list of one, and nothing for an empty list."""
    return value if isinstance(value, list) else [] if value is None or value == "" else [value]


def addresses(value: Any) -> list[str]:
    """Give the addresses in a field that may hold one, several or none."""
    return [item.strip() for item in listed(value) if is_address(item)]


def words(fields: Mapping[str, Any], name: str) -> str:
    """Give a field that should be a text: "" where it is missing, empty or says N/A; numbers become text."""
    value = fields.get(name)
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return "" if text.casefold() in ("n/a", "null", "none") else text


def tail(id: str) -> str:
    """Give the last two parts of an address, by which people know an object that has no name.

    >>> tail("https://oparl.example.org/bodies/1/papers/vo/7")
    'vo/7'
    """
    return "/".join(id.split("//", 1)[-1].rstrip("/").split("/")[-2:])
