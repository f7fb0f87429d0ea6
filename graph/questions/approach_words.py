"""The sentences of the approach plan: whom to win first and how, who could stop the matter, what to ask before."""

import numpy as np

from graph.questions.approach_plan import DOWN, UP, Plan
from graph.questions.approach_questions import open_about
from graph.questions.approach_rows import Approach
from graph.questions.approach_veto import Door
from graph.questions.naming import listing, some
from graph.questions.reservations import placeholders_sentence
from schema.text import Text


def summary(plan: Plan, rows: dict[str, tuple[Approach, ...]], doors: tuple[Door, ...]) -> tuple[Text, ...]:
    """Say whom to win first in each direction and how, who could stop the matter, and what to ask before."""
    wanted = wanted_of(plan, rows)
    names = [plan.contacts.network.name(i) for i in plan.vetoes]
    collective = [plan.contacts.network.name(i) for i in wanted if plan.talks.collective(i)]
    asked = open_about(plan, wanted)
    return (
        *_first(rows[UP], FIRST_UP),
        *_first(rows[DOWN], FIRST_DOWN),
        *_shared(plan),
        *((DOORS.format(names=listing((door.door.name for door in doors), most=3)),) if doors else ()),
        *((VETO.format(names=listing(names)),) if names else ()),
        *((ONLY_COLLECTIVE.format(names=listing(collective)),) if collective else ()),
        *((TO_ASK.format(who=some(len(asked), ACTOR, ACTORS)),) if asked else ()),
        *placeholders_sentence(plan.contacts.network),
    )


def wanted_of(plan: Plan, rows: dict[str, tuple[Approach, ...]]) -> list[int]:
    """List whom the plan names: who could stop the matter, then both directions in turn by their places."""
    index = plan.contacts.network.index
    up, down = ([index[row.actor.id] for row in rows[way]] for way in (UP, DOWN))
    longest = max(len(up), len(down))
    turns = (i for k in range(longest) for way in (up, down) for i in way[k : k + 1])
    return list(dict.fromkeys([*plan.vetoes, *turns]))


def _first(rows: tuple[Approach, ...], text: Text) -> tuple[Text, ...]:
    """Name the first of a direction, the way there, and what to offer."""
    return tuple(
        text.format(
            name=row.actor.name,
            way=row.way,
            format=row.format,
            benefit=BENEFIT.format(benefit=row.benefits[0]) if row.benefits else NO_BENEFIT,
        )
        for row in rows[:1]
    )


def _shared(plan: Plan) -> tuple[Text, ...]:
    names = sorted(plan.contacts.network.name(int(i)) for i in np.flatnonzero(plan.sharing))
    text = Text("Das Anliegen „{concern}“ teilen: {names}.", "The concern “{concern}” is shared by: {names}.")
    return (text.format(concern=plan.concern, names=listing(names)),) if names else ()


ACTOR, ACTORS = Text("Akteur", "actor"), Text("Akteuren", "actors")
FIRST_UP = Text(
    "Nach oben, in Politik und Dezernaten, zuerst {name} ({way}). Einstieg: {format}. {benefit}",
    "Upwards, in politics and Dezernate, first {name} ({way}). To begin with: {format}. {benefit}",
)
FIRST_DOWN = Text(
    "Nach unten, in den Sozialräumen, zuerst {name} ({way}). Einstieg: {format}. {benefit}",
    "Downwards, in the Sozialräume, first {name} ({way}). To begin with: {format}. {benefit}",
)
BENEFIT = Text("Zu nennender Nutzen: {benefit}.", "Benefit to name: {benefit}.")
NO_BENEFIT = Text("Welcher Nutzen zu nennen ist, wäre noch zu fragen.", "Which benefit to name has to be asked yet.")
DOORS = Text(
    "Wo die Agentur noch keinen Kontakt hat, führen die Wege über {names}.",
    "Where the agency has no contact yet, the ways lead through {names}.",
)
VETO = Text(
    "Wer das Vorhaben anhalten könnte: {names}. Hier lohnt früh ein Gespräch unter vier Augen.",
    "Who could stop the matter: {names}. An early conversation in private is worthwhile here.",
)
ONLY_COLLECTIVE = Text(
    "Bisher nur aus kollektiven Formaten bekannt: {names}. Hier kommt das Gespräch vor der nächsten Einladung.",
    "Known from collective formats only so far: {names}. Here the conversation comes before the next invitation.",
)
TO_ASK = Text(
    "Bei {who} sind Weg, Anliegen, Nutzen oder Haltung nicht erfasst oder hier nicht sichtbar; was zuerst zu fragen "
    "ist, steht unter „Noch zu fragen“.",
    "For {who} the way, concern, benefit or attitude is not recorded or not visible here; what to ask first stands "
    "under “To ask yet”.",
)
