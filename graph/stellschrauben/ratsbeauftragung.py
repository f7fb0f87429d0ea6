"""Stellschraube 1: a body of the council has given integrated planning its task."""

from dataclasses import dataclass

from graph.network import Network
from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import Link, Links
from graph.stellschrauben.ratsbeauftragung_words import (
    IN_FORCE,
    IN_PART,
    LAPSED,
    NO_PAPERS,
    NOBODY,
    NONE,
    ONE_NONE,
    UNDATED,
)
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import NO_AGENCY, about_agency, agency_name, count, day_text
from schema.levels import Level
from schema.nodes import NODES, Committee, Document
from schema.text import Text, verbatim
from schema.ties import AdoptedBy, ConsultedIn, Mandates

RESOLUTIONS = ("Beschluss", "Beschlussvorlage", "Vorlage", None)
"""Kinds of papers that become a resolution when a council body adopts them; a by-law orders more than a task."""
COUNCILS = ("Kreistag", "Rat")
ADVISORY = "Beirat"


@dataclass(frozen=True)
class Mandate:
    """An adopted resolution and whom it mandates, by their positions in `network`."""

    network: Network
    adopted: Link
    given: Link

    @property
    def evidence(self) -> tuple[str, ...]:
        """Name the resolution, the body, and the ties that say so."""
        ids = self.network.ids
        return ids[self.adopted.start], self.adopted.id, ids[self.adopted.end], self.given.id

    def said(self, text: Text) -> Text:
        """Fill a sentence about it."""
        row = self.network.node_rows[self.adopted.start]
        day = row.get("dated") or row.get("in_force_from")
        when = day_text(day) if day else verbatim("o. D.")
        name = self.network.name
        return text.format(
            paper=name(self.adopted.start), body=name(self.adopted.end), day=when, whom=name(self.given.end)
        )


@check(
    1,
    "ratsbeauftragung",
    title=Text("Beauftragung durch Ratsgremien", "Mandate by council bodies"),
    demand=Text(
        "Hat ein Ratsgremium die integrierte Planung beauftragt?", "Has a council body mandated integrated planning?"
    ),
    definition=Text(
        "Erfüllt, wenn ein datierter Beschluss eines Ratsgremiums die Agentur oder die Planungsrunde beauftragt und am "
        "Stichtag gilt; teilweise, wenn er abgelaufen oder ohne Datum ist oder nur einen Teil beauftragt (ein "
        "Steuerungsgremium, eine beteiligte Einheit).",
        "Met when a dated resolution of a council body mandates the agency or the planning round and is in force on "
        "the day; partly when it has lapsed, carries no date, or mandates a part only (a steering body, a unit that "
        "takes part).",
    ),
    counts=(Mandates, AdoptedBy, ConsultedIn),
)
def ratsbeauftragung(ground: Ground) -> Verdict:
    """Look for a resolution of a council body that mandates the agency or the round."""
    whom = {*ground.agencies, *(() if ground.round is None else (ground.round,))}
    part = {*ground.steering, *ground.units}
    now = _mandates(ground.network)
    held = [one for one in now if ground.in_force(one.adopted.start)]
    full = [one for one in held if one.given.end in whom]
    dated = [one for one in full if _dated(ground.network, one)]
    if dated:
        return _found(ground, Status.MET, dated, IN_FORCE)
    if full:
        return _found(ground, Status.PARTLY, full, UNDATED)
    if lapsed := _lapsed(ground):
        return _found(ground, Status.PARTLY, lapsed, LAPSED)
    if parts := [one for one in held if one.given.end in part]:
        return _found(ground, Status.PARTLY, parts, IN_PART)
    return _none(ground, bool(whom))


def _mandates(network: Network) -> list[Mandate]:
    """List the resolutions that a council body adopted, with whom they mandate."""
    adopted, given = Links(network, AdoptedBy), Links(network, Mandates)
    kept = [link for link in adopted.all if _is_council(network, link.end)]
    kept = [link for link in kept if network.node_rows[link.start].get("kind") in RESOLUTIONS]
    return [Mandate(network, link, task) for link in kept for task in given.out(link.start)]


def _lapsed(ground: Ground) -> list[Mandate]:
    """List the mandates of an agency or a round that were in force once, the latest first."""
    begun = ground.begun
    rows = begun.node_rows

    def begun_by(one: Mandate) -> bool:
        return not ground.day or (rows[one.adopted.start].get("in_force_from") or ground.day) <= ground.day

    past = [one for one in _mandates(begun) if _planning(begun, one.given.end) and begun_by(one)]
    return sorted(past, key=lambda one: str(rows[one.adopted.start].get("dated") or ""), reverse=True)


def _planning(network: Network, i: int) -> bool:
    row = network.node_rows[i]
    return bool(row.get("agency")) or row.get("kind") == "Planungsrunde"


def _is_council(network: Network, i: int) -> bool:
    row = network.node_rows[i]
    level = NODES[network.node_type[i]].stands_on(row.get("kind"), row.get("level"))
    return level is Level.POLITICS and row.get("kind") != ADVISORY


def _dated(network: Network, one: Mandate) -> bool:
    row = network.node_rows[one.adopted.start]
    return bool(row.get("dated") or row.get("in_force_from"))


def _councils(ground: Ground) -> list[int]:
    return [i for i in ground.nodes(Committee) if _is_council(ground.network, i)]


def _papers(ground: Ground) -> list[int]:
    """List the documents that were dealt with in a council body."""
    dealt = ground.links(AdoptedBy, ConsultedIn).into(*_councils(ground))
    return sorted({link.start for link in dealt if ground.is_a(link.start, Document)})


def _found(ground: Ground, status: Status, found: list[Mandate], text: Text) -> Verdict:
    ids = tuple(id for one in found for id in one.evidence)
    lapsed = text is LAPSED
    return Verdict(
        status,
        found[0].said(text),
        about_agency(ground),
        _looked_at(ground),
        speaking_for=() if lapsed else ids,
        against=ids if lapsed else (),
        change=None if status is Status.MET else _change(ground),
    )


def _none(ground: Ground, known: bool) -> Verdict:
    papers, agency = _papers(ground), agency_name(ground)
    missing = known and bool(papers)
    text = (ONE_NONE if len(papers) == 1 else NONE) if missing else NO_PAPERS if known else NOBODY
    return Verdict(
        Status.MISSING if missing else Status.UNKNOWN,
        text.format(n=len(papers), agency=agency),
        about_agency(ground),
        _looked_at(ground),
        against=ground.ids(*papers) if missing else (),
        unknown=() if ground.agencies else (NO_AGENCY,),
        change=_change(ground),
    )


def _looked_at(ground: Ground) -> tuple[Count, ...]:
    return (
        count("Ratsgremien", "council bodies", len(_councils(ground))),
        count("Papiere aus Ratsgremien", "papers from council bodies", len(_papers(ground))),
    )


def _change(ground: Ground) -> Change | None:
    """Propose a resolution; it needs a day."""
    if ground.day is None:
        return None
    draft = Draft(ground, 1)
    whom = draft.agency() if ground.agencies or ground.round is None else draft.round()
    fields = {"kind": "Beschluss", "dated": ground.day, "in_force_from": ground.day}
    paper = draft.node(Document, "beschluss", "Beschluss zur integrierten Planung (Vorschlag)", **fields)
    draft.tie(AdoptedBy, paper, _council(draft))
    draft.tie(Mandates, paper, whom)
    text = Text("Ein Ratsgremium beschließt einen Auftrag an „{whom}“.", "A council body resolves to mandate “{whom}”.")
    return draft.change(text.format(whom=agency_name(ground)))


def _council(draft: Draft) -> str:
    """Give the council itself, of the Kommune that is asked about if there are several."""
    ground = draft.ground
    found = sorted(
        _councils(ground),
        key=lambda i: (ground.homes[i] != ground.home, ground.row(i).get("kind") not in COUNCILS, i),
    )
    if found:
        return ground.network.ids[found[0]]
    return draft.within(draft.node(Committee, "rat", "Rat (Vorschlag)", kind="Rat"), draft.kommune())
