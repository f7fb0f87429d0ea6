"""The council record of Karlsruhe: what it cannot say is unknown, and placeholders stay out of every ranking."""

import json
import tarfile
from collections import defaultdict

import pytest

from graph.network import Network
from graph.questions import QUESTIONS
from schema.nodes import Document
from schema.record import Record
from schema.ties import ActiveIn, Concerns, ConsultedIn, ReportsTo, Tie, UnderDirectionOf
from tests.graph.intake.reading import KARLSRUHE, read
from tests.graph.questions.town import tie

pytestmark = pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
NAMES = ("Offen", "_Fachbereich Datenübernahme")


@pytest.fixture(scope="module")
def placeholder_ids() -> set[str]:
    listed = json.loads((KARLSRUHE / "organizations.json").read_text(encoding="utf-8"))
    return {entry["id"] for entry in listed if entry.get("name") in NAMES}


@pytest.fixture(scope="module")
def papers_held(placeholder_ids: set[str]) -> int:
    """Count in the files themselves how many papers are under the direction of a placeholder."""
    with tarfile.open(KARLSRUHE / "papers-2024.tar.gz") as archive:
        files = [archive.extractfile(entry) for entry in archive if entry.isfile()]
        papers = [json.load(file) for file in files if file]
    return sum(bool(placeholder_ids & set(paper.get("underDirectionOf", []))) for paper in papers)


@pytest.fixture(scope="module")
def karlsruhe() -> Network:
    """The record with the ties that follow from its papers, put together here from the same papers."""
    records = read(KARLSRUHE).records
    return Network.of([*records, *_following(records)])


def _following(records: tuple[Record, ...]) -> list[Tie]:
    led, heard, about = defaultdict(set), defaultdict(set), defaultdict(set)
    for record in records:
        if isinstance(record, UnderDirectionOf):
            led[record.start].add(record.end)
        elif isinstance(record, ConsultedIn):
            heard[record.start].add(record.end)
        elif isinstance(record, Concerns) and record.confidence >= 0.8:
            about[record.start].add(record.end)
    papers = [record.id for record in records if isinstance(record, Document)]
    reports = {(unit, body) for p in papers for unit in led[p] for body in heard[p]}
    active = {(who, area) for p in papers for who in led[p] | heard[p] for area in about[p]}
    return [tie(ReportsTo, *pair) for pair in sorted(reports)] + [tie(ActiveIn, *pair) for pair in sorted(active)]


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "scenario"])  # it asks all the others
def test_placeholders_are_counted_and_not_ranked(
    karlsruhe: Network, name: str, placeholder_ids: set[str], papers_held: int
) -> None:
    answer = QUESTIONS[name].ask(karlsruhe)
    (count,) = (count for count in answer.left_out if "Platzhalter" in count.label.de)
    assert (count.n, papers_held) == (2, 5)
    assert f"zusammen {papers_held} Vorlagen" in count.label.de
    assert any(f"2 Platzhalter mit zusammen {papers_held} Vorlagen" in text.de for text in answer.summary)
    rows = answer.model_dump(mode="json", include={key for key, _, _ in type(answer).sections()})
    assert not any(json.dumps(placeholder) in json.dumps(rows) for placeholder in placeholder_ids)


def test_what_a_council_record_does_not_hold_is_unknown(karlsruhe: Network) -> None:
    gaps, links, ranking = (
        QUESTIONS[name].ask(karlsruhe) for name in ("cooperation-gaps", "lift-links", "multipliers")
    )
    found = {table.key: table.findings for answer in (gaps, links, ranking) for table in answer.tables()}
    assert found["pairs"] == ()
    assert len(found["unclear"]) == 200
    assert (found["areas_without_conference"], found["gemeinden_without_counterpart"]) == ((), ())
    assert found["downwards"] == ()
    assert any("Rückwege von oben nach unten" in text.de for text in links.unknown)
    assert any("Sozialraumkonferenzen sind nicht erfasst" in text.de for text in gaps.unknown)
    assert any("Schlüsselakteure in den Sozialräumen sind nicht erfasst" in text.de for text in ranking.unknown)


def test_every_stadtteil_has_its_chain_to_the_council(karlsruhe: Network) -> None:
    (areas,) = (table.findings for table in QUESTIONS["lift-links"].ask(karlsruhe).tables() if table.key == "areas")
    assert len(areas) == 28
    assert {getattr(row, "steps", None) for row in areas} == {1}
