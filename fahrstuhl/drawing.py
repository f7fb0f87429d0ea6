"""Pictures written to files: which endings there are, whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from rich.markup import escape

from fahrstuhl import printing
from graph.exchange.whole_file import written_whole
from schema.errors import UsageError
from schema.text import Lang, Text


def ending(out: Path, known: Iterable[str]) -> str:
    """Give the ending of a file, without the dot; the error lists those that there are."""
    found, endings = out.suffix.lower().removeprefix("."), tuple(known)
    if found not in endings:
        raise UsageError(
            Text("{out}: diese Art Datei wird nicht gezeichnet.", "{out}: no such kind of picture.").format(out=out),
            Text("Mögliche Endungen: {known}", "Possible endings: {known}").format(
                known=", ".join(f".{each}" for each in endings)
            ),
        )
    return found


def write(out: Path, content: str | bytes, lang: Lang) -> None:
    """Write whole or not at all: first beside the target, then in its place."""
    data = content.encode() if isinstance(content, str) else content
    with written_whole(out) as beside:
        beside.write_bytes(data)
    done = Text("Geschrieben: {out} ({kb} kB)", "Written: {out} ({kb} kB)").format(out=out, kb=len(data) // 1000)
    printing.log().print(escape(done.lang(lang)))
