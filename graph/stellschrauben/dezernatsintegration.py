"""Stellschraube 2: the Fachplanungen that belong together lie under one Dezernat."""

from collections import defaultdict

from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import starts
from graph.stellschrauben.status import Status, by_share
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import count, named
from schema.nodes import Department
from schema.text import Text
from schema.ties import PartOf, ResponsibleFor, TakesPart

LEAST = 2
"""Fachplanungen from which anything can be integrated."""

TOGETHER = Text(
    "{n} von {all} Fachplanungen liegen unter „{ressort}“.", "{n} of {all} plannings lie under “{ressort}”."
)
SPREAD = Text(
    "Die Fachplanungen sind auf {ressorts} Ressorts verteilt; die meisten, {n} von {all}, liegen unter „{ressort}“.",
    "The plannings are spread over {ressorts} departments; most of them, {n} of {all}, lie under “{ressort}”.",
)
EACH_ALONE = Text(
    "Alle {all} Fachplanungen, deren Zuständigkeit erfasst ist, liegen in verschiedenen Ressorts.",
    "All {all} plannings whose unit is recorded lie in different departments.",
)
SILENT = Text(
    "Unter welchem Dezernat die Fachplanungen liegen, ist nicht genug erfasst: Bekannt ist die zuständige Einheit für "
    "{known} von {all}.",
    "Too little is recorded of the Dezernat that each planning lies under: the unit in charge is known of {known} of "
    "{all}.",
)
TOO_FEW = Text(
    "Ob verbundene Fachplanungen in einem Dezernat liegen, ist unbekannt: Es sind nicht mindestens zwei Fachplanungen "
    "erfasst.",
    "Whether connected plannings lie under one Dezernat is unknown: fewer than two plannings are recorded.",
)
NO_UNIT = Text(
    "Ohne erfasste zuständige Einheit (RESPONSIBLE_FOR): {names}.", "Without a recorded unit in charge: {names}."
)
TOPMOST = Text(
    "Ein Dezernat ist dort nicht erfasst; als Ressort gilt die oberste Einheit.",
    "No Dezernat is recorded there; the topmost unit counts as the department.",
)


@check(
    2,
    "dezernatsintegration",
    title=Text("Fachperspektiven in einem Dezernat", "Perspectives in one Dezernat"),
    demand=Text(
        "Sind die verbundenen Fachperspektiven in einem Dezernat zusammengeführt?",
        "Are the connected sectoral perspectives brought together in one Dezernat?",
    ),
    definition=Text(
        "Erfüllt, wenn mindestens zwei Drittel der Fachplanungen bei Einheiten eines Dezernats liegen; teilweise ab "
        "der Hälfte. Gefragt sind die Fachplanungen der Planungsrunde, ohne solche alle erfassten.",
        "Met when at least two thirds of the plannings lie with units of one Dezernat; partly from half of them on. "
        "Asked are the plannings that take part in the round, or all recorded ones where none does.",
    ),
    counts=(ResponsibleFor, PartOf, TakesPart),
)
def dezernatsintegration(ground: Ground) -> Verdict:
    """Count the Fachplanungen under the Dezernat that has most of them."""
    plannings, held = ground.plannings, _held(ground)
    known = sorted({planning for group in held.values() for planning in group})
    top = min(held, key=lambda i: (-len(held[i]), ground.network.name(i), i), default=None)
    if len(plannings) < LEAST or top is None:
        text = TOO_FEW if len(plannings) < LEAST else SILENT.format(known=0, all=len(plannings))
        return Verdict(Status.UNKNOWN, text, None, _looked_at(ground, known), change=_change(ground, top))
    together, settings = sorted(held[top]), ground.settings
    silent = sorted(set(plannings) - set(known))
    status = by_share(len(together), len(silent), len(plannings), settings.dezernat_partly, met=settings.dezernat_met)
    unknown = [NO_UNIT.format(names=named(ground, silent))] if silent else []
    unknown += [] if ground.row(top).get("kind") == "Dezernat" else [TOPMOST]
    return Verdict(
        status,
        _sentence(ground, status, held, top),
        ground.network.ids[top],
        _looked_at(ground, known),
        speaking_for=_evidence(ground, together),
        against=_evidence(ground, sorted(set(known) - set(together))),
        unknown=tuple(unknown),
        change=_change(ground, top),
    )


def _held(ground: Ground) -> dict[int, set[int]]:
    """Give for each Dezernat, or topmost unit, the Fachplanungen for which one of its units is responsible."""
    held: dict[int, set[int]] = defaultdict(set)
    for planning in ground.plannings:
        for unit in ground.in_charge(planning):
            if ground.ressort[unit] >= 0:
                held[ground.ressort[unit]].add(planning)
    return held


def _sentence(ground: Ground, status: Status, held: dict[int, set[int]], top: int) -> Text:
    n, plannings = len(held[top]), ground.plannings
    known = len(set().union(*held.values()))
    if status is Status.UNKNOWN:
        return SILENT.format(known=known, all=len(plannings))
    text = TOGETHER if status in (Status.MET, Status.PARTLY) else EACH_ALONE if n == 1 else SPREAD
    shown = known if text is EACH_ALONE else len(plannings)
    return text.format(n=n, all=shown, ressort=ground.network.name(top), ressorts=len(held))


def _evidence(ground: Ground, plannings: list[int]) -> tuple[str, ...]:
    """Name some Fachplanungen with the ties that say who is in charge."""
    charge = ground.links(ResponsibleFor)
    return tuple(id for i in plannings for id in (ground.network.ids[i], *(link.id for link in charge.into(i))))


def _looked_at(ground: Ground, known: list[int]) -> tuple[Count, ...]:
    units = starts(ground.links(ResponsibleFor).into(*ground.plannings))
    return (
        count("Fachplanungen", "plannings", len(ground.plannings)),
        count("davon mit zuständiger Einheit", "of these with a unit in charge", len(known), len(ground.plannings)),
        count("zuständige Einheiten", "units in charge", len(units)),
    )


def _change(ground: Ground, top: int | None) -> Change:
    """Propose that one Dezernat shares in the charge of so many Fachplanungen that two thirds lie under it."""
    draft = Draft(ground, 2)
    plannings = draft.plannings(LEAST)
    held = set() if top is None else set(ground.ids(*_held(ground)[top]))
    kommune = draft.kommune()
    if top is None:
        made = draft.node(Department, "dezernat", "Integriertes Dezernat (Vorschlag)", kind="Dezernat")
        unit, name = draft.within(made, kommune), "Integriertes Dezernat (Vorschlag)"
    else:
        unit, name = _taker(ground, top), ground.network.name(top)
    for planning in (planning for planning in plannings if planning not in held):
        if len(held) / len(plannings) >= ground.settings.dezernat_met:
            break
        draft.tie(ResponsibleFor, unit, planning)
        held.add(planning)
    text = Text(
        "„{name}“ wird für so viele weitere Fachplanungen mitverantwortlich, dass zwei Drittel dort liegen.",
        "“{name}” shares in the charge of so many more plannings that two thirds lie there.",
    )
    return draft.change(text.format(name=name))


def _taker(ground: Ground, top: int) -> str:
    """Choose who takes the charge: the agency where it belongs to the Dezernat, else the Dezernat itself."""
    agency = [i for i in ground.agencies if ground.ressort[i] == top]
    return ground.network.ids[(agency or [top])[0]]
