"""A live endpoint: its pages are downloaded and read as files; what was complete is remembered for the next time.

A download lies in a private directory until it is read whole, so that an interrupted one goes on where it stopped. When
it was complete and what it brought is in the store, the time at which it began is kept, and the next one asks only for
what was modified since (`modified_since`), deleted objects among it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.intake.account import Account
from graph.intake.guard import refuse
from graph.intake.oparl.live.asking import Asker
from graph.intake.oparl.live.hosts import Home
from graph.intake.oparl.live.pages import Pages, directory_name, download, remove
from graph.intake.oparl.live.settings import LiveSettings
from graph.intake.oparl.live.walking import Missing, Walk
from graph.intake.sources import Endpoint, File
from graph.store.changes import Change
from graph.store.private import read_json, write_json
from schema.text import Text

SKEW = timedelta(minutes=10)
"""By how much the clock of an endpoint may be behind ours."""


def fetched(endpoint: Endpoint, account: Account, missing: Missing) -> Iterator[File]:
    """Download an endpoint page by page; raises InputError where nothing of it can be had."""
    settings, home = LiveSettings(), Home.of(endpoint.address)
    with _room_named(endpoint), _place(endpoint) as place:
        pages = Pages(place, endpoint.address, endpoint.since, settings.oparl_keep_h)
        with Asker(settings, home, lambda: account.count("requests")) as asker:
            walk = Walk(endpoint.address, endpoint.since, home, asker, pages, account, settings)
            yield from walk.files(missing)
        if not walk.cut:
            pages.finish(whole=walk.whole)


@contextmanager
def _room_named(endpoint: Endpoint) -> Iterator[None]:
    """Turn what goes wrong with the files of a download into an error that says where."""
    try:
        yield
    except OSError as error:
        what = Text("lässt sich nicht zwischenspeichern ({why})", "cannot be kept on disk ({why})")
        refuse("no-room", what.format(why=error.strerror or error), endpoint.name, _ROOM)


_ROOM = Text(
    "Platz schaffen und die Schreibrechte des Verzeichnisses für Abrufe prüfen.",
    "Make room, and check that the directory of downloads may be written to.",
)


@contextmanager
def _place(endpoint: Endpoint) -> Iterator[Path]:
    """Take the directory that is given, else one that is gone afterwards."""
    if endpoint.keep:
        yield endpoint.keep
        return
    with TemporaryDirectory(prefix="fahrstuhl-", ignore_cleanup_errors=True) as place:
        yield Path(place)


def remembered(endpoint: Endpoint, keep: Path, history: Iterable[Change]) -> Endpoint:
    """Keep downloads under a directory, and ask for what changed since the last one that was read whole.

    `history` are the change sets of the store. Where one that the memory rests on is not among them, or was undone,
    everything is asked for again.
    """
    memory = read_json(_memory(endpoint, keep)) or {}
    in_force = {each.id for each in history if each.source == endpoint.name and each.undone_by is None}
    changes, since = memory.get("changes"), memory.get("since")
    holds = isinstance(changes, list) and bool(changes) and in_force.issuperset(map(str, changes))
    return replace(endpoint, keep=keep, since=since if holds and isinstance(since, str) else None)


def is_whole(endpoint: Endpoint) -> bool:
    """Say whether what was read is all there is: every page was had, and not only what changed was asked for.

    To be asked before `finished`, which clears what is known of the download.
    """
    return endpoint.since is None and bool(_known(endpoint).get("whole"))


def finished(endpoint: Endpoint, change: str | None) -> None:
    """Clear the download of an endpoint that is in the store now, by a change set (None: nothing was new).

    One that was cut short is kept: the next one goes on from it. One of which a page is broken is cleared and not
    remembered, so that next time everything is asked for.
    """
    keep, head = endpoint.keep, _known(endpoint)
    if keep is None or not head.get("ended"):
        return
    path = _memory(endpoint, keep)
    if head.get("whole"):
        before = (read_json(path) or {}).get("changes", []) if endpoint.since else []
        since = datetime.fromisoformat(head["began"]) - SKEW
        changes = [*before, *([change] if change else [])]
        write_json(path, {"address": endpoint.address, "since": since.isoformat(), "changes": changes})
    remove(keep, endpoint.address, endpoint.since)


def _known(endpoint: Endpoint) -> dict[str, Any]:
    return download(endpoint.keep, endpoint.address, endpoint.since) if endpoint.keep else {}


def _memory(endpoint: Endpoint, keep: Path) -> Path:
    return keep / f"{directory_name(endpoint.address, None)}.json"
