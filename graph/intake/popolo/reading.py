"""The reader of Popolo: JSON, and beside it the Turtle that the standard gives its examples in."""

from collections import defaultdict
from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from graph.intake.account import Account
from graph.intake.beginnings import Beginning
from graph.intake.file_by_file import FileByFile
from graph.intake.guard import refuse
from graph.intake.places import Found, Place, made
from graph.intake.popolo.making import Making
from graph.intake.popolo.objects import PLURALS, Object, objects
from graph.intake.reader import Present
from graph.intake.sources import Member
from graph.intake.whole_json import whole
from schema.errors import Oddity
from schema.levels import Level
from schema.nodes import Node, Person
from schema.text import Text

_LISTS = tuple(f"{plural}.item.{field}" for plural in PLURALS for field in ("id", "name", "person_id", "role"))
_FIELDS = frozenset(
    {
        *("person_id", "organization_id", "voter_id", "creator_id", "on_behalf_of_id", "parent_id", "post_id"),
        *(
            "birth_date",
            "founding_date",
            "family_name",
            "honorific_prefix",
            "option",
            "sources.item.url",
            "motion.text",
        ),
        *("memberships.item.person_id", "memberships.item.organization_id", "organization.id", "person.id"),
    }
)
"""Fields that objects of Popolo have and those of other standards do not."""


class PopoloReader(FileByFile):
    """Reads a file, a folder or an archive of Popolo."""

    name = "popolo"
    label = Text("Popolo (Räte, Parteien, Mandate; JSON)", "Popolo (councils, parties, seats; JSON)")

    def __init__(self) -> None:
        """Start without having heard of anybody."""
        self._referred: dict[str, tuple[type[Node], str, Place]] = {}

    def fits(self, beginning: Beginning) -> bool:
        """Know Popolo by its lists, or a single object by its fields; what names OParl, JSON-LD or a schema is none."""
        paths = beginning.paths
        if beginning.is_schema or "oparl" in beginning.text.casefold() or any("@" in path for path in paths):
            return False
        plain = {path.removeprefix("item.") for path in paths}
        return bool(plain & {*_LISTS, *_FIELDS}) or plain >= {"type", "label", "value"}

    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:  # noqa: ARG002
        """Give areas, organizations, persons and memberships; an InputError when the file holds no object."""
        oddities: list[Oddity] = []
        value = whole(member, oddities)
        account.odd(*oddities)
        if not isinstance(value, dict | list):
            refuse("no-objects", _NOTHING, member.name, _WHAT_TO_DO, "$")
        sorted_out: defaultdict[str, list[Object]] = defaultdict(list)
        for one in objects(value, Place(member.name, "$"), account):
            sorted_out[one.kind].append(one)
        account.count("objects", sum(map(len, sorted_out.values())))
        making = Making(_dataset(member.name), account, sorted_out)
        yield from making.records()
        self._referred = making.referred | self._referred

    def closing(self, account: Account, known: Container[str]) -> Iterator[Found]:
        """Give those who are only named, as stubs, so that no membership is lost."""
        for id, (cls, name, at) in self._referred.items():
            if id not in known:
                account.odd(at.oddity("by-reference", _NAMED_ONLY.format(type=cls.label, name=name)))
                level = {} if cls is Person else {"level": Level.UNKNOWN}
                yield from made(cls, at, account, id=id, name=name, stub=True, **level)


def _dataset(name: str) -> str:
    """Call a data set by the source that it came in; identifiers are its own and say nothing beside others.

    >>> _dataset("TAS_popolo.json"), _dataset("raete/2024/rat.json")
    ('TAS_popolo', 'raete')
    """
    first = PurePosixPath(name).parts[0]
    return first.split(".")[0] or first


_NAMED_ONLY = Text(
    "{type} {name!r} wird nur genannt; geführt als Verweis.", "{type} {name!r} is only named; kept as a reference."
)
_NOTHING = Text("enthält keine Objekte", "holds no objects")
_WHAT_TO_DO = Text(
    "Erwartet wird ein Objekt mit Listen wie „persons“, „organizations“, „memberships“.",
    "Expected is an object with lists such as “persons”, “organizations”, “memberships”.",
)
