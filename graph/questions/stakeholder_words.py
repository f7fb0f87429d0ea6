"""The sentences of the stakeholders' answer."""

from collections.abc import Iterable

from graph.questions.actor_map import VETO
from graph.questions.naming import listing
from graph.questions.ranked import HIDDEN, OVERRATED
from graph.questions.reservations import placeholders_sentence
from graph.questions.stakeholders import Stakeholders
from graph.questions.stances import INFLUENCE_ATTITUDE, POWER_INTEREST, SALIENCE, Cell
from schema.text import Text


def summary(found: Stakeholders) -> tuple[Text, ...]:
    """Say who is to be involved closely, who could stop the matter, and where attribution and measurement disagree."""
    formal = [s.i for s in found.standings if s.weight == VETO and s.i in found.grounds.formal]
    closely = _in(found, "power_interest", POWER_INTEREST[True, True])
    against = _in(found, "influence_attitude", INFLUENCE_ATTITUDE[True, -1])
    dependent = _in(found, "salience", SALIENCE[False, True, True])
    return (
        *_named(found, CLOSELY, closely),
        *_named(found, AGAINST, against),
        *_named(found, FORMALLY, formal),
        *_named(found, DEPENDENT, dependent),
        *_named(found, UNDERRATED, found.noted(HIDDEN, found.rank)),
        *_named(found, OVERRATED_SAID, found.noted(OVERRATED, found.rank)),
        *placeholders_sentence(found.contacts.network),
    )


CLOSELY = Text("Eng einbinden (Einfluss und Interesse hoch): {names}.", "Manage closely (both high): {names}.")
AGAINST = Text(
    "Hoher Einfluss bei hemmender Haltung: {names}. Hier lohnt früh ein Gespräch.",
    "High influence with a hindering attitude: {names}. An early conversation is worthwhile here.",
)
FORMALLY = Text(
    "Mit förmlichem Recht anzuhalten (durch Steuerung oder Auftrag): {names}.",
    "With the formal right to stop (by steering or mandate): {names}.",
)
DEPENDENT = Text(
    "Berechtigtes und dringliches Anliegen, doch auf Fürsprache angewiesen: {names}.",
    "A rightful and urgent concern, yet dependent on advocates: {names}.",
)
UNDERRATED = Text(
    "Unterschätzt wird womöglich: {names}; die Stellung ist stark, der zugeschriebene Einfluss gering.",
    "Perhaps underrated: {names}; the position is strong, the attributed influence low.",
)
OVERRATED_SAID = Text(
    "Hoher Einfluss zugeschrieben, doch wenige Wege eröffnet nach den erfassten Kontakten: {names}.",
    "High influence attributed, yet few ways opened by the recorded contacts: {names}.",
)


def _in(found: Stakeholders, grid: str, cell: Cell) -> list[int]:
    return [standing.i for standing in found.standings if getattr(standing, grid) == cell]


def _named(found: Stakeholders, text: Text, who: Iterable[int]) -> tuple[Text, ...]:
    names = [found.contacts.network.name(i) for i in who]
    return (text.format(names=listing(names)),) if names else ()
