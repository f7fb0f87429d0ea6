"""Stellschraube 10: the Kreis has a counterpart in each of its Gemeinden, known by name."""

from dataclasses import dataclass

from graph.questions.answer import Count
from graph.questions.hierarchy import inside, within
from graph.questions.unit_gaps import gemeinden
from graph.stellschrauben.check import check
from graph.stellschrauben.counterparts_words import (
    ALL,
    GEMEINDE,
    NAMELESS,
    NOBODY,
    SILENT,
    SOME,
    TOWN,
    UNDATED,
)
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import Link
from graph.stellschrauben.status import Status, by_share
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import count, named
from schema.nodes import Department, Kommune, Person
from schema.text import Text
from schema.ties import CooperatesWith, CounterpartOf, Leads, PartOf, Tie, WorksIn


@dataclass(frozen=True)
class Partnered:
    """A Gemeinde with its ties to a counterpart in the Kreis, and whether other contacts with the Kreis are recorded.

    Each tie comes with its end in the Gemeinde.
    """

    gemeinde: int
    ties: list[tuple[Link, int]]
    named: list[tuple[Link, int]]
    full: list[tuple[Link, int]]
    touched: bool


@check(
    10,
    "counterparts",
    title=Text("Counterparts in den Gemeinden", "Counterparts in the Gemeinden"),
    demand=Text(
        "Gibt es vertrauensbasierte Beziehungen zu Counterparts in den Kommunen aus dem (Land-)Kreis heraus?",
        "Are there relations of trust from the Kreis to counterparts in its Kommunen?",
    ),
    definition=Text(
        "Erfüllt, wenn jede Gemeinde des Kreises einen Counterpart im Kreis hat, datiert und mit einer namentlich "
        "bekannten Person; teilweise ab der Hälfte. Nicht anwendbar in einer kreisfreien Stadt und in einer Gemeinde.",
        "Met when every Gemeinde of the Kreis has a counterpart in it, dated and with a person known by name; partly "
        "from half of them on. Not applicable in a kreisfreie Stadt and in a Gemeinde itself.",
    ),
    counts=(CounterpartOf, CooperatesWith, PartOf, Leads, WorksIn),
)
def counterparts(ground: Ground) -> Verdict:
    """Look in each Gemeinde for a counterpart."""
    found = _gemeinden(ground)
    if ground.home is not None and (reason := _elsewhere(ground, ground.home)) and not found:
        text = reason.format(name=ground.network.name(ground.home))
        return Verdict(Status.NOT_APPLICABLE, text, ground.network.ids[ground.home])
    rows = [_partnered(ground, i, set(found)) for i in found]
    yes = [one for one in rows if one.full]
    recorded = any(one.ties or one.touched for one in rows)
    status = by_share(len(yes), 0 if recorded else len(rows), len(rows), ground.settings.counterparts_partly)
    text = {Status.MET: ALL, Status.UNKNOWN: SILENT if rows else NOBODY}.get(status, SOME)
    rest = [one for one in rows if not one.full]
    return Verdict(
        status,
        text.format(n=len(yes), all=len(rows), rest=named(ground, [one.gemeinde for one in rest])),
        None if ground.home is None else ground.network.ids[ground.home],
        _looked_at(rows),
        speaking_for=tuple(id for one in yes for id in _evidence(ground, one)),
        against=tuple(id for one in rest for id in _evidence(ground, one)) if recorded else (),
        unknown=_unknown(ground, rows),
        change=_change(ground, rows),
    )


def _elsewhere(ground: Ground, home: int) -> Text | None:
    """Say why the question does not apply to a Kommune that is no Kreis."""
    if ground.row(home).get("kind") == "kreisfreie Stadt":
        return TOWN
    return GEMEINDE if home in gemeinden(ground.network) else None


def _gemeinden(ground: Ground) -> list[int]:
    """List the Gemeinden of the Kreis that is asked about, or all where no Kommune is; none that lie in a circle."""
    found: list[int] = [i for i in gemeinden(ground.network).tolist() if ground.homes[i] == i]
    if ground.home is None:
        return found
    around = within(ground.network, Kommune)
    return [i for i in found if i != ground.home and ground.home in inside(around, i).tolist()]


def _partnered(ground: Ground, gemeinde: int, local: set[int]) -> Partnered:
    """Sort the ties between a Gemeinde, one of the `local` ones, and the Kreis around them."""
    ties = _outward(ground, gemeinde, local, CounterpartOf)
    known = [(link, i) for link, i in ties if _by_name(ground, i)]
    full = [(link, i) for link, i in known if _dated(link)]
    return Partnered(gemeinde, ties, known, full, bool(_outward(ground, gemeinde, local, CooperatesWith)))


def _outward(ground: Ground, gemeinde: int, local: set[int], *types: type[Tie]) -> list[tuple[Link, int]]:
    """List the ties of a Gemeinde with those who are of no Gemeinde, each with its end in the Gemeinde."""
    found, homes = [], ground.homes
    for link in ground.links(*types).all:
        for i, other in ((link.start, link.end), (link.end, link.start)):
            if homes[i] == gemeinde and homes[other] not in local:
                found.append((link, i))
    return found


def _by_name(ground: Ground, i: int) -> bool:
    return ground.is_a(i, Person) or bool(ground.links(Leads, WorksIn).into(i))


def _dated(link: Link) -> bool:
    return bool(link.row.get("valid_from") or link.row.get("last_contact"))


def _evidence(ground: Ground, one: Partnered) -> tuple[str, ...]:
    links = one.full or one.ties
    return (ground.network.ids[one.gemeinde], *(id for link, i in links for id in (ground.network.ids[i], link.id)))


def _unknown(ground: Ground, rows: list[Partnered]) -> tuple[Text, ...]:
    nameless = [one.gemeinde for one in rows if one.ties and not one.named]
    undated = [one.gemeinde for one in rows if one.named and not one.full]
    pairs = ((NAMELESS, nameless), (UNDATED, undated))
    return tuple(text.format(names=named(ground, those)) for text, those in pairs if those)


def _looked_at(rows: list[Partnered]) -> tuple[Count, ...]:
    return (
        count("Gemeinden", "Gemeinden", len(rows)),
        count("mit Counterpart", "with a counterpart", sum(bool(one.ties) for one in rows), len(rows)),
        count(
            "davon mit Namen und Datum", "of these with name and date", sum(bool(one.full) for one in rows), len(rows)
        ),
    )


def _change(ground: Ground, rows: list[Partnered]) -> Change | None:
    """Propose a counterpart for each Gemeinde that has none with name and date; it needs a day."""
    if ground.day is None:
        return None
    draft = Draft(ground, 10)
    agency = draft.agency()
    for n, one in enumerate((one for one in rows if not one.full), start=1):
        unit = _unit(draft, one, n)
        if not _known(draft, unit):
            name = f"Ansprechperson in {ground.network.name(one.gemeinde)} (noch zu benennen)"
            draft.tie(WorksIn, draft.node(Person, f"person-{n}", name), unit)
        draft.tie(CounterpartOf, agency, unit, last_contact=ground.day)
    if not rows:
        _first(draft, agency)
    text = Text(
        "Die Agentur vereinbart mit jeder Gemeinde, in der er fehlt, einen festen Counterpart.",
        "The agency agrees on a fixed counterpart with each Gemeinde that lacks one.",
    )
    return draft.change(text)


def _unit(draft: Draft, one: Partnered, n: int) -> str:
    """Choose the unit of a Gemeinde: one that is a counterpart already, one with a known head, any, or a new one."""
    ground = draft.ground
    units = [i for i in ground.nodes(Department) if ground.homes[i] == one.gemeinde and i not in ground.agencies]
    partners = {i for _, i in one.ties}
    best = min(units, key=lambda i: (i not in partners, not _by_name(ground, i), i), default=None)
    if best is not None:
        return ground.network.ids[best]
    name = f"Ansprechstelle {ground.network.name(one.gemeinde)} (Vorschlag)"
    return draft.within(draft.node(Department, f"stelle-{n}", name), ground.network.ids[one.gemeinde])


def _known(draft: Draft, unit: str) -> bool:
    at = draft.ground.network.index.get(unit)
    return at is not None and _by_name(draft.ground, at)


def _first(draft: Draft, agency: str) -> None:
    """Propose a first Gemeinde with its counterpart, where none is recorded."""
    kreis = draft.kommune()
    if kreis is None:
        kreis = draft.node(Kommune, "kreis", "Landkreis (Vorschlag)", kind="Landkreis")
        draft.within(agency, kreis)
    name = "Gemeinde (Vorschlag)"
    gemeinde = draft.within(draft.node(Kommune, "gemeinde", name, kind="kreisangehörige Gemeinde"), kreis)
    unit = draft.within(draft.node(Department, "stelle", "Ansprechstelle (Vorschlag)"), gemeinde)
    draft.tie(WorksIn, draft.node(Person, "person", "Ansprechperson (noch zu benennen)"), unit)
    draft.tie(CounterpartOf, agency, unit, last_contact=draft.ground.day)
