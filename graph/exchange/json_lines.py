"""JSON written piece by piece: an object whose lists are as long as the network, one entry a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Lists = Mapping[str, Iterable[Mapping[str, Any]]]


def write_object(path: Path, head: Mapping[str, Any], lists: Lists) -> None:
    """Write an object: the entries of `head`, then each list, whose items are made while they are written."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_pieces(head, lists))


def write_lines(path: Path, items: Iterable[Mapping[str, Any]]) -> None:
    """Write one object on each line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{dumped(item)}\n" for item in items)


def dumped(value: Any) -> str:
    """Write a value as JSON; text stays as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _pieces(head: Mapping[str, Any], lists: Lists) -> Iterator[str]:
    yield "{" + ",\n".join(f"{dumped(name)}: {dumped(value)}" for name, value in head.items())
    for name, items in lists.items():
        yield f",\n{dumped(name)}: ["
        between = "\n"
        for item in items:
            yield between + dumped(item)
            between = ",\n"
        yield "]"
    yield "}\n"
