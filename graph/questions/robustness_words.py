"""The sentences of the answer on robustness."""

from datetime import date

import numpy as np

from graph.questions.naming import listing
from graph.questions.rank_checks import FAILS, HOLDS, HOLDS_AT_10
from graph.questions.rank_rows import Conclusion, MeasureCheck
from graph.questions.record_rows import SourceShare
from graph.questions.reservations import (
    placeholders_sentence,
)
from graph.questions.tie_facts import LATER, UNDATED, YEARS, TieFacts
from schema.text import Text


def summary(
    facts: TieFacts,
    day: date | None,
    sources: tuple[SourceShare, ...],
    checks: tuple[MeasureCheck, ...],
    said: tuple[Conclusion, ...],
) -> tuple[Text, ...]:
    """Say which rankings and conclusions hold, and then on what they rest."""
    return (
        *_rankings(checks),
        *_conclusions(said),
        *_sources(facts, sources),
        *_derived(facts),
        *_ages(facts, day),
        *placeholders_sentence(facts.network),
    )


RANKINGS = {
    HOLDS: Text(
        "Nach {names} hält die Rangfolge auch dann, wenn 20 % der Kontakte fehlen.",
        "By {names} the ranking holds even with 20 % of the contacts missing.",
    ),
    HOLDS_AT_10: Text(
        "Nach {names} hält die Rangfolge nur, wenn höchstens 10 % der Kontakte fehlen.",
        "By {names} the ranking holds only with at most 10 % of the contacts missing.",
    ),
    FAILS: Text(
        "Nach {names} hält die Rangfolge schon dann nicht, wenn 10 % der Kontakte fehlen; dort nur grob lesen, wer "
        "vorn liegt.",
        "By {names} the ranking fails as soon as 10 % of the contacts are missing; read only roughly who is ahead.",
    ),
}


def _rankings(checks: tuple[MeasureCheck, ...]) -> tuple[Text, ...]:
    """Name the measures of each verdict."""
    by = {word: [check.measure for check in checks if check.verdict == word] for word in RANKINGS}
    return tuple(RANKINGS[word].format(names=_list(names)) for word, names in by.items() if names)


def _list(names: list[Text]) -> Text:
    return Text(listing([name.de for name in names]).de, listing([name.en for name in names]).en)


def _conclusions(said: tuple[Conclusion, ...]) -> tuple[Text, ...]:
    """Count the conclusions that hold."""
    n, holding = len(said), sum(one.verdict == HOLDS for one in said)
    every = Text(
        "Alle {n} Aussagen darüber, wer vorn liegt, gelten in jedem Lauf, auch wenn 20 % fehlen.",
        "All {n} conclusions on who is ahead are true in every run, even with 20 % missing.",
    )
    some = Text(
        "Von {n} Aussagen darüber, wer vorn liegt, gelten {holding} in jedem Lauf, auch wenn 20 % fehlen.",
        "Of {n} conclusions on who is ahead {holding} are true in every run, even with 20 % missing.",
    )
    return ((every if n == holding else some).format(n=n, holding=holding),) if n else ()


def _sources(facts: TieFacts, sources: tuple[SourceShare, ...]) -> tuple[Text, ...]:
    if not sources:
        return ()
    of, n = len(facts.counted), len(np.unique(facts.group.astype(str)))
    one = Text("Alle {of} Verbindungen stammen aus einer Quelle: {largest}.", "All {of} ties come from: {largest}.")
    several = Text(
        "{of} Verbindungen stammen aus {n} Quellen; die größte ({largest}) trägt {percent} %.",
        "{of} ties come from {n} sources; the largest ({largest}) carries {percent} %.",
    )
    values = {"of": of, "n": n, "largest": sources[0].source, "percent": _percent(sources[0].ties, of)}
    return ((one if n == 1 else several).format(**values),)


def _percent(n: int, of: int) -> int:
    return round(100 * n / of) if of else 0


def _derived(facts: TieFacts) -> tuple[Text, ...]:
    """Say how many of the ties on which rankings rest were stated by nobody."""
    n, of = int((facts.derived & facts.contact).sum()), int(facts.contact.sum())
    text = Text(
        "Von {of} Verbindungen, die als Kontakt zählen, sind {n} ({percent} %) aus Vorlagen oder anderen Belegen "
        "abgeleitet; angegeben hat sie niemand.",
        "Of {of} ties that count as contact {n} ({percent} %) are derived from papers or other evidence; nobody stated "
        "them.",
    )
    return (text.format(n=n, of=of, percent=_percent(n, of)),) if n else ()


def _ages(facts: TieFacts, day: date | None) -> tuple[Text, ...]:
    """Say how old the ties are on the day that counts."""
    if day is None or not facts.dated.any():
        return ()
    age = facts.age(day)
    counts = {"old": len(YEARS), "later": LATER, "undated": UNDATED}
    numbers = {name: int((age == code).sum()) for name, code in counts.items()}
    said = [AGES["old" if numbers["old"] else "none old"], *(AGES[n] for n in ("later", "undated") if numbers[n])]
    text = Text("; ".join(part.de for part in said) + ".", "; ".join(part.en for part in said) + ".")
    shown = Text(f"{day:%d.%m.%Y}", day.isoformat())
    return (text.format(dated=int(facts.dated.sum()), day=shown, years=YEARS[-1], **numbers),)


AGES = {
    "old": Text(
        "Am {day} sind {old} der {dated} datierten Verbindungen älter als {years} Jahre",
        "On {day} {old} of the {dated} dated ties are more than {years} years old",
    ),
    "none old": Text(
        "Am {day} ist keine der {dated} datierten Verbindungen älter als {years} Jahre",
        "On {day} none of the {dated} dated ties is more than {years} years old",
    ),
    "later": Text("{later} wurden erst danach erfasst", "{later} were recorded only after it"),
    "undated": Text("{undated} tragen keinen Stand", "{undated} bear no date"),
}
