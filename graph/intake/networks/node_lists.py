"""Node lists: what they say of each node, gathered from all of them before the first tie is read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from graph.intake.account import Account
from graph.intake.networks.columns import Columns
from graph.intake.networks.files import MISSING, File, refusal, unread
from graph.intake.networks.vocabulary import TYPE
from schema.errors import InputError, Oddity
from schema.folding import fold
from schema.levels import LEVEL_LABELS, Level
from schema.text import Text

LEVELS: Mapping[str, Level] = MappingProxyType(
    {fold(word): level for level, label in LEVEL_LABELS.items() for word in (level.value, label.de, label.en)}
    | {"unbekannt": Level.UNKNOWN, "kommunalpolitik": Level.POLITICS, "kommunalverwaltung": Level.ADMINISTRATION}
    | {"kommunalparlament": Level.POLITICS, "lebenswelten": Level.LIFEWORLD}
)
"""How a level is written, folded."""

FIRST_MODE = frozenset({"false", "falsch", "0", *("actor", "akteur", "person", "organisation", "organization")})
SECOND_MODE = frozenset(
    {"true", "wahr", "1", *("committee", "gremium", "ausschuss", "club", "verein", "board", "event")}
)
_LOGICAL = frozenset({"true", "false", "wahr", "falsch"})


@dataclass(slots=True)
class Listed:
    """What the node lists say of one node."""

    file: str
    name: str = ""
    group: str = ""
    level: str = ""
    level_at: tuple[str, str, str] = ("", "", "")
    """File, row and heading under which the level stands."""
    second: bool | None = None
    """Whether it is a committee of a two-mode network; None where no list tells."""


@dataclass(slots=True)
class Listing:
    """All that the node lists of a source say."""

    nodes: dict[str, Listed] = field(default_factory=dict)
    lists: int = 0
    two_modes: bool = False
    """Whether some list tells actors and committees apart."""
    has_level: bool = False
    has_group: bool = False

    def second(self, key: str) -> bool | None:
        """Say whether a node is a committee; None where that is not known."""
        listed = self.nodes.get(key)
        return listed.second if listed else None


def level_of(text: str) -> Level:
    """Read a level; what is none of the three is unknown, never guessed."""
    return LEVELS.get(fold(text), Level.UNKNOWN)


def gather(files: Iterable[File], account: Account) -> Listing:
    """Read all node lists; a row that names no node, or one that its list has already, is refused."""
    listing = Listing()
    for file in _whole(files, account):
        at = file.columns.at
        listing.lists += 1
        listing.two_modes |= "mode" in at
        listing.has_level |= "level" in at
        listing.has_group |= "group" in at
        account.count("files")
        account.odd(*unread(file))
        _gather(file, listing, account)
    unknown = _unknown_levels(listing)
    account.odd(*(_unknown_level(value, nodes) for value, nodes in unknown.items()))
    if unknown and not listing.has_group:
        for listed in listing.nodes.values():
            listed.group = listed.level
    return listing


def _whole(files: Iterable[File], account: Account) -> Iterator[File]:
    """Give those that are text to their end; of a broken one nothing is read."""
    for file in files:
        try:
            yield _with_modes(file)
        except InputError as error:
            account.odd(*error.oddities)


def _with_modes(file: File) -> File:
    """Read a column called type as the mode where it holds nothing but TRUE and FALSE, as igraph writes it."""
    for _ in file.rows():
        pass
    modes = replace(file, columns=file.choice.nodes(file.columns.headings, type_is_mode=True))
    if "mode" not in modes.columns.at or fold(modes.columns.heading("mode")) not in TYPE:
        return file
    words = {modes.columns.cell("mode", cells) for _, cells in file.rows()} - MISSING
    return modes if words and {word.casefold() for word in words} <= _LOGICAL else file


def _gather(file: File, listing: Listing, account: Account) -> None:
    seen: set[str] = set()
    for place, cells in file.rows(account):
        try:
            key, listed = _listed(file, place, cells)
            if key in seen:
                raise refusal("double-id", _DOUBLE.format(key=key), file.name, place, _key(file.columns))
        except InputError as error:
            account.odd(*error.oddities)
            continue
        seen.add(key)
        before = listing.nodes.setdefault(key, listed)
        if before is not listed:
            account.odd(*_merged(before, listed))


def _key(columns: Columns) -> str:
    """Name the heading of the column by which ties call a node."""
    return columns.heading("id" if "id" in columns.at else "name")


def _listed(file: File, place: str, cells: Sequence[str]) -> tuple[str, Listed]:
    """Read one row; an InputError says why it tells of no node."""
    columns = file.columns
    said = {name: "" if (cell := columns.cell(name, cells)) in MISSING else cell for name in columns.at}
    key = said.get("id") or ("" if "id" in columns.at else said.get("name", ""))
    if not key:
        raise refusal("no-name", _NO_NAME, file.name, place, _key(columns))
    listed = Listed(file.name, said.get("name", ""), said.get("group", ""), said.get("level", ""))
    listed.level_at = (file.name, place, columns.heading("level"))
    if "mode" in columns.at:
        listed.second = _second(said["mode"], file, place)
    return key, listed


def _second(word: str, file: File, place: str) -> bool:
    """Tell actors from committees; what is neither is refused, for no tie could be drawn."""
    plain = word.casefold()
    if plain not in FIRST_MODE | SECOND_MODE:
        what = Text(
            "{word!r} sagt nicht, ob dies ein Akteur (FALSE) oder ein Gremium (TRUE) ist.",
            "{word!r} does not say whether this is an actor (FALSE) or a committee (TRUE).",
        ).format(word=word)
        raise refusal("unknown-mode", what, file.name, place, file.columns.heading("mode"))
    return plain in SECOND_MODE


def _merged(before: Listed, again: Listed) -> Iterator[Oddity]:
    """Add what another list says of the same node; where the two differ the first counts."""
    if not before.level:
        before.level_at = again.level_at
    for name in ("name", "group", "level", "second"):
        first, second = getattr(before, name), getattr(again, name)
        if first in ("", None):
            setattr(before, name, second)
        elif second not in ("", None, first):
            what = Text(
                "{file} sagt {first!r}, hier steht {second!r}; das Erste gilt.",
                "{file} says {first!r}, here it is {second!r}; the first one counts.",
            ).format(file=before.file, first=first, second=second)
            yield Oddity("differing-lists", what, again.file, again.level_at[1], name)


def _unknown_levels(listing: Listing) -> Mapping[str, list[Listed]]:
    """Gather the nodes whose level is none of the three, by what stands there instead."""
    found: dict[str, list[Listed]] = {}
    for listed in listing.nodes.values():
        if listed.level and fold(listed.level) not in LEVELS:
            found.setdefault(listed.level, []).append(listed)
    return found


def _unknown_level(value: str, nodes: Sequence[Listed]) -> Oddity:
    file, place, heading = nodes[0].level_at
    what = Text(
        "{value!r} ist keine der drei Ebenen; die Ebene bleibt unbekannt (Knoten: {n}).",
        "{value!r} is none of the three levels; the level stays unknown (nodes: {n}).",
    ).format(value=value, n=len(nodes))
    return Oddity("unknown-level", what, file, place, heading)


_NO_NAME = Text("Der Name fehlt.", "The name is missing.")
_DOUBLE = Text("{key!r} steht schon weiter oben.", "{key!r} stands there already.")
