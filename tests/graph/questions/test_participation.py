from datetime import date, timedelta
from typing import Any, cast

import pytest

from graph.network import Network
from graph.questions.participation import Participation, participation
from graph.questions.participation_cells import NOT_REACHED, PLANNED
from graph.questions.participation_coverage import STATES
from graph.questions.participation_formats import GIVEN, NOT_YET, OVERDUE, UNDATED
from graph.questions.participation_groups import BOTH, FORMAT, INTERMEDIARY, NOBODY, ORGANISATION, PLANNED_ONLY
from graph.questions.scope import AboutScope
from schema.errors import NotFoundError
from schema.nodes import (
    Department,
    Document,
    Fachplanung,
    Format,
    Indicator,
    Organisation,
    Person,
    Process,
    Sozialraum,
    TargetGroup,
)
from schema.record import Record
from schema.ties import (
    Concerns,
    Feeds,
    HeldIn,
    Measured,
    Overlaps,
    PartOf,
    Reaches,
    ResponsibleFor,
    TakesPart,
)
from tests.graph.questions.town import network, node, tie

DAY = date(2026, 6, 30)
KINDER: tuple[Record, ...] = (
    node(TargetGroup, "Kinder", hard_to_reach=4),
    # The Verein is active in Nord and in Süd and in charge of the Kinder: there they are concerned, not in West.
    tie(ResponsibleFor, "Verein", "Kinder"),
)


def ask(part: Network, **scope: object) -> Participation:
    return cast(Participation, participation.ask(part, AboutScope.model_validate({"as_of": DAY} | scope)))


def held(id: str, *groups: str, where: tuple[str, ...] = (), **fields: Any) -> tuple[Record, ...]:
    """Make a format that took place in May, with whom it reached and where it was held."""
    return (
        node(Format, id, **({"held_on": date(2026, 5, 1)} | fields)),
        *(tie(Reaches, id, group) for group in groups),
        *(tie(HeldIn, id, area) for area in where),
    )


def pairs(rows: tuple[Any, ...]) -> list[tuple[str, str]]:
    return [(row.group.name, row.area.name) for row in rows]


def count(answer: Participation, label: str) -> tuple[int, int | None]:
    (found,) = ((count.n, count.of) for count in answer.denominator if count.label.de == label)
    return found


def said(answer: Participation) -> list[str]:
    return [text.de for text in answer.summary]


def test_a_group_is_reached_where_the_format_was_held_and_missed_where_it_is_concerned_else() -> None:
    answer = ask(network(*KINDER, *held("Begehung", "Kinder", where=("Nord",))))
    assert pairs(answer.reached) == [("Kinder", "Nord")]
    assert pairs(answer.unreached) == [("Kinder", "Süd")]
    assert answer.unclear == ()
    assert count(answer, "Kombinationen aus beiden") == (3, None)
    assert count(answer, "Kombinationen mit betroffener Zielgruppe") == (2, 3)
    assert (count(answer, "davon erreicht"), count(answer, "davon nicht erreicht")) == ((1, 2), (1, 2))
    (south,) = answer.unreached
    assert ([ref.name for ref in south.shown_by], [ref.name for ref in south.through]) == (["Verein"], ["Verein"])
    assert set(south.evidence) == {
        "Kinder",
        "Süd",
        "Verein",
        "RESPONSIBLE_FOR|Verein|Kinder|",
        "ACTIVE_IN|Verein|Süd|",
    }
    assert set(answer.reached[0].evidence) >= {"REACHES|Begehung|Kinder|", "HELD_IN|Begehung|Nord|"}
    assert any("in 2 von 3 Kombinationen" in text and "nicht erreicht: 1." in text for text in said(answer))


def test_a_group_that_takes_part_is_reached() -> None:
    part = network(*KINDER, *held("Begehung", where=("Nord",)), tie(TakesPart, "Kinder", "Begehung"))
    answer = ask(part)
    assert pairs(answer.reached) == [("Kinder", "Nord")]
    assert [row.way for row in answer.groups] == [FORMAT]


@pytest.mark.parametrize(("where", "there"), [("Block", ["Nord"]), ("Stadt", ["Nord", "Süd"])])
def test_a_part_of_the_area_and_the_area_around_it_count(where: str, there: list[str]) -> None:
    around = (
        node(Sozialraum, "Block", kind="Wohnplatz"),
        node(Sozialraum, "Stadt"),
        tie(PartOf, "Block", "Nord"),
        tie(PartOf, "Nord", "Stadt"),
        tie(PartOf, "Süd", "Stadt"),
    )
    answer = ask(network(*KINDER, *around, *held("Begehung", "Kinder", where=(where,))))
    assert [area for _, area in pairs(answer.reached)] == there


def test_papers_and_processes_show_where_a_group_is_concerned() -> None:
    paper = (node(Document, "Vorlage"), tie(Concerns, "Vorlage", "Kinder"), tie(Concerns, "Vorlage", "West"))
    answer = ask(network(*KINDER, *paper, *held("Begehung", "Kinder", where=("Nord",))))
    assert sorted(pairs(answer.unreached)) == [("Kinder", "Süd"), ("Kinder", "West")]


def test_a_format_without_a_place_leaves_open_where_its_group_is_reached() -> None:
    answer = ask(network(*KINDER, *held("Umfrage", "Kinder")))
    assert (answer.unreached, answer.reached) == ((), ())
    assert pairs(answer.unclear) == [("Kinder", "Nord"), ("Kinder", "Süd")]
    assert [[ref.name for ref in row.no_area] for row in answer.unclear] == [["Umfrage"], ["Umfrage"]]
    assert any(text.de.startswith("Wo sie stattfanden (HELD_IN), ist bei 1 von 1") for text in answer.unknown)


def test_a_format_without_a_group_leaves_open_who_is_reached_in_its_area() -> None:
    answer = ask(network(*KINDER, *held("Fest", where=("Süd",))))
    assert pairs(answer.unclear) == [("Kinder", "Süd")]
    assert [ref.name for ref in answer.unclear[0].no_group] == ["Fest"]
    assert pairs(answer.unreached) == [("Kinder", "Nord")]


def test_a_format_in_an_area_that_overlaps_leaves_it_open() -> None:
    school = (node(Sozialraum, "Bezirk", kind="Schulbezirk"), tie(Overlaps, "Süd", "Bezirk", share=0.4))
    answer = ask(network(*KINDER, *school, *held("Fest", "Kinder", where=("Bezirk", "Nord"))))
    assert pairs(answer.unclear) == [("Kinder", "Süd")]
    assert [ref.name for ref in answer.unclear[0].no_area] == ["Fest"]


def test_a_format_silent_on_both_touches_no_combination() -> None:
    answer = ask(network(*KINDER, *held("Rundmail")))
    assert answer.unclear == ()
    assert len(answer.unreached) == 2
    assert not any("kein Format erfasst" in text for text in said(answer))
    assert {"Wen sie erreicht haben (REACHES)", "Wo sie stattfanden (HELD_IN)"} <= {
        text.de.split(",")[0] for text in answer.unknown
    }


def test_what_is_planned_has_reached_nobody_yet() -> None:
    later = held("Fest", "Kinder", where=("Süd",), held_on=DAY + timedelta(days=1), goal="Z", aim="Z")
    answer = ask(network(*KINDER, *later))
    assert answer.reached == ()
    assert {row.area.name: row.state for row in answer.unreached} == {
        "Nord": STATES[NOT_REACHED],
        "Süd": STATES[PLANNED],
    }
    assert [row.way for row in answer.groups] == [PLANNED_ONLY]
    assert (answer.formats[0].missing.de, answer.formats[0].feedback) == ("nichts", NOT_YET)
    assert answer.unused == ()
    assert [(one.n, one.of) for one in answer.left_out if "geplante" in one.label.de] == [(1, 1)]
    # On the day itself it has taken place.
    assert pairs(ask(network(*KINDER, *later), as_of=DAY + timedelta(days=1)).reached) == [("Kinder", "Süd")]


def test_the_weight_is_need_times_a_fifth_of_the_difficulty() -> None:
    values = {"Nord": 1.0, "Süd": 3.0, "West": 2.0}
    part = network(
        *KINDER,
        node(TargetGroup, "Alte"),
        *(tie(ResponsibleFor, "Verein", "Alte"),),
        node(Indicator, "Armut", high_is_need=True),
        *(tie(Measured, "Armut", area, year=2025, value=value) for area, value in values.items()),
    )
    answer = ask(part)
    # Needs by rank: Nord 0, West 0.5, Süd 1. Kinder are hard to reach by 4 of 5, Alte by the middle, 3 of 5.
    assert {(row.group.name, row.area.name): row.weight for row in answer.unreached} == {
        ("Kinder", "Süd"): 0.8,
        ("Alte", "Süd"): 0.6,
        ("Alte", "Nord"): 0.0,
        ("Kinder", "Nord"): 0.0,
    }
    assert pairs(answer.unreached)[:2] == [("Kinder", "Süd"), ("Alte", "Süd")]
    assert [row.hard_to_reach for row in answer.unreached[:2]] == [4, None]
    assert any("1 von 2 betroffenen Zielgruppen nicht erfasst: Alte." in text.de for text in answer.unknown)


def test_where_no_need_is_measured_the_middle_counts_and_that_is_said() -> None:
    answer = ask(network(*KINDER))
    assert [(row.weight, row.need) for row in answer.unreached] == [(0.4, None), (0.4, None)]
    assert any("Der Bedarf ist bei 2 von 2 Sozialräumen" in text.de for text in answer.unknown)


@pytest.mark.parametrize(
    ("fields", "feedback", "missing", "waiting"),
    [
        ({"held_on": DAY - timedelta(days=42)}, OVERDUE, "Rückmeldung", 42),
        ({"held_on": DAY - timedelta(days=41)}, NOT_YET, "nichts", None),
        ({"held_on": None}, UNDATED, "nichts", None),
        ({"feedback_on": DAY}, GIVEN, "nichts", None),
        ({"held_on": None, "feedback_on": DAY}, GIVEN, "nichts", None),
        ({"feedback_on": DAY + timedelta(days=1)}, OVERDUE, "Rückmeldung", 60),
        ({"goal": None, "aim": "  "}, OVERDUE, "Ziel, Zweck, Rückmeldung", 60),
        ({"held_on": date.min}, OVERDUE, "Rückmeldung", (DAY - date.min).days),
        ({"held_on": date.max}, NOT_YET, "nichts", None),
    ],
)
def test_goal_purpose_and_feedback(fields: dict[str, Any], feedback: Any, missing: str, waiting: int | None) -> None:
    (row,) = ask(network(*held("Fest", **({"goal": "Ziel", "aim": "Zweck"} | fields)))).formats
    assert (row.feedback, row.missing.de, row.waiting) == (feedback, missing, waiting)


def test_without_a_day_nothing_is_said_to_be_due() -> None:
    answer = ask(network(*held("Fest", goal="Ziel", aim="Zweck", size=3)), as_of=None)
    assert answer.formats[0].feedback == UNDATED
    assert any(text.de.startswith("Zu welchem Tag") for text in answer.unknown)
    # The day as of which the records say to be will do.
    fresh = ask(network(*held("Fest", goal="Ziel", aim="Zweck", as_of=DAY)), as_of=None)
    assert fresh.formats[0].feedback == OVERDUE


def test_formats_that_lack_most_come_first_then_those_of_most_participants() -> None:
    part = network(
        *held("A", goal="Z", aim="Z", size=100),
        *held("B", goal="Z", size=5),
        *held("C", goal="Z", aim="Z", size=200),
    )
    answer = ask(part)
    assert [row.format.name for row in answer.formats] == ["B", "C", "A"]
    assert "Bei 3 von 3 Formaten fehlt eine Angabe: Zweck bei 1 und Rückmeldung bei 3." in said(answer)
    assert "Auch 6 Wochen danach oder später ist keine Rückmeldung erfasst bei: „C“, „A“ und „B“." in said(answer)


def test_the_ways_by_which_groups_are_reached() -> None:
    groups = ("durch beides", "durch Formate", "intermediär", "Organisation", "niemand")
    part = network(
        *(node(TargetGroup, name) for name in groups),
        *held("Fest", "durch beides", "durch Formate"),
        tie(Reaches, "Treff", "durch beides"),
        tie(Reaches, "Treff", "intermediär"),
        tie(Reaches, "Verein", "Organisation"),
    )
    answer = ask(part)
    assert {row.group.name: row.way for row in answer.groups} == dict(
        zip(groups, (BOTH, FORMAT, INTERMEDIARY, ORGANISATION, NOBODY), strict=True)
    )
    assert answer.groups[0].group.name == "niemand"
    assert (
        "Für 3 von 5 Zielgruppen ist kein Format erfasst, das sie erreicht hat: Organisation, intermediär und niemand."
        in said(answer)
    )


def test_whom_intermediary_instances_speak_for() -> None:
    part = network(
        *KINDER,
        node(TargetGroup, "Alte"),
        node(TargetGroup, "Frauen"),
        node(Organisation, "Laden", intermediary=True),
        node(Organisation, "Büro", kind="Quartiersbüro"),
        tie(ResponsibleFor, "Treff", "Alte"),
        *held("Fest", "Frauen"),
        tie(TakesPart, "Treff", "Fest"),
    )
    answer = ask(part)
    treff, *others = answer.intermediaries
    assert ([ref.name for ref in treff.groups], [ref.name for ref in treff.areas]) == (["Alte", "Frauen"], ["Nord"])
    assert ([ref.name for ref in treff.formats], treff.above) == (["Fest"], 1)
    assert {"RESPONSIBLE_FOR|Treff|Alte|", "TAKES_PART|Treff|Fest|"} <= set(treff.evidence)
    assert [row.instance.name for row in others] == ["Büro", "Laden"]
    assert any("bei 2 von 3 intermediären Instanzen nicht erfasst: Büro und Laden." in t.de for t in answer.unknown)
    assert "Für 1 von 3 Zielgruppen ist keine intermediäre Instanz erfasst, die für sie spricht: Kinder." in said(
        answer
    )


def test_which_results_flowed_into_what_and_which_into_nothing() -> None:
    part = network(
        *KINDER,
        node(Process, "Runde"),
        node(Document, "Bericht", kind="Bericht"),
        *held("Fest", "Kinder", size=3),
        *held("Stand"),
        *held("Mail", size=9),
        tie(Feeds, "Fest", "Runde"),
        tie(Feeds, "Stand", "Runde"),
        tie(Feeds, "Runde", "Bericht"),
    )
    answer = ask(part)
    (row,) = answer.fed
    assert (row.plan.name, row.number, [ref.name for ref in row.groups]) == ("Runde", 2, ["Kinder"])
    assert [ref.name for ref in row.onward] == ["Bericht"]
    assert {"FEEDS|Fest|Runde|", "FEEDS|Stand|Runde|", "FEEDS|Runde|Bericht|"} <= set(row.evidence)
    assert [row.format.name for row in answer.unused] == ["Mail"]
    assert "Bei 1 von 3 Formaten ist nicht erfasst, wohin die Ergebnisse geflossen sind: Mail." in said(answer)


def test_where_other_results_are_recorded_a_format_that_feeds_nothing_is_said() -> None:
    answer = ask(network(*PLAN), about="Alte")
    assert [row.format.name for row in answer.unused] == ["Ausflug"]
    assert "Bei 1 von 1 Format ist nicht erfasst, wohin die Ergebnisse geflossen sind: Ausflug." in said(answer)


def test_where_no_result_is_recorded_at_all_that_is_unknown() -> None:
    answer = ask(network(*held("Fest"), *held("Stand")))
    assert answer.unused == ()
    assert any("(FEEDS), ist nirgends erfasst" in text.de for text in answer.unknown)
    assert not any("geflossen" in text for text in said(answer))


PLAN: tuple[Record, ...] = (
    *KINDER,
    node(TargetGroup, "Alte"),
    tie(Reaches, "Treff", "Alte"),
    node(Process, "Runde"),
    *held("Fest", "Kinder", where=("Nord",)),
    *held("Ausflug", "Alte", where=("Süd",)),
    *held("Umfrage", "Kinder"),
    *held("Mail"),
    tie(Feeds, "Fest", "Runde"),
)


@pytest.mark.parametrize(
    ("about", "groups", "formats", "areas"),
    [
        (None, {"Kinder", "Alte"}, {"Fest", "Ausflug", "Umfrage", "Mail"}, 3),
        ("Kinder", {"Kinder"}, {"Fest", "Umfrage"}, 3),
        ("Nord", {"Kinder", "Alte"}, {"Fest"}, 1),
        ("Runde", {"Kinder"}, {"Fest"}, 3),
    ],
)
def test_it_can_be_asked_about_one_matter(about: str, groups: set[str], formats: set[str], areas: int) -> None:
    answer = ask(network(*PLAN), about=about)
    assert {row.group.name for row in answer.groups} == groups
    assert {row.format.name for row in answer.formats} == formats
    assert count(answer, "Sozialräume, die für sich zählen") == (areas, 3)


def test_about_an_area_a_format_without_a_place_still_leaves_it_open() -> None:
    answer = ask(network(*PLAN, *held("Brief", "Alte")), about="Nord")
    assert pairs(answer.unclear) == [("Alte", "Nord")]
    assert pairs(answer.reached) == [("Kinder", "Nord")]
    # About the process only its own formats count: those of others say nothing about it.
    assert pairs(ask(network(*PLAN), about="Runde").unreached) == [("Kinder", "Süd")]


def test_about_a_fachplanung_its_process_its_papers_and_who_is_in_charge_count() -> None:
    part = network(
        *PLAN,
        node(Fachplanung, "Plan"),
        tie(TakesPart, "Plan", "Runde"),
        node(TargetGroup, "Frauen"),
        tie(ResponsibleFor, "Jugendamt", "Plan"),
        tie(ResponsibleFor, "Jugendamt", "Frauen"),
    )
    answer = ask(part, about="Plan")
    assert {row.group.name for row in answer.groups} == {"Kinder", "Frauen"}
    assert {row.format.name for row in answer.formats} == {"Fest"}


def test_about_a_part_the_area_around_it_is_looked_at() -> None:
    block = (node(Sozialraum, "Block", kind="Wohnplatz"), tie(PartOf, "Block", "Nord"))
    assert pairs(ask(network(*PLAN, *block), about="Block").reached) == [("Kinder", "Nord")]


def test_intermediaries_are_those_of_the_matter_asked_about() -> None:
    conference = (node(Organisation, "Laden", intermediary=True), tie(Reaches, "Laden", "Kinder"))
    part = network(*PLAN, *conference)
    names = {about: {r.instance.name for r in ask(part, about=about).intermediaries} for about in ("Kinder", "Nord")}
    assert names == {"Kinder": {"Laden"}, "Nord": {"Treff"}}


def test_what_does_not_exist_is_said_with_what_does() -> None:
    with pytest.raises(NotFoundError, match="Niemandsland"):
        ask(network(*PLAN), about="Niemandsland")


def test_persons_who_take_part_are_named_only_with_the_switch() -> None:
    part = network(*PLAN, node(Person, "Musterfrau"), tie(TakesPart, "Musterfrau", "Fest"))
    assert "Musterfrau" not in ask(part).model_dump_json()
    (row,) = (row for row in ask(part, persons=True).groups if row.group.name == "Kinder")
    assert "Musterfrau" in {ref.name for ref in row.with_whom}


def test_placeholders_reach_nobody_and_show_nothing() -> None:
    part = network(
        node(TargetGroup, "Kinder"),
        node(TargetGroup, "N.N.", placeholder=True),
        node(Department, "Offen", placeholder=True),
        tie(ResponsibleFor, "Offen", "Kinder"),
        tie(ResponsibleFor, "Offen", "Nord"),
        *held("Fest", "N.N.", where=("Nord",)),
    )
    answer = ask(part)
    assert (answer.unreached, answer.reached) == ((), ())
    assert [row.group.name for row in answer.groups] == ["Kinder"]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{0} {n} {names}", "ش" * 10_000, "%s\n\t„“"])
def test_any_name_is_answered_for(name: str) -> None:
    part = network(
        node(TargetGroup, "g", name=name),
        tie(ResponsibleFor, "Verein", "g"),
        *held("f", "g", where=("Nord",), name=name, goal=name, size=0),
        node(Process, "p", name=name),
        tie(Feeds, "f", "p"),
    )
    answer = ask(part)
    assert answer.reached[0].group.name == name
    assert any(name in text for text in said(answer))


def test_the_figures_are_tried_again_while_ties_are_missing() -> None:
    answer = ask(network(*PLAN))
    assert answer.robustness is not None
    found = {one.label.de: one for one in answer.robustness.figures}
    assert found["Zielgruppen, die ein Format erreicht hat"].value == 2
    assert found["Formate, deren Ergebnisse in nichts einflossen"].value == 3
    for one in found.values():
        assert one.with_10.low <= one.with_10.high
        assert one.with_20.low <= one.value or one.label.de.startswith("Formate")
    assert ask(network(*PLAN), robust=False).robustness is None
    assert ask(network()).robustness is None
