"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schema.errors import InputError
from schema.text import Text


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Give a path beside the target to write to; it takes the target's place when all is written, else it goes.

    Raises InputError where the folder is not there, may not be written or is full; the target is then as it was.
    """
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield beside
        beside.replace(out)
    except OSError as error:
        text = Text("{out} lässt sich nicht schreiben: {e}", "{out} cannot be written: {e}")
        raise InputError(text.format(out=out, e=error.strerror or error), _ELSEWHERE) from error
    finally:
        beside.unlink(missing_ok=True)


_ELSEWHERE = Text(
    "Einen Ordner wählen, der da ist, beschrieben werden darf und Platz hat.",
    "Choose a folder that exists, may be written and has room.",
)
