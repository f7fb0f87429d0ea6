"""Need and reach: where indicators show a high need and few are recorded who work there."""

from typing import Annotated, Any

from graph.network import Mask
from graph.questions.answer import Answer
from graph.questions.case import Case
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.need_and_reach_areas import Found
from graph.questions.need_and_reach_counts import denominator, left_out, unknown
from graph.questions.need_and_reach_indicators import IndicatorRow, indicator_rows
from graph.questions.need_and_reach_rows import AreaNeed, area_rows
from graph.questions.need_and_reach_unclear import AreaUnclear, unclear_rows
from graph.questions.need_and_reach_words import summary
from graph.questions.question import question
from graph.questions.robust import TOP, Thinned, first, stay
from graph.questions.scope import Scope
from schema.text import Text
from schema.ties import Measured, PartOf


class NeedAndReach(Answer):
    """The answer: the areas compared, those that cannot be, and the indicators behind the need."""

    areas: Annotated[
        tuple[AreaNeed, ...],
        Text(
            "Bedarf und Verbindungen, hoher Bedarf mit wenigen Verbindungen zuerst",
            "Need and links, high need with few links first",
        ),
    ]
    unclear: Annotated[
        tuple[AreaUnclear, ...],
        Text(
            "Nicht vergleichbar: Bedarf oder Verbindungen unbekannt",
            "Not to be compared: need or links unknown",
        ),
    ]
    indicators: Annotated[
        tuple[IndicatorRow, ...],
        Text("Die Indikatoren, jeweils mit dem jüngsten Wert", "The indicators, by the latest value of each"),
    ]


@question(
    "need",
    title=Text("Bedarf und Reichweite", "Need and reach"),
    asks=Text(
        "Wo ist der Bedarf hoch und das Netz dünn?",
        "Where is the need high and the network thin?",
    ),
    definition=Text(
        "Rang nach dem Mittel zweier Ränge: Bedarf ist der mittlere Rang der jüngsten Indikatorwerte unter Gebieten "
        "derselben Art (1 = höchster); die Verbindungen sind der mittlere Rang aus Akteuren vor Ort, Paaren von ihnen "
        "in Kontakt und Akteuren aus Verwaltung und Politik, die dort aktiv sind oder mit denen die übrigen zu tun "
        "haben; verglichen wird nur, wo beides bekannt ist.",
        "Ranked by the mean of two ranks: need is the mean rank of the latest values of the indicators among areas of "
        "the same kind (1 = highest); links are the mean rank of the actors there, pairs of them in contact, and "
        "actors of administration and politics that are active there or with whom the others deal; compared only where "
        "both are known.",
    ),
    source=Text(
        "Schubert (Fachtag Integrierte Planung): Sozialmonitoring, Fahrstuhl zwischen Sozialräumen und Politik; "
        "Rangmittel nach Borda 1784",
        "Schubert (Fachtag Integrierte Planung): social monitoring, lift between Sozialräume and politics; mean of "
        "ranks after Borda 1784",
    ),
    counts=(*CONTACT, PartOf, Measured),
    answer=NeedAndReach,
)
def need_and_reach(case: Case[Scope]) -> dict[str, Any]:
    """Set need and links of each Sozialraum side by side."""
    found = Found.of(Contacts.of(case.network, case.persons))
    thinned = _thinned(case, found)
    return {
        "areas": area_rows(found, thinned),
        "unclear": unclear_rows(found),
        "indicators": indicator_rows(found.monitoring),
        "summary": summary(found),
        "denominator": denominator(found),
        "left_out": left_out(found),
        "robustness": thinned.report(_figures(found)) if thinned else None,
        "unknown": unknown(found),
    }


def _thinned(case: Case[Scope], found: Found) -> Thinned | None:
    """Compare the same areas again while contacts are missing; an area that loses all its actors has fewest links."""

    def trial(lost: Mask) -> dict[str, Any]:
        again = found.again(found.contacts.without(lost))
        short = int((again.short & found.compared.short).sum())
        return {"areas": again.rank, "first": stay(found.compared.rank, again.rank), "short": short}

    return case.thinned(found.contacts.counted, trial) if found.known.any() else None


def _figures(found: Found) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check."""
    first_ones = Text("von den ersten {top} Sozialräumen bleiben vorn", "of the first {top} Sozialräume stay first")
    short = Text("mit höherem Bedarf und weniger Verbindungen bleiben es", "with more need and fewer links stay so")
    return {
        "first": (first_ones.format(top=TOP), first(found.compared.rank)),
        "short": (short, int(found.compared.short.sum())),
    }
