"""What an organization is taken for, by hand for names and addresses as real councils have them."""

import io
import json
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from graph.intake.account import Account
from graph.intake.names import is_placeholder
from graph.intake.oparl.organizations import judged
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation
from tests.graph.intake.reading import BODY, oparl

PLAIN = f"{BODY}/organizations/7"


@pytest.mark.parametrize(
    ("id", "fields", "type", "kind", "level"),
    [
        (f"{BODY}/organizations/at/7", {"name": "Stadtjugendausschuss"}, Department, None, Level.ADMINISTRATION),
        (f"{BODY}/organizations/gr/7", {"name": "Runder Tisch"}, Committee, None, Level.POLITICS),
        (f"{BODY}/organizations/gr/7", {"name": "Arbeitskreis Baggersee"}, Committee, "Arbeitsgruppe", Level.POLITICS),
        (f"{BODY}/organizations?typ=fr&id=7", {"name": "Die Bunten"}, Organisation, "Fraktion", Level.POLITICS),
        (PLAIN, {"name": "X", "organizationType": "Fraktion"}, Organisation, "Fraktion", Level.POLITICS),
        (PLAIN, {"name": "X", "classification": "Wählervereinigung"}, Organisation, "Partei", Level.POLITICS),
        (PLAIN, {"name": "X", "organizationType": "Verwaltungsbereich"}, Department, None, Level.ADMINISTRATION),
        (PLAIN, {"name": "X", "organizationType": "Gremium"}, Committee, None, Level.UNKNOWN),
        (PLAIN, {"name": "X", "classification": "Beirat"}, Committee, None, Level.UNKNOWN),
        (PLAIN, {"name": "Rat der Stadt"}, Committee, "Rat", Level.POLITICS),
        (PLAIN, {"name": "Kreistag"}, Committee, "Kreistag", Level.POLITICS),
        (PLAIN, {"name": "Ortsbeirat Süd"}, Committee, "Ortsrat", Level.POLITICS),
        (PLAIN, {"name": "Bezirksvertretung 3"}, Committee, "Ortsrat", Level.POLITICS),
        (PLAIN, {"name": "Seniorenbeirat"}, Committee, "Beirat", Level.POLITICS),
        (PLAIN, {"name": "Lenkungsgruppe Sozialplanung"}, Committee, "Lenkungsgruppe", Level.ADMINISTRATION),
        (PLAIN, {"name": "SPD-Fraktion"}, Organisation, "Fraktion", Level.POLITICS),
        (PLAIN, {"name": "Fachbereich 51 Jugend"}, Department, "Fachbereich", Level.ADMINISTRATION),
        (PLAIN, {"name": "Stadtwerke GmbH"}, Department, "Beteiligung", Level.ADMINISTRATION),
        (PLAIN, {"name": "Verein der Freunde"}, Organisation, None, Level.UNKNOWN),
        (PLAIN, {"name": "X", "organizationType": "Sonstiges"}, Organisation, None, Level.UNKNOWN),
        (PLAIN, {}, Organisation, None, Level.UNKNOWN),
    ],
)
def test_address_type_and_name_decide_in_this_order(
    id: str, fields: dict[str, str], type: type[Node], kind: str | None, level: Level
) -> None:
    verdict = judged(id, fields)
    assert (verdict.type, verdict.kind) == (type, kind)
    assert verdict.type.stands_on(verdict.kind, verdict.level) is level
    assert verdict.rule


def test_use_decides_where_nothing_else_speaks() -> None:
    assert judged(PLAIN, {"name": "X"}, frozenset({"directs"})).type is Department
    assert judged(PLAIN, {"name": "X"}, frozenset({"consulted"})).type is Committee
    assert judged(PLAIN, {"name": "Hauptamt"}, frozenset({"consulted"})).type is Department


@pytest.mark.parametrize(
    "name", ["Offen", "N.N.", "n. n.", "NN", "unbekannt", "_Fachbereich Datenübernahme", "-", "Keine Angabe", "Dummy"]
)
def test_names_of_nobody_are_placeholders(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("name", ["Offene Jugendarbeit", "Amt für offene Fragen", "Annahmestelle", "Testamentsamt"])
def test_names_of_somebody_are_not(name: str) -> None:
    assert not is_placeholder(name)


def test_memory_does_not_grow_with_the_number_of_papers(tmp_path: Path) -> None:
    few, many = (_peak(tmp_path, n) for n in (100, 1_000))
    assert many < 1.2 * few


def _peak(directory: Path, n: int) -> int:
    """Read an archive of `n` papers without keeping the records; give the most memory that Python held, in bytes."""
    path = directory / f"{n}.tar.gz"
    rat = oparl("Organization", "gr/1", name="Rat")
    with tarfile.open(path, "w:gz") as archive:
        for i in range(n):
            said = {"organization": [rat["id"]], "paper": f"{BODY}/papers/{i}"}
            paper = oparl("Paper", i, name="Vorlage " * 40, consultation=[oparl("Consultation", i, **said)])
            content = json.dumps(paper).encode()
            entry = tarfile.TarInfo(f"papers/{i}.json")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    source = Source.at(path)
    tracemalloc.start()
    try:
        given = sum(1 for _ in reader_of(source).read(source, Account(), {}))
        assert given == 2 * n + 2  # papers, their ties to the body; the body and the Kommune
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
