"""Lists of Kommunen by official key: the statistical offices' table of Kreise, and their register one object a line."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.intake.account import Account
from graph.intake.areas.key_tables import Row
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place, made
from graph.intake.popolo.days import first_day
from graph.intake.sources import Member
from graph.intake.whole_json import whole_text
from schema.folding import fold
from schema.nodes import Kommune
from schema.text import Text
from schema.ties import PartOf, tie_id

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ags": ("ags", "gemeindeschluessel", "kreisschluessel", "schluessel ags"),
    "name": ("name", "bezeichnung", "kreis", "gemeinde"),
    "kind": ("type", "typ", "art", "bezeichnung art"),
    "population": ("population", "einwohner", "bevoelkerung"),
    "nuts": ("nuts3", "nuts"),
    "area": ("area_km2", "flaeche", "flaeche km2"),
}
_KINDS = (
    (r"kreisfreie|^stadtkreis", "kreisfreie Stadt"),
    (r"^(land)?kreis$", "Landkreis"),
    (r"^land$", "Land"),
)
_PERSONAL = re.compile(r"vorname|nachname|person|e-?mail|funktion|telefon|rolle")


@dataclass
class Kommunen:
    """The Kommunen of a source: several lists complete each other, and what a list only names becomes a stub."""

    account: Account
    known: dict[str, tuple[dict[str, Any], Place]] = field(default_factory=dict)
    wholes: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """Which key is part of which other."""

    def note(self, key: str, at: Place, **values: Any) -> None:
        """Take note of a Kommune; where it is known already, what was not told before is added."""
        before, first = self.known.setdefault(key, ({}, at))
        for name, value in values.items():
            if value is not None and before.setdefault(name, value) != value and name not in ("as_of", "note"):
                what = _DIFFERS.format(key=key, field=name, first=before[name], second=value)
                self.account.odd(at.oddity("differing-lists", what, name))
        if first is at:
            self.account.count("municipalities")

    def records(self) -> Iterator[Found]:
        """Give all Kommunen, and of each what it is part of."""
        for key, (values, at) in self.known.items():
            ags = key if len(key) in (5, 8) else None
            yield from made(Kommune, at, self.account, id=f"ags:{key}", ags=ags, **values)
        named: set[str] = set()
        for key, (whole, at) in self.wholes.items():
            if whole not in self.known and whole not in named:
                named.add(whole)
                self.account.odd(at.oddity("by-reference", _NAMED_ONLY.format(key=whole)))
                yield from made(Kommune, at, self.account, id=f"ags:{whole}", name=f"AGS {whole}", stub=True)
            start, end = f"ags:{key}", f"ags:{whole}"
            yield from made(PartOf, at, self.account, id=tie_id(PartOf.verb, start, end), start=start, end=end)


def columns_of(headings: Sequence[str]) -> dict[str, int] | None:
    """Find the columns of a list of Kommunen; None where it is none: no key, no name, or people in it."""
    folded = [fold(heading) for heading in headings]
    if any(_PERSONAL.search(heading) for heading in folded):
        return None
    found = {name: folded.index(word) for name, known in COLUMNS.items() for word in known[::-1] if word in folded}
    return found if {"ags", "name"} <= found.keys() and found.keys() & {"population", "nuts", "kind", "area"} else None


def table(rows: list[Row], kommunen: Kommunen, file: str) -> None:
    """Read a table of Kommunen."""
    at = columns_of(rows[0][1]) or {}
    for number, row in rows[1:]:
        kommunen.account.count("rows")
        said = {name: row[i].strip() if i < len(row) else "" for name, i in at.items()}
        here = Place(file, str(number))
        key = _whole(said["ags"], here, kommunen.account)
        if not re.fullmatch(r"\d{5}|\d{8}", key):
            kommunen.account.odd(here.oddity("no-key", _NO_KEY.format(key=said["ags"][:50]), "ags", refused=True))
            continue
        told = [f"NUTS3 {said['nuts']}" if said.get("nuts") else "", f"{said['area']} km²" if said.get("area") else ""]
        population = said.get("population", "").replace(".", "")
        kommunen.note(
            key,
            here,
            name=said["name"] or key,
            kind=kind_of(said.get("kind", "")),
            population=int(population) if population.isdecimal() and len(population) < 12 else None,
            note=", ".join(filter(None, told)) or None,
        )


def _whole(key: str, at: Place, account: Account) -> str:
    """Give an AGS its leading zero back: a number in a spreadsheet has lost it."""
    if key.isdecimal() and len(key) in (4, 7):
        account.odd(at.oddity("lost-zero", _LOST.format(key=key, whole=key.zfill(len(key) + 1)), "ags"))
        return key.zfill(len(key) + 1)
    return key


def kind_of(said: str) -> str | None:
    """Name the kind of a Kommune as the schema does, else as it is said."""
    plain = fold(said.replace("-", " "))
    return next((kind for pattern, kind in _KINDS if re.search(pattern, plain)), said or None)


def lines(member: Member, kommunen: Kommunen) -> None:
    """Read the register with one object a line; a line that is none is refused alone."""
    for number, line in enumerate(whole_text(member).split("\n"), start=1):
        if not line.strip():
            continue
        kommunen.account.count("rows")
        at = Place(member.name, str(number))
        try:
            fields = json.loads(line.encode("utf-8", "replace"))
        except (ValueError, RecursionError):
            fields = None
        if not isinstance(fields, Mapping) or not _entry(fields, kommunen, at):
            kommunen.account.odd(at.oddity("no-key", _NO_ENTRY, "schlüssel", refused=True))


def _entry(fields: Mapping[str, Any], kommunen: Kommunen, at: Place) -> bool:
    parts, level = fields.get("schlüssel"), fields.get("ebene")
    key = words(parts, "nummer") if isinstance(parts, Mapping) else ""
    if not isinstance(parts, Mapping) or not re.fullmatch(r"\d{2}|\d{3}|\d{5}|\d{8}", key):
        return False
    typed = fields.get("typ")
    kind = words(typed, "name") if isinstance(typed, Mapping) else ""
    if isinstance(level, Mapping) and len(key) < 5:
        kind = kind or words(level, "name").capitalize()
    kommunen.note(
        key, at, name=words(fields, "name") or key, kind=kind_of(kind), as_of=first_day(words(fields, "stand"))
    )
    if len(key) > 2:
        land, region = words(parts, "land"), words(parts, "regierungsbezirk")
        above = key[:5] if len(key) == 8 else land + region if len(key) == 5 and region not in ("", "0") else land
        if above and above != key:
            kommunen.wholes[key] = above, at
    return True


_DIFFERS = Text(
    "{key}: {field} ist {second!r}, in einer anderen Liste {first!r}; die erste Angabe gilt.",
    "{key}: {field} is {second!r}, in another list {first!r}; what was said first counts.",
)
_NO_KEY = Text("{key!r} ist kein AGS mit 5 oder 8 Ziffern.", "{key!r} is no AGS of 5 or 8 digits.")
_NO_ENTRY = Text("Die Zeile nennt keine Kommune mit Schlüssel.", "The line names no Kommune with a key.")
_LOST = Text(
    "Der AGS {key} hat seine führende Null verloren; gelesen als {whole}.",
    "The AGS {key} lost its leading zero; read as {whole}.",
)
_NAMED_ONLY = Text("AGS {key} wird nur genannt; geführt als Verweis.", "AGS {key} is only named; kept as a reference.")
