"""Approach: whom to win for a concern, through whom, with which benefit and in which dialogic format."""

from typing import Annotated, Any

from graph.questions.actor_map import DIRECT, FORMAL
from graph.questions.answer import Answer
from graph.questions.approach_counts import denominator, left_out, unknown
from graph.questions.approach_list import Concern, concern_rows
from graph.questions.approach_plan import DOWN, UP, Plan
from graph.questions.approach_questions import Ask, ask_rows
from graph.questions.approach_rows import FIRST, Approach, approach_rows
from graph.questions.approach_veto import Door, VetoActor, door_rows, veto_rows
from graph.questions.approach_words import summary, wanted_of
from graph.questions.case import Case
from graph.questions.contacts import CONTACT, Contacts
from graph.questions.multipliers import firsts
from graph.questions.question import question
from graph.questions.ranked import varied
from graph.questions.scope import AboutScope
from schema.text import Text
from schema.ties import Concerns, InterestedIn, Tie

COUNTS: tuple[type[Tie], ...] = tuple(dict.fromkeys((*CONTACT, InterestedIn, *DIRECT, *FORMAL, Concerns)))


class ApproachScope(AboutScope):
    """The options of this question."""

    concern: Annotated[
        str | None,
        Text("Anliegen (Stichwort): wer es teilt, steht vorn", "concern (a word): who shares it comes first"),
    ] = None


class ApproachPlan(Answer):
    """The answer: both directions, who could stop the matter, doors, the list for reflection, and what to ask."""

    upwards: Annotated[
        tuple[Approach, ...],
        Text("Nach oben gewinnen: Politik und Dezernate", "To win upwards: politics and Dezernate"),
    ]
    downwards: Annotated[
        tuple[Approach, ...],
        Text(
            "Nach unten gewinnen: Schlüsselakteure in den Sozialräumen",
            "To win downwards: key actors in the Sozialräume",
        ),
    ]
    veto: Annotated[tuple[VetoActor, ...], Text("Wer anhalten könnte", "Who could stop the matter")]
    doors: Annotated[
        tuple[Door, ...],
        Text("Erste Türen: über wen die Wege führen", "First doors: through whom the ways lead"),
    ]
    ask: Annotated[tuple[Ask, ...], Text("Noch zu fragen", "To ask yet")]
    concerns: Annotated[
        tuple[Concern, ...],
        Text(
            "Reflexionsliste: wen, mit welchem Anliegen, auf welchem Weg",
            "List for reflection: whom, with which concern, by which way",
        ),
    ]


@question(
    "approach",
    title=Text("Ansprache", "Approach"),
    asks=Text(
        "Wen gewinnen wir zuerst nach oben und nach unten, über wen, mit welchem Nutzen und in welchem Gespräch?",
        "Whom do we win first upwards and downwards, through whom, with which benefit and in which conversation?",
    ),
    definition=Text(
        "Genannt sind je Richtung die ersten {first} Multiplikatoren, die mit dem Thema zu tun haben, in ihrem Rang, "
        "zuerst jene, die ein gefragtes Anliegen teilen; der Weg ist die kürzeste Kette erfasster Kontakte von der "
        "Agentur aus; anhalten kann, wer in der Akteurslandkarte Vetoakteur ist; genannt wird immer ein dialogisches "
        "Format.",
        "Named are the first {first} multipliers of each direction that have to do with the matter, in their rank, "
        "those who share a concern that was asked for before the others; the way is the shortest chain of recorded "
        "contacts from the agency; who could stop the matter is a veto actor of the actor map; the format is always a "
        "dialogic one.",
    ).format(first=FIRST),
    source=Text(
        "Schubert (Fachtag Integrierte Planung): Schlüsselakteure, dialogische Kontaktformate, Nutzen; GTZ/GIZ: "
        "Akteurslandkarte",
        "Schubert (Fachtag Integrierte Planung): key actors, dialogic contact, benefit; GTZ/GIZ: actor map",
    ),
    counts=COUNTS,
    answer=ApproachPlan,
    scope=ApproachScope,
)
def approach(case: Case[ApproachScope]) -> dict[str, Any]:
    """Put the plan together."""
    plan = Plan.of(Contacts.of(case.network, case.persons), case.scope.about, case.scope.concern)
    thinned = varied(case, plan.contacts, plan.directions)
    rows = {one.name: approach_rows(plan, one, thinned) for one in plan.directions}
    wanted = wanted_of(plan, rows)
    doors = door_rows(plan, wanted)
    return {
        "upwards": rows[UP],
        "downwards": rows[DOWN],
        "veto": veto_rows(plan),
        "doors": doors,
        "ask": ask_rows(plan, wanted),
        "concerns": concern_rows(plan),
        "summary": summary(plan, rows, doors),
        "denominator": denominator(plan, rows),
        "left_out": left_out(plan, rows),
        "robustness": thinned.report(firsts(plan.directions)) if thinned else None,
        "unknown": unknown(plan, case.scope.visibility),
    }
