"""What a person may ask of an import: look first, keep what is good, take the source for complete, name the Kommune."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.intake.importing import Progress, import_source, never
from graph.intake.reader import Manner
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from graph.store.store import Store
from schema.errors import InputError, UsageError
from schema.nodes import Kommune
from schema.ties import PartOf

TODAY = date.today()  # noqa: DTZ011 - the day at this desk
COMPLETE = Manner(complete=True)


@pytest.fixture
def store(clean_address: Address) -> Iterator[Store]:
    with store_at(Connection(clean_address)) as opened:
        yield opened


def tables(folder: Path, departments: str, ties: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Department.csv").write_text(f"id,name,number\n{departments}", encoding="utf-8")
    if ties:
        (folder / "PART_OF.csv").write_text(f"from,to\n{ties}", encoding="utf-8")
    return folder


def ends(store: Store) -> dict[str, date | None]:
    network = store.network()
    return {row["id"]: row.get("valid_to") for row in (*network.node_rows, *network.tie_rows)}


def test_a_preview_shows_what_is_new_and_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    report = import_source(store, tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\n", "a,b\n"), agree=never)
    assert (report.outcome, report.change, report.new) == ("not written", None, 3)
    assert [(one.id, one.type, one.name, one.fate) for one in report.preview.new] == [
        ("a", "Department", "Jugendamt", "new"),
        ("b", "Department", "Sozialamt", "new"),
        ("PART_OF|a|b", "PART_OF", "a → b", "new"),
    ]
    assert (store.version(), store.network().n, store.history()) == (0, 0, [])


def test_a_preview_shows_each_changed_field_and_what_the_import_then_does(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\n")
    import_source(store, source)
    tables(tmp_path, "a,Amt für Jugend,51\nb,Sozialamt,\n")
    seen = import_source(store, source, agree=never)
    assert (seen.changed, seen.new, store.version()) == (2, 0, 1)
    said = {
        (one.id, change.field, change.before, change.after) for one in seen.preview.standing for change in one.fields
    }
    assert said == {("a", "name", "Jugendamt", "Amt für Jugend"), ("b", "number", "50", None)}
    assert import_source(store, source).preview == seen.preview


def test_another_source_that_says_otherwise_is_named_and_both_statements_are_kept(store: Store, tmp_path: Path) -> None:
    import_source(store, tables(tmp_path / "Stellenplan", "a,Jugendamt,51\n"))
    report = import_source(store, tables(tmp_path / "Webseite", "a,Amt für Jugend,51\n"))
    (difference,) = report.preview.standing
    assert difference.contradicts == "Stellenplan"
    kept = [
        (change.source, entry.after["name"]) for change in store.history("a") for entry in change.entries if entry.after
    ]
    (contradiction,) = store.contradictions()
    assert (contradiction.record, contradiction.field) == ("a", "name")
    assert (contradiction.earlier.source, contradiction.earlier.value) == ("Stellenplan", "Jugendamt")
    assert (contradiction.later.source, contradiction.later.value) == ("Webseite", "Amt für Jugend")
    assert kept == [("Webseite", "Amt für Jugend"), ("Stellenplan", "Jugendamt")]


def test_a_preview_names_who_may_stand_there_already(store: Store, tmp_path: Path) -> None:
    import_source(store, tables(tmp_path / "alt", "alt/1,Amt für Jugend und Soziales,51\n"))
    new = tables(tmp_path / "neu", "neu/1,Amt fuer Jugend & Soziales,51\nneu/2,Bauamt,60\n")
    (suspect,) = import_source(store, new, agree=never).preview.suspects
    assert {suspect.a, suspect.b} == {"alt/1", "neu/1"}


def test_a_newer_edition_of_a_source_contradicts_nobody(store: Store, tmp_path: Path) -> None:
    import_source(store, tables(tmp_path, "a,Jugendamt,51\n"))
    (difference,) = import_source(store, tables(tmp_path, "a,Amt für Jugend,51\n")).preview.standing
    assert difference.contradicts is None
    assert store.contradictions() == []


def test_progress_tells_the_rate_and_the_time_that_is_left(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.intake.importing.EVERY_S", 0)
    monkeypatch.setattr("graph.intake.admission.PORTION", 100)
    told: list[Progress] = []
    rows = "".join(f"d{n:04},Amt {n},{n}\n" for n in range(1_000))
    import_source(store, tables(tmp_path, rows), progress=told.append)
    half = next(progress for progress in told if progress.records == 500)
    assert half.records_per_s > 0
    assert half.seconds_left == pytest.approx(501 / half.records_per_s)  # the line of headings counts along
    assert told[-1].seconds_left == pytest.approx(1 / told[-1].records_per_s)


def test_one_bad_row_of_a_table_stops_the_import_unless_the_good_is_to_be_kept(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path, "a,Jugendamt,51\nb,,50\nc,Sozialamt,50\n")
    with pytest.raises(InputError) as refused:
        import_source(store, source)
    assert [(o.file, o.place, o.field) for o in refused.value.oddities] == [("Department.csv", "3", "name")]
    assert store.version() == 0
    report = import_source(store, source, manner=Manner(keep_good=True))
    assert (report.new, report.refused, set(ends(store))) == (2, 1, {"a", "c"})


def test_refused_rows_are_left_to_be_mended_and_read_again(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path / "quelle", "a,Jugendamt,51\nb,,=50\nc,Sozialamt,50\nc,Bauamt,60\n", "a,zz\n")
    left = tmp_path / "abgelehnt"
    report = import_source(store, source, manner=Manner(keep_good=True), leave_in=left)
    assert (report.new, report.refused) == (2, 3)
    assert sorted(Path(file).name for file in report.left_in) == ["Department.csv", "PART_OF.csv"]
    text = (left / "Department.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines() == ['"id","name","number"', '"b","","\'=50"', '"c","Bauamt","60"']
    mended = text.replace('"b",""', '"b","Amt für Bildung"').replace('"c","Bauamt"', '"zz","Bauamt"')
    (left / "Department.csv").write_text(mended, encoding="utf-8-sig")
    again = import_source(store, left)
    assert (again.refused, again.left_in, set(ends(store))) == (0, (), {"a", "b", "c", "zz", "PART_OF|a|zz"})
    assert getattr(store.record("b"), "number", "") == "=50"


def test_what_fits_no_store_is_left_as_a_table(store: Store, tmp_path: Path) -> None:
    with store.change("vorher", "test") as change:
        change.put([Kommune(id="a", source="test", name="Emden")])
    left = tmp_path / "abgelehnt"
    report = import_source(
        store, tables(tmp_path / "q", "a,Jugendamt,51\n"), manner=Manner(keep_good=True), leave_in=left
    )
    assert (report.refused, [Path(file).relative_to(left).as_posix() for file in report.left_in]) == (
        1,
        ["konflikte/Department.csv"],
    )


def test_what_a_complete_source_names_no_more_ends_today(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\nc,Bauamt,60\n", "a,b\nc,b\n")
    import_source(store, source)
    tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\n", "a,b\n")
    assert import_source(store, source).ended == 0
    report = import_source(store, source, manner=COMPLETE)
    assert report.ended == 2
    assert [one.fate for one in report.preview.standing] == ["ended", "ended"]
    assert ends(store) == {"a": None, "b": None, "c": TODAY, "PART_OF|a|b": None, "PART_OF|c|b": TODAY}
    assert import_source(store, source, manner=COMPLETE).outcome == "nothing new"
    tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\nc,Bauamt,60\n", "a,b\nc,b\n")
    import_source(store, source)
    assert set(ends(store).values()) == {None}


def test_a_complete_source_ends_nothing_of_others_and_nothing_while_rows_are_refused(
    store: Store, tmp_path: Path
) -> None:
    source = tables(tmp_path / "eins", "a,Jugendamt,51\nb,Sozialamt,50\n")
    import_source(store, source)
    import_source(store, tables(tmp_path / "zwei", "b,Amt für Soziales,50\nd,Bauamt,60\n"))
    tables(tmp_path / "eins", "a,Jugendamt,51\nb,,50\n")
    held = import_source(store, source, manner=Manner(complete=True, keep_good=True))
    assert (held.ended, held.totals["not-complete"]) == (0, 1)
    tables(tmp_path / "eins", "a,Jugendamt,51\n")
    assert import_source(store, source, manner=COMPLETE).ended == 0
    assert ends(store) == {"a": None, "b": None, "d": None}


def test_an_undone_import_counts_for_nothing(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path, "a,Jugendamt,51\nb,Sozialamt,50\n")
    import_source(store, source)
    store.undo()
    assert import_source(store, tables(tmp_path, "a,Jugendamt,51\n"), manner=COMPLETE).ended == 0


def test_a_named_kommune_takes_what_has_nothing_above_it(store: Store, tmp_path: Path) -> None:
    source = tables(tmp_path, "a,Jugendamt,51\nb,Abteilung Kita,51.1\n", "b,a\n")
    import_source(store, source, manner=Manner(kommune="03402000"))
    assert {(tie["start"], tie["end"]) for tie in store.network().tie_rows} == {("b", "a"), ("a", "ags:03402000")}
    kommune = store.record("ags:03402000")
    assert isinstance(kommune, Kommune)
    assert (kommune.ags, kommune.stub) == ("03402000", True)
    assert store.network().within("03402000").n == 3
    assert import_source(store, source, manner=Manner(kommune="03402000")).outcome == "nothing new"


def test_a_stored_kommune_is_found_by_its_key(store: Store, tmp_path: Path) -> None:
    with store.change("vorher", "test") as change:
        change.put([Kommune(id="https://ris.example.org/bodies/1", source="test", name="Emden", ags="03402000")])
    import_source(store, tables(tmp_path, "a,Jugendamt,51\n"), manner=Manner(kommune="03402000"))
    tie = store.record("PART_OF|a|https://ris.example.org/bodies/1")
    assert isinstance(tie, PartOf)


@pytest.mark.parametrize("ags", ["3402000", "Emden", "", "03402000'"])
def test_what_is_no_key_is_a_wrong_call(store: Store, tmp_path: Path, ags: str) -> None:
    with pytest.raises(UsageError):
        import_source(store, tables(tmp_path, "a,Jugendamt,51\n"), manner=Manner(kommune=ags))
    assert store.version() == 0
