"""Organizations and bodies that a source refers to and does not hold."""

from collections.abc import Iterator

from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found
from schema.nodes import Kommune
from schema.text import Text


def by_reference(making: Making, kind: str, uses: tuple[str, ...]) -> Iterator[Found]:
    """Give what is referred to and not in the source, each reported once."""
    marks = ", ".join("?" * len(uses))
    rows = making.spool.rows(
        f"SELECT id, min(file), min(place) FROM uses WHERE use IN ({marks}) "  # noqa: S608 - question marks only
        "AND NOT EXISTS (SELECT 1 FROM objects WHERE kind = ? AND key = uses.id) GROUP BY id ORDER BY id",
        (*uses, kind),
    )
    for id, file, place in rows:
        if making.types.get(id) is Kommune:
            continue  # a body is no organization, whoever takes it for one
        if making.only_changes and id in making.present:
            yield Found(kind, {"id": id}, file, place)
            continue
        found = Found(kind, {}, file, place)
        what = Text("{id} steht nicht in der Quelle; sie verweist nur darauf.", _REFERENCE).format(id=id)
        making.odd(f"{kind.lower()}-by-reference", what, found)
        yield Found(kind, {"id": id}, file, place)


_REFERENCE = "{id} is not in the source, which only refers to it."
