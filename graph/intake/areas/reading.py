"""The reader of areas: geometries, key tables, lists of Kommunen and mappings from old areas to new ones."""

from collections.abc import Container, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from graph.intake.account import Account
from graph.intake.areas import features, key_tables, kommunen, successions
from graph.intake.areas.carrying import carried
from graph.intake.areas.divisions import Division, area_id
from graph.intake.areas.successions import Known, Successions
from graph.intake.beginnings import Beginning
from graph.intake.file_by_file import FileByFile
from graph.intake.guard import refuse
from graph.intake.places import Found, Place, made
from graph.intake.reader import Ending, Present
from graph.intake.sources import Member
from graph.intake.whole_json import whole
from schema.errors import Oddity, UsageError
from schema.nodes import Sozialraum
from schema.record import Record
from schema.text import Text
from schema.ties import SucceededBy, tie_id

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

TOLD: Mapping[str, Text] = {
    "key": Text("Eigenschaft mit dem Schlüssel", "property with the key"),
    "name": Text("Eigenschaft mit dem Namen", "property with the name"),
    "kind": Text("Eigenschaft mit der Art", "property with the kind"),
    "population": Text("Eigenschaft mit der Bevölkerung", "property with the population"),
    "division": Text("Name des Zuschnitts", "name of the division"),
    "old": Text("Name des alten Zuschnitts", "name of the old division"),
    "new": Text("Name des neuen Zuschnitts", "name of the new division"),
}
"""What a person can say about a source of areas."""


class AreasReader(FileByFile):
    """Reads areas; a division is called by what a person says, else by the file or folder."""

    name = "areas"
    label = Text(
        "Räume (GeoJSON, Schlüsseltabelle, Kreisliste, Zuordnung alt → neu)",
        "areas (GeoJSON, key table, list of Kreise, mapping old → new)",
    )

    def __init__(self) -> None:
        """Start with nothing told and nothing read."""
        self._told: Mapping[str, str] = {}
        self._divisions: dict[str, Division] = {}
        self._kommunen: kommunen.Kommunen | None = None
        self._successions: list[Successions] = []
        self._deaf: list[str] = []
        """What was told that is not about areas."""

    def direct(self, columns: Mapping[str, str], nodes: str | None) -> None:
        """Follow what a person says; what is not about areas is said to somebody else."""
        self._told = columns
        self._deaf = sorted({*columns} - TOLD.keys()) or ([nodes] if nodes else [])

    def fits(self, beginning: Beginning) -> bool:
        """Know each kind of file by its first signs."""
        return not self._deaf and _kind(beginning) is not None

    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:  # noqa: ARG002
        """Give the areas of a file; an InputError when there are none in it."""
        if self._deaf:
            known = ", ".join(TOLD)
            raise UsageError(
                Text("{what!r} gibt es bei Räumen nicht.", "There is no {what!r} for areas.").format(
                    what=self._deaf[0]
                ),
                Text("Möglich: --column {known}=…", "Possible: --column {known}=…").format(known=known),
            )
        kind = _kind(Beginning.of_member(member))
        if kind in ("features", "matches"):
            yield from self._json(member, account, kind)
        elif kind == "linked":
            mapping = Successions(account)
            successions.linked(member, self._told, mapping)
            yield from self._succeeded(mapping)
        elif kind == "lines":
            kommunen.lines(member, self._all_kommunen(account))
        else:
            yield from self._table(member, account)

    def closing(self, account: Account, known: Container[str]) -> Iterator[Found]:
        """Give the Kommunen of all lists, and the areas that mappings only name."""
        if self._kommunen:
            yield from self._kommunen.records()
        for mapping in self._successions:
            stubs = [(one, at) for one, at in successions.named(mapping) if _id(one) not in known]
            if stubs:
                at = Place(stubs[0][1].file)
                account.odd(at.oddity("by-reference", _NAMED_ONLY.format(n=len(stubs))))
            for one, at in stubs:
                yield from made(Sozialraum, at, account, id=_id(one), name=one.key, kind=one.kind, stub=True)

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:
        """Carry the values of the old areas over to the new ones."""
        for mapping in self._successions:
            olds = [_id(old) for old, _ in mapping.pairs]
            if olds:
                file = next(at.file for _, at in mapping.pairs.values())
                yield from carried(change, account, olds, file)

    def _json(self, member: Member, account: Account, kind: str) -> Iterator[Found]:
        oddities: list[Oddity] = []
        value = whole(member, oddities)
        account.odd(*oddities)
        if not isinstance(value, Mapping):
            refuse("no-features", _NOTHING, member.name, _WHAT_TO_DO, "$")
        if kind == "matches":
            mapping = Successions(account)
            successions.matches(value, self._told, Place(member.name, "$"), mapping)
            yield from self._succeeded(mapping)
        else:
            said = value.get("name")
            division = self._division(said if isinstance(said, str) and said.strip() else _stem(member), account)
            yield from features.features(value, division, self._told, Place(member.name, "$"))

    def _table(self, member: Member, account: Account) -> Iterator[Found]:
        rows = key_tables.rows_of(member, account)
        if rows and kommunen.columns_of(rows[0][1]):
            kommunen.table(rows, self._all_kommunen(account), member.name)
        elif rows and successions.mapping_columns(rows[0][1]):
            mapping = Successions(account)
            successions.table(rows, self._told, member.name, mapping)
            yield from self._succeeded(mapping)
        else:
            division = self._division(_folder(member) or _stem(member), account)
            yield from key_tables.key_table(rows, division, member.name)

    def _succeeded(self, mapping: Successions) -> Iterator[Found]:
        mapping.tally()
        self._successions.append(mapping)
        for (old, new), (share, at) in mapping.pairs.items():
            ends = _id(old), _id(new)
            values: dict[str, Any] = {"start": ends[0], "end": ends[1], "share": share}
            yield from made(SucceededBy, at, mapping.account, id=tie_id(SucceededBy.verb, *ends), **values)

    def _division(self, name: str, account: Account) -> Division:
        name = self._told.get("division") or name
        return self._divisions.setdefault(name, Division(name, account))

    def _all_kommunen(self, account: Account) -> kommunen.Kommunen:
        self._kommunen = self._kommunen or kommunen.Kommunen(account)
        return self._kommunen


def _kind(beginning: Beginning) -> str | None:
    """Tell what a file is by its beginning; None where it is nothing of areas."""
    paths, text = beginning.paths, beginning.text
    if paths:
        if paths.get("type") in ("FeatureCollection", "Feature") or "features.item.geometry.type" in paths:
            return "features"
        if "schlüssel.nummer" in paths and "ebene.nummer" in paths:
            return "lines"
        return "matches" if _are_matches(paths) else None
    if "@prefix" in text and any(f":{tail}" in text for tail in ("hasVersion", "isReplacedBy", "isVersionOf")):
        return "linked"
    return "table" if text and not text.startswith("PK") and _is_table(text) else None


def _are_matches(paths: Mapping[str, Any]) -> bool:
    """Say whether JSON is nothing but keys with lists of keys."""
    keys = [path for path in paths if path and "." not in path]
    items = [paths.get(f"{key}.item") for key in keys[:50]]
    return bool(keys) and all(key.isdecimal() for key in keys) and all(isinstance(item, str) for item in items)


def _is_table(text: str) -> bool:
    lines = text.split("\n")[: key_tables.WITHIN]
    for mark in ";,\t":
        rows = [[cell.strip().strip('"') for cell in line.split(mark)] for line in lines]
        if key_tables.headings_at(rows) is not None or kommunen.columns_of(rows[0]):
            return True
        if successions.mapping_columns(rows[0]):
            return True
    return False


def _id(known: Known) -> str:
    return area_id(known.division, known.key)


def _stem(member: Member) -> str:
    return PurePosixPath(member.name).name.split(".")[0]


def _folder(member: Member) -> str:
    return PurePosixPath(member.name).parent.name


_NAMED_ONLY = Text(
    "{n} Räume werden nur genannt; geführt als Verweise, bis sie eingelesen sind.",
    "{n} areas are only named; kept as references until they are read in.",
)
_NOTHING = Text("enthält keine Räume", "holds no areas")
_WHAT_TO_DO = Text("Die Räume als GeoJSON in WGS 84 speichern.", "Save the areas as GeoJSON in WGS 84.")
