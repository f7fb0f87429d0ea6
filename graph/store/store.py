"""The store: everything that is asked of it and written to it goes through here, whatever server is behind."""

import getpass
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from graph.network import Network
from graph.scenarios.scenario import Scenario
from graph.store import frozen, health, history, judging, parts, scenarios, undoing, view, views, whole
from graph.store.address import Address
from graph.store.changes import Change, Kind, facts
from graph.store.connection import Connection
from graph.store.contradictions import Contradiction, contradictions
from graph.store.frozen import Frozen, Part
from graph.store.health import Check
from graph.store.judging import Judgement
from graph.store.reading import Reader
from graph.store.recovery import take_pen
from graph.store.rows import is_node, record_of
from graph.store.undoing import Turn
from graph.store.values import Rows
from graph.store.view import at_one_version
from graph.store.writing import ChangeSet, now
from graph.views.view import View
from schema.errors import NotFoundError
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.validation import record_type

_NOT_FOUND = Text("{id} gibt es nicht.", "There is no {id}.")
_SEARCH = Text("„fahrstuhl search“ findet Kennungen nach Namen.", "“fahrstuhl search” finds ids by name.")


class Store:
    """An open store; `open_store` gives one, `with` closes it.

    May be used from several threads. Readers see the last sealed data version, never a part of a change set that is
    still being written.
    """

    def __init__(self, connection: Connection, patience_s: float = 30.0) -> None:
        """Wrap a connection whose server is set up; use `open_store`."""
        self._connection, self._patience_s = connection, patience_s
        self._latest: Network | None = None
        self._reader = Reader(connection.address, connection.restart if connection.server else None)

    def __enter__(self) -> "Store":
        """Use the store in a `with` block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the connection; an embedded server that this process started ends cleanly."""
        self._reader.close()
        self._connection.close()

    @property
    def address(self) -> Address:
        """Where the store answers."""
        return self._connection.address

    @property
    def downloads(self) -> Path:
        """Where what is fetched from an address lies until it is in: with the store, else in the user's own cache."""
        if self._connection.server is not None:
            return self._connection.server.directory / "downloads"
        return Path.home() / ".cache" / "fahrstuhl" / sha256(self.address.url.encode()).hexdigest()[:16]

    def person(self, who: str | None = None) -> str:
        """Name who does something: the one that is named, else the user of this process."""
        return who or _me()

    def version(self) -> int:
        """Give the data version: 0 for an empty store, one more with each sealed change set."""
        return self._connection.read(view.head).version

    def network(self, known_at: str | None = None) -> Network:
        """Read the whole network of one data version; read once per version.

        `known_at` is the number of a change set, or a date or time (ISO 8601): the network as it was recorded then.
        """
        if known_at is not None:
            return at_one_version(self._connection, whole.network, known_at)
        latest = self._latest
        if latest is None or latest.version != self.version():
            self._latest = latest = at_one_version(self._connection, whole.network)
        return latest

    def checks(self) -> Iterator[Check]:
        """Look whether the store is safe and in order, and what to do where it is not."""
        return health.checks(self._connection)

    def record(self, id: str) -> Record:
        """Read one node or tie; NotFoundError when there is none."""
        found = self.records([id])
        if id not in found:
            raise NotFoundError(_NOT_FOUND.format(id=id), _SEARCH)
        return found[id]

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        """Read nodes and ties by id; ids under which there is nothing are left out."""
        wanted = list(ids)
        found = at_one_version(self._connection, lambda run, head: view.records(run, wanted, head))
        return {id: record_of(*found[id]) for id in wanted if id in found}

    def neighbours(self, id: str, depth: int = 1, limit: int = 200) -> Network:
        """Read the part around a node: up to `limit` others within `depth` ties, near ones first."""
        return at_one_version(self._connection, lambda run, head: parts.neighbours(run, head, id, depth, limit))

    def search(self, text: str, types: Iterable[str] = (), limit: int = 20) -> list[Node]:
        """Find nodes by name, short name or number: parts of words, in any case, with both spellings of umlauts."""
        wanted = [record_type(name).__name__ for name in types]
        found = at_one_version(self._connection, lambda run, head: parts.search(run, head, text, wanted, limit))
        return _nodes(found)

    def page(self, type_name: str | None = None, after: str | None = None, limit: int = 100) -> list[Node]:
        """List nodes in order of id, of one type or of all, beginning after an id."""
        label = None if type_name is None else record_type(type_name).__name__
        return _nodes(at_one_version(self._connection, lambda run, head: parts.page(run, head, label, after, limit)))

    def counts(self) -> dict[str, int]:
        """Count the records of each node and tie type."""
        return at_one_version(self._connection, parts.counts)

    @contextmanager
    def change(
        self, why: Text | str, source: str, who: str | None = None, kind: Kind = "command", resumes: str | None = None
    ) -> Iterator[ChangeSet]:
        """Write one change set: sealed when the block ends well, taken back whole when it raises.

        One writes at a time; another waits for a while, then gets StoreInUse. A change set that changed nothing leaves
        no trace. `resumes` is by what the same work is known again: where its writer was killed or interrupted, it goes
        on with what is written already, if nothing else opened the store or wrote meanwhile.
        """
        changes = self._begin(why, source, who, kind, resumes=resumes)
        try:
            yield changes
            changes.seal()
        except KeyboardInterrupt as error:
            if resumes is None:
                changes.take_back(error)
            else:
                changes.pause()
            raise
        except BaseException as error:
            changes.take_back(error)
            raise

    def judge(self, judgement: Judgement) -> None:
        """Keep what a person judged of two nodes, where no data change by it."""
        self._connection.write(lambda run: judging.note(run, judgement))

    def judgements(self) -> list[Judgement]:
        """List what was judged of pairs of nodes and is in force."""
        return self._connection.read(judging.judgements)

    def keep(self, scenario: Scenario) -> None:
        """Keep a scenario, in place of an earlier state of it; no data change by it."""
        self._connection.write(lambda run: scenarios.note(run, scenario))

    def forget(self, name: str) -> None:
        """Take a scenario away; no data change by it."""
        self._connection.write(lambda run: scenarios.forget(run, name))

    def scenarios(self, names: Iterable[str] | None = None) -> list[Scenario]:
        """List all scenarios, or those of some names; names under which there is none are left out."""
        wanted = None if names is None else list(names)
        return self._connection.read(lambda run: scenarios.scenarios(run, wanted))

    def freeze(self, head: Frozen, parts: Iterable[Part]) -> Frozen:
        """Keep answers of a planning round as its next frozen state, and give that its number; no data change by it."""
        kept = tuple(parts)
        return self._connection.write(lambda run: frozen.keep(run, head, kept))

    def frozen(self, round_id: str | None = None) -> list[Frozen]:
        """List the frozen states of a planning round, or of all, without what they hold."""
        return self._connection.read(lambda run: frozen.listed(run, round_id))

    def frozen_parts(self, head: Frozen) -> list[Part]:
        """Read the answers that a frozen state holds."""
        return self._connection.read(lambda run: frozen.parts(run, head))

    def forget_frozen(self, head: Frozen) -> None:
        """Take a frozen state away; no data change by it."""
        self._connection.write(lambda run: frozen.forget(run, head))

    def keep_view(self, saved: View) -> None:
        """Keep a view, in place of one of the same name; no data change by it."""
        self._connection.write(lambda run: views.keep(run, saved))

    def rename_view(self, name: str, to: str) -> None:
        """Give a view another name, which none may have yet; no data change by it."""
        self._connection.write(lambda run: views.rename(run, name, to))

    def forget_view(self, name: str) -> None:
        """Take a view away; no data change by it."""
        self._connection.write(lambda run: views.forget(run, name))

    def views(self) -> list[View]:
        """List the saved views in order of their names."""
        return self._connection.read(views.listed)

    def contradictions(self) -> list[Contradiction]:
        """List where a later source said otherwise than an earlier one."""
        return list(contradictions(self._connection))

    def history(self, id: str | None = None, limit: int = 50) -> list[Change]:
        """List the change sets, newest first; of one record, what each did to it."""
        if id is None:
            return self._connection.read(lambda run: history.changes(run, limit))
        return at_one_version(self._connection, lambda run, head: history.of_record(run, head, id, limit))

    def undo(self, change_id: str | None = None, who: str | None = None) -> Change:
        """Undo a change set, by default the newest in force; ConflictError names what stands on it."""
        return self._turn(self._connection.read(lambda run: undoing.undo_of(run, change_id)), who)

    def redo(self, change_id: str | None = None, who: str | None = None) -> Change:
        """Do again what was undone, by default what was undone last."""
        return self._turn(self._connection.read(lambda run: undoing.redo_of(run, change_id)), who)

    def query(
        self, cypher: str, params: Mapping[str, Any] | None = None, limit: int = 1000, timeout_s: float = 10
    ) -> Rows:
        """Ask in Cypher, read only; the server itself refuses anything else. See `graph.store.reading`."""
        return self._reader.read(cypher, params, limit=limit, timeout_s=timeout_s)

    def _begin(
        self,
        why: Text | str,
        source: str,
        who: str | None,
        kind: Kind,
        of: int | None = None,
        resumes: str | None = None,
    ) -> ChangeSet:
        self.version()  # a dead server is started again for a reader; a writer would only hear of it
        about = {**facts(why, source, self.person(who), kind, of), "at": now(), "resumes": resumes}
        pen, half_done = take_pen(self._connection, about, self._patience_s)
        return ChangeSet(pen, source, half_done=half_done)

    def _turn(self, turn: Turn, who: str | None) -> Change:
        root = int(turn.root.id)
        changes = self._begin(turn.why, turn.root.source, who, "undo" if turn.back else "redo", root)
        try:
            undoing.carry_out(changes, turn)
            changes.seal((root, int(changes.id) if turn.back else None))
        except BaseException as error:
            changes.take_back(error)
            raise
        return self._connection.read(lambda run: history.change(run, changes.id))


def _nodes(found: Iterable[view.Typed]) -> list[Node]:
    records = (record_of(*typed) for typed in found if is_node(typed[0]))
    return [record for record in records if isinstance(record, Node)]


def _me() -> str:
    """Name the user of this process; some systems cannot."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
