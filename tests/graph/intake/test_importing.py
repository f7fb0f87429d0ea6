"""One source, one change set: on both servers, with a small council record of our own and with that of Karlsruhe."""

import json
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.intake.importing import Progress, import_source
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError
from schema.nodes import Committee, Department, Document, Kommune
from schema.record import Record
from schema.ties import ActiveIn, ReportsTo, Tie, UnderDirectionOf
from tests.graph.intake.reading import BODY, KARLSRUHE, oparl, write
from tests.graph.intake.test_oparl_traps import AMT, PAPER, RAT, council, put

SUED = f"{BODY}#stadtteil/sued"


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


def council_with_districts() -> dict[str, Any]:
    """The small council; paper 7 is chiefly about the south, and mentions the north."""
    said = {"7": {"primary": ["Süd"], "mentioned": ["Nord"]}}
    return council() | {"paper-stadtteile.json": {"districts": ["Süd", "Nord"], "papers": said}}


def derived(store: Store) -> dict[tuple[str, str, str], Tie]:
    network = store.network()
    ties = [network.tie(j) for j in range(network.m)]
    return {(tie.verb, tie.start, tie.end): tie for tie in ties if tie.derived}


def held(store: Store) -> set[tuple[str, date | None]]:
    network = store.network()
    records: list[Record] = [network.node(i) for i in range(network.n)]
    return {(record.id, record.valid_to) for record in (*records, *(network.tie(j) for j in range(network.m)))}


def test_an_import_is_one_change_set_and_a_second_one_changes_nothing(store: Store, tmp_path: Path) -> None:
    source = put(tmp_path / "council", council_with_districts())
    first = import_source(store, source, who="Erika")
    assert (first.reader, first.new, first.refused, first.change) == ("oparl", sum(store.counts().values()), 0, "1")
    assert first.read["papers"] == first.read["consultations"] == first.read["meetings"] == 1
    second = import_source(store, source, who="Erika")
    assert (second.new, second.changed, second.ended, second.change) == (0, 0, 0, None)
    assert second.unchanged == first.new
    assert second.oddities == first.oddities
    assert [(change.id, change.who, change.kind) for change in store.history()] == [("1", "Erika", "import")]


def test_from_papers_follows_who_reports_where_and_is_active(store: Store, tmp_path: Path) -> None:
    files = council_with_districts()
    earlier = oparl("Paper", 6, date="2024-02-01", underDirectionOf=[AMT]) | {
        "consultation": [oparl("Consultation", 8, organization=[RAT], role="Vorberatung")]
    }
    import_source(store, put(tmp_path, files | {"papers/6.json": earlier}))
    ties = derived(store)
    assert set(ties) == {("REPORTS_TO", AMT, RAT), ("ACTIVE_IN", AMT, SUED), ("ACTIVE_IN", RAT, SUED)}
    reports = ties["REPORTS_TO", AMT, RAT]
    assert (reports.count, reports.valid_from, reports.confidence) == (2, date(2024, 2, 1), 1.0)
    assert reports.rule is not None
    assert reports.rule in reports.source
    active = ties["ACTIVE_IN", AMT, SUED]
    assert (active.count, active.valid_from, active.confidence) == (1, date(2024, 4, 1), 0.8)
    assert ties["ACTIVE_IN", RAT, SUED].valid_from == date(2024, 5, 6)


def test_a_look_back_does_not_show_what_was_not_yet(store: Store, tmp_path: Path) -> None:
    import_source(store, put(tmp_path, council_with_districts()))
    before, after = store.network().at(date(2024, 3, 1)), store.network().at(date(2024, 5, 6))
    assert not before.with_verb(ReportsTo, ActiveIn, UnderDirectionOf).any()
    assert PAPER not in before.ids
    assert after.with_verb(ReportsTo, ActiveIn).sum() == 3


def test_a_deleted_paper_ends_with_what_followed_from_it(store: Store, tmp_path: Path) -> None:
    import_source(store, put(tmp_path / "a", council_with_districts()))
    gone = oparl("Paper", 7, name="", deleted=True, modified="2025-01-31T08:00:00+01:00")
    report = import_source(store, write(tmp_path / "7.json", gone | {"underDirectionOf": [AMT]}))
    paper = store.record(PAPER)
    assert isinstance(paper, Document)
    assert (paper.name, paper.number, paper.valid_to) == ("Paper 7", "7/2024", date(2025, 1, 31))
    assert report.read["papers_deleted"] == 1
    assert report.ended > 1
    ties = derived(store)
    assert ties["REPORTS_TO", AMT, RAT].valid_to is not None
    assert import_source(store, tmp_path / "7.json").change is None


def test_undoing_an_import_takes_back_exactly_that_import(store: Store, tmp_path: Path) -> None:
    import_source(store, put(tmp_path / "a", council()))
    before = held(store)
    import_source(store, put(tmp_path / "b", council_with_districts() | {"papers/8.json": oparl("Paper", 8)}))
    assert held(store) > before
    store.undo()
    assert held(store) == before


def test_what_is_known_is_not_replaced_by_a_mere_reference(store: Store, tmp_path: Path) -> None:
    files = council()
    import_source(store, put(tmp_path / "a", files))
    import_source(store, write(tmp_path / "7.json", files["papers/7.json"] | {"name": "Neuer Titel"}))
    amt, body = store.record(AMT), store.record(BODY)
    assert isinstance(amt, Department)
    assert isinstance(body, Kommune)
    assert (amt.name, amt.stub, body.name, body.stub) == ("Jugendamt", False, "Musterstadt", False)
    assert getattr(store.record(PAPER), "name", "") == "Neuer Titel"


def test_a_reference_becomes_what_it_is_once_the_list_arrives(store: Store, tmp_path: Path) -> None:
    files = council()
    import_source(store, write(tmp_path / "7.json", files["papers/7.json"]))
    rat = store.record(RAT)
    assert isinstance(rat, Committee)
    assert rat.stub
    import_source(store, write(tmp_path / "organizations.json", files["organizations.json"]))
    rat = store.record(RAT)
    assert isinstance(rat, Committee)
    assert (rat.name, rat.stub) == ("Stadtrat", False)


def test_what_does_not_fit_the_store_is_refused_by_itself(store: Store, tmp_path: Path) -> None:
    with store.change("vorher", "test") as change:
        change.put([Department(id=PAPER, source="test", name="Amt mit fremder Kennung")])
    report = import_source(store, put(tmp_path, council()))
    assert isinstance(store.record(PAPER), Department)
    assert isinstance(store.record(RAT), Committee)
    # the paper itself; of its two ties, one starts at a unit, which a tie of papers may not
    assert report.refused == report.totals["conflict"] == 3
    assert {oddity.place for oddity in report.oddities} >= {PAPER}


def test_garbage_leaves_the_store_as_it_was(store: Store, tmp_path: Path) -> None:
    import_source(store, put(tmp_path / "a", council()))
    before = held(store)
    (tmp_path / "b.json").write_text("[{]", encoding="utf-8")
    write(tmp_path / "c.json", [1, 2, 3])
    for path in (tmp_path / "b.json", tmp_path / "c.json", tmp_path / "nirgends"):
        with pytest.raises(InputError):
            import_source(store, path)
    assert (held(store), store.version()) == (before, 1)


def test_progress_tells_counts(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.intake.importing.EVERY_S", 0)
    told: list[Progress] = []
    report = import_source(store, put(tmp_path, council()), progress=told.append)
    assert told[0].read["objects"] == 1
    assert {what: n for what, n in told[-1].read.items() if n} == dict(report.read)
    assert told[-1].records == report.new
    assert told[-1].records_per_s > 0


@pytest.mark.skipif(not KARLSRUHE.is_dir(), reason="the council record of Karlsruhe is not here")
def test_karlsruhe_is_read_whole_with_the_ties_that_follow(store: Store) -> None:
    report = import_source(store, KARLSRUHE)
    assert (report.refused, report.read["papers"], report.read["meetings"]) == (0, 1_001, 184)
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for paper in _papers():
        for consultation in paper.get("consultation", []):
            for body in consultation["organization"]:
                expected[paper["underDirectionOf"][0], body].add(paper["id"])
    ties = derived(store)
    found = {(start, end): tie.count for (verb, start, end), tie in ties.items() if verb == ReportsTo.verb}
    assert found == {pair: len(papers) for pair, papers in expected.items()}
    assert len(found) == 154
    assert len(ties) == report.read["derived"] == 154 + 391 + 336
    again = import_source(store, KARLSRUHE)
    assert (again.new, again.changed, again.ended, again.change) == (0, 0, 0, None)


def _papers() -> list[dict[str, Any]]:
    with tarfile.open(KARLSRUHE / "papers-2024.tar.gz") as archive:
        files = [archive.extractfile(entry) for entry in archive if entry.isfile()]
        return [json.load(file) for file in files if file]
