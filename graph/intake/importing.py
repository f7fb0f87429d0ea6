"""Reading in: one source, one change set; what it brought is told in a report.

Either all of it is kept, with the ties that follow from it, or none; single records that do not fit are refused by
themselves and reported with file and place.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from graph.intake.account import Account
from graph.intake.admission import Admission, Stored
from graph.intake.reader import AS_FOUND, Manner
from graph.intake.readers import not_recognised, reader_of
from graph.intake.sources import Source
from schema.errors import Oddity
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store

Progress = Mapping[str, int]
"""How much of what has been read so far, by the keys of `graph.intake.account.WHAT`."""
EVERY_S = 0.2


class ImportReport(BaseModel):
    """What one import read, wrote and found odd."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    reader: str
    source: str
    change: str | None
    """The change set; None when nothing was new, changed or ended, and so none was kept."""
    read: Mapping[str, int]
    """How many of what was read; labels in `graph.intake.account.WHAT`."""
    new: int
    changed: int
    unchanged: int
    ended: int
    refused: int
    oddities: tuple[Oddity, ...]
    """Each with file and place; of one code no more than `graph.intake.account.KEPT`."""
    totals: Mapping[str, int]
    """How many oddities of each code there were, those not kept included."""
    seconds: float


def import_source(
    store: "Store",
    source: Path,
    *,
    manner: Manner = AS_FOUND,
    who: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> ImportReport:
    """Read a source into a store as one change set, `progress` being told the counts a few times a second.

    What kind of source it is, is found out unless the `manner` says it. Raises InputError when nothing of the source
    can be read; the store is then as it was.
    """
    began = time.monotonic()
    opened = Source.at(source)
    reader = reader_of(opened, manner)
    account = Account(_seldom(progress) if progress else None)
    why = Text("{name} eingelesen ({kind})", "{name} imported ({kind})").format(name=opened.name, kind=reader.name)
    with store.change(why, opened.name, who, kind="import") as change:
        present = Stored(change)
        door = Admission(change, account, present)
        door.admit(reader.read(opened, account, present))
        if not any(account.read.values()):  # a kind that was named, and of which there is nothing here
            raise not_recognised(opened, [reader])
        door.admit(reader.derive(change, account))
    tally = change.tally
    return ImportReport(
        reader=reader.name,
        source=opened.name,
        change=change.id if tally.new or tally.changed or tally.ended else None,
        read=MappingProxyType({what: n for what, n in account.read.items() if n}),
        new=tally.new,
        changed=tally.changed,
        unchanged=tally.unchanged,
        ended=tally.ended,
        refused=account.refused,
        oddities=account.oddities,
        totals=MappingProxyType(dict(account.totals)),
        seconds=time.monotonic() - began,
    )


def _seldom(progress: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """Pass counts on at most every `EVERY_S` seconds."""
    last = 0.0

    def told(counts: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY_S:
            last = now
            progress(counts)

    return told
