"""The pen: one writer at a time. Whoever holds it renews it; whoever died with it has their change taken back.

A change set that is not sealed carries `pen: 'held'`, and a constraint lets no more than one carry it: so the server
itself sees to it that one writes, whichever of two comes first.
"""

import os
import socket
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
from neo4j.exceptions import ConstraintError

from graph.store import statements
from graph.store.connection import Connection, Transaction
from graph.store.lock import Holder
from schema.errors import FahrstuhlError, StoreInUse
from schema.text import Text

LEASE_S = 120.0
"""After how long without a sign of life a writer on another machine counts as gone."""
_RENEW_S = 30.0
_LIVING: set[str] = set()  # the owners that write in this process; one of ours that is not among them gave up

_LOST = Text(
    "Diese Änderung wurde von jemand anderem zurückgenommen, weil sie abgebrochen schien.",
    "This change was taken back by somebody else, because it seemed abandoned.",
)
_AGAIN = Text("Führen Sie sie noch einmal aus.", "Run it again.")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds the pen: a token of its own, and the process it belongs to."""

    owner: str
    host: str
    pid: int
    started: float

    @classmethod
    def me(cls) -> "Owner":
        """Make the owner of a new change set of this process."""
        return cls(os.urandom(16).hex(), _host(), os.getpid(), psutil.Process().create_time())

    def gone(self, idle_ms: int) -> bool:
        """Tell whether this owner will never write again; on another machine, whether it was silent too long."""
        if self.host != _host():
            return idle_ms > LEASE_S * 1000
        if self.pid == os.getpid() and Holder(self.pid, self.started).alive():
            return self.owner not in _LIVING
        return not Holder(self.pid, self.started).alive()


def _host() -> str:
    """Name this machine, and the container in which a process number means something."""
    numbers = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()}/{numbers.readlink()}" if numbers.is_symlink() else socket.gethostname()


@dataclass(frozen=True, slots=True)
class Held:
    """The open change set and its owner, as another sees them."""

    id: int
    owner: Owner
    who: str
    at: str
    idle_ms: int
    resumes: str | None = None
    """By what the same work is known again, which may go on with this change set; None: it is taken back."""


class Pen:
    """The right to write one change set, from taking it to giving it back."""

    def __init__(self, connection: Connection, id: int, owner: Owner) -> None:
        """Begin to renew it; `take` and `claim` get one."""
        self.connection, self.id, self.owner = connection, id, owner
        self._done = threading.Event()
        threading.Thread(target=self._renew, name=f"pen-{id}", daemon=True).start()

    @classmethod
    def take(cls, connection: Connection, facts: dict[str, Any]) -> "Pen | None":
        """Open a change set with these facts about it; None while another is open."""
        me = Owner.me()
        change = {name: value for name, value in {**facts, **asdict(me)}.items() if value is not None}
        _LIVING.add(me.owner)
        try:
            made = connection.write(lambda run: run(statements.TAKE_PEN, change=change), constraint_tries=0)
        except BaseException as error:
            _LIVING.discard(me.owner)
            if isinstance(error.__cause__, ConstraintError):
                return None
            raise
        return cls(connection, int(made[0]["id"]), me)

    @classmethod
    def claim(cls, connection: Connection, held: Held) -> "Pen | None":
        """Take over the pen of one who is gone; None if another was faster."""
        me = Owner.me()
        _LIVING.add(me.owner)
        parameters = {"id": held.id, "dead": held.owner.owner, "owner": asdict(me)}
        if connection.write(lambda run: run(statements.CLAIM_PEN, **parameters)):
            return cls(connection, held.id, me)
        _LIVING.discard(me.owner)
        return None

    def hold(self, run: Transaction) -> None:
        """Make sure, within the transaction, that the pen is still ours; to be called before anything is written."""
        if not run(statements.HOLD_PEN, id=self.id, owner=self.owner.owner):
            raise StoreInUse(_LOST, _AGAIN)

    def lay_down(self) -> None:
        """Stop renewing; what is not sealed by now, anybody may take back."""
        self._done.set()
        _LIVING.discard(self.owner.owner)

    def _renew(self) -> None:
        while not self._done.wait(_RENEW_S):
            try:
                self.connection.write(self.hold)
            except FahrstuhlError:
                continue  # the writer will hear of it with its next batch


def held(connection: Connection) -> Held | None:
    """Look who holds the pen; None where nobody does, or is just taking it or giving it back."""
    found = connection.read(lambda run: run(statements.PEN))
    if not found:
        return None
    row = dict(found[0])
    resumes = row.pop("resumes")
    if None in row.values():
        return None
    owner = Owner(row["owner"], row["host"], row["pid"], row["started"])
    return Held(row["id"], owner, row["who"], row["at"], row["idle"], resumes)
