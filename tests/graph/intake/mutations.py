"""Damage to files as it happens: cut off, swapped, nested, of other types, in other encodings; always the same."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.intake.account import Account
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.errors import InputError

ODD: tuple[Any, ...] = (
    None,
    "",
    " ",
    0,
    -1,
    1e400,
    10**30,
    True,
    [],
    {},
    [[]],
    {"id": {"id": []}},
    "\ud800",
    "\x00",
    "x" * 20_000,
)


def damaged(content: bytes, n: int, seed: int = 5) -> Iterator[bytes]:
    """Give damaged copies of a file: of its bytes and, of JSON, of its values."""
    chance = random.Random(seed)
    for number in range(n):
        yield (
            _values(content, chance) if number % 2 and content.lstrip()[:1] in (b"{", b"[") else _bytes(content, chance)
        )


def survives(kind: str, path: Path, content: bytes, n: int) -> None:
    """Hold a reader to damaged copies: a clear error that names the file, or records once each and whole."""
    for copy in damaged(content, n):
        path.write_bytes(copy)
        account, source = Account(), Source.at(path)
        told, ids = account.oddities, list[str]()
        try:
            ids = [item.id for item in reader_of(source, Manner(kind)).read(source, account, {})]
            told = account.oddities
        except InputError as error:
            told = error.oddities
            ids = [] if told else ["an error that names no place"]
        assert len(ids) == len(set(ids))
        assert ids != ["an error that names no place"]
        assert all(o.file and o.message.de and o.message.en for o in told)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(content)), chance.randrange(1, 200)
    return chance.choice(
        (
            lambda: content[:at],
            lambda: content[at:],
            lambda: content[:at] + content[at + length :],
            lambda: content[:at] + content[at : at + length] * 3 + content[at + length :],
            lambda: content[:at] + chance.randbytes(length) + content[at:],
            lambda: content[:at] + b"[" * 5_000 + content[at:],
            lambda: content.decode("utf-8", "replace").encode("utf-16"),
            lambda: content.decode("utf-8", "replace").encode("cp1252", "replace"),
            lambda: content.replace(b'"', b"'", chance.randrange(1, 30)),
            lambda: content[:at] + b"\x00" + content[at:],
        )
    )()


def _values(content: bytes, chance: random.Random) -> bytes:
    try:
        value = json.loads(content)
    except ValueError:  # one object a line
        return _bytes(content, chance)
    places = list(_places(value))
    for _ in range(chance.randrange(1, 6)):
        around, key = chance.choice(places)
        if isinstance(around, dict) and chance.random() < 0.2:
            around[f"{key}x"] = around.pop(key, None)
        else:
            around[key] = chance.choice(ODD) if chance.random() < 0.7 else _of(*chance.choice(places))
    try:
        return json.dumps(value).encode()
    except (ValueError, RecursionError):  # a value that was put into itself
        return b"{}"


def _of(around: Any, key: Any) -> Any:
    return around.get(key) if isinstance(around, dict) else around[key]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in list(inner):
        yield value, key
        yield from _places(part)
