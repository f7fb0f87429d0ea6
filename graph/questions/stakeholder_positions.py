"""Stakeholder positions: who stands where by what others attribute, and whether the measured position agrees."""

from typing import Annotated, Any

from graph.questions.actor_map import CIRCLES, DIRECT, FORMAL, WEIGHTS
from graph.questions.answer import Answer
from graph.questions.case import Case
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.question import question
from graph.questions.ranked import HIGH
from graph.questions.scope import AboutScope
from graph.questions.stakeholder_counts import denominator, figures, left_out, unknown
from graph.questions.stakeholder_rows import Field, Stakeholder, fields, stakeholder_rows
from graph.questions.stakeholder_words import summary
from graph.questions.stakeholders import Stakeholders
from graph.questions.stances import INFLUENCE_ATTITUDE, POWER_INTEREST, SALIENCE, SUPPORTIVE, UNKNOWN
from schema.text import Text
from schema.ties import InterestedIn, Tie

COUNTS: tuple[type[Tie], ...] = tuple(dict.fromkeys((*CONTACT, InterestedIn, *DIRECT, *FORMAL)))


class StakeholderPositions(Answer):
    """The answer: the four grids with who stands in which field, and the actors with what that rests on."""

    power_interest: Annotated[
        tuple[Field, ...],
        Text("Einfluss und Interesse: wie einzubinden", "Influence and interest: how to involve"),
    ]
    influence_attitude: Annotated[
        tuple[Field, ...],
        Text("Haltung und Einfluss: wer fördert, wer hemmt", "Attitude and influence: who supports, who hinders"),
    ]
    salience: Annotated[
        tuple[Field, ...],
        Text(
            "Salienz: wessen Anliegen Vorrang verlangt (Einfluss, Legitimität, Dringlichkeit)",
            "Salience: whose concern demands priority (influence, legitimacy, urgency)",
        ),
    ]
    actor_map: Annotated[
        tuple[Field, ...],
        Text(
            "Akteurslandkarte: Gewicht (Veto-, Schlüsselakteur) und Kreis (primär, sekundär)",
            "Actor map: weight (veto, key actor) and circle (primary, secondary)",
        ),
    ]
    actors: Annotated[
        tuple[Stakeholder, ...],
        Text("Die Akteure, Zuschreibung und Messung nebeneinander", "The actors, attributed and measured side by side"),
    ]


@question(
    "positions",
    title=Text("Stakeholder-Positionen", "Stakeholder positions"),
    asks=Text(
        "Wie steht wer zum Vorhaben: Einfluss, Interesse, Haltung, Vorrang, und passt das zur gemessenen Stellung?",
        "Who stands how to the matter: influence, interest, attitude, priority, and does the measured position agree?",
    ),
    definition=Text(
        "Zugeschriebene Werte gelten ab {high} von 5 als hoch, eine Haltung ab {half} als fördernd und ab −{half} "
        "abwärts als hemmend, der Grenzwert jeweils eingeschlossen; mehrere Angaben zu einem Akteur werden gemittelt, "
        "fehlt eine Größe, ist das Feld unbekannt; der gemessene Rang ist der mittlere Rang der Multiplikatoren unter "
        "allen Akteuren mit Kontakten.",
        "Attributed values count as high from {high} of 5, an attitude as supportive from {half} and as hindering down "
        "from −{half}, each threshold included; several entries on one actor are averaged, and where a quantity is "
        "missing the field is unknown; the measured rank is the mean rank of the multipliers among all actors with "
        "contacts.",
    ).format(high=HIGH, half=Text(str(SUPPORTIVE).replace(".", ","), str(SUPPORTIVE))),
    source=Text(
        "Mendelow 1991; Mitchell, Agle und Wood 1997; GTZ/GIZ: Akteurslandkarte (Zimmermann und Maennling 2007)",
        "Mendelow 1991; Mitchell, Agle and Wood 1997; GTZ/GIZ: actor map (Zimmermann and Maennling 2007)",
    ),
    counts=COUNTS,
    answer=StakeholderPositions,
    scope=AboutScope,
)
def stakeholder_positions(case: Case[AboutScope]) -> dict[str, Any]:
    """Place the stakeholders in the four grids and set their measured positions beside them."""
    found = Stakeholders.of(Contacts.of(case.network, case.persons), case.scope.about)
    thinned = found.varied(case)
    return {
        "power_interest": fields(found, "power_interest", (*POWER_INTEREST.values(), UNKNOWN)),
        "influence_attitude": fields(found, "influence_attitude", (*INFLUENCE_ATTITUDE.values(), UNKNOWN)),
        "salience": fields(found, "salience", (*SALIENCE.values(), UNKNOWN)),
        "actor_map": (*fields(found, "weight", WEIGHTS), *fields(found, "circle", CIRCLES)),
        "actors": stakeholder_rows(found, thinned),
        "summary": summary(found),
        "denominator": denominator(found),
        "left_out": left_out(found),
        "robustness": thinned.report(figures(found)) if thinned else None,
        "unknown": unknown(found, case.scope),
    }
