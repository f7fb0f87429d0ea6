"""What a scenario changes in matrix, positions, map and dials: marked in the picture, told in a table, nothing else."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from graph.network import Network
from graph.questions.scope import AboutScope, Scope
from graph.questions.stakeholder_positions import StakeholderPositions, stakeholder_positions
from graph.stellschrauben import CHECKS
from graph.stellschrauben.checked import CheckScope
from graph.stellschrauben.status import Status
from schema.nodes import Committee, Department, Fachplanung, Indicator, Kommune, Organisation, Person, Sozialraum
from schema.record import Record, Visibility
from schema.text import LANGS, Text, verbatim
from schema.ties import ActiveIn, BelongsTo, CooperatesWith, InterestedIn, Measured, MemberOf, PartOf, Tie, tie_id
from tests.browser import visiting
from tests.viz.pictured import every, quarters, records, square, stepped, tried_dials, tried_pictures, whole
from tests.viz.test_pictures_browser import OUTSIDE, OVERLAPPING, WIDE
from tests.viz.towns import SOURCE
from viz.changes.comparing import Fate, Piece, compared
from viz.changes.signs import VIOLET
from viz.map.layers import MapScope
from viz.map.picture import map_picture
from viz.matrix.kinds import Kind, MatrixScope
from viz.matrix.picture import matrix_picture
from viz.picture import Picture
from viz.picture_page import picture_file
from viz.positions.picture import positions_picture

SVG = "{http://www.w3.org/2000/svg}"
KREIS = "musterkreis"
NEW_UNIT = f"{KREIS}/stabsstelle-neu"


def joined(cls: type[Tie], start: str, end: str, **more: object) -> Tie:
    return cls.model_validate(
        {"id": tie_id(cls.verb, start, end), "start": start, "end": end, "source": SOURCE, **more}
    )


def plan(before: Network | None = None) -> Network:
    """Plan a new unit in the Kreis with three contacts, one more and one less area for a unit, and another opinion."""
    here = f"{KREIS}/"
    return stepped(
        before or whole("landkreis"),
        [
            Department(id=NEW_UNIT, name="Stabsstelle Neu", kind="Stabsstelle", source=SOURCE),
            joined(PartOf, NEW_UNIT, KREIS),
            joined(ActiveIn, NEW_UNIT, here + "pr-nord"),
            joined(CooperatesWith, NEW_UNIT, here + "abt-40-2"),
            joined(InterestedIn, NEW_UNIT, here + "fp-sozial", influence=4, interest=5, attitude=2),
            joined(InterestedIn, here + "amt-51", here + "fp-jugend", influence=2, interest=2, attitude=-1),
            joined(ActiveIn, here + "abt-40-3", here + "pr-nord"),
        ],
        [tie_id("ACTIVE_IN", here + "abt-40-3", here + "sb-i")],
    )


def told(picture: Picture) -> dict[str, tuple[str, str, str]]:
    """Read the table of what differs: name → what happens, without and with the scenario."""
    assert picture.changes is not None
    return {
        change.either.name.de: (change.fate.value, change.was.de, change.now.de)
        for change in picture.changes.by.values()
    }


def marks(picture: Picture) -> Counter[str]:
    """Count the signs in the picture by what they say, those of the legend left out."""
    assert picture.changes is not None
    found = Counter[str]()
    for mark in ElementTree.fromstring(picture.svg("de")).iter(f"{SVG}g"):
        if mark.get("class") == "mark" and re.search(r"\((neu|anders|fällt)", mark.get("aria-label", "")):
            found[mark.get("aria-label", "")] += 1
    return found


def test_the_matrix_marks_each_cell_with_its_difference() -> None:
    picture = tried_pictures(plan())[0]
    school, unit = "Schulpsychologischer Dienst", "Stabsstelle Neu"
    assert told(picture) == {
        unit: ("came", "nicht vorhanden", "Art: Stabsstelle"),
        f"{school} – Pflegeregion Nord": ("came", "nicht vorhanden", "Zahl: 1"),
        f"{unit} – Pflegeregion Nord": ("came", "nicht vorhanden", "Zahl: 1"),
        f"{school} – Schulbezirk I": ("went", "Zahl: 1", "nicht vorhanden"),
    }
    assert marks(picture) == {
        f"{school} – Pflegeregion Nord: 1 (neu im Szenario)": 1,
        f"{unit} – Pflegeregion Nord: 1 (neu im Szenario)": 1,
        f"{school} – Schulbezirk I (fällt mit dem Szenario weg; bisher: Zahl: 1)": 1,
    }
    badges = re.findall(r">([+−≠]\d*)</text>", picture.svg("de"))
    assert Counter(badges) == {"+1": 2, "−1": 1, "+2": 1, "−2": 1, "≠": 1}  # the last three are the legend's


def test_a_square_matrix_marks_a_pair_twice_and_tells_it_once() -> None:
    a, b, c = (Department(id=i, name=i.upper(), source=SOURCE) for i in "abc")
    before = Network.of([a, b, c, joined(CooperatesWith, "a", "b", count=3), joined(CooperatesWith, "b", "c")])
    after = stepped(before, [joined(CooperatesWith, "a", "b", count=5)], [tie_id("COOPERATES_WITH", "b", "c")])
    picture = tried_pictures(after)[1]
    assert told(picture) == {
        "A – B": ("otherwise", "Zahl: 3", "Zahl: 5"),
        "B – C": ("went", "Zahl: 1", "nicht vorhanden"),
    }
    assert Counter(re.findall(r">([+−]\d+)</text>", picture.svg("de"))) == {"+2": 3, "−1": 2, "−2": 1}


def test_the_positions_show_who_is_new_and_from_where_others_moved() -> None:
    picture = tried_pictures(plan())[4]
    found = told(picture)
    assert set(found) == {"Stabsstelle Neu", "Jugendamt"}
    assert found["Jugendamt"][1].startswith("Einfluss (1–5): 4; Interesse (1–5): 5; Haltung (−2 bis 2): 1")
    assert found["Jugendamt"][2].startswith("Einfluss (1–5): 2; Interesse (1–5): 2; Haltung (−2 bis 2): -1")
    assert sum(marks(picture).values()) == 2 * len(found)  # in both fields
    assert picture.svg("de").count('class="moved"') == 2 + 1  # the legend's too


def test_a_rank_that_shifts_because_another_came_is_no_difference() -> None:
    units = [Department(id=f"u{k}", name=f"Amt {k}", key_actor=True, source=SOURCE) for k in range(20)]
    line = [joined(CooperatesWith, f"u{k}", f"u{k + 1}") for k in range(19)]
    before = Network.of([*units, *line])
    far = stepped(before, [joined(CooperatesWith, "u18", "u0")])
    picture = tried_pictures(far)[4]
    ranks, now = _ranks(before), _ranks(far)
    # Rank 1 stands at 5 and the last of 20 at 1, so that half a point is 19 / 8 ranks.
    assert set(told(picture)) == {f"Amt {id[1:]}" for id in ranks if abs(ranks[id] - now[id]) >= 19 / 8}
    assert any(0 < abs(ranks[id] - now[id]) < 19 / 8 for id in ranks)


def _ranks(network: Network) -> dict[str, int]:
    answer = cast(StakeholderPositions, stakeholder_positions.ask(network, AboutScope(robust=False)))
    return {row.actor.id: row.measured for row in answer.actors if row.measured is not None}


def test_the_map_marks_the_areas_whose_need_or_reach_is_another() -> None:
    new = [
        Organisation(id="neu", name="Neuer Treff", source=SOURCE),
        joined(ActiveIn, "neu", "q2"),
        Sozialraum(id="q9", name="Neuland", kind="Viertel", geometry=square(7.2, 51.0), source=SOURCE),
        joined(BelongsTo, "q9", "small"),
        joined(Measured, "poverty", "q3", year=2025, value=99),
    ]
    picture = tried_pictures(stepped(whole("quarters"), new, [tie_id("ACTIVE_IN", "c1-0", "q1")]))[5]
    # Values 10, 20, 30 rank 0, 1/2, 1; with 99 beside them 0, 1/3, 2/3, 1.
    assert told(picture) == {
        "Neuland": (
            "came",
            "nicht vorhanden",
            "Bedarf (0–1): –; Klasse: Bedarf unbekannt; Akteure vor Ort: 0; auf der Karte: ja",
        ),
        "Nordost": (
            "otherwise",
            "Bedarf (0–1): 0,5; Akteure vor Ort: 1",
            "Bedarf (0–1): 0,333; Akteure vor Ort: 0",
        ),
        "Südost": (
            "otherwise",
            "Bedarf (0–1): –; Klasse: Bedarf unbekannt",
            "Bedarf (0–1): 1; Klasse: hoch (über 0,75)",
        ),
        "Südwest": (
            "otherwise",
            "Bedarf (0–1): 1; Klasse: hoch (über 0,75); Akteure vor Ort: 0",
            "Bedarf (0–1): 0,667; Klasse: eher hoch (bis 0,75); Akteure vor Ort: 1",
        ),
    }
    assert {said.split(":")[0] for said in marks(picture)} == set(told(picture))
    assert picture.svg("de").count('class="change') == len(told(picture)) + 2


def test_the_dials_keep_a_second_hand_where_the_status_stood() -> None:
    scope = Scope(visibility=Visibility.INTERNAL)
    before = {number: check.run(whole("landkreis"), scope) for number, check in CHECKS.items()}
    proposed = [record for n in (3, 5) if (found := before[n].proposal) for record in found.records()]
    picture = tried_dials(
        stepped(whole("landkreis"), proposed), CheckScope(**scope.model_dump() | {"scenario": "plan"})
    )
    assert [before[n].status for n in (3, 5)] == [Status.PARTLY, Status.PARTLY]
    assert [row.about for row in picture.tables[0].rows if row.cells[2].de == "● erfüllt"] == [
        ("1",),
        ("3",),
        ("5",),
        ("6",),
    ]
    svg = picture.svg("de")
    assert svg.count('class="second"') == 2 + 1
    assert svg.count("ohne das Szenario: teilweise erfüllt") == 2
    assert {said.split(".")[0] for said in marks(picture)} == {"3", "5"}
    assert f"bisher: Stand: ◐ teilweise erfüllt; Befund: {before[3].sentence.de}" in " ".join(marks(picture))


@pytest.mark.parametrize("name", ["landkreis", "quarters", "hostile", "empty"])
def test_without_a_scenario_nothing_is_marked(name: str) -> None:
    for picture in every(name):
        assert picture.changes is None
        assert picture.before is None
        assert VIOLET not in picture.svg("de")
        assert "Szenario" not in picture_file(picture)


@pytest.mark.parametrize("name", ["landkreis", "quarters", "hostile", "hostile quarters", "empty"])
def test_a_scenario_without_steps_changes_nothing(name: str) -> None:
    for picture, plain in zip(tried_pictures(stepped(whole(name))), every(name), strict=True):
        assert picture.changes is not None
        assert picture.changes.by == {}
        assert "Das Szenario ändert an diesem Bild nichts." in picture.svg("de")
        assert "The scenario changes nothing in this picture." in picture_file(picture, lang="en")
        assert 'class="change' not in picture.svg("de")
        assert [table.rows for table in picture.tables] == [table.rows for table in plain.tables]


@pytest.mark.parametrize("name", ["landkreis", "hostile", "hostile quarters", "small"])
def test_all_that_goes_and_all_that_comes_is_told(name: str) -> None:
    network = whole(name)
    ids = [*(str(row["id"]) for row in network.tie_rows), *network.ids]
    gone = tried_pictures(stepped(network, gone=ids))
    come = tried_pictures(
        stepped(
            Network.of([]), [network.node(i) for i in range(network.n)] + [network.tie(j) for j in range(network.m)]
        )
    )
    for went, came in zip(gone[:-1], come[:-1], strict=True):  # the dials are always ten
        assert went.changes is not None
        assert came.changes is not None
        assert set(went.changes.by) == set(came.changes.by)
        assert {change.fate for change in went.changes.by.values()} <= {Fate.WENT}
        assert {change.fate for change in came.changes.by.values()} <= {Fate.CAME}
        assert {row.about for table in came.tables for row in table.rows} <= set(came.changes.by)
        assert ("Weggefallen sind: " in went.svg("de")) == bool(went.changes.by)
    for picture in (*gone, *come):
        for lang in LANGS:
            ElementTree.fromstring(picture.svg(lang))
            page = picture_file(picture, lang=lang)
            assert "<script" not in page
            assert "<svg onload" not in page


def test_what_the_scenario_ends_is_gone_from_the_day_after() -> None:
    unit, area = Department(id="u", name="Amt", source=SOURCE), Sozialraum(id="a", name="Raum", source=SOURCE)
    last = date(2026, 6, 30)
    after = stepped(Network.of([unit, area, joined(ActiveIn, "u", "a")]), [joined(ActiveIn, "u", "a", valid_to=last)])
    found = [told(tried_pictures(after, as_of=day)[0]) for day in (last, last + timedelta(days=1))]
    assert found == [{}, {"Amt – Raum": ("went", "Zahl: 1", "nicht vorhanden")}]


def test_what_may_not_be_seen_is_not_told() -> None:
    secret = Committee(id="s", name="Geheimer Kreis", visibility=Visibility.INTERNAL, source=SOURCE)
    other = Committee(id="o", name="Offener Kreis", source=SOURCE)
    seats = [joined(MemberOf, "m", body) for body in "so"]
    member = Organisation(id="m", name="Mitglied", source=SOURCE)
    after = stepped(Network.of([secret, other, member, *seats]), gone=["s"])
    public = MatrixScope(scenario="plan", kind=Kind.BODIES)
    pictures = (matrix_picture(public.readable(after), public), tried_pictures(after)[2])
    assert ["Geheimer Kreis" in picture_file(picture) for picture in pictures] == [False, True]


def test_no_person_is_named_who_is_not_asked_for() -> None:
    network = whole("landkreis")
    names = [network.name(int(i)) for i in np.flatnonzero(network.of_type(Person) & ~network.placeholder)]
    ties = [str(row["id"]) for row in network.tie_rows if {str(row["start"]), str(row["end"])} & _persons(network)]
    for picture in tried_pictures(stepped(network, gone=ties)):
        page = picture_file(picture)
        assert [name for name in names if name in page] == [], picture.title
        assert picture.before is not None
        assert not picture.before.network.of_type(Person).any()


def _persons(network: Network) -> set[str]:
    return {network.ids[i] for i in np.flatnonzero(network.of_type(Person))}


def test_what_only_the_scenario_has_can_be_asked_for() -> None:
    new: list[Record] = [
        Kommune(id="k", name="Neustadt", source=SOURCE),
        Fachplanung(id="f", name="Neue Planung", source=SOURCE),
        Indicator(id="i", name="Neuer Indikator", high_is_need=True, source=SOURCE),
        joined(Measured, "i", "q0", year=2025, value=1),
        joined(InterestedIn, "c0-0", "f", influence=5, interest=5, attitude=2),
    ]
    after = stepped(whole("quarters"), new)
    kommune = MapScope(scenario="plan", kommune="Neustadt")
    assert told(map_picture(kommune.readable(after), kommune)) == {}
    about = AboutScope(scenario="plan", about="Neue Planung", robust=False)
    made = positions_picture(about.readable(after), stakeholder_positions.ask(after, about), about)
    assert {name: fate for name, (fate, *_) in told(made).items()} == {"Verein 0": "came"}
    by = MapScope(scenario="plan", indicator="Neuer Indikator")
    needs = {name: was for name, (_, was, _) in told(map_picture(by.readable(after), by)).items()}
    assert all(was.startswith("Bedarf (0–1): –") for was in needs.values())


def test_a_division_that_only_the_scenario_has_is_all_new() -> None:
    scope = MapScope(scenario="plan", division="Hälften", over="Viertel")
    parts = [record for record in quarters() if record.id in ("large", "h0", "h1") or record.id.endswith("large")]
    before = Network.of(record for record in quarters() if record not in parts)
    picture = map_picture(scope.readable(stepped(before, parts)), scope)
    assert {name: fate for name, (fate, *_) in told(picture).items() if name.startswith("Hälfte")} == {
        "Hälfte 0": "came",
        "Hälfte 1": "came",
    }


def test_the_same_records_in_another_order_give_the_same_bytes() -> None:
    turned = Network.of(reversed(records("landkreis"))).seen_by(Visibility.INTERNAL)
    one, two = tried_pictures(plan()), tried_pictures(plan(turned))
    assert [picture.svg("de") for picture in one] == [picture.svg("de") for picture in two]
    assert [picture_file(picture) for picture in one] == [picture_file(picture) for picture in two]


def test_the_page_marks_the_rows_and_leads_from_them_to_the_difference() -> None:
    page = picture_file(tried_pictures(plan())[4])
    links = re.findall(r'<a class="change" href="#(x\d+)">(.*?)</a>', page)
    assert sorted(said for _, said in links) == ["+ neu im Szenario", "≠ anders im Szenario"]
    assert all(f'<tr role="row" id="{key}">' in page for key, _ in links)
    assert "Das Bild ohne das Szenario" in page
    assert 'src="data:image/svg+xml;base64,' in page


_pieces = st.dictionaries(
    st.tuples(st.text(max_size=3)) | st.tuples(st.text(max_size=3), st.text(max_size=3)),
    st.dictionaries(st.sampled_from("abc"), st.text(max_size=3), max_size=3),
    max_size=12,
)


def _said(values: Mapping[tuple[str, ...], Mapping[str, str]]) -> dict[tuple[str, ...], Piece]:
    return {
        about: Piece(Text("n", "n"), {verbatim(h): verbatim(v) for h, v in given.items()})
        for about, given in values.items()
    }


@given(_pieces)
def test_compared_with_itself_nothing_differs(values: dict[tuple[str, ...], dict[str, str]]) -> None:
    assert compared(_said(values), _said(values)).by == {}


@given(_pieces, _pieces)
def test_the_changes_lead_from_the_one_to_the_other(
    a: dict[tuple[str, ...], dict[str, str]], b: dict[tuple[str, ...], dict[str, str]]
) -> None:
    before, after = _said(a), _said(b)
    changes = compared(before, after).by
    led = {about: piece.values for about, piece in before.items()}
    for about, change in changes.items():
        if change.after is None:
            del led[about]
        else:
            led[about] = change.after.values
    assert led == {about: piece.values for about, piece in after.items()}
    assert all(before.get(about) != after.get(about) for about in changes)
    assert len({change.key for change in changes.values()}) == len(changes)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_marks_and_rows_tell_the_same_of_any_contacts(data: st.DataObject) -> None:
    units = [Department(id=f"u{k}", name=f"Amt {k}", source=SOURCE) for k in range(4)]
    areas = [Sozialraum(id=f"a{k}", name=f"Raum {k}", source=SOURCE) for k in range(4)]
    some = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 5), max_size=8)
    was, now = data.draw(some), data.draw(some)
    ties = [[joined(ActiveIn, f"u{u}", f"a{a}", count=n) for (u, a), n in one.items()] for one in (was, now)]
    left = {tie.id for tie in ties[0]} - {tie.id for tie in ties[1]}
    picture = tried_pictures(stepped(Network.of([*units, *areas, *ties[0]]), ties[1], left))[0]
    differing = {f"Amt {u} – Raum {a}" for u, a in {*was, *now} if was.get((u, a)) != now.get((u, a))}
    assert set(told(picture)) == differing
    assert {re.split(r"[:(]", said)[0].strip() for said in marks(picture)} == differing


def test_a_file_asks_nobody_axe_finds_nothing_and_no_text_lies_over_another(browser: Browser, tmp_path: Path) -> None:
    matrices, positions = tried_pictures(plan())[0], tried_pictures(plan())[4]
    path = tmp_path / "picture.html"
    for picture in (matrices, positions):
        with visiting(browser, width=1440) as visit:
            path.write_text(picture_file(picture), encoding="utf-8")
            visit.page.goto(path.as_uri())
            visit.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert visit.faults() == []
            assert visit.axe() == []
            assert visit.page.evaluate(OVERLAPPING) == []
            assert visit.page.evaluate(OUTSIDE) == []
            assert visit.page.evaluate("document.querySelector('img').naturalWidth > 0")
            visit.page.set_viewport_size({"width": 320, "height": 700})
            assert not visit.page.evaluate(WIDE)
