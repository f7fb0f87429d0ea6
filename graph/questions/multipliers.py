"""Multipliers: whom to win first, upwards and downwards, for what they open."""

from typing import Annotated, Any

from graph.network import Mask
from graph.questions.actor_map import Matters
from graph.questions.answer import Answer, Count
from graph.questions.case import Case
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.directions import downward, upward
from graph.questions.interests import Interests, interests
from graph.questions.key_players import KeyPlayer, key_players, key_players_sentence
from graph.questions.naming import listing
from graph.questions.position import affiliations
from graph.questions.question import question
from graph.questions.ranked import HIDDEN, Direction, Multiplier, directions, varied
from graph.questions.reservations import (
    NO_LIFT,
    areas_looked_at,
    placeholders,
    placeholders_sentence,
    silence,
    unknown_levels,
    without_contacts,
    without_dezernat,
)
from graph.questions.robust import TOP, first
from graph.questions.scope import MultiplierScope
from graph.questions.splitters import Split, Splitter
from schema.text import Text
from schema.ties import InterestedIn

DIRECTIONS = {"upwards": Text("nach oben", "upwards"), "downwards": Text("nach unten", "downwards")}


class Multipliers(Answer):
    """The answer: both directions, and a set of key players."""

    upwards: Annotated[
        tuple[Multiplier, ...],
        Text(
            "Nach oben: politische Gremien, Dezernate und ihre Steuerung (die Quelle nennt dies „bottom-up“)",
            "Upwards: political bodies, Dezernate and their steering (the source calls this “bottom-up”)",
        ),
    ]
    downwards: Annotated[
        tuple[Multiplier, ...],
        Text(
            "Nach unten: Schlüsselakteure in den Sozialräumen (die Quelle nennt dies „top-down“)",
            "Downwards: key actors in the Sozialräume (the source calls this “top-down”)",
        ),
    ]
    together: Annotated[
        tuple[KeyPlayer, ...],
        Text(
            "Wer zusammen die meisten Sozialräume erreicht (in zwei Schritten, nacheinander gewählt)",
            "Who together reach most Sozialräume (within two steps, chosen one after another)",
        ),
    ]
    splitting: Annotated[
        tuple[Splitter, ...],
        Text(
            "Wessen gemeinsamer Ausfall das Netz am stärksten zerteilen würde",
            "Whose loss together would divide the network most",
        ),
    ]


@question(
    "multipliers",
    title=Text("Multiplikatorinnen und Multiplikatoren", "Multipliers"),
    asks=Text(
        "Wen gewinnt die Agentur zuerst: nach oben in Politik und Leitung, nach unten in den Sozialräumen?",
        "Whom should the agency win first: upwards in politics and leadership, downwards in the Sozialräume?",
    ),
    definition=Text(
        "Rang nach dem Mittel der Ränge in fünf Größen, gleich gewichtet: Paare von Kontakten ohne eigene Verbindung, "
        "die auf verschiedenen Ebenen stehen (1) oder zu verschiedenen Ressorts gehören (2), zusätzlich "
        "über Zugehörigkeiten Erreichbare (3), Akteure und Sozialräume in zwei Schritten (4), nicht redundante "
        "Kontakte (5).",
        "Ranked by the mean of the ranks in five quantities of equal weight: pairs of contacts without a tie of their "
        "own that stand on different levels (1) or belong to different departments (2), others reachable through "
        "affiliations (3), actors and Sozialräume within two steps (4), non-redundant contacts (5).",
    ),
    source=Text(
        "Schubert (Fachtag Integrierte Planung); Gould und Fernandez 1989; Lazega, Jourda und Mounier 2013; Burt 1992; "
        "Borgatti 2006",
        "Schubert (Fachtag Integrierte Planung); Gould and Fernandez 1989; Lazega, Jourda and Mounier 2013; Burt 1992; "
        "Borgatti 2006",
    ),
    counts=(*CONTACT, InterestedIn),
    answer=Multipliers,
    scope=MultiplierScope,
)
def multipliers(case: Case[MultiplierScope]) -> dict[str, Any]:
    """Rank both directions and choose the set of key players."""
    network, contacts = case.network, Contacts.of(case.network, case.persons)
    matters = Matters.of(network, case.scope.about)
    asked, known = matters.concerned, interests(network, matters.opinions)
    above, below = upward(contacts) & asked, downward(contacts) & asked
    found = directions(contacts, {"upwards": above, "downwards": below})
    thinned = varied(case, contacts, found)
    up, down = (direction.rows(contacts, known, thinned) for direction in found)
    together, split = key_players(contacts, asked, case.scope.k), Split.of(contacts, case.scope.k)
    areas, actors = int(contacts.own_area.sum()), int(contacts.actor.sum())
    return {
        "upwards": up,
        "downwards": down,
        "together": together,
        "splitting": split.rows(contacts) if split else (),
        "summary": (
            *_first(up, DIRECTIONS["upwards"]),
            *_first(down, DIRECTIONS["downwards"]),
            *key_players_sentence(together, areas),
            *((split.sentence(contacts),) if split else ()),
            *_hidden(up + down),
            *placeholders_sentence(network),
        ),
        "denominator": (
            Count(label=Text("Akteure nach oben", "actors upwards"), n=int(above.sum()), of=actors),
            Count(label=Text("Akteure nach unten", "actors downwards"), n=int(below.sum()), of=actors),
            areas_looked_at(contacts),
        ),
        "left_out": (
            *placeholders(network),
            *unknown_levels(contacts, contacts.actor),
            *without_contacts(contacts, above | below),
        ),
        "robustness": thinned.report(firsts(found)) if thinned else None,
        "unknown": _unknown(contacts, above, below, known),
    }


def firsts(found: tuple[Direction, ...]) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check: how many of the first places stay."""
    label = Text("von den ersten {top} {direction} bleiben vorn", "of the first {top} {direction} stay first")
    return {
        f"first {one.name}": (label.format(top=TOP, direction=DIRECTIONS[one.name]), first(one.measured.rank))
        for one in found
    }


def _first(rows: tuple[Multiplier, ...], direction: Text) -> tuple[Text, ...]:
    """Name who is first in a direction, and why."""
    best = [row for row in rows if row.rank == 1]
    if not best:
        return ()
    text = Text("Zuerst {direction}: {names} ({why}).", "First {direction}: {names} ({why}).")
    return (text.format(direction=direction, names=listing(row.actor.name for row in best), why=best[0].reasons),)


def _hidden(rows: tuple[Multiplier, ...]) -> tuple[Text, ...]:
    """Name the hidden multipliers: little influence attributed, yet much measured."""
    names = [row.actor.name for row in rows if row.note == HIDDEN]
    text = Text(
        "Unterschätzt wird womöglich: {names}; die Stellung ist stark, der zugeschriebene Einfluss gering.",
        "Perhaps underrated: {names}; the position is strong, the attributed influence low.",
    )
    return (text.format(names=listing(names)),) if names else ()


def _unknown(contacts: Contacts, above: Mask, below: Mask, known: Interests) -> tuple[Text, ...]:
    """Say what the data cannot show, and what to enter so that they could."""
    belongs, between = affiliations(contacts)
    checks = (
        (not above.any(), NO_ABOVE),
        (not below.any(), NO_BELOW),
        (not known.influence, NO_INFLUENCE),
        (not known.concerns, NO_INTERESTS),
        (not (belongs.nnz and between.nnz), NO_LIFT),
    )
    return (*silence(contacts), *(text for silent, text in checks if silent), *without_dezernat(contacts))


NO_ABOVE = Text(
    "Weder politische Gremien noch Dezernate sind erfasst; nach oben lässt sich niemand nennen.",
    "Neither political bodies nor Dezernate are recorded; nobody can be named upwards.",
)
NO_BELOW = Text(
    "Schlüsselakteure in den Sozialräumen sind nicht erfasst; Träger, Vereine, Schulen und Sozialraumkonferenzen "
    "eintragen, um nach unten jemanden nennen zu können.",
    "No key actors in the Sozialräume are recorded; enter providers, associations, schools and Sozialraumkonferenzen "
    "so that somebody can be named downwards.",
)
NO_INFLUENCE = Text(
    "Zugeschriebener Einfluss ist nicht erfasst oder für diese Sichtbarkeit gesperrt; ob jemand unterschätzt wird, "
    "bleibt offen.",
    "Attributed influence is not recorded or not visible to this reader; whether anybody is underrated stays open.",
)
NO_INTERESTS = Text(
    "Interessen und Nutzen sind nicht erfasst; sie lassen sich je Akteur als INTERESTED_IN eintragen.",
    "Interests and benefits are not recorded; they can be entered for each actor as INTERESTED_IN.",
)
