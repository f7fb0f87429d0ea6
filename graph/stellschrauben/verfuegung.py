"""Stellschraube 3: a directive obliges several departments to plan together."""

from collections.abc import Set

from graph.questions.answer import Count
from graph.questions.hierarchy import inside, within
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import NO_ROUND, about_agency, count, named
from schema.nodes import Department, Document, Process
from schema.text import Text
from schema.ties import Mandates, PartOf, TakesPart

DIRECTIVES = ("Verfügung", "Dienstanweisung", "Organisationsverfügung")
ORGANISATION = (*DIRECTIVES, "Dienstvereinbarung", "Geschäftsordnung", "Geschäftsverteilungsplan", "Organisationsplan")
"""Papers by which a house is organised: where some are recorded, a directive would stand among them."""

COVERS = Text(
    "„{paper}“ verpflichtet alle {n} Einheiten der Planungsrunde aus {ressorts} Ressorts.",
    "“{paper}” obliges all {n} units of the planning round, from {ressorts} departments.",
)
COVERS_SOME = Text(
    "„{paper}“ erfasst {k} von {n} Einheiten der Planungsrunde; nicht erfasst sind {rest}.",
    "“{paper}” covers {k} of {n} units of the planning round; not covered are {rest}.",
)
ONE_RESSORT = Text(
    "„{paper}“ erfasst alle Einheiten der Planungsrunde; sie gehören aber alle zu einem Ressort.",
    "“{paper}” covers all units of the planning round, but they all belong to one department.",
)
NO_UNITS = Text(
    "„{paper}“ erfasst {k} Einheiten aus {ressorts} Ressorts; ob das alle beteiligten sind, ist offen.",
    "“{paper}” covers {k} units from {ressorts} departments; whether these are all that take part is open.",
)
NONE = Text(
    "Unter {n} erfassten Papieren zur Organisation ist keine geltende Verfügung, die beteiligte Einheiten "
    "verpflichtet.",
    "Among {n} recorded papers on organisation there is no directive in force that obliges units that take part.",
)
UNRECORDED = Text(
    "Ob eine Verfügung zur ressortübergreifenden Planung besteht, ist unbekannt: Verfügungen und Dienstanweisungen "
    "sind nicht erfasst.",
    "Whether there is a directive on planning across departments is unknown: no directives are recorded.",
)
UNITS_UNKNOWN = Text(
    "Ob die erfassten Verfügungen die beteiligten Einheiten verpflichten, ist unbekannt: Es ist nicht erfasst, wer "
    "beteiligt ist.",
    "Whether the recorded directives oblige the units that take part is unknown: it is not recorded who does.",
)
TOGETHER = Text(
    "Die Dezernentinnen und Dezernenten verfügen gemeinsam, dass alle beteiligten Einheiten zusammen planen.",
    "The heads of the Dezernate direct together that all units that take part plan together.",
)
EXTENDED = Text(
    "Die Verfügung wird auf alle beteiligten Einheiten ausgedehnt.",
    "The directive is extended to all units that take part.",
)


@check(
    3,
    "verfuegung",
    title=Text("Verfügung zur ressortübergreifenden Planung", "Directive on planning across departments"),
    demand=Text(
        "Gibt es eine (Dezernenten-)Verfügung, die ressortübergreifende Planungskooperation ermöglicht?",
        "Is there a directive (of the Dezernenten) that makes cooperation across departments possible?",
    ),
    definition=Text(
        "Erfüllt, wenn eine geltende Verfügung alle Einheiten der Planungsrunde und mindestens zwei Ressorts erfasst; "
        "teilweise, wenn sie einige erfasst. Wer ein Dezernat oder die Planungsrunde verpflichtet, erfasst alle darin.",
        "Met when a directive in force covers all units of the planning round and at least two departments; partly "
        "when it covers some. What obliges a Dezernat or the round covers all within.",
    ),
    counts=(Mandates, TakesPart, PartOf),
)
def verfuegung(ground: Ground) -> Verdict:
    """Look for the directive that covers most of the units in the round."""
    units = set(ground.units)
    covered = {i: _covered(ground, i) for i in ground.papers(*DIRECTIVES) if ground.in_force(i)}
    best = max(covered, key=lambda i: (len(covered[i] & units), len(_ressorts(ground, covered[i])), -i), default=None)
    if best is None or not (covered[best] & units if units else covered[best]):
        return _none(ground)
    hit = covered[best] & units or covered[best]
    ressorts, rest = len(_ressorts(ground, hit)), sorted(units - hit)
    met = bool(units) and not rest and ressorts >= ground.settings.ressorts
    text = NO_UNITS if not units else COVERS_SOME if rest else COVERS if met else ONE_RESSORT
    given = ground.links(Mandates).out(best)
    return Verdict(
        Status.MET if met else Status.PARTLY,
        text.format(
            paper=ground.network.name(best), k=len(hit), n=len(units), ressorts=ressorts, rest=named(ground, rest)
        ),
        about_agency(ground),
        _looked_at(ground),
        speaking_for=(ground.network.ids[best], *(link.id for link in given)),
        against=ground.ids(*rest),
        unknown=() if units else (NO_ROUND,),
        change=_change(ground, best, covered[best]),
    )


def _covered(ground: Ground, paper: int) -> frozenset[int]:
    """List the units that a directive obliges, with what lies within them and who takes part in a round it orders."""
    parts = within(ground.network, Department).T.tocsr()
    found: set[int] = set()
    for link in ground.links(Mandates).out(paper):
        if ground.is_a(link.end, Department):
            found |= {link.end, *inside(parts, link.end).tolist()}
        if ground.is_a(link.end, Process) and link.end == ground.round:
            found |= set(ground.units)
    return frozenset(found)


def _ressorts(ground: Ground, units: Set[int]) -> set[int]:
    return {ground.ressort[i] for i in units}


def _none(ground: Ground) -> Verdict:
    papers = ground.papers(*ORGANISATION)
    missing = bool(papers) and bool(ground.units)
    text = NONE.format(n=len(papers)) if missing else UNITS_UNKNOWN if papers else UNRECORDED
    return Verdict(
        Status.MISSING if missing else Status.UNKNOWN,
        text,
        about_agency(ground),
        _looked_at(ground),
        against=ground.ids(*papers) if missing else (),
        unknown=() if ground.units else (NO_ROUND,),
        change=_change(ground),
    )


def _looked_at(ground: Ground) -> tuple[Count, ...]:
    papers = ground.papers(*ORGANISATION)
    return (
        count("Papiere zur Organisation", "papers on organisation", len(papers)),
        count("Einheiten der Planungsrunde", "units of the round", len(ground.units)),
        count("deren Ressorts", "their departments", len(_ressorts(ground, set(ground.units)))),
    )


def _change(ground: Ground, best: int | None = None, covered: frozenset[int] = frozenset()) -> Change:
    """Propose a directive to all units of the round, with one of another department where they are all of one.

    A directive that reaches across departments already is extended; one that a Dezernat gave itself cannot be.
    """
    draft = Draft(ground, 3)
    units = draft.units()
    own = {ground.ressort[ground.network.index[id]] for id in units if id in ground.network.index}
    if own and len(own) < ground.settings.ressorts:
        units += _others(draft, own)
        draft.take_part(units)
    extended = best is not None and len(_ressorts(ground, covered)) >= ground.settings.ressorts
    if best is not None and extended:
        paper, done, text = ground.network.ids[best], set(ground.ids(*covered)), EXTENDED
    else:
        fields = {"kind": "Verfügung", "dated": ground.day, "in_force_from": ground.day}
        name = "Verfügung zur gemeinsamen Planung (Vorschlag)"
        paper, done, text = draft.node(Document, "verfuegung", name, **fields), set(), TOGETHER
    for unit in (unit for unit in units if unit not in done):
        draft.tie(Mandates, paper, unit)
    return draft.change(text)


def _others(draft: Draft, own: set[int]) -> list[str]:
    """Choose one unit of each of so many other departments as are wanted."""
    ground, found = draft.ground, []
    known = {ground.ressort[i]: i for i in reversed(ground.nodes(Department)) if ground.ressort[i] not in own}
    known = {ressort: i for ressort, i in known.items() if i not in ground.agencies}
    for n in range(ground.settings.ressorts - len(own)):
        chosen = sorted(known.values())
        found.append(ground.network.ids[chosen[n]] if n < len(chosen) else draft.unit(n + 1))
    return found
