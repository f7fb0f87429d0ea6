"""What the picture says: counts by hand, the same in the table, and nothing that the data do not say."""

import random
from xml.etree import ElementTree

import pytest

from graph.network import Network
from schema.text import Text
from schema.ties import ActiveIn, PartOf
from tests.viz.towns import NAMES, answers, composed, small_town, tie, town
from viz.fitting import width
from viz.levels.composing import compose
from viz.levels.layout import WIDTH
from viz.levels.marks import Marks, marks_of
from viz.levels.pictures import levels_picture, levels_table
from viz.levels.table import tabled

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(picture: str, kind: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(picture)
    paths = [e for e in root.iter(f"{SVG}path") if e.find(f"{SVG}title") is not None]
    return [e for e in paths if kind in (e.get("class") or "").split()]


def _boxes(picture: str) -> list[str]:
    root = ElementTree.fromstring(picture)
    return [
        str(e.get("aria-label"))
        for e in root.iter()
        if "element" in (e.get("class") or "").split() and e.get("aria-label") is not None
    ]


def test_the_small_town_is_drawn_as_counted_by_hand() -> None:
    made = compose(Network.of(small_town()), Marks())
    lift, side = made.links.tally("lift"), made.links.tally("side")
    assert (lift.drawn, lift.all, side.drawn, side.all) == (3, 3, 1, 1)
    assert (made.links.placed, made.links.unknown, made.links.inside) == (2, 1, 0)
    assert {key: gap.what.de for key, gap in made.gaps.items()} == {"south": "keine Akteure"}


def test_each_element_is_named_with_type_and_ties() -> None:
    boxes = _boxes(levels_picture(Network.of(small_town())))
    assert "Jugendamt, Amt, 5 Verbindungen" not in boxes
    assert "Jugendamt, Amt, 4 Verbindungen" in boxes
    assert "Jugendtreff, Verein, 3 Verbindungen" in boxes
    assert "Jugendtreff, association, 3 ties" in _boxes(levels_picture(Network.of(small_town()), lang="en"))


def test_persons_appear_only_when_asked_for() -> None:
    network = Network.of(small_town())
    assert "Erika Beispiel" not in levels_picture(network)
    assert "1 Personen nicht gezeigt" in levels_picture(network)
    assert "Erika Beispiel" in levels_picture(network, persons=True)


def test_a_body_of_unknown_level_stands_apart_and_its_ties_are_not_drawn() -> None:
    made = compose(Network.of(small_town()), Marks())
    assert [element.key for element in made.scene.unknown] == ["group"]
    assert not [link for link in made.shown if "group" in link.ends]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_network_gives_the_same_bytes_in_whatever_order_it_comes(name: str) -> None:
    network = town(name)
    records = [network.node(i) for i in range(network.n)] + [network.tie(j) for j in range(network.m)]
    random.Random(3).shuffle(records)
    marks = marks_of(answers(name))
    assert levels_picture(Network.of(records), marks=marks) == levels_picture(network, marks=marks)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_table_says_what_the_picture_says(name: str, lang: str) -> None:
    made = composed(name)
    table = tabled(made)
    picture = levels_picture(town(name), marks=marks_of(answers(name)), lang=lang)  # type: ignore[arg-type]
    boxes = _boxes(picture)
    assert len(boxes) == len(table.elements)
    assert len(_drawn(picture, "link")) == len(table.links) + len(table.missing)
    assert len(_drawn(picture, "missing")) == len(table.missing)
    assert len(_drawn(picture, "lift")) == sum(row.kind.de == "Fahrstuhl" for row in table.links)
    for row, spoken in zip(table.elements, boxes, strict=True):
        for text in (row.type, *(mark for mark in row.marks)):
            said = text.lang(lang).split(": ")[-1]  # type: ignore[arg-type]
            assert "".join(said.split()) in "".join(spoken.split()) or not said.isprintable()
    for remark in table.remarks:
        assert remark.lang(lang) in picture  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_no_contact_tie_is_swallowed(name: str) -> None:
    links = composed(name).links
    told = links.tally("lift").all + links.tally("side").all + links.placed + links.inside + links.unknown
    assert told == len(composed(name).reading.contact)


def test_a_multiplier_bears_a_star_and_a_gap_a_sign_and_words() -> None:
    marks = Marks({"youth": Text("verbindet", "joins")}, {"north": Text("kein Fahrstuhl", "no lift")})
    picture = levels_picture(Network.of(small_town()), marks=marks)
    root = ElementTree.fromstring(picture)
    starred = [e for e in root.iter(f"{SVG}g") if e.find(f"{SVG}polygon") is not None and e.get("aria-label")]
    assert [str(e.get("aria-label")) for e in starred] == ["Jugendamt, Amt, 4 Verbindungen, Multiplikator: verbindet"]
    assert "multiplier" in (starred[0].get("class") or "").split()
    notes = ["".join(e.itertext()) for e in root.iter(f"{SVG}text") if e.get("class") == "gap-note"]
    assert notes == ["kein Fahrstuhl"]


def test_where_no_actor_is_recorded_anywhere_no_area_is_said_to_lack_them() -> None:
    silent = [r for r in small_town() if r.id not in ("club", "parish")]
    made = compose(Network.of(silent), Marks())
    assert {key: gap.what.de for key, gap in made.gaps.items()} == {"south": "kein Fahrstuhl"}
    assert any(remark.de.startswith("Akteure der Lebenswelt sind nicht erfasst") for remark in made.remarks())


def test_where_no_lift_is_recorded_anywhere_no_area_is_said_to_lack_one() -> None:
    silent = [r for r in small_town() if r.id not in ("youth", "club", "parish")]
    made = compose(Network.of(silent), Marks())
    assert made.gaps == {}
    assert any(remark.de.startswith("Keine einzige Verbindung") for remark in made.remarks())


def test_focus_keeps_the_whole_elevator_from_street_to_committee() -> None:
    made = compose(Network.of(small_town()), Marks(), focus="club")
    elements, links = made.strong
    assert elements == {"club", "north", "youth", "committee", "parish"}
    assert {link.ends for link in links} == {
        ("youth", "club"), ("youth", "north"), ("committee", "youth"), ("club", "parish"),
    }  # fmt: skip


def test_an_elevator_that_goes_no_further_alone_is_completed_by_the_shortest_chain() -> None:
    made = compose(Network.of(small_town()), Marks(), focus="parish")
    elements, _ = made.strong
    assert {"parish", "club", "north", "youth", "committee"} == elements
    records = [r for r in small_town() if r.id != "ACTIVE_IN|parish|north"]
    alone = compose(Network.of(records), Marks(), focus="parish")
    lifts = {link.ends for link in alone.strong[1] if link.kind == "lift"}
    assert lifts == {("youth", "club"), ("committee", "youth")}


def test_focus_on_what_is_folded_in_falls_on_the_box_it_is_in() -> None:
    records = small_town()
    by_id = {record.id: record for record in records}
    inner = by_id["south"].model_copy(update={"id": "inner", "name": "Südwinkel"})
    network = Network.of([*records, inner, tie(PartOf, inner, by_id["south"])])  # type: ignore[arg-type]
    assert compose(network, Marks(), focus="inner").focus == "south"
    assert compose(network, Marks(), focus="nobody at all").focus is None


def test_karlsruhe_like_areas_beyond_twelve_are_summed_up_and_counted() -> None:
    records = small_town()
    south = next(r for r in records if r.id == "south")
    more = [south.model_copy(update={"id": f"area{n}", "name": f"Raum {n}"}) for n in range(26)]
    table = levels_table(Network.of([*records, *more]))
    names = [row.name.de for row in table.elements]
    assert "+17 weitere" in names
    rest = next(row for row in table.elements if row.name.de == "+17 weitere")
    assert len(rest.contains) == 17


def test_wohnplaetze_are_folded_into_the_columns_of_their_sozialraeume() -> None:
    made = composed("landkreis")
    columns = [g for g in made.scene.storeys[-1].rows[0].groups if g.head and not g.head.rest]
    assert len(columns) == 12
    assert sum(len(g.head.members) - 1 for g in columns if g.head) == 81


def test_two_who_share_and_have_no_contact_are_drawn_as_missing() -> None:
    marks = Marks(pairs=(("health", "club", Text("gemeinsam: Nordstadt", "shared: Nordstadt")),))
    picture = levels_picture(Network.of(small_town()), marks=marks)
    titles = [e.findtext(f"{SVG}title") for e in _drawn(picture, "missing")]
    assert titles == ["Gesundheitsamt – Jugendtreff: kein Kontakt erfasst; gemeinsam: Nordstadt"]


def test_an_actor_of_several_areas_stands_in_one_and_is_tied_to_the_other() -> None:
    records = small_town()
    by_id = {record.id: record for record in records}
    more = tie(ActiveIn, by_id["club"], by_id["south"])  # type: ignore[arg-type]
    made = compose(Network.of([*records, more]), Marks())
    assert made.links.placed == 2
    assert ("north", "club") not in {link.ends for link in made.links.all}
    assert any({"club", "south"} == set(link.ends) for link in made.links.all)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_legend_fits_on_its_line(lang: str) -> None:
    root = ElementTree.fromstring(levels_picture(Network.of([]), lang=lang))  # type: ignore[arg-type]
    texts = [e for e in root.iter(f"{SVG}text") if e.get("class") == "legend-text"]
    ends = [float(e.get("x") or 0) + width(e.text or "", 12) for e in texts]
    starts = [float(e.get("x") or 0) for e in texts]
    assert len(texts) == 8
    assert max(ends) < WIDTH
    assert all(end < start for end, start in zip(ends[:-1], starts[1:], strict=True))
