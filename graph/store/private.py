"""Files and folders that nobody but their owner may read.

On Windows the modes have little effect; there the folder inherits the rights of the user's own profile.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Any

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def open_private(path: Path, flags: int) -> int:
    """Open a file with `flags`, creating it with mode 0600; gives the file descriptor."""
    return os.open(path, flags | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), FILE_MODE)


def write_json(path: Path, content: object) -> None:
    """Write a file whole or not at all; a reader never sees half of it."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(open_private(beside, os.O_WRONLY | os.O_EXCL), "w", encoding="utf-8") as file:
        json.dump(content, file)
    beside.replace(path)


def read_json(path: Path) -> dict[str, Any] | None:
    """Read an object; None where there is no file, or none that holds an object."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None
