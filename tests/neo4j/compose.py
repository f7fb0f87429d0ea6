"""Neo4j as docker-compose.yml describes it, with one port published for the tests."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = "fahrstuhl-tests"
_FILES = (_HERE.parents[1] / "docker-compose.yml", _HERE / "compose.yml")
_SECRET = "FAHRSTUHL_TEST_SECRET"


def missing() -> str:
    """Say what this way lacks here; empty if nothing."""
    docker = shutil.which("docker")
    if docker is None:
        return "no Docker"
    if subprocess.run([docker, "info"], capture_output=True, check=False).returncode:
        return "Docker is installed but no engine runs"
    if subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        return "Docker has no Compose"
    return ""


def up(folder: Path) -> tuple[int, str]:
    """Start the database service; gives its port on this machine and the password."""
    password = secrets.token_hex(16)
    secret = folder / "neo4j-password"
    secret.write_text(password, encoding="utf-8")
    secret.chmod(0o644)  # the container's user is another; the folder keeps others out
    os.environ[_SECRET] = str(secret)
    _compose("up", "--detach", "--wait", "neo4j")
    return int(_compose("port", "neo4j", "7687").rsplit(":", 1)[1]), password


def down() -> None:
    """Stop the service and drop its data."""
    os.environ.setdefault(_SECRET, os.devnull)
    _compose("down", "--volumes", "--remove-orphans")


def _compose(*words: str) -> str:
    files = [word for file in _FILES for word in ("--file", str(file))]
    command = [shutil.which("docker") or "docker", "compose", "--project-name", _PROJECT, *files, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
