"""Pages on disk while they are needed: each as it came, private, found again by its address when a download goes on."""

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.store.private import FOLDER_MODE, open_private, read_json, write_json

_HEAD, _INDEX = "download.json", "pages.jsonl"


@dataclass(frozen=True, slots=True)
class Page:
    """One page that was answered: its address, its file and its content type."""

    address: str
    path: Path
    kind: str


class Pages:
    """The pages of one download, kept in a directory of its own below `place`."""

    def __init__(self, place: Path, address: str, since: str | None, hours: float) -> None:
        """Open the download of an endpoint since a time, going on from what is there and not older than some hours."""
        self._place = place
        place.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        _drop_old(place, hours)
        self.directory = place / directory_name(address, since)
        self.directory.mkdir(mode=FOLDER_MODE, exist_ok=True)
        head = read_json(self.directory / _HEAD)
        self.began = str(head["began"]) if head else datetime.now(UTC).isoformat("T", "seconds")
        if head is None:
            write_json(self.directory / _HEAD, {"address": address, "since": since, "began": self.began})
        self._known = self._read_index()
        self._noted = set(self._known)

    def _read_index(self) -> dict[str, tuple[str, str]]:
        """Read which pages are there; a last line that broke off is left out."""
        known: dict[str, tuple[str, str]] = {}
        try:
            lines = (self.directory / _INDEX).read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return known
        for line in lines:
            try:
                address, name, kind = json.loads(line)
            except (ValueError, TypeError):
                continue
            known[str(address)] = (str(name), str(kind))
        return known

    def find(self, address: str) -> Page | None:
        """Give a page that was answered before."""
        name, kind = self._known.get(address, ("", ""))
        path = self.directory / Path(name).name
        return Page(address, path, kind) if name and path.is_file() else None

    def waiting(self) -> Path:
        """Give the file into which the next page is to be written."""
        path = self.directory / "waiting"
        os.close(open_private(path, os.O_WRONLY))
        return path

    def take(self, address: str, kind: str) -> Page:
        """Take what was written for the page under an address."""
        path = self.directory / f"{_hash(address)}.page"
        (self.directory / "waiting").replace(path)
        self._known[address] = (path.name, kind)
        return Page(address, path, kind)

    def keep(self, page: Page) -> None:
        """Note a page that is sound; one that is not noted is asked for again the next time."""
        if page.address not in self._noted:
            self._noted.add(page.address)
            with os.fdopen(open_private(self.directory / _INDEX, os.O_WRONLY | os.O_APPEND), "a") as file:
                file.write(json.dumps([page.address, page.path.name, page.kind]) + "\n")

    def finish(self, *, whole: bool) -> None:
        """Say that there is nothing to go on with, and whether nothing is missing."""
        head = read_json(self.directory / _HEAD) or {}
        write_json(self.directory / _HEAD, head | {"ended": True, "whole": whole})


def download(place: Path, address: str, since: str | None) -> dict[str, Any]:
    """Tell what is known of a download: when it began, whether it ended and is whole; nothing where there is none."""
    return read_json(place / directory_name(address, since) / _HEAD) or {}


def remove(place: Path, address: str, since: str | None) -> None:
    """Remove a download."""
    shutil.rmtree(place / directory_name(address, since), ignore_errors=True)


def directory_name(address: str, since: str | None) -> str:
    """Name the directory of a download."""
    return _hash(f"{address}\n{since or ''}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _drop_old(place: Path, hours: float) -> None:
    """Remove the downloads that began too long ago: what they hold is old by now, and it names persons."""
    for directory in place.iterdir():
        head = read_json(directory / _HEAD)
        if head and _hours_since(head.get("began")) >= hours:
            shutil.rmtree(directory, ignore_errors=True)


def _hours_since(began: object) -> float:
    try:
        return (datetime.now(UTC) - datetime.fromisoformat(str(began))).total_seconds() / 3600
    except (ValueError, TypeError):
        return float("inf")
