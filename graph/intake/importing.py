"""Reading in: one source, one change set; what it brought is told in a report.

All of it is kept, with the ties that follow from it, or none. A preview is the change set itself, looked at before it
is sealed: whoever does not agree leaves the store as it was. Single records that do not fit stop the import of a
source that a person can mend; of what others publish, or where a person says so, the rest is kept without them.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from graph.intake.account import Account
from graph.intake.admission import Admission
from graph.intake.belonging import Belonging
from graph.intake.oparl.endpoint import finished, is_whole, remembered
from graph.intake.preview import Preview, previewed
from graph.intake.reader import AS_FOUND, Ending, Manner, Mapped, Reader
from graph.intake.readers import not_recognised, reader_of
from graph.intake.resuming import between_steps, known_again
from graph.intake.sources import Endpoint, Source, source_at
from graph.intake.vanished import end_vanished
from schema.errors import InputError, Oddity, UsageError
from schema.record import Record
from schema.text import Text

if TYPE_CHECKING:
    from graph.store.store import Store
    from graph.store.writing import ChangeSet

EVERY_S = 0.2
HISTORY = 10_000
"""Change sets among which the last reading of an address is sought."""
Outcome = Literal["written", "nothing new", "not written"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: counts by the keys of `graph.intake.account.WHAT`, records written, and their rate."""

    read: Mapping[str, int]
    records: int
    records_per_s: float
    seconds_left: float | None
    """None where the source does not tell beforehand how much it holds."""


class ImportReport(BaseModel):
    """What one import read, wrote and found odd."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    reader: str
    source: str
    outcome: Outcome
    change: str | None
    """The change set; None when nothing was new, changed or ended, or nothing was to be written."""
    read: Mapping[str, int]
    """How many of what was read; labels in `graph.intake.account.WHAT`."""
    new: int
    changed: int
    unchanged: int
    ended: int
    refused: int
    preview: Preview
    oddities: tuple[Oddity, ...]
    """Each with file and place; of one code no more than `graph.intake.account.KEPT`."""
    totals: Mapping[str, int]
    """How many oddities of each code there were, those not kept included."""
    left_in: tuple[str, ...]
    """Files to which what was refused was written, to be mended and read again."""
    seconds: float


def always(_: Preview) -> bool:
    """Agree to whatever an import brings."""
    return True


def never(_: Preview) -> bool:
    """Look only; nothing is written."""
    return False


class _NotAgreed(Exception):
    """Takes the change set back."""


def import_source(
    store: "Store",
    source: Path | str,
    *,
    manner: Manner = AS_FOUND,
    who: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    agree: Callable[[Preview], bool] = always,
    leave_in: Path | None = None,
) -> ImportReport:
    """Read a source into a store as one change set, `progress` being told how far it is a few times a second.

    What kind of source it is, is found out unless the `manner` says it. `agree` is shown what will be done before it
    counts; where it says no, the store is as it was. Refused rows go to the folder `leave_in`. Raises InputError when
    nothing of the source can be read, or when a record of a source that can be mended is refused and the manner does
    not say to keep what is good.

    An import that was killed or interrupted goes on when the same is called again, as long as the store was not opened
    for anything else and the files are as they were; of an address only the download goes on.
    """
    began = time.monotonic()
    opened = _opened(store, source, manner)
    reader = _reader(opened, manner)
    account = Account()
    why = Text("{name} eingelesen ({kind})", "{name} imported ({kind})").format(name=opened.name, kind=reader.name)
    agreed = True
    try:
        resumes = known_again(opened, reader, manner) if agree is always else None
        with between_steps() as step, store.change(why, opened.name, who, "import", resumes) as change:
            account.on_count = _told(account, step, progress)
            _read(opened, reader, manner, change, account)
            preview = previewed(change, opened.name, None if agree is always else store)
            if not agree(preview):
                raise _NotAgreed
            _remember(reader, opened, manner, account)
    except _NotAgreed:
        agreed = False
    tally = change.tally
    moved = bool(tally.new or tally.changed or tally.ended)
    if agreed and isinstance(opened, Endpoint):
        finished(opened, change.id if moved else None)
    return ImportReport(
        reader=reader.name,
        source=opened.name,
        outcome="not written" if not agreed else "written" if moved else "nothing new",
        change=change.id if agreed and moved else None,
        read=MappingProxyType({what: n for what, n in account.read.items() if n}),
        new=tally.new,
        changed=tally.changed,
        unchanged=tally.unchanged,
        ended=tally.ended,
        refused=account.refused,
        preview=preview,
        oddities=account.oddities,
        totals=MappingProxyType(dict(account.totals)),
        left_in=tuple(map(str, account.leftovers.write(leave_in))) if leave_in and account.leftovers else (),
        seconds=time.monotonic() - began,
    )


def read_into(change: "ChangeSet", store: "Store", source: Path | str, manner: Manner, account: Account) -> None:
    """Read a source into a change set that somebody else opened, and will seal or take back."""
    opened = _opened(store, source, manner)
    _read(opened, _reader(opened, manner), manner, change, account)


def _opened(store: "Store", source: Path | str, manner: Manner) -> Source:
    """Point at a source; of an address only what changed since the last time is asked for, if not all is wanted."""
    opened = source_at(source)
    if isinstance(opened, Endpoint):
        opened = remembered(opened, store.downloads, store.history(limit=HISTORY))
        if manner.complete:
            opened = replace(opened, since=None)
    return opened


def _reader(source: Source, manner: Manner) -> Reader:
    """Choose the reader and tell it where the mapping of a list lies."""
    reader = reader_of(source, manner)
    if manner.mapping and not isinstance(reader, Mapped):
        raise UsageError(
            Text("Eine Zuordnung von Spalten gibt es nur für Listen.", "Only lists have a mapping of columns."),
            Text("--mapping weglassen, oder --kind list angeben.", "Leave out --mapping, or say --kind list."),
        )
    if manner.mapping and isinstance(reader, Mapped):
        reader.follow(manner.mapping)
    return reader


def _remember(reader: Reader, source: Source, manner: Manner, account: Account) -> None:
    """Keep the mapping of a list; that it cannot be kept matters only where a person said where."""
    if isinstance(reader, Mapped):
        try:
            reader.remember(source)
        except InputError as error:
            if manner.mapping:
                raise
            account.odd(*(replace(oddity, refused=False) for oddity in error.oddities))


def _read(source: Source, reader: Reader, manner: Manner, change: "ChangeSet", account: Account) -> None:
    """Write all of a source into an open change set; raises InputError where it is not to be kept."""
    door = Admission(change, account, change.merged(), remember=manner.complete)
    items: Iterator[Record | Ending] = reader.read(source, account, door.present)
    if manner.kommune is not None:
        items = Belonging(manner.kommune, source.name, change).of(items)
    door.admit(items)
    if not any(account.read.values()):  # a kind that was named, and of which there is nothing here
        raise not_recognised(source, [reader])
    _keep_to(manner, reader, account)
    door.admit(reader.derive(change, account))
    if manner.complete and (account.refused or not _is_whole(source)):
        account.odd(Oddity("not-complete", _NOT_COMPLETE, source.name))
    elif manner.complete:
        end_vanished(change, door.seen, account)


def _is_whole(source: Source) -> bool:
    return not isinstance(source, Endpoint) or is_whole(source)


_NOT_COMPLETE = Text(
    "Weil etwas abgelehnt wurde oder nicht zu holen war, gilt die Quelle nicht als vollständig; nichts wurde beendet.",
    "Because something was refused or could not be had, the source does not count as complete; nothing was ended.",
)


def _keep_to(manner: Manner, reader: Reader, account: Account) -> None:
    """Stop where records were refused and a person can mend them."""
    keep_good = reader.published if manner.keep_good is None else manner.keep_good
    if account.refused and not keep_good:
        raise InputError(
            Text("{n} Angaben sind abgelehnt; nichts wurde geschrieben.", "{n} refused; nothing was written.").format(
                n=account.refused
            ),
            Text(
                "Die genannten Stellen berichtigen; mit --keep-good wird das Übrige eingelesen.",
                "Mend the places named; with --keep-good the rest is read in.",
            ),
            tuple(oddity for oddity in account.oddities if oddity.refused),
        )


def _told(
    account: Account, step: Callable[[], None], progress: Callable[[Progress], None] | None
) -> Callable[[], None]:
    """Make what is called after each thing counted: it stops where that is asked for, and tells how far it is."""
    began = last = time.monotonic()

    def told() -> None:
        nonlocal last
        step()
        now = time.monotonic()
        if progress and now - last >= EVERY_S:
            last = now
            rate = account.passed / max(now - began, EVERY_S)
            left = None if account.expected is None or not rate else max(account.expected - account.passed, 0) / rate
            progress(Progress(dict(account.read), account.passed, rate, left))

    return told
