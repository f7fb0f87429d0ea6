"""The embedded server: what is in force, who gets in, and what happens when something dies."""

import contextlib
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import neo4j
import psutil
import pytest
from neo4j.exceptions import ClientError, DriverError, Neo4jError

from graph.store import embedded
from graph.store.address import Address
from graph.store.embedded import EmbeddedServer
from schema.errors import InputError, StoreError, StoreUnreachable
from tests import servers

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and modes of POSIX systems")
SCRIPT = """
import sys
from pathlib import Path
from graph.store.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]), heap_mb=256)
print(server.start().url, server.owner, flush=True)
"""
STAY = SCRIPT + "sys.stdin.read()\nserver.stop()\n"
STAY_FORKED = SCRIPT + "import os, signal\nprint(os.fork() or signal.pause(), flush=True)\nsys.stdin.read()\n"

Starter = Callable[..., EmbeddedServer]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Starter]:
    """Make servers on one directory, and end them."""
    servers: list[EmbeddedServer] = []

    def make(**limits: Any) -> EmbeddedServer:
        servers.append(EmbeddedServer(tmp_path / "store", heap_mb=256, **limits))
        servers[-1].start()
        return servers[-1]

    yield make
    for server in servers:
        server.stop()


@contextlib.contextmanager
def other_process(program: str, directory: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", program, str(directory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ask(address: Address, statement: str, *, as_reader: bool = False, **parameters: object) -> list[Any]:
    """Give the first column."""
    account = (address.reader, address.reader_password) if as_reader else (address.user, address.password)
    with (
        neo4j.GraphDatabase.driver(address.url, auth=account) as driver,
        driver.session(database=address.database) as session,
    ):
        return session.run(statement, parameters).value()


def serving(server: EmbeddedServer) -> psutil.Process:
    port = int(server.start().url.rsplit(":", 1)[1])
    children = psutil.Process().children(recursive=True)
    return next(c for c in children if any(n.laddr.port == port for n in c.net_connections() if n.status == "LISTEN"))


def test_the_settings_in_force_are_the_safe_ones(embedded_server: EmbeddedServer) -> None:
    assert embedded_server.settings == {
        "txWalFlush": 2,
        "production": True,
        "command.timeout": 60_000,
        "bolt.maxMessageSize": 64 * 1024 * 1024,
        "heap_mb": 512,
    }


def test_it_listens_on_one_loopback_port_alone(embedded_server: EmbeddedServer) -> None:
    found = [c.laddr for c in serving(embedded_server).net_connections("inet") if c.status == psutil.CONN_LISTEN]
    assert [f"bolt://{place.ip}:{place.port}" for place in found] == [embedded_server.start().url]
    assert found[0].ip == "127.0.0.1"


@POSIX
def test_only_the_owner_may_read_the_files(embedded_server: EmbeddedServer) -> None:
    ask(embedded_server.start(), "CREATE (n:Mode) DELETE n")
    every = [embedded_server.directory, *embedded_server.directory.rglob("*")]
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in every}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_no_password_stands_in_a_command_line_or_an_environment(embedded_server: EmbeddedServer) -> None:
    child, address = serving(embedded_server), embedded_server.start()
    public = " ".join([*child.cmdline(), *child.environ().values()])
    assert address.password not in public
    assert address.reader_password not in public
    assert address.password not in repr(address)


def test_a_healthy_server_raises_no_alarm(embedded_server: EmbeddedServer) -> None:
    assert embedded_server.alarms() == []


def test_a_message_above_16_mb_passes(embedded_address: Address) -> None:
    assert ask(embedded_address, "RETURN size($text)", text="ü" * 10_000_000) == [10_000_000]


WRITES = [
    "CREATE (n:Intruder)",
    "MERGE (n:Intruder {id: 1})",
    "MATCH (n:Record) SET n.x = 1",
    "MATCH (n:Record) DETACH DELETE n",
    "MATCH (n:Record) REMOVE n.id",
    "CREATE INDEX FOR (n:Record) ON (n.x)",
    "CREATE CONSTRAINT FOR (n:Record) REQUIRE n.x IS UNIQUE",
]


@pytest.mark.parametrize("write", WRITES)
def test_the_reader_reads_and_cannot_write(embedded_address: Address, write: str) -> None:
    servers.wipe(embedded_address)
    ask(embedded_address, "CREATE (n:Record {id: 7})")
    with pytest.raises(Neo4jError):
        ask(embedded_address, write, as_reader=True)
    assert ask(embedded_address, "MATCH (n:Record) RETURN properties(n)", as_reader=True) == [{"id": 7}]
    ask(embedded_address, "MATCH (n) DETACH DELETE n")


def test_a_wrong_password_does_not_get_in(embedded_address: Address) -> None:
    stranger = Address(embedded_address.url, "reader", "x" * 12, "reader", "x" * 12, embedded_address.database)
    with pytest.raises(ClientError):
        ask(stranger, "RETURN 1")


def test_a_long_statement_is_ended_by_the_server(started: Starter) -> None:
    address = started(command_timeout_s=1).start()
    with pytest.raises(ClientError, match="TransactionTimedOut"):
        ask(address, "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y)")
    assert ask(address, "RETURN 1") == [1]


def test_what_was_stored_is_there_after_kill_9(started: Starter) -> None:
    server = started()
    before = server.start()
    ask(before, "CREATE (:Kept {name: 'Sozialplanung'})")
    child = serving(server)
    child.kill()
    psutil.wait_procs([child])
    assert not server.alive()
    with pytest.raises(StoreUnreachable, match="gone"):
        server.ensure_alive()
    after = server.restart()
    assert server.owner
    assert server.alive()
    assert (after.user, after.password) == (before.user, before.password)
    assert ask(after, "MATCH (n:Kept) RETURN n.name") == ["Sozialplanung"]


def test_restart_leaves_a_healthy_server_alone_unless_forced(started: Starter) -> None:
    server = started()
    first = serving(server).pid
    server.restart()
    assert serving(server).pid == first
    server.restart(force=True)
    assert serving(server).pid != first


def test_out_of_memory_ends_the_child_and_a_restart_helps(started: Starter) -> None:
    server = started()
    with pytest.raises((DriverError, Neo4jError)):
        ask(server.start(), "RETURN size(reduce(text = 'a', i IN range(1, 40) | text + text))")
    assert ask(server.restart(), "RETURN 1") == [1]


@POSIX
def test_sigterm_ends_the_child_cleanly(started: Starter) -> None:
    server = started()
    ask(server.start(), "CREATE (:Kept)")
    assert server._child is not None
    process = server._child._process
    with neo4j.GraphDatabase.driver(server.start().url, auth=("root", server.start().password)) as driver:
        driver.verify_connectivity()  # a client that stays connected must not hold it up
        process.terminate()
        assert process.wait(60) == 0
    assert "SIGSEGV" not in (server.directory / "child.err").read_text()
    assert ask(server.restart(), "MATCH (n:Kept) RETURN count(n)") == [1]


def test_stopping_ends_the_child_and_starting_again_finds_the_data(started: Starter) -> None:
    server = started()
    ask(server.start(), "CREATE (:Kept)")
    child = serving(server)
    server.stop()
    assert not child.is_running()
    assert not (server.directory / embedded.RECORD).exists()
    assert server.settings == {}
    assert ask(server.start(), "MATCH (n:Kept) RETURN count(n)") == [1]


def test_a_second_server_of_the_same_process_joins(started: Starter) -> None:
    owner, guest = started(), started()
    assert (owner.owner, guest.owner) == (True, False)
    assert owner.start() == guest.start()
    assert guest.settings == owner.settings
    guest.stop()
    assert owner.alive()
    assert ask(owner.start(), "RETURN 1") == [1]


def test_a_second_process_joins(started: Starter) -> None:
    server = started()
    with other_process(SCRIPT, server.directory) as second:
        assert said(second) == f"{server.start().url} False"
    assert server.alive()


def test_of_two_starters_at_once_one_owns_and_both_are_served(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with other_process(STAY, store) as one, other_process(STAY, store) as two:
        answers = {said(one), said(two)}
        (url,) = {answer.split()[0] for answer in answers}
        assert answers == {f"{url} True", f"{url} False"}


@POSIX
@pytest.mark.parametrize("program", [STAY, STAY_FORKED], ids=["alone", "with a forked process"])
def test_the_guest_of_a_killed_owner_is_told_and_can_take_over(started: Starter, tmp_path: Path, program: str) -> None:
    with other_process(program, tmp_path / "store") as first:
        assert said(first).endswith("True")
        forked = int(said(first)) if program == STAY_FORKED else None
        guest = started()
        ask(guest.start(), "CREATE (:Kept)")
        child = psutil.Process(guest._record.server.pid) if guest._record else None
        first.kill()
    psutil.wait_procs([child] if child else [])
    with pytest.raises(StoreUnreachable, match="gone"):
        guest.ensure_alive()
    assert ask(guest.restart(), "MATCH (n:Kept) RETURN count(n)") == [1]
    assert guest.owner
    if forked:
        os.kill(forked, signal.SIGKILL)


@POSIX
def test_an_owner_that_does_not_answer_is_named(started: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = started()
    child = serving(owner)
    monkeypatch.setattr(embedded, "JOIN_S", 1.0)
    child.suspend()
    try:
        with pytest.raises(StoreUnreachable, match=f"process {os.getpid()}") as caught:
            EmbeddedServer(owner.directory).start()
        assert str(os.getpid()) in caught.value.hint.de
    finally:
        child.resume()


def test_restarts_from_several_threads_start_one_server(started: Starter) -> None:
    server = started()
    child = serving(server)
    child.kill()
    psutil.wait_procs([child])
    addresses: list[Address] = []
    threads = [threading.Thread(target=lambda: addresses.append(server.restart())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(addresses) == 4
    assert len(set(addresses)) == 1


def test_damage_that_the_engine_notices_raises_an_alarm(started: Starter) -> None:
    server = started()
    ask(server.start(), "CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE")
    ask(server.start(), "UNWIND range(1, 100) AS i CREATE (:A {id: i})")
    server.stop()
    for index in server.directory.rglob("*idx"):
        index.write_bytes(b"\xaa" * 65536)
    server.start()
    assert [line for line in server.alarms() if "SEVERE" in line and "Index" in line]


def test_a_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("keep me")
    for wanted in (path, path / "below"):
        with pytest.raises(InputError, match="is a file"):
            EmbeddedServer(wanted).start()
    assert path.read_text() == "keep me"


def test_a_directory_of_somebody_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(InputError, match="no Fahrstuhl store"):
        EmbeddedServer(tmp_path).start()
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fahrstuhl-store.json").write_text('{"store": "fahrstuhl", "format": 999}')
    with pytest.raises(InputError, match="later version"):
        EmbeddedServer(tmp_path).start()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a place that refuses even root")
def test_a_place_without_the_right_to_write_is_refused() -> None:
    with pytest.raises(StoreError, match="not writable"):
        EmbeddedServer(Path("/sys/kernel/fahrstuhl")).start()


def test_a_full_disk_is_told_before_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 3 << 20})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(StoreError, match="3 MB are free"):
        EmbeddedServer(tmp_path / "store").start()


def test_a_start_that_fails_tells_why_and_can_be_tried_again(started: Starter) -> None:
    server = started()
    server.stop()
    dictionary = next(server.directory.rglob("dictionary*"))
    whole = dictionary.read_bytes()
    dictionary.write_bytes(b"\xaa" * len(whole))
    with pytest.raises(StoreError, match="could not be started"):
        server.start()
    dictionary.write_bytes(whole)
    assert ask(server.start(), "RETURN 1") == [1]
