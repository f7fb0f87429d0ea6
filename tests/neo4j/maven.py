"""Neo4j from Maven Central's jars, run by the machine's own Java: for machines without a container engine."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from graph.store.lock import Holder

VERSION = "5.26.30"
POM = Path(__file__).with_name("pom.xml")
FRAGMENT = Path(__file__).parents[2] / "docker" / "neo4j.conf"
OLDEST_JAVA = 17


def missing() -> str:
    """Say what this way lacks here; empty if nothing."""
    java = _java()
    if java is None:
        return "no Java"
    if (found := _java_version(java)) < OLDEST_JAVA:
        return f"Java {found} is older than {OLDEST_JAVA}"
    if not (_jars() / "whole").exists() and shutil.which("mvn") is None:
        return "no Maven"
    return ""


def start(folder: Path, owner: int) -> tuple[int, int]:
    """Start a server with an empty database in `folder`; gives the Bolt port and its guard's number.

    The guard ends the server when it is told to end (SIGTERM) and when the process `owner` is gone.
    """
    port = _free_port()
    conf = folder / "conf"
    conf.mkdir(parents=True)
    (conf / "neo4j.conf").write_text(_settings(_overrides(folder, port)), encoding="utf-8")
    with (folder / "server.log").open("wb") as log:
        guard = subprocess.Popen(
            [sys.executable, "-m", "tests.neo4j.maven", str(owner), *_command(folder)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(conf)},
            start_new_session=True,
        )
    guard.returncode = 0  # it outlives this process; whoever ends it does so by its number
    return port, guard.pid


def fetch_jars() -> Path:
    """Give the folder of jars, fetched once per user and version."""
    jars = _jars()
    if not (jars / "whole").exists():
        jars.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=jars.parent))
        command = [shutil.which("mvn") or "mvn", "-B", "-q", "-f", str(POM)]
        subprocess.run(
            [*command, "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (fresh / "whole").touch()
        shutil.rmtree(jars, ignore_errors=True)
        fresh.rename(jars)
    return jars


def _overrides(folder: Path, port: int) -> dict[str, str]:
    return {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.default_listen_address": "127.0.0.1",
        "server.directories.data": str(folder / "data"),
        "server.directories.logs": str(folder / "logs"),
        "server.memory.pagecache.size": "64m",
    }


def _shipped() -> list[tuple[str, str]]:
    lines = FRAGMENT.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("=") for line in lines if "=" in line and not line.startswith("#")]
    return [(name, value) for name, _, value in pairs]


def _settings(overrides: Mapping[str, str]) -> str:
    """The shipped fragment with some lines of the tests' own; Neo4j takes no setting twice."""
    kept = [(name, value) for name, value in _shipped() if name not in overrides]
    return "".join(f"{name}={value}\n" for name, value in [*kept, *overrides.items()])


def _command(folder: Path) -> list[str]:
    options = [value for name, value in _shipped() if name == "server.jvm.additional"]
    entry = "org.neo4j.server.CommunityEntryPoint"
    classes = str(fetch_jars() / "*")
    places = [f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]
    return [_java() or "java", "-Xmx768m", *options, "-cp", classes, entry, *places]


def _java() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return (shutil.which("java", path=str(Path(home) / "bin")) if home else None) or shutil.which("java")


def _java_version(java: str) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found.group(1)) if found else 0


def _jars() -> Path:
    caches = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(caches) if caches else Path.home() / ".cache") / "fahrstuhl-tests" / f"neo4j-{VERSION}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def guard(owner: int, command: list[str]) -> None:
    """Run the server until it ends or its owner is gone."""
    watched = Holder.of(owner)
    with subprocess.Popen(command) as server:
        try:
            while watched.alive():
                try:
                    server.wait(1)
                    return
                except subprocess.TimeoutExpired:
                    continue
        finally:
            server.terminate()


if __name__ == "__main__":
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    guard(int(sys.argv[1]), sys.argv[2:])
