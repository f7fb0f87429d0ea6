"""Stellschraube 4: the leaders play along, in a dialogue with the agency that does not lie long back."""

from dataclasses import dataclass

from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.dialogue import Talk, talks
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.status import Status, by_share
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import NO_AGENCY, NO_ROUND, about_agency, count, months_before, named
from schema.nodes import Person
from schema.text import Text
from schema.ties import CooperatesWith, Leads, TakesPart

ALL = Text(
    "Mit allen {all} Leitungen der beteiligten Einheiten hat die Agentur in den letzten {months} Monaten ein Gespräch "
    "geführt.",
    "The agency has talked with all {all} heads of the units that take part within the last {months} months.",
)
SOME = Text(
    "Mit {n} von {all} Leitungen hat die Agentur in den letzten {months} Monaten ein Gespräch geführt; keines erfasst "
    "ist mit den Leitungen dieser Einheiten: {rest}.",
    "The agency has talked with {n} of {all} heads within the last {months} months; no talk is recorded with the heads "
    "of these units: {rest}.",
)
SILENT = Text(
    "Ob die Agentur mit den Leitungen der beteiligten Einheiten im Gespräch ist, ist unbekannt: Erfasst sind {heads} "
    "von {all} Leitungen und dialogische Kontakte der letzten {months} Monate mit {n} von ihnen.",
    "Whether the agency is in dialogue with the heads of the units that take part is unknown: {heads} of {all} heads "
    "are recorded, and dialogic contacts of the last {months} months with {n} of them.",
)
NOTHING = Text(
    "Ob die Führungskräfte mitspielen, ist unbekannt: Es ist nicht erfasst, welche Einheiten an der Planung beteiligt "
    "sind.",
    "Whether the leaders play along is unknown: it is not recorded which units take part in the planning.",
)
NO_HEAD = Text("Ohne erfasste Leitung (LEADS): {names}.", "Without a recorded head (LEADS): {names}.")
UNDATED = Text(
    "Ohne Datum oder Form des Kontakts, deshalb nicht gezählt: Leitung von {names}.",
    "Without the date or the kind of the contact and so not counted: the head of {names}.",
)


@dataclass(frozen=True)
class Headed:
    """A unit, its heads, and what is recorded of their contacts with the agency."""

    unit: int
    heads: list[int]
    recent: list[Talk]
    vague: list[Talk]
    other: list[Talk]


@check(
    4,
    "fuehrungskreis",
    title=Text("Führungskräfte als Mitspieler", "Leaders as players"),
    demand=Text(
        "Sind die Führungskräfte Mitspieler, und tauscht sich die Agentur intensiv mit ihnen aus?",
        "Are the leaders players, and does the agency exchange views with them intensively?",
    ),
    definition=Text(
        "Erfüllt, wenn die Leitung jeder Einheit der Planungsrunde in den letzten zwölf Monaten einen dialogischen "
        "Kontakt mit der Agentur hatte; teilweise ab der Hälfte. Sitzungen und Rundmails allein zählen nicht.",
        "Met when the head of every unit in the planning round had a dialogic contact with the agency within the last "
        "twelve months; partly from half of them on. Meetings and circulars alone do not count.",
    ),
    counts=(Leads, CooperatesWith, TakesPart),
)
def fuehrungskreis(ground: Ground) -> Verdict:
    """Look at the head of each unit in the round for a talk with the agency."""
    units = [_headed(ground, unit) for unit in ground.units]
    if not units or not ground.agencies:
        return _nothing(ground)
    yes = [one for one in units if one.recent]
    recorded = any(one.recent or one.vague or one.other for one in units)
    silent = [one for one in units if not one.recent and (one.vague or not one.heads or not recorded)]
    lacking = [one for one in units if one not in yes and one not in silent]
    status = by_share(len(yes), len(silent), len(units), ground.settings.leaders_partly)
    text = ALL if status is Status.MET else SILENT if status is Status.UNKNOWN else SOME
    return Verdict(
        status,
        text.format(
            n=len(yes),
            all=len(units),
            heads=sum(bool(one.heads) for one in units),
            months=ground.settings.contact_months,
            rest=named(ground, [one.unit for one in units if not one.recent]),
        ),
        about_agency(ground),
        _looked_at(units),
        speaking_for=tuple(id for one in yes for id in (*ground.ids(one.unit, *one.heads), *_evidence(one.recent))),
        against=tuple(id for one in lacking for id in (*ground.ids(one.unit, *one.heads), *_evidence(one.other))),
        unknown=_unknown(ground, units),
        change=_change(ground),
    )


def _headed(ground: Ground, unit: int) -> Headed:
    """Sort the contacts of a unit's heads with the agency: recent and dialogic, vague, or neither."""
    heads = ground.heads(unit)
    found = talks(ground, heads, set(ground.staff) - set(heads))
    since = months_before(ground.day, ground.settings.contact_months) if ground.day else None
    dialogic = [talk for talk in found if talk.dialogic]
    recent = [talk for talk in dialogic if since is None or (talk.last is not None and talk.last >= since)]
    vague = [talk for talk in found if talk.dialogic is None or (talk.dialogic and talk.last is None)]
    return Headed(unit, heads, recent, vague, [talk for talk in found if talk not in recent and talk not in vague])


def _evidence(found: list[Talk]) -> tuple[str, ...]:
    return tuple(id for talk in found for id in talk.evidence)


def _nothing(ground: Ground) -> Verdict:
    unknown = [] if ground.agencies else [NO_AGENCY]
    unknown += [] if ground.units else [NO_ROUND]
    looked_at = _looked_at([_headed(ground, unit) for unit in ground.units])
    return Verdict(
        Status.UNKNOWN,
        NO_AGENCY if ground.units else NOTHING,
        about_agency(ground),
        looked_at,
        unknown=tuple(unknown),
        change=_change(ground),
    )


def _unknown(ground: Ground, units: list[Headed]) -> tuple[Text, ...]:
    headless = [one.unit for one in units if not one.heads]
    vague = [one.unit for one in units if one.vague and not one.recent]
    said = [NO_HEAD.format(names=named(ground, headless))] if headless else []
    return (*said, *([UNDATED.format(names=named(ground, vague))] if vague else []))


def _looked_at(units: list[Headed]) -> tuple[Count, ...]:
    heads = sum(bool(one.heads) for one in units)
    return (
        count("Einheiten der Planungsrunde", "units of the round", len(units)),
        count("davon mit bekannter Leitung", "of these with a known head", heads, len(units)),
        count("davon im Gespräch", "of these in dialogue", sum(bool(one.recent) for one in units), len(units)),
    )


def _change(ground: Ground) -> Change | None:
    """Propose a talk with the head of each unit that had none; it needs a day."""
    if ground.day is None:
        return None
    draft, network = Draft(ground, 4), ground.network
    agency = draft.agency()
    for n, unit in enumerate(draft.units(), start=1):
        at = network.index.get(unit)
        headed = None if at is None else _headed(ground, at)
        if headed is not None and headed.recent:
            continue
        heads = [i for i in headed.heads if i not in ground.staff] if headed else []
        head = network.ids[heads[0]] if heads else draft.node(Person, f"leitung-{n}", "Leitung (noch zu benennen)")
        if not heads:
            draft.tie(Leads, head, unit)
        draft.tie(CooperatesWith, head, agency, contact_kind="dialogic", last_contact=ground.day)
    text = Text(
        "Die Agentur führt mit jeder Leitung, mit der noch kein Gespräch erfasst ist, ein Gespräch unter vier Augen.",
        "The agency talks face to face with every head with whom no talk is recorded yet.",
    )
    return draft.change(text)
