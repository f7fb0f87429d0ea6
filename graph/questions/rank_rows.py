"""The rows of the check of rankings: the measures, the units that are first in any, and what can be concluded."""

from collections.abc import Iterator
from typing import Annotated

from graph.network import Mask
from graph.questions.answer import DETAIL, Finding, Interval, Ref
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.naming import kind_text, listing, ref
from graph.questions.rank_checks import MEASURES, Rankings, holds, lowest_alike, verdict
from graph.questions.ranked import ROWS
from graph.questions.robust import Thinned
from schema.text import Text

IN_ALL = Text("in allen Läufen", "in all runs")
IN_SOME = Text("in manchen Läufen", "in some runs")
IN_NONE = Text("in keinem Lauf", "in no run")


class MeasureCheck(Finding):
    """One measure: how alike its ranking stays, and how many of the first ten stay among them."""

    measure: Annotated[Text, Text("Rangfolge nach", "ranking by")]
    units: Annotated[int, Text("Einheiten", "units"), DETAIL]
    first: Annotated[int, Text("die ersten zehn (mit Gleichrangigen)", "the first ten (with equals)")]
    stay_10: Annotated[Interval | None, Text("davon bleiben (10 % fehlen)", "of these stay (10 % missing)")]
    stay_20: Annotated[Interval | None, Text("davon bleiben (20 % fehlen)", "of these stay (20 % missing)")]
    alike_10: Annotated[
        float | None,
        Text("Rangkorrelation, niedrigste (10 % fehlen)", "rank correlation, lowest (10 % missing)"),
    ]
    alike_20: Annotated[
        float | None,
        Text("Rangkorrelation, niedrigste (20 % fehlen)", "rank correlation, lowest (20 % missing)"),
    ]
    verdict: Annotated[Text | None, Text("Urteil", "verdict")]


class UnitCheck(Finding):
    """One unit that is among the first ten in any measure, with the places it takes while ties are missing."""

    unit: Annotated[Ref, Text("Einheit", "unit")]
    contacts: Annotated[int, Text("Rang: Kontakte", "rank: contacts")]
    contacts_10: Annotated[Interval | None, Text("Kontakte (10 % fehlen)", "contacts (10 % missing)")]
    open: Annotated[int, Text("Rang: nicht redundante", "rank: non-redundant")]
    open_10: Annotated[Interval | None, Text("nicht redundante (10 % fehlen)", "non-redundant (10 % missing)")]
    vertical: Annotated[int, Text("Rang: Paare über Ebenen", "rank: pairs across levels")]
    vertical_10: Annotated[Interval | None, Text("Paare (10 % fehlen)", "pairs (10 % missing)")]
    lift: Annotated[int, Text("Rang: Fahrstuhlwert", "rank: lift score")]
    lift_10: Annotated[Interval | None, Text("Fahrstuhlwert (10 % fehlen)", "lift score (10 % missing)")]
    kind: Annotated[Text, Text("Art", "kind"), DETAIL]
    contacts_20: Annotated[Interval | None, Text("Kontakte (20 % fehlen)", "contacts (20 % missing)"), DETAIL]
    open_20: Annotated[Interval | None, Text("nicht redundante (20 % fehlen)", "non-redundant (20 % missing)"), DETAIL]
    vertical_20: Annotated[Interval | None, Text("Paare (20 % fehlen)", "pairs (20 % missing)"), DETAIL]
    lift_20: Annotated[Interval | None, Text("Fahrstuhlwert (20 % fehlen)", "lift score (20 % missing)"), DETAIL]


class Conclusion(Finding):
    """One thing that the rankings say, and whether it holds while ties are missing."""

    says: Annotated[Text, Text("Aussage", "conclusion")]
    at_10: Annotated[Text, Text("gilt (10 % fehlen)", "true (10 % missing)")]
    at_20: Annotated[Text, Text("gilt (20 % fehlen)", "true (20 % missing)")]
    verdict: Annotated[Text, Text("Urteil", "verdict")]


def measure_checks(contacts: Contacts, found: Rankings, thinned: Thinned | None) -> tuple[MeasureCheck, ...]:
    """Check each measure in which any unit has more than nothing."""
    return tuple(_measure(contacts, found, thinned, name) for name in MEASURES if found.first(name).any())


def _measure(contacts: Contacts, found: Rankings, thinned: Thinned | None, name: str) -> MeasureCheck:
    first = found.first(name)
    stay = [thinned.spreads[f"{name} stay"].interval(0, k) if thinned else None for k in (0, 1)]
    same = [lowest_alike(thinned, name, k) if thinned else None for k in (0, 1)]
    return MeasureCheck(
        measure=MEASURES[name],
        units=len(found.nodes),
        first=int(first.sum()),
        stay_10=stay[0],
        stay_20=stay[1],
        alike_10=same[0],
        alike_20=same[1],
        verdict=verdict(*holds(found, thinned, name)) if thinned else None,
        evidence=_ids(contacts, found, first),
    )


def _ids(contacts: Contacts, found: Rankings, chosen: Mask) -> tuple[str, ...]:
    return tuple(contacts.network.ids[i] for i in found.nodes[chosen][:SHOWN].tolist())


def unit_checks(contacts: Contacts, found: Rankings, thinned: Thinned | None) -> tuple[UnitCheck, ...]:
    """Name the units that are among the first ten in any measure, by their mean rank."""
    return tuple(_unit(contacts, found, thinned, k) for k in found.listed(contacts)[:ROWS].tolist())


def _unit(contacts: Contacts, found: Rankings, thinned: Thinned | None, k: int) -> UnitCheck:
    i = int(found.nodes[k])
    ranks: dict[str, int | Interval | None] = {}
    for name in MEASURES:
        ranks[name] = int(found.ranks[name][k])
        for share, percent in enumerate((10, 20)):
            ranks[f"{name}_{percent}"] = thinned.spreads[name].interval(k, share) if thinned else None
    return UnitCheck.model_validate(
        {
            "unit": ref(contacts.network, i),
            "kind": kind_text(contacts.network, i),
            **ranks,
            "evidence": (contacts.network.ids[i], *contacts.evidence(contacts.contacts_of(i))),
        }
    )


def conclusions(contacts: Contacts, found: Rankings, thinned: Thinned | None) -> tuple[Conclusion, ...]:
    """Check who leads in each measure, and who acts as the Fahrstuhlagentur."""
    return tuple(_conclusions(contacts, found, thinned)) if thinned else ()


def _conclusions(contacts: Contacts, found: Rankings, thinned: Thinned) -> Iterator[Conclusion]:
    for name, label in MEASURES.items():
        if (leading := found.leading(name)).any():
            says = LEADS.format(measure=label, who=_names(contacts, found, leading))
            yield _conclusion(thinned, f"{name} leads", says, _ids(contacts, found, leading))
    if found.agency.any():
        says = ACTS.format(who=_names(contacts, found, found.agency))
        yield _conclusion(thinned, "agency", says, _ids(contacts, found, found.agency))


LEADS = Text("Vorn nach {measure}: {who}", "First by {measure}: {who}")
ACTS = Text("Als Fahrstuhlagentur wirkt: {who}", "Acting as the Fahrstuhlagentur: {who}")


def _names(contacts: Contacts, found: Rankings, chosen: Mask) -> Text:
    return listing(sorted(contacts.network.name(i) for i in found.nodes[chosen].tolist()))


def _conclusion(thinned: Thinned, name: str, says: Text, evidence: tuple[str, ...]) -> Conclusion:
    spread = thinned.spreads[name]
    true = [(spread.low[k][0] == 1, spread.high[k][0] == 1) for k in (0, 1)]
    runs = [IN_ALL if always else IN_SOME if ever else IN_NONE for always, ever in true]
    return Conclusion(
        says=says,
        at_10=runs[0],
        at_20=runs[1],
        verdict=verdict(true[0][0], true[1][0]),
        evidence=evidence,
    )
