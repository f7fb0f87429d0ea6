from math import log
from typing import cast

import pytest

from graph.network import Network
from graph.questions import sharing
from graph.questions.cooperation_gaps import CooperationGaps, cooperation_gaps
from graph.questions.need import needs
from graph.questions.scope import Scope
from schema.nodes import (
    Committee,
    Department,
    Document,
    Fachplanung,
    Format,
    Indicator,
    Kommune,
    Organisation,
    Person,
    Sozialraum,
    TargetGroup,
)
from schema.record import Record
from schema.ties import (
    ActiveIn,
    ConsultedIn,
    CooperatesWith,
    CounterpartOf,
    Leads,
    Measured,
    MemberOf,
    PartOf,
    Reaches,
    ResponsibleFor,
    TakesPart,
    UnderDirectionOf,
    WorksIn,
)
from tests.graph.questions.town import network, node, tie


def ask(part: Network, **scope: object) -> CooperationGaps:
    return cast(CooperationGaps, cooperation_gaps.ask(part, Scope.model_validate(scope)))


def counts(answer: CooperationGaps) -> dict[str, int]:
    return {count.label.en: count.n for count in answer.denominator}


GROUP: tuple[Record, ...] = (
    node(TargetGroup, "Kinder"),
    tie(ResponsibleFor, "Jugendamt", "Kinder"),
    tie(ResponsibleFor, "Bauamt", "Kinder"),
    node(Fachplanung, "Plan"),
    tie(ResponsibleFor, "Jugendamt", "Plan"),
    tie(ResponsibleFor, "Stab", "Plan"),
)


def test_pairs_with_witnesses_denominator_and_bridge() -> None:
    answer = ask(network(*GROUP, tie(CooperatesWith, "Treff", "Treff 2"), node(Organisation, "Treff 2")))
    # Treff and Verein share Nord, Jugendamt and Bauamt the Kinder, Jugendamt and Stab the Plan; only the last two meet.
    found = {(row.first.name, row.second.name): row for row in answer.pairs}
    assert set(found) == {("Treff", "Verein"), ("Bauamt", "Jugendamt")}
    units = found["Bauamt", "Jugendamt"]
    assert [thing.name for thing in units.shared] == ["Kinder"]
    assert [step.name for step in units.bridge] == ["Stab"]
    assert (units.weight, units.across, units.bridges) == (round(1 / log(2), 4), True, 1)
    assert units.evidence == ("Kinder", "RESPONSIBLE_FOR|Bauamt|Kinder|", "RESPONSIBLE_FOR|Jugendamt|Kinder|")
    assert found["Treff", "Verein"].bridge == ()
    numbers = counts(answer)
    assert (numbers["pairs that share something"], numbers["of these with a contact"], numbers["of these without"]) == (
        3,
        1,
        2,
    )


def test_between_kinds_of_actors_without_any_recorded_contact_a_gap_is_only_possible() -> None:
    answer = ask(network(*GROUP))
    # No two organisations have a contact anywhere, so Treff and Verein are unclear; units do have contacts.
    assert [(row.first.name, row.second.name) for row in answer.pairs] == [("Bauamt", "Jugendamt")]
    assert [(row.first.name, row.second.name) for row in answer.unclear] == [("Treff", "Verein")]
    assert counts(answer)["of these unclear"] == 1


def test_what_a_units_head_does_closes_the_units_gap() -> None:
    head = (node(Person, "Muster"), tie(Leads, "Muster", "Bauamt"), tie(CooperatesWith, "Muster", "Jugendamt"))
    answer = ask(network(*GROUP, *head))
    assert answer.pairs == ()
    assert "Muster" not in answer.model_dump_json()


def test_a_part_and_its_whole_are_no_pair_and_politics_is_asked_elsewhere() -> None:
    part = network(
        node(TargetGroup, "Alle"),
        tie(ResponsibleFor, "Jugendamt", "Alle"),
        tie(ResponsibleFor, "Dezernat Jugend", "Alle"),
        tie(ActiveIn, "Rat", "Nord"),
    )
    answer = ask(part)
    assert answer.pairs == ()
    assert [c.n for c in answer.left_out if "Teil des anderen" in c.label.de] == [1]
    assert not any("Rat" in (row.first.name, row.second.name) for row in answer.unclear)


def test_rare_things_weigh_more_and_need_weighs_in() -> None:
    areas = [node(Sozialraum, "Ost", kind="Quartier"), node(Indicator, "Armut", high_is_need=True)]
    values = [tie(Measured, "Armut", area, year=2024, value=v) for area, v in (("Nord", 1), ("Süd", 2), ("Ost", 3))]
    more = [node(Organisation, name) for name in ("A", "B", "C")]
    ties = [tie(ActiveIn, *pair) for pair in (("A", "Ost"), ("B", "Ost"), ("A", "Nord"), ("C", "Nord"))]
    answer = ask(network(*areas, *values, *more, *ties, tie(CooperatesWith, "A", "Treff")))
    weights = {(row.first.name, row.second.name): (row.weight, row.need) for row in answer.pairs}
    # Ost: two actors, highest need 1; Nord: four actors (Treff, Verein, A, C), lowest need 0.
    assert weights["A", "B"] == (round(2 / log(2), 4), 1.0)
    assert weights["A", "C"] == (round(1 / log(4), 4), 0.0)
    assert (answer.pairs[0].first.name, answer.pairs[0].second.name) == ("A", "B")


def test_need_ranks_areas_of_a_kind_by_their_latest_value_in_the_direction_of_the_indicator() -> None:
    part = network(
        node(Indicator, "Armut", high_is_need=True),
        node(Indicator, "Plätze", high_is_need=False),
        node(Indicator, "Namenlos"),
        node(Sozialraum, "Teil", kind="Wohnplatz"),
        tie(PartOf, "Nord", "Stadt"),
        node(Sozialraum, "Stadt", kind="Stadtteil"),
        *(tie(Measured, "Armut", a, year=2024, value=v) for a, v in (("Nord", 9), ("Süd", 5), ("West", 7))),
        tie(Measured, "Armut", "Nord", year=2020, value=0),
        *(tie(Measured, "Plätze", a, year=2024, value=v) for a, v in (("Nord", 10), ("Süd", 20))),
        tie(Measured, "Namenlos", "Süd", year=2024, value=1),
    )
    need = needs(part)
    # Nord: highest poverty 1, fewest places 1; West: middle; Süd: 0 and 0; Stadt: as Nord, its only part.
    found = {name: float(need[part.index[name]]) for name in ("Nord", "West", "Süd", "Stadt")}
    assert found == {"Nord": 1.0, "West": 0.5, "Süd": 0.0, "Stadt": 1.0}
    assert need[part.index["Teil"]] != need[part.index["Teil"]]


def test_a_thing_with_too_many_takers_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST_PAIRS", 2)
    everybody = [node(Organisation, f"V{i}") for i in range(4)]
    plenary = (node(Committee, "Plenum", kind="Projektverbund"), *(tie(MemberOf, o.id, "Plenum") for o in everybody))
    answer = ask(network(*everybody, *plenary))
    (left,) = (count for count in answer.left_out if "zu vielen Beteiligten" in count.label.de)
    assert (left.n, "Plenum" in left.label.de) == (1, True)
    assert {(row.first.name, row.second.name) for row in (*answer.pairs, *answer.unclear)} == {("Treff", "Verein")}


def test_areas_each_kind_of_gap_in_its_own_table() -> None:
    part = network(
        node(Committee, "Konferenz Nord", kind="Sozialraumkonferenz"), tie(ActiveIn, "Konferenz Nord", "Nord")
    )
    answer = ask(part)
    assert [row.area.name for row in answer.areas_without_actors] == ["West"]
    # In Süd there is the Verein alone, which deals with nobody above; in Nord the Treff works with the Stab.
    assert [(row.area.name, row.actors) for row in answer.areas_without_vertical] == [("Süd", 1)]
    assert [row.area.name for row in answer.areas_without_conference] == ["Süd", "West"]


def test_what_is_not_recorded_at_all_is_unknown_and_not_missing() -> None:
    answer = ask(network())
    assert answer.areas_without_conference == ()
    unknown = " ".join(text.de for text in answer.unknown)
    for word in ("Sozialraumkonferenzen", "Counterpart", "Indikatoren", "Vorlagen", "Leitungen", "Dialogische"):
        assert word in unknown
    lonely = ask(Network.of([node(Sozialraum, "Nord"), node(Organisation, "Treff"), node(Department, "Amt")]))
    assert (lonely.areas_without_vertical, lonely.areas_without_actors) == ((), ())
    assert any("welche Sozialräume nach oben nicht angebunden" in text.de for text in lonely.unknown)


def test_gemeinden_without_counterpart() -> None:
    kreis = [
        node(Kommune, "Kreis", kind="Landkreis"),
        *(node(Kommune, name, kind="kreisangehörige Gemeinde", population=p) for name, p in (("A", 5), ("B", 9))),
        *(node(Kommune, name, kind="kreisangehörige Gemeinde") for name in ("C", "D")),
        *(tie(PartOf, name, "Kreis") for name in "ABCD"),
        *(node(Department, f"Amt {name}") for name in "ABCD"),
        *(tie(PartOf, f"Amt {name}", name) for name in "ABCD"),
        tie(CounterpartOf, "Stab", "Amt C"),
        node(Person, "Muster"),
        tie(WorksIn, "Muster", "Amt D"),
        tie(CounterpartOf, "Stab", "Muster"),
        tie(CooperatesWith, "Stab", "Amt A"),
    ]
    for persons in (False, True):
        rows = ask(network(*kreis), persons=persons).gemeinden_without_counterpart
        assert [(row.gemeinde.name, row.contacts) for row in rows] == [("B", 0), ("A", 1)]
    silent = ask(network(*(record for record in kreis if not isinstance(record, CounterpartOf))))
    assert silent.gemeinden_without_counterpart == ()


def test_papers_that_reach_no_committee_or_area() -> None:
    part = network(
        *(node(Document, f"V{i}") for i in range(3)),
        tie(UnderDirectionOf, "V0", "Bauamt"),
        tie(UnderDirectionOf, "V1", "Bauamt"),
        tie(UnderDirectionOf, "V2", "Jugendamt"),
        tie(ConsultedIn, "V2", "Rat"),
    )
    answer = ask(part)
    # Areas of papers are not recorded at all, so only the committee can be missing.
    found = [
        (row.department.name, row.papers, row.in_committees, row.missing.de) for row in answer.papers_that_reach_nobody
    ]
    assert found == [("Bauamt", 2, 0, "Gremium")]
    assert any("Welche Sozialräume Vorlagen betreffen, ist nicht erfasst" in text.de for text in answer.unknown)


def test_leaders_without_dialogue_only_where_dialogue_is_recorded() -> None:
    heads = [node(Person, f"Muster {i}") for i in range(3)]
    led = [tie(Leads, f"Muster {i}", unit) for i, unit in enumerate(("Bauamt", "Jugendamt", "Dezernat Bau"))]
    part = (*heads, *led)
    assert ask(network(*part)).leaders_without_dialogue == ()
    talk = (
        tie(CooperatesWith, "Jugendamt", "Verein", contact_kind="dialogic"),
        node(Format, "Jahresgespräch", kind="Gespräch"),
        tie(TakesPart, "Muster 0", "Jahresgespräch"),
    )
    answer = ask(network(*part, *talk))
    assert [(row.unit.name, row.leader) for row in answer.leaders_without_dialogue] == [("Dezernat Bau", None)]
    assert "Muster" not in answer.model_dump_json()
    named = ask(network(*part, *talk), persons=True).leaders_without_dialogue
    assert [row.leader.name if row.leader else None for row in named] == ["Muster 2"]


def test_target_groups_that_no_format_reaches() -> None:
    groups = [
        node(TargetGroup, "Kinder", hard_to_reach=2),
        node(TargetGroup, "Pflegende", hard_to_reach=5),
        node(TargetGroup, "Jugend"),
        tie(ResponsibleFor, "Jugendamt", "Pflegende"),
        tie(Reaches, "Verein", "Pflegende"),
    ]
    silent = ask(network(*groups))
    assert silent.target_groups_without_format == ()
    assert any("REACHES" in text.en for text in silent.unknown)
    met = [node(Format, "Fest"), tie(Reaches, "Fest", "Kinder")]
    rows = ask(network(*groups, *met)).target_groups_without_format
    assert [row.target_group.id for row in rows] == ["Pflegende", "Jugend"]
    assert [ref.id for ref in (*rows[0].responsible, *rows[0].reached_by)] == ["Jugendamt", "Verein"]
    taking = ask(network(*groups, *met, tie(TakesPart, "Jugend", "Fest"))).target_groups_without_format
    assert [row.target_group.id for row in taking] == ["Pflegende"]


def test_missing_records_only_add_gaps() -> None:
    found = ask(network(*GROUP)).robustness
    assert found is not None
    gaps = next(one for one in found.figures if one.label.en == "pairs without a contact")
    assert gaps.value <= gaps.with_10.low <= gaps.with_20.high
    assert ask(network(*GROUP), robust=False).robustness is None
