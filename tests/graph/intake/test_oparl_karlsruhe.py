"""The council record of Karlsruhe for 2024, as a mirror holds it; the counts are those of its files, taken with jq."""

import gzip
import json
import tarfile
from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest

from graph.network import Network
from schema.levels import Level
from schema.nodes import Committee, Department, Document, Kommune, Organisation, Sozialraum
from schema.ties import Concerns, ConsultedIn, IssuedBy, PartOf, UnderDirectionOf
from tests.graph.intake.reading import KARLSRUHE, Reading, read

pytestmark = pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
BODY = "https://web1.karlsruhe.de/oparl/bodies/0001"


@pytest.fixture(scope="module")
def karlsruhe() -> Reading:
    return read(KARLSRUHE)


@pytest.fixture(scope="module")
def papers() -> list[dict[str, Any]]:
    """The papers as they stand in the archive."""
    with tarfile.open(KARLSRUHE / "papers-2024.tar.gz") as archive:
        files = [archive.extractfile(entry) for entry in archive if entry.isfile()]
        return [json.load(file) for file in files if file]


def test_everything_in_it_is_counted(karlsruhe: Reading) -> None:
    read = karlsruhe.account.read
    assert {what: read[what] for what in ("meetings", "agenda_items", "papers", "papers_deleted", "organizations")} == {
        "meetings": 184,
        "agenda_items": 1_634,
        "papers": 1_001,
        "papers_deleted": 12,
        "organizations": 97,
    }
    assert {what: read[what] for what in ("consultations", "consultations_listed", "areas", "submitters", "files")} == {
        "consultations": 1_261,
        "consultations_listed": 262,
        "areas": 28,
        "submitters": 15,
        "files": 184 + 1_001 + 4,
    }
    assert karlsruhe.account.refused == 0


def test_every_record_finds_its_place(karlsruhe: Reading) -> None:
    network = Network.of(karlsruhe.records)
    assert network.n == 1 + 70 + 27 + 1 + 15 + 28 + 1_001
    assert network.n + network.m == len(karlsruhe.records) == len({record.id for record in karlsruhe.records})


def test_units_and_bodies_are_told_apart_by_their_address(karlsruhe: Reading) -> None:
    departments, committees = karlsruhe.of(Department), karlsruhe.of(Committee)
    assert len(departments) == 70
    assert {d.standing() for d in departments} == {Level.ADMINISTRATION}
    assert len([c for c in committees if not c.stub]) == 27
    assert {c.standing() for c in committees} == {Level.POLITICS}
    assert all("/at/" in d.id and "at" in (d.level_source or "") for d in departments)


def test_kinds_follow_from_names(karlsruhe: Reading) -> None:
    kinds = Counter(record.kind for record in karlsruhe.of(Department))
    assert (kinds["Dezernat"], kinds["Ortsverwaltung"], kinds["Stabsstelle"], kinds["Eigenbetrieb"]) == (6, 6, 3, 2)
    names = {record.name: record.kind for record in karlsruhe.of(Committee)}
    assert names["Gemeinderat"] == "Rat"
    assert names["Jugendhilfeausschuss"] == "Ausschuss"
    assert names["Gestaltungsbeirat"] == "Beirat"
    assert names["Ortschaftsrat Durlach"] == "Ortsrat"


def test_placeholders_are_marked(karlsruhe: Reading) -> None:
    marked = {record.name: record for record in karlsruhe.of(Department) if record.placeholder}
    assert set(marked) == {"_Fachbereich Datenübernahme", "Offen"}
    assert marked["_Fachbereich Datenübernahme"].valid_to == date(2013, 6, 4)


def test_a_body_that_two_meetings_name_and_no_list_holds_is_a_stub(karlsruhe: Reading) -> None:
    (stub,) = (record for record in karlsruhe.of(Committee) if record.stub)
    assert stub.id == f"{BODY}/organizations/gr/53137"
    assert karlsruhe.account.totals["organization-by-reference"] == 1


def test_the_municipality_has_an_address_and_no_name(karlsruhe: Reading) -> None:
    (kommune,) = karlsruhe.of(Kommune)
    assert (kommune.id, kommune.stub) == (BODY, True)
    parts = {tie.start for tie in karlsruhe.of(PartOf)}
    assert parts == {record.id for cls in (Department, Organisation, Sozialraum) for record in karlsruhe.of(cls)} | {
        record.id for record in karlsruhe.of(Committee) if not record.stub
    }


def test_deleted_papers_are_kept_as_ended(karlsruhe: Reading) -> None:
    assert len(karlsruhe.endings) == 12
    ended = karlsruhe.one(Document, f"{BODY}/papers/ag/414")
    assert (ended.name, ended.valid_to) == ("ag/414", date(2025, 11, 20))


def test_papers_carry_number_kind_and_date(karlsruhe: Reading) -> None:
    paper = karlsruhe.one(Document, f"{BODY}/papers/vo/47744")
    assert paper.dated == paper.valid_from == date(2022, 11, 9)
    kinds = Counter(record.kind for record in karlsruhe.of(Document))
    assert (kinds["Beschlussvorlage"], kinds["Antrag"], kinds["Anfrage"]) == (473, 194, 120)
    assert len(karlsruhe.of(UnderDirectionOf)) == 989


def test_consultations_take_date_and_result_from_the_agenda(karlsruhe: Reading) -> None:
    ties = karlsruhe.of(ConsultedIn)
    assert len(ties) == 1_261
    assert len([tie for tie in ties if tie.held_on]) == 1_261 - 57
    assert len([tie for tie in ties if tie.meeting is None]) == 13
    assert karlsruhe.account.totals["meeting-not-here"] == 57 - 13
    assert karlsruhe.account.totals["repeated-id"] == 2
    assert Counter(tie.role for tie in ties)["Entscheidung"] == 632
    assert [tie.held_on for tie in ties if tie.id == f"{BODY}/consultations/33163"] == [date(2024, 11, 27)]


def test_the_text_matching_of_the_mirror_is_not_taken_for_certain(karlsruhe: Reading) -> None:
    concerns, issued = karlsruhe.of(Concerns), karlsruhe.of(IssuedBy)
    assert len({tie.start for tie in concerns}) == 659
    assert len({tie.start for tie in issued}) == 350
    assert {tie.confidence for tie in concerns} == {0.8, 0.5}
    assert all(tie.confidence < 1 and tie.note for tie in (*concerns, *issued))


def test_consultations_of_papers_that_are_not_there_are_reported(karlsruhe: Reading) -> None:
    assert karlsruhe.account.totals["paper-not-here"] == 262
    odd = [oddity for oddity in karlsruhe.account.oddities if oddity.code == "paper-not-here"]
    assert {oddity.file for oddity in odd} == {"karlsruhe-2024/consultations.json"}
    assert "$[0]" in {oddity.place for oddity in odd}


def test_memberships_that_are_only_listed_are_counted_and_reported_once_each(karlsruhe: Reading) -> None:
    with (KARLSRUHE / "organizations.json").open(encoding="utf-8") as file:
        listed = {id for unit in json.load(file) for id in unit.get("membership", [])}
    assert karlsruhe.account.totals["membership-not-here"] == len(listed) == 1_344
    odd = [oddity.message.de for oddity in karlsruhe.account.oddities if oddity.code == "membership-not-here"]
    assert len(odd) == len(set(odd)) == 1_000  # the others are counted


def test_ties_join_the_papers_with_what_their_files_say(karlsruhe: Reading, papers: list[dict[str, Any]]) -> None:
    said = {(paper["id"], unit) for paper in papers for unit in paper.get("underDirectionOf", [])}
    assert {(tie.start, tie.end) for tie in karlsruhe.of(UnderDirectionOf)} == said
    with gzip.open(KARLSRUHE / "paper-stadtteile.json.gz") as file:
        areas = json.load(file)["papers"]
    names = {area.id: area.name for area in karlsruhe.of(Sozialraum)}
    found = defaultdict(set)
    for tie in karlsruhe.of(Concerns):
        found[tie.start.rsplit("/", 1)[-1]].add(names[tie.end])
    assert all(set(areas[n].get("primary", [])) | set(areas[n].get("mentioned", [])) == found[n] for n in found)
