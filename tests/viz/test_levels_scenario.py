"""The levels view of a network in which a scenario is tried: what is new is marked, what goes is named."""

from graph.network import Network
from graph.questions.scope import Scope
from graph.scenarios.scenario import Scenario, Step
from graph.scenarios.trying import tried
from schema.nodes import Committee, Department, Kommune, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import ActiveIn, PartOf, ReportsTo, Tie, tie_id
from viz.levels.pictures import levels_picture, levels_table


def tie(cls: type[Tie], start: str, end: str) -> Tie:
    return cls.model_validate({"id": tie_id(cls.verb, start, end), "source": "t", "start": start, "end": end})


BEFORE: tuple[Record, ...] = (
    Kommune(id="k", source="t", name="Musterstadt"),
    Department(id="amt", source="t", name="Jugendamt", kind="Amt"),
    Committee(id="rat", source="t", name="Rat der Stadt", kind="Rat"),
    Committee(id="alt", source="t", name="Alter Beirat", kind="Beirat"),
    Sozialraum(id="süd", source="t", name="Südstadt"),
    Person(id="p", source="t", name="Frau Geheim"),
    tie(PartOf, "amt", "k"),
    tie(ReportsTo, "amt", "alt"),
    tie(ActiveIn, "amt", "süd"),
)
NEW: tuple[Record, ...] = (
    Department(id="neu", source="t", name="Stabsstelle", kind="Stabsstelle"),
    tie(PartOf, "neu", "k"),
    tie(ReportsTo, "neu", "rat"),
)
GONE = ("alt", tie_id("REPORTS_TO", "amt", "alt"))


def stepped() -> Network:
    rows = {str(row["id"]): (type, dict(row)) for type, row in Network.of((*BEFORE, *NEW)).rows()}
    steps = [Step(rows[record.id][0], record.id, None, rows[record.id][1]) for record in NEW]
    steps += [Step(rows[id][0], id, rows[id][1], None) for id in GONE]
    return tried(Network.of(BEFORE), Scenario("plan", "Plan", "Frau Ay", "", steps=tuple(steps)))


def test_what_is_new_is_marked_and_what_goes_is_named() -> None:
    part = Scope(visibility=Visibility.CONFIDENTIAL).cut(stepped())
    picture, table = levels_picture(part), levels_table(part)
    assert [row.name.de for row in table.elements if any("neu im Szenario" in m.de for m in row.marks)] == [
        "Stabsstelle"
    ]
    new = [(row.first.de, row.second.de) for row in table.links if "neu im Szenario" in row.kind.de]
    assert new == [("Rat der Stadt", "Stabsstelle")]
    assert any(remark.de == "Mit dem Szenario fallen weg: Alter Beirat; 1 Verbindung" for remark in table.remarks)
    assert picture.count('class="plus"') == 2  # the unit, and the legend
    assert 'class="link lift added"' in picture
    assert "neue Verbindungen" in picture
    assert "Geheim" not in picture


def test_without_a_scenario_nothing_is_marked() -> None:
    picture = levels_picture(Network.of(BEFORE))
    assert 'class="plus"' not in picture
    assert "Szenario" not in picture


def test_what_goes_and_may_not_be_seen_is_not_named() -> None:
    hidden = [record.model_copy(update={"visibility": Visibility.INTERNAL}) for record in BEFORE if record.id == "alt"]
    before = Network.of((*(record for record in BEFORE if record.id != "alt"), *hidden))
    plan = Scenario("plan", "Plan", "", "", steps=(Step("Committee", "alt", {}, None),))
    part = Scope().cut(tried(before, plan))
    assert "Alter Beirat" not in levels_picture(part)
    assert part.before is not None
    assert "alt" not in part.before.index
    assert "p" not in part.before.index


def test_a_kommune_that_only_the_scenario_has_leaves_nothing_of_before() -> None:
    new = Kommune(id="neu", source="t", name="Neustadt")
    plan = Scenario("plan", "Plan", "", "", steps=(Step("Kommune", "neu", None, new.properties()),))
    part = Scope(kommune="Neustadt").cut(tried(Network.of(BEFORE), plan))
    assert (part.n, part.before and part.before.n) == (1, 0)
