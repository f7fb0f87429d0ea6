"""What the approach plan looked at and left out, and of what the data are silent."""

from graph.questions.answer import Count
from graph.questions.approach_plan import Plan
from graph.questions.approach_questions import later, open_about
from graph.questions.approach_rows import Approach, reached
from graph.questions.approach_words import wanted_of
from graph.questions.multipliers import NO_ABOVE, NO_BELOW
from graph.questions.reservations import placeholders, silence, unknown_levels, without_contacts
from graph.questions.stakeholder_counts import BLOCKED, NO_FORMAL, NO_OPINIONS, hidden_opinions
from schema.record import Visibility
from schema.text import Text


def denominator(plan: Plan, rows: dict[str, tuple[Approach, ...]]) -> tuple[Count, ...]:
    """Count who is looked at, who can be reached, and of whom what is known."""
    actors, both = int(plan.contacts.actor.sum()), int((plan.above | plan.below).sum())
    wanted = set(wanted_of(plan, rows))
    label = Text("davon mit Angabe zu {what}", "of these with an entry on {what}")
    known = {
        Text("Anliegen", "concern"): plan.voiced,
        Text("Nutzen", "benefit"): plan.known.benefits,
        Text("Haltung", "attitude"): plan.known.attitude,
    }
    return (
        Count(label=Text("Akteure nach oben", "actors upwards"), n=int(plan.above.sum()), of=actors),
        Count(label=Text("Akteure nach unten", "actors downwards"), n=int(plan.below.sum()), of=actors),
        Count(label=Text("davon über Kontakte erreichbar", "of these reached by contacts"), n=reached(plan), of=both),
        Count(label=Text("Akteure im Plan", "actors in the plan"), n=len(wanted)),
        *(Count(label=label.format(what=what), n=len(wanted & set(of)), of=len(wanted)) for what, of in known.items()),
    )


def left_out(plan: Plan, rows: dict[str, tuple[Approach, ...]]) -> tuple[Count, ...]:
    """Count the placeholders, and those who cannot be ranked or named."""
    contacts = plan.contacts
    return (
        *placeholders(contacts.network),
        *unknown_levels(contacts, contacts.actor),
        *without_contacts(contacts, plan.above | plan.below),
        *hidden_opinions(contacts, plan.matters.opinions),
        *_not_asked(plan, rows),
    )


def _not_asked(plan: Plan, rows: dict[str, tuple[Approach, ...]]) -> tuple[Count, ...]:
    wanted = wanted_of(plan, rows)
    n = later(plan, wanted)
    label = Text(
        "Akteure mit offenen Fragen, die erst später an der Reihe sind",
        "actors with open questions whose turn is later",
    )
    return (Count(label=label, n=n, of=len(open_about(plan, wanted))),) if n else ()


def unknown(plan: Plan, visibility: Visibility) -> tuple[Text, ...]:
    """Say what is not recorded, and what to enter."""
    no_opinions = BLOCKED if visibility is Visibility.PUBLIC else NO_OPINIONS
    nobody, started = not (plan.above | plan.below).any(), plan.ways.started
    checks = (
        (plan.about is None and not plan.above.any(), NO_ABOVE),
        (plan.about is None and not plan.below.any(), NO_BELOW),
        (plan.about is not None and nobody, NOBODY_CONCERNED.format(about=plan.about)),
        (not started, NO_AGENCY),
        (started and bool(plan.contacts.actor.sum() > 1) and not (plan.ways.far > 0).any(), AGENCY_ALONE),
        (not plan.known.attitude, no_opinions),
        (not plan.grounds.formal, NO_FORMAL),
        (bool(plan.concern) and not plan.sharing.any(), NOBODY_SHARES.format(concern=plan.concern)),
        (not plan.talks.best, NO_TALKS),
    )
    return (*silence(plan.contacts), *(text for silent, text in checks if silent))


NO_AGENCY = Text(
    "Keine Einheit ist als Agentur der integrierten Planung erfasst (Feld „agency“); von wo die Wege ausgehen und wer "
    "die erste Tür öffnet, ist unbekannt.",
    "No unit is recorded as the agency of integrated planning (field “agency”); from where the ways start and who "
    "opens the first door is unknown.",
)
AGENCY_ALONE = Text(
    "Für die Agentur ist kein einziger Kontakt erfasst; ihre Gespräche lassen sich als COOPERATES_WITH eintragen.",
    "Not one contact of the agency is recorded; its conversations can be entered as COOPERATES_WITH.",
)
NOBODY_CONCERNED = Text(
    "Dass jemand nach oben oder unten mit „{about}“ zu tun hat, ist nicht erfasst; wer zuständig ist, mitwirkt oder "
    "ein Interesse hat, lässt sich als RESPONSIBLE_FOR, TAKES_PART oder INTERESTED_IN eintragen.",
    "That anybody upwards or downwards has to do with “{about}” is not recorded; who is responsible, takes part or "
    "has an interest can be entered as RESPONSIBLE_FOR, TAKES_PART or INTERESTED_IN.",
)
NOBODY_SHARES = Text(
    "Zu „{concern}“ ist bei niemandem ein Anliegen oder Nutzen erfasst; ob es jemand teilt, ist unbekannt.",
    "Nobody's recorded concern or benefit mentions “{concern}”; whether anybody shares it is unknown.",
)
NO_TALKS = Text(
    "In welcher Form die Agentur andere bisher getroffen hat, ist nicht erfasst (COOPERATES_WITH mit „contact_kind“ "
    "oder TAKES_PART an Formaten).",
    "In which form the agency has met others so far is not recorded (COOPERATES_WITH with “contact_kind”, or "
    "TAKES_PART in formats).",
)
