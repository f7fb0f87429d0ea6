"""Stellschraube 6: one report, to which several departments contribute, and which is not too old."""

from dataclasses import dataclass
from datetime import date

from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import about_agency, count, day_text, months_before
from schema.nodes import Department, Document
from schema.text import Text
from schema.ties import ContributesTo, PartOf, TakesPart

REPORTS = ("Bericht",)
LEAST = 2

INTEGRATED = Text(
    "„{paper}“ ({day}) haben {n} Einheiten aus {ressorts} Ressorts gemeinsam erarbeitet.",
    "“{paper}” ({day}) was written together by {n} units from {ressorts} departments.",
)
BY_ALL = Text(
    "„{paper}“ ({day}) haben alle beteiligten Einheiten gemeinsam erarbeitet.",
    "“{paper}” ({day}) was written together by all units that take part.",
)
OLDER = Text(
    "Der jüngste gemeinsame Bericht mehrerer Ressorts, „{paper}“, ist vom {day} und damit älter als {years} Jahre.",
    "The latest joint report of several departments, “{paper}”, is of {day} and so older than {years} years.",
)
UNDATED = Text(
    "„{paper}“ haben {n} Einheiten aus {ressorts} Ressorts erarbeitet; das Datum ist nicht erfasst.",
    "“{paper}” was written by {n} units from {ressorts} departments; its date is not recorded.",
)
ONE_RESSORT = Text(
    "Zu „{paper}“ haben {n} Einheiten beigetragen, alle aus einem Ressort.",
    "{n} units contributed to “{paper}”, all of one department.",
)
ALONE = Text(
    "Von {n} erfassten Berichten hat jeder nur eine Einheit als Beitragende.",
    "Each of {n} recorded reports has one contributing unit only.",
)
ONE_ALONE = Text(
    "Der eine erfasste Bericht, „{paper}“, hat nur eine Einheit als Beitragende.",
    "The one recorded report, “{paper}”, has one contributing unit only.",
)
UNRECORDED = Text(
    "Ob gemeinsam berichtet wird, ist unbekannt: Berichte mit ihren Beitragenden sind nicht erfasst.",
    "Whether reports are made together is unknown: no reports with their contributors are recorded.",
)


@dataclass(frozen=True)
class Report:
    """A report: its date, the units that contributed, their departments."""

    node: int
    day: date | None
    units: frozenset[int]
    ressorts: frozenset[int]
    by_all: bool

    @property
    def integrated(self) -> bool:
        """Say whether it is of several departments or of all who take part."""
        return len(self.ressorts) >= LEAST or self.by_all


@check(
    6,
    "berichterstattung",
    title=Text("Integrierte Berichterstattung", "Integrated reporting"),
    demand=Text("Wird integriert berichtet?", "Is reporting integrated?"),
    definition=Text(
        "Erfüllt, wenn zu einem Bericht der letzten drei Jahre Einheiten aus mindestens zwei Ressorts oder alle "
        "beteiligten Einheiten beigetragen haben; teilweise, wenn er älter ist oder seine mindestens zwei Einheiten zu "
        "einem Ressort gehören.",
        "Met when units of at least two departments, or all units that take part, contributed to a report of the last "
        "three years; partly when it is older or its two units or more are of one department.",
    ),
    counts=(ContributesTo, PartOf, TakesPart),
)
def berichterstattung(ground: Ground) -> Verdict:
    """Look for the latest report to which several departments contributed."""
    reports = _reports(ground)
    joint = [one for one in reports if one.integrated]
    recent = [one for one in joint if _recent(ground, one)]
    several = [one for one in reports if len(one.units) >= LEAST]
    if best := max(recent or joint or several, key=_rank, default=None):
        status = Status.MET if recent else Status.PARTLY
        return _found(ground, status, best, _words(best, status))
    known = [one for one in reports if one.units]
    if not known:
        return Verdict(Status.UNKNOWN, UNRECORDED, about_agency(ground), _looked_at(reports), change=_change(ground))
    text = ONE_ALONE if len(known) == 1 else ALONE
    return Verdict(
        Status.MISSING,
        text.format(n=len(known), paper=ground.network.name(known[0].node)),
        about_agency(ground),
        _looked_at(reports),
        against=tuple(id for one in known for id in _evidence(ground, one)),
        change=_change(ground),
    )


def _reports(ground: Ground) -> list[Report]:
    return [_report(ground, i) for i in ground.papers(*REPORTS)]


def _report(ground: Ground, i: int) -> Report:
    row, wrote = ground.row(i), {link.start for link in ground.links(ContributesTo).into(i)}
    units = frozenset(unit for unit in wrote if ground.is_a(unit, Department))
    asked = set(ground.units)
    by_all = len(asked) >= LEAST and asked <= units
    return Report(i, row.get("dated"), units, frozenset(ground.ressort[unit] for unit in units), by_all)


def _recent(ground: Ground, one: Report) -> bool:
    """Say whether a report is not too old and not of the future; without a day nothing is too old."""
    if ground.day is None:
        return one.day is not None
    since = months_before(ground.day, 12 * ground.settings.report_years)
    return one.day is not None and since <= one.day <= ground.day


def _rank(one: Report) -> tuple[date, int, int, int]:
    return one.day or date.min, len(one.ressorts), len(one.units), -one.node


def _words(one: Report, status: Status) -> Text:
    if not one.integrated:
        return ONE_RESSORT
    if status is Status.PARTLY:
        return OLDER if one.day else UNDATED
    return INTEGRATED if len(one.ressorts) >= LEAST else BY_ALL


def _found(ground: Ground, status: Status, one: Report, text: Text) -> Verdict:
    said = text.format(
        paper=ground.network.name(one.node),
        day=day_text(one.day) if one.day else "",
        n=len(one.units),
        ressorts=len(one.ressorts),
        years=ground.settings.report_years,
    )
    return Verdict(
        status,
        said,
        about_agency(ground),
        _looked_at(_reports(ground)),
        speaking_for=_evidence(ground, one),
        change=None if status is Status.MET else _change(ground),
    )


def _evidence(ground: Ground, one: Report) -> tuple[str, ...]:
    links = ground.links(ContributesTo).into(one.node)
    return (ground.network.ids[one.node], *(link.id for link in links if link.start in one.units))


def _looked_at(reports: list[Report]) -> tuple[Count, ...]:
    known = sum(bool(one.units) for one in reports)
    return (
        count("Berichte", "reports", len(reports)),
        count("davon mit beitragenden Einheiten", "of these with contributing units", known, len(reports)),
    )


def _change(ground: Ground) -> Change | None:
    """Propose a report of all units of the round, or else of two units of two departments; it needs a day."""
    if ground.day is None:
        return None
    draft = Draft(ground, 6)
    paper = draft.node(Document, "bericht", "Gemeinsamer Bericht (Vorschlag)", kind="Bericht", dated=ground.day)
    for unit in _writers(draft):
        draft.tie(ContributesTo, unit, paper)
    text = Text(
        "Die beteiligten Einheiten legen einen gemeinsamen Bericht vor.",
        "The units that take part present a joint report.",
    )
    return draft.change(text)


def _writers(draft: Draft) -> list[str]:
    """Choose who shall contribute: the units of the round if there are enough, else one of each of two departments."""
    ground = draft.ground
    if len(ground.units) >= LEAST:
        return list(ground.ids(*ground.units))
    charged = [i for planning in ground.plannings for i in ground.in_charge(planning) if ground.is_a(i, Department)]
    by_ressort = {ground.ressort[i]: i for i in reversed([*ground.units, *ground.agencies, *charged])}
    found = list(ground.ids(*sorted(by_ressort.values())[:LEAST]))
    return [*found, *(draft.unit(n) for n in range(1, LEAST + 1 - len(found)))]
