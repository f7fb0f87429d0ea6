"""How a file begins: enough to say what is in it, without unpacking or reading it whole."""

import io
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, BinaryIO

import ijson  # type: ignore[import-untyped]

from graph.intake.endless_numbers import is_endless
from graph.intake.sources import GZIP, File, Member

LENGTH = 64 * 1024
"""Bytes looked at; a picture before the rest of an organisation chart may be larger, its title stands before it."""
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


@dataclass(frozen=True)
class Beginning:
    """The name and the first bytes of a file."""

    name: str
    bytes: bytes

    @classmethod
    def of(cls, file: File) -> "Beginning":
        """Look at a file on disk, through gzip; empty where it cannot be read."""
        try:
            with file.path.open("rb") as raw:
                return cls(file.name, _unpacked(raw))
        except OSError:
            return cls(file.name, b"")

    @classmethod
    def of_member(cls, member: Member) -> "Beginning":
        """Look at an unpacked file, and leave it as it was."""
        start = member.content.read(LENGTH)
        member.content.seek(0)
        return cls(member.name, start)

    @cached_property
    def text(self) -> str:
        """Give it as text, whatever is not UTF-8 replaced."""
        return self.bytes.decode("utf-8-sig", "replace")

    @cached_property
    def paths(self) -> Mapping[str, Any]:
        """Give the paths of JSON that occur (`features.item.type`) with their first value; none where it is no JSON."""
        found: dict[str, Any] = {}
        start = self.bytes.removeprefix(b"\xef\xbb\xbf")
        if start.lstrip()[:1] not in (b"{", b"[") or is_endless(start):
            return found
        with suppress(ijson.JSONError, UnicodeDecodeError, ValueError, OverflowError, RecursionError):
            for path, _, value in ijson.parse(io.BytesIO(start), buf_size=1024):
                if path.count(".") < 6:
                    found.setdefault(path, value)
        return found

    @property
    def is_schema(self) -> bool:
        """Say whether it is a JSON Schema, which describes files and holds no data."""
        return "$schema" in self.paths or {"definitions", "title"} <= self.paths.keys()


def _unpacked(raw: BinaryIO) -> bytes:
    start = raw.read(LENGTH)
    if not start.startswith(GZIP):
        return start
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(start, LENGTH)
    except zlib.error:
        return b""
