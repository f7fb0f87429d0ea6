"""What is no council record, or a damaged one: always an InputError that names the file, never anything else."""

import bz2
import gzip
import io
import json
import os
import random
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.intake import guard
from schema.errors import InputError
from schema.nodes import Document
from tests.graph.intake.reading import KARLSRUHE, Reading, oparl, write_tar, write_zip
from tests.graph.intake.reading import read as read_any
from tests.graph.intake.test_oparl_traps import council, members, put

PAPER = json.dumps(oparl("Paper", 7)).encode()
ZEROS = bytes(1024 * 1024)


def read(path: Path) -> Reading:
    """Read garbage as OParl, whatever else it may look like."""
    return read_any(path, kind="oparl")


def gz(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def tar_of(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for entry, content in entries:
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def link(kind: bytes, target: str) -> tuple[tarfile.TarInfo, bytes]:
    entry = tarfile.TarInfo("papers/1.json")
    entry.type, entry.linkname = kind, target
    return entry, b""


GARBAGE: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.json", b"", "empty-file"),
    "blank": ("a.json", b" \n\n ", "empty-file"),
    "broken": ("a.json", b'{"id": "https://x.org/papers/1",\n "name": }', "not-json"),
    "cut off": ("a.json", PAPER[:-20], "not-json"),
    "two values": ("a.json", PAPER + PAPER, "not-json"),
    "endless number": ("a.json", b'[{"id": "https://x.org/papers/1", "n": ' + b"9" * 5_000 + b"}]", "endless-number"),
    "nan": ("a.json", b'[{"id": NaN}]', "not-json"),
    "not utf-8": ("a.json", '{"id": "Bürger"}'.encode("cp1252"), "not-utf8"),
    "utf-16": ("a.json", PAPER.decode().encode("utf-16"), "not-utf8"),
    "nested": ("a.json", b"[" * 100_000, "too-deep"),
    "nested objects": ("a.json", b'{"a":' * 100_000, "too-deep"),
    "nested in an object": ("a.json", b'{"id":' + b"[" * 5_000 + b"]" * 5_000 + b"}", "too-deep"),
    "numbers": ("a.json", b"[1, 2, 3]", "not-an-object"),
    "a text": ("a.json", b'"OParl"', "not-an-object"),
    "null": ("a.json", b"null", "not-an-object"),
    "no objects": ("a.json", b"[]", "no-objects"),
    "other json": ("a.json", b'{"type": "FeatureCollection", "features": []}', "unknown-object"),
    "envelope of nothing": ("a.json", b'{"status": "ok", "n": 3}', "no-objects"),
    "gzip of nothing": ("a.json.gz", gz(b""), "empty-file"),
    "gzip cut off": ("a.json.gz", gz(PAPER)[:-12], "damaged"),
    "gzip of junk": ("a.json.gz", b"\x1f\x8b" + bytes(range(200)), "damaged"),
    "not gzip": ("a.tar.gz", b"hello", "damaged"),
    "tar cut off": ("a.tar", tar_of((tarfile.TarInfo("1.json"), PAPER * 9))[:900], "damaged"),
    "tar with a damaged header": (
        "a.tar",
        tar_of((tarfile.TarInfo("1.json"), PAPER)) [:1024] + b"x" * 512,
        "damaged",
    ),
    "tar to the outside": ("a.tar", tar_of((tarfile.TarInfo("../../1.json"), PAPER)), "outside-path"),
    "tar to the root": ("a.tar", tar_of((tarfile.TarInfo("/etc/1.json"), PAPER)), "outside-path"),
    "tar with a link": ("a.tar", tar_of(link(tarfile.SYMTYPE, "/etc/passwd")), "link"),
    "tar with a hard link": ("a.tar", tar_of(link(tarfile.LNKTYPE, "../x")), "link"),
    "tar with a device": ("a.tar", tar_of(link(tarfile.CHRTYPE, "")), "link"),
    "tar of other files": ("a.tar.gz", gz(tar_of((tarfile.TarInfo("x.txt"), b"hello"))), "other-file"),
    "not zip": ("a.zip", b"PK\x03\x04 no", "damaged"),
    "zeros": ("a.json", ZEROS, "not-json"),
    "zeros packed": ("a.json.gz", gz(ZEROS), "not-json"),
    "bzip": ("a.json", bz2.compress(PAPER), "not-utf8"),
}  # fmt: skip


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_refused_with_its_file_and_what_to_do(tmp_path: Path, name: str) -> None:
    file, content, code = GARBAGE[name]
    (tmp_path / file).write_bytes(content)
    with pytest.raises(InputError) as refused:
        read(tmp_path / file)
    assert code in {oddity.code for oddity in refused.value.oddities}
    assert all(oddity.file.startswith(file) for oddity in refused.value.oddities)
    for text in (refused.value.text, refused.value.hint):
        assert text.de
        assert text.en
        assert text.de != text.en


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_in_a_directory_does_not_take_the_rest_along(tmp_path: Path, name: str) -> None:
    file, content, code = GARBAGE[name]
    put(tmp_path, council())
    (tmp_path / file).write_bytes(content)
    reading = read(tmp_path)
    assert len(reading.of(Document)) == 1
    assert code in reading.account.totals


def test_line_and_column_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GARBAGE["broken"][1])
    with pytest.raises(InputError) as refused:
        read(tmp_path / "a.json")
    assert [oddity.place for oddity in refused.value.oddities] == ["2:10"]
    (tmp_path / "b.json").write_bytes(b'{\n\n"name": "B\xfcrger"}')
    with pytest.raises(InputError) as refused:
        read(tmp_path / "b.json")
    assert [oddity.place for oddity in refused.value.oddities] == ["3:11"]


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def link_to(path: Path, target: Path) -> Path:
    path.symlink_to(target)
    return path


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path / "nirgends",
        lambda path: path,
        lambda path: path / "nirgends\0",
        lambda path: path / ("n" * 5_000),
        lambda path: put(path / "d", {"a.csvx": {}}),
        lambda path: (path / "LIES.txt").write_text("Hallo") and path,
        lambda path: pipe(path / "rohr"),
        lambda path: pipe(path / "rohr").parent,
        lambda path: link_to(path / "x.json", path / "nirgends").parent,
        lambda path: link_to(path / "x.json", Path("/etc/hostname")).parent,
    ],
    ids=[
        "no path",
        "empty directory",
        "NUL",
        "long name",
        "other json",
        "text",
        "pipe",
        "directory with a pipe",
        "dead link",
        "link",
    ],
)
def test_what_is_no_source_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(InputError) as refused:
        read(make(tmp_path))
    assert refused.value.hint.de


def test_200_mib_of_zeros_are_refused_in_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "zeros.json"
    with file.open("wb") as sparse:
        sparse.truncate(200 * guard.MIB)
    with pytest.raises(InputError):
        read(file)
    packed = tmp_path / "zeros.json.gz"
    with gzip.open(packed, "wb", 1) as stream:
        for _ in range(200):
            stream.write(ZEROS)
    with pytest.raises(InputError) as refused:
        read(packed)
    assert [oddity.code for oddity in refused.value.oddities] == ["unpacks-too-large"]


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = {f"papers/{i}.json": b" " * (8 * guard.MIB) for i in range(4)}
    for path in (write_tar(tmp_path / "a.tar.gz", bomb), write_zip(tmp_path / "a.zip", bomb)):
        with pytest.raises(InputError) as refused:
            read(path)
        assert "unpacks-too-large" in {oddity.code for oddity in refused.value.oddities}


def test_a_file_packed_twice_counts_twice(tmp_path: Path) -> None:
    bomb = gz(gz(bytes(64 * guard.MIB)))
    path = write_tar(tmp_path / "a.tar.gz", {"1.json.gz": gz(bytes(64 * guard.MIB)), "2.json": bomb})
    with pytest.raises(InputError) as refused:
        read(path)
    assert "unpacks-too-large" in {oddity.code for oddity in refused.value.oddities}


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MEMBERS", 3)
    path = write_zip(tmp_path / "a.zip", {f"{i}.json": PAPER for i in range(4)})
    with pytest.raises(InputError) as refused:
        read(path)
    assert [oddity.code for oddity in refused.value.oddities] == ["too-many-members"]
    put(tmp_path / "d", {f"{i}.json": oparl("Paper", i) for i in range(4)})
    with pytest.raises(InputError):
        read(tmp_path / "d")


def test_an_endless_text_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.write(b'["')
        for _ in range(10):
            file.write(b"a" * guard.MIB)
    with pytest.raises(InputError) as refused:
        read(tmp_path / "a.json")
    assert [oddity.code for oddity in refused.value.oddities] == ["too-long-text"]


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"1.json": PAPER})
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag for encryption, in the local header and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        read(path)
    assert [oddity.code for oddity in refused.value.oddities] == ["damaged"]


def damaged(content: bytes, seed: int) -> bytes:
    """Damage some bytes: overwritten, cut out, doubled or cut off, as the seed says."""
    dice, made = random.Random(seed), bytearray(content)
    for _ in range(dice.randint(1, 8)):
        start = dice.randrange(len(made) or 1)
        end = start + dice.randint(1, 64)
        match dice.randrange(5):
            case 0:
                made[start:end] = dice.randbytes(end - start)
            case 1:
                del made[start:end]
            case 2:
                made[start:start] = made[start:end]
            case 3:
                made[start : start + 1] = dice.choice([b'"', b"{", b"]", b"\0", b"\xff", b"null", b"[[", b"1e999"])
            case _ if dice.random() < 0.3:
                del made[start:]
    return bytes(made)


WRAPPED: dict[str, Callable[[Path], Path]] = {
    "a.json": lambda path: path.parent / "a.json",
    "a.tar": lambda path: write_tar(path, members(), "w"),
    "a.tar.gz": lambda path: write_tar(path, members()),
    "a.zip": lambda path: write_zip(path, members()),
}


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("name", WRAPPED)
def test_a_damaged_copy_is_read_in_part_or_refused(tmp_path: Path, name: str, seed: int) -> None:
    path = tmp_path / name
    if name == "a.json":
        path.write_text(json.dumps([*council()["organizations.json"], council()["papers/7.json"]], indent=1))
    else:
        WRAPPED[name](path)
    path.write_bytes(damaged(path.read_bytes(), seed))
    read_or_refused(path)


@pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
@pytest.mark.parametrize("seed", range(3))
def test_damaged_real_files_are_read_in_part_or_refused(tmp_path: Path, seed: int) -> None:
    for file in KARLSRUHE.iterdir():
        path = tmp_path / file.name
        path.write_bytes(damaged(file.read_bytes(), seed))
    read_or_refused(tmp_path)


def read_or_refused(path: Path) -> None:
    """Read; nothing but an InputError may come of it, and what is left out has its file."""
    try:
        oddities, told = read(path).account.oddities, "read"
    except InputError as error:
        oddities, told = error.oddities, error.hint.de
    assert told
    assert all(oddity.file for oddity in oddities)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from([PAPER.decode()]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from((
    *("id", "type", "name", "body", "consultation", "agendaItem", "organization", "meeting", "underDirectionOf"),
    *("date", "modified", "deleted", "reference", "paperType", "start", "startDate", "endDate", "ags", "location"),
    *("subOrganizationOf", "authoritative", "role", "classification", "organizationType"),
))  # fmt: skip
VALUES = JSON | st.sampled_from([
    f"https://ris.example.org/bodies/1/{kind}/1" for kind in ("papers", "organizations", "organizations/gr", "meetings")
])  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(objects=st.lists(st.dictionaries(NAMES, VALUES), min_size=1, max_size=4), kind=st.sampled_from(
    ["Paper", "Meeting", "Organization", "Body", "Consultation", "AgendaItem", "System", "Person"]
))  # fmt: skip
def test_whatever_stands_in_the_fields_it_is_read_or_refused(
    tmp_path: Path, objects: list[dict[str, object]], kind: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([oparl(kind, i) | fields for i, fields in enumerate(objects)]), encoding="utf-8")
    read_or_refused(path)


def test_zip_and_tar_names_that_cannot_be_shown_are_spelled_anew(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("pa\x1bpers.json", PAPER)
    (document,) = read(tmp_path / "a.zip").of(Document)
    assert document.source == "a.zip/pa�pers.json"
