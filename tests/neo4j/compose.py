"""Neo4j as docker-compose.yml describes it, with one port published for the tests."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = "fahrstuhl-tests"
_FILES = (_HERE.parents[1] / "docker-compose.yml", _HERE / "compose.yml")


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
    password = secrets.token_urlsafe(16)
    secret = folder / "neo4j_auth"
    secret.write_text(f"neo4j/{password}", encoding="utf-8")
    (folder / "store_password").write_text(password, encoding="utf-8")
    os.environ["FAHRSTUHL_SECRETS"] = str(folder)
    _compose("up", "--detach", "--wait", "neo4j")
    return int(_compose("port", "neo4j", "7687").rsplit(":", 1)[1]), password


def down() -> None:
    """Stop the service and drop its data."""
    _compose("down", "--volumes", "--remove-orphans")


def _compose(*words: str) -> str:
    files = [word for file in _FILES for word in ("--file", str(file))]
    command = [shutil.which("docker") or "docker", "compose", "--project-name", _PROJECT, *files, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
