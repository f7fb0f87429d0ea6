"""Five hundred damaged copies of real files: a clear error or an oddity, never a traceback, never half of it."""

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.intake.account import Account
from graph.intake.importing import import_source
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import FahrstuhlError
from tests import servers

DATA = Path(__file__).parents[4] / "shared" / "data"
ENDINGS = (".json", ".geojson", ".gz", ".csv", ".ttl", ".jsonld", ".ndjson", ".zip", ".xlsx")
LARGEST = 400_000
"""Bytes of a file that is damaged; what is larger is read whole elsewhere."""
COPIES, LOTS = 500, 20
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real files are not here")


def real_files() -> list[Path]:
    return sorted(p for p in DATA.rglob("*") if p.name.endswith(ENDINGS) and p.stat().st_size <= LARGEST)


def truncated(content: bytes, rng: random.Random) -> bytes:
    return content[: rng.randrange(len(content))]


def flipped(content: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(rng.randint(1, 20)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def doubled(content: bytes, rng: random.Random) -> bytes:
    a, b = sorted(rng.randrange(len(content)) for _ in range(2))
    return content[:b] + content[a:]


def encoded_otherwise(content: bytes, rng: random.Random) -> bytes:
    encoding = rng.choice(["utf-16", "cp1252", "utf-8-sig", "utf-32", "cp437"])
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def lines_swapped(content: bytes, rng: random.Random) -> bytes:
    lines = content.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def cells_swapped(content: bytes, rng: random.Random) -> bytes:
    separators = (b",", b";", b":", b"\t")
    return content.replace(rng.choice(separators), rng.choice(separators))


WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    1e400,
    "",
    "x" * 5_000,
    "2024-13-45",
    [],
    {},
    [[[]]],
    {"id": {}},
    "\x00",
    "=1+1",
)


def values_swapped(content: bytes, rng: random.Random) -> bytes:
    """Put values of other types into JSON, and nest some of it deep."""
    try:
        value = json.loads(content)
    except ValueError:
        return flipped(content, rng)
    return json.dumps(_wronged(value, rng, 0.05)).encode()


def _wronged(value: Any, rng: random.Random, share: float) -> Any:
    if rng.random() < share:
        return rng.choice([*WRONG, _deep(value, 200)])
    if isinstance(value, dict):
        return {key: _wronged(item, rng, share) for key, item in value.items()}
    return [_wronged(item, rng, share) for item in value] if isinstance(value, list) else value


def _deep(value: Any, depth: int) -> Any:
    for _ in range(depth):
        value = [value]
    return value


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    truncated,
    flipped,
    doubled,
    encoded_otherwise,
    lines_swapped,
    cells_swapped,
    values_swapped,
)


def damaged_copies(folder: Path, lot: int) -> Iterator[Path]:
    """Write the damaged copies of one lot, one after the other; the same ones in each run."""
    files = real_files()
    for number in range(lot, COPIES, LOTS):
        rng = random.Random(number)
        original, damage = rng.choice(files), rng.choice(DAMAGES)
        content = original.read_bytes()
        packed = original.name.endswith(".gz") and not original.name.endswith(".tar.gz") and rng.random() < 0.8
        content = damage(gzip.decompress(content) if packed else content, rng)
        copy = folder / f"{number}-{damage.__name__}" / original.name
        copy.parent.mkdir()
        copy.write_bytes(gzip.compress(content) if packed else content)
        yield copy


@pytest.mark.parametrize("lot", range(LOTS))
def test_a_damaged_file_is_refused_or_read_with_its_oddities(tmp_path: Path, lot: int) -> None:
    for copy in damaged_copies(tmp_path, lot):
        account = Account()
        refused = _read(copy, account)
        if refused is None:
            assert any(account.read.values()), copy
        else:
            assert copy.name in f"{refused.text.de} {getattr(refused, 'oddities', '')}", copy
            assert copy.name in f"{refused.text.en} {getattr(refused, 'oddities', '')}", copy


def _read(copy: Path, account: Account) -> FahrstuhlError | None:
    """Read a file to its end; what it was refused for, if it was."""
    source = Source.at(copy)
    try:
        for _ in reader_of(source).read(source, account, {}):
            pass
    except FahrstuhlError as error:
        return error
    return None


def test_a_damaged_file_leaves_the_store_whole(tmp_path: Path, store: Store) -> None:
    for copy in damaged_copies(tmp_path, 0):
        version, counts = store.version(), store.counts()
        try:
            report = import_source(store, copy, manner=Manner(keep_good=True))
        except FahrstuhlError:
            assert (store.version(), store.counts()) == (version, counts), copy
        else:
            assert store.version() == version + (report.outcome == "written"), copy


@pytest.fixture
def store(embedded_address: Address) -> Iterator[Store]:
    servers.wipe(embedded_address)
    with store_at(Connection(embedded_address)) as opened:
        yield opened
