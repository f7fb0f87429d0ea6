"""Our own exports read again: damaged, changed by hand, or made to do harm. Whole ones: tests/graph/exchange."""

import random
import zipfile
from pathlib import Path

import pytest

from graph.exchange.formats import FORMATS
from graph.intake.account import Account
from graph.intake.exports import reading
from graph.intake.exports.cypher_script import parsed
from graph.intake.exports.reading import LARGEST
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.errors import InputError, Oddity
from schema.nodes import Department, Kommune
from schema.record import Record
from schema.ties import PartOf
from tests.graph.exchange.exporting import export_of, exported
from tests.graph.intake.reading import read

RECORDS: list[Record] = [
    Kommune(id="k", source="s", name="Stadt", ags="08000000"),
    *(Department(id=f"a{n}", source="s", name=f"Amt {n} „x“", number="'\\") for n in range(20)),
    *(PartOf(id=f"p{n}", source="s", start=f"a{n}", end="k") for n in range(20)),
]
OWN = ("graphml", "jsonld", "cypher")


@pytest.fixture(params=OWN)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(name: str, tmp_path: Path) -> Path:
    return exported(tmp_path, name, export_of(RECORDS))


def test_our_own_is_known_by_its_first_line_and_read_from_an_archive_too(name: str, path: Path) -> None:
    assert reader_of(Source.at(path)).name == name
    packed = path.with_suffix(".packed.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, path.name)
    account = Account()
    read_again = list(reader_of(Source.at(packed), Manner(name)).read(Source.at(packed), account, {}))
    assert {record.id for record in read_again} == {record.id for record in RECORDS}


def test_damaged_copies_give_a_clear_error_or_reported_oddities(name: str, path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(name)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(broken))
            change = chance.randrange(4)
            if change == 0:
                del broken[at:]
            elif change == 1:
                broken[at] = chance.randrange(256)
            elif change == 2:
                broken[at:at] = chance.choice([b"<", b"{", b"]", b"'", b"\\", b"\x00", b"\xff", b"&x;", b"null"])
            else:
                del broken[at : at + chance.randint(1, 40)]
            broken = broken or bytearray(b" ")
        path.write_bytes(broken)
        oddities = oddities_of(path, name)
        assert all(oddity.file and oddity.message.de and oddity.message.en for oddity in oddities)


def oddities_of(path: Path, name: str) -> tuple[Oddity, ...]:
    """Read a file to where it can be read, and give what is odd about it; whatever else is raised fails the test."""
    account = Account()
    try:
        list(reader_of(Source.at(path), Manner(name)).read(Source.at(path), account, {}))
    except InputError as error:
        return error.oddities or pytest.fail(f"no place named: {error}")
    return account.oddities


@pytest.mark.parametrize("encoding", ["utf-7", "foo", "cp037", "utf-16", "gb18030", "idna", "undefined", "hex"])
def test_graphml_in_an_encoding_that_is_none_is_refused(encoding: str, tmp_path: Path) -> None:
    path = exported(tmp_path, "graphml", export_of(RECORDS))
    path.write_text(path.read_text("utf-8").replace("UTF-8", encoding, 1), encoding="utf-8")
    assert [oddity.code for oddity in oddities_of(path, "graphml")] == ["broken-export"]


def test_a_file_that_breaks_off_is_refused_with_its_place(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 3 // 4])
    with pytest.raises(InputError) as caught:
        read(path)
    (oddity,) = caught.value.oddities
    assert (oddity.code, oddity.file) == ("broken-export", path.name)
    assert oddity.place


@pytest.mark.parametrize(
    ("before", "after", "code", "field"),
    [
        ("a19", "a18", "double-id", "id"),
        ("08000000", "8000000", "invalid-field", "ags"),
    ],
)
def test_what_does_not_fit_is_refused_by_itself(path: Path, before: str, after: str, code: str, field: str) -> None:
    path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")
    found = read(path)
    assert (code, field) in {(oddity.code, oddity.field) for oddity in found.account.oddities}
    assert found.account.refused >= 1
    assert len(found.of(Department)) >= 19


def test_an_unknown_type_is_named(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("Department", "Abteil"), encoding="utf-8")
    codes = {oddity.code for oddity in read(path).account.oddities}
    assert codes == {"unknown-type", "wrong-ends"}


def test_where_nothing_can_be_read_that_is_an_error(path: Path) -> None:
    text = path.read_text("utf-8")
    for word in ("Department", "Kommune", "PART_OF"):
        text = text.replace(word, "Nichts")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.oddities


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE graphml SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_graphml_with_entities_or_a_document_type_is_refused(head: str, tmp_path: Path) -> None:
    path = exported(tmp_path, "graphml", export_of(RECORDS))
    text = path.read_text("utf-8")
    path.write_text(text.replace("<graphml", f"{head}<graphml", 1).replace("Amt 1 ", "&x; ", 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert "Entität" in caught.value.text.de


def test_a_record_without_end_is_refused_before_it_fills_the_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100_000)
    monkeypatch.setattr("graph.intake.exports.cypher_script.LARGEST", 100_000)
    text = path.read_text("utf-8")
    path.write_text(text.replace("Amt 7 ", "Amt " + "7" * 3_000_000), encoding="utf-8")
    with pytest.raises(InputError):
        read(path)
    assert LARGEST > 1_000_000


@pytest.mark.parametrize(
    "line",
    [
        "{id: 'a'} MATCH (n) DETACH DELETE n",
        "{id: a}",
        "{id: 'a', }x",
        "{id: 'a' name: 'b'}",
        "{id: apoc.load.json('http://127.0.0.1')}",
        "{id: 'a",
        '{id: "a"}',
        "[1]",
        "",
    ],
)
def test_a_line_that_is_not_of_our_shape_is_none(line: str) -> None:
    assert parsed(line) is None


def test_a_line_of_literals_is_read() -> None:
    line = (
        "{id: 'a\\\\\\u0075', n: -3, x: 1.5e-7, y: 1e300, b: true, d: date('2024-02-29'), l: ['a, b', 'c\\'d'], e: []},"
    )
    values = parsed(line)
    assert values is not None
    assert (values["id"], values["n"], values["x"], values["y"], values["b"]) == ("a\\u", -3, 1.5e-7, 1e300, True)
    assert (values["d"].isoformat(), values["l"], values["e"]) == ("2024-02-29", ("a, b", "c'd"), ())


def test_all_formats_that_are_whole_are_read(tmp_path: Path) -> None:
    found = {
        name: reader_of(Source.at(exported(tmp_path, name, export_of(RECORDS)))).name
        for name in FORMATS
        if FORMATS[name].whole
    }
    assert found == {"csv": "tables", "xlsx": "tables", "graphml": "graphml", "cypher": "cypher", "jsonld": "jsonld"}
