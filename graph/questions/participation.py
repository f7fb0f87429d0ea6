"""Participation: who is reached, where and by which format, what is owed to them, and what became of the results."""

from typing import Annotated, Any

from graph.questions.answer import Answer
from graph.questions.case import Case
from graph.questions.contacts import CONTACT
from graph.questions.participation_behind import Coverage
from graph.questions.participation_cells import MIDDLE_HARD, MIDDLE_NEED, Cells
from graph.questions.participation_concept import Concept
from graph.questions.participation_counts import denominator, figures, left_out, thinned
from graph.questions.participation_coverage import (
    ReachedThere,
    Unclear,
    Unreached,
    reached_rows,
    unclear_rows,
    unreached_rows,
)
from graph.questions.participation_format_words import formats_sentences, ladder_sentences, results_sentences
from graph.questions.participation_formats import FEEDBACK_WEEKS, FormatCheck, format_rows
from graph.questions.participation_groups import GroupConcept, Intermediary, group_rows, intermediary_rows
from graph.questions.participation_ladder import Ladder, ladder_rows
from graph.questions.participation_results import Fed, Unused, fed_rows, unused_rows
from graph.questions.participation_silence import unknown
from graph.questions.participation_view import TO_AREA, TO_GROUP, View
from graph.questions.participation_words import coverage_sentences, groups_sentences
from graph.questions.question import question
from graph.questions.reservations import placeholders_sentence
from graph.questions.scope import AboutScope
from schema.text import Text
from schema.ties import Feeds, Measured, Overlaps, PartOf, TakesPart, Tie

COUNTS: tuple[type[Tie], ...] = tuple(
    dict.fromkeys((*TO_GROUP, TakesPart, *TO_AREA, Feeds, PartOf, Overlaps, Measured, *CONTACT))
)


class Participation(Answer):
    """The answer: concept, intermediaries, coverage, formats, ladder, results."""

    groups: Annotated[
        tuple[GroupConcept, ...],
        Text("Wer beteiligt werden soll und wie erreicht", "Who is to take part, and how reached"),
    ]
    intermediaries: Annotated[
        tuple[Intermediary, ...],
        Text("Intermediäre Instanzen und für wen sie sprechen", "Intermediary instances and whom they speak for"),
    ]
    unreached: Annotated[
        tuple[Unreached, ...],
        Text("Betroffen, aber nicht erreicht", "Concerned, but not reached"),
    ]
    unclear: Annotated[
        tuple[Unclear, ...],
        Text("Betroffen; ob erreicht, ist offen", "Concerned; whether reached is open"),
    ]
    reached: Annotated[tuple[ReachedThere, ...], Text("Erreicht, und durch welches Format", "Reached, by which format")]
    formats: Annotated[
        tuple[FormatCheck, ...],
        Text("Ziel, Zweck und Rückmeldung der Formate", "Goal, purpose and feedback of the formats"),
    ]
    ladder: Annotated[tuple[Ladder, ...], Text("Von klein zu groß", "From small to large")]
    fed: Annotated[tuple[Fed, ...], Text("Wohin die Ergebnisse flossen", "What the results flowed into")]
    unused: Annotated[
        tuple[Unused, ...],
        Text(
            "Formate ohne erfassten Verbleib der Ergebnisse", "Formats whose results are not recorded to flow anywhere"
        ),
    ]


@question(
    "participation",
    title=Text("Beteiligung", "Participation"),
    asks=Text(
        "Wer wird wo durch welches Format erreicht, wer nicht, und was wird aus den Ergebnissen?",
        "Who is reached where by which format, who is not, and what becomes of the results?",
    ),
    definition=Text(
        "Eine Zielgruppe ist in einem Sozialraum erreicht, wenn ein Format, das stattgefunden hat, sie erreicht oder "
        "sie an ihm teilnimmt und wenn es dort, in einem Teil davon oder im umgebenden Raum stattfand; betroffen ist "
        "sie dort, wenn dieselbe Vorlage, Stelle oder Organisation oder derselbe Prozess mit beiden zu tun hat; offen "
        "bleibt es, wo ein Format nicht sagt, wen oder wo, oder in einem überschneidenden Raum lag; das Gewicht ist "
        "der Bedarf mal ein Fünftel des Wertes „schwer erreichbar“ (fehlt eines, gilt die Mitte: {need} oder {hard}); "
        "eine Rückmeldung ist ab {weeks} Wochen nach dem Format fällig.",
        "A target group is reached in a Sozialraum if a format that took place reaches it, or it takes part in it, and "
        "the format was held there, in a part of it or in the area around it; it is concerned there if the same paper, "
        "process, office or organisation has to do with both; it stays open where a format does not say whom or where, "
        "or was held in an area that overlaps; the weight is the need times a fifth of “hard to reach” (where one is "
        "missing, the middle counts: {need} or {hard}); feedback is due from {weeks} weeks after the format.",
    ).format(need=Text(str(MIDDLE_NEED).replace(".", ","), str(MIDDLE_NEED)), hard=MIDDLE_HARD, weeks=FEEDBACK_WEEKS),
    source=Text(
        "van Rießen (Fachtag Integrierte Planung): Partizipation externer Akteure; Frist und Gewicht: eigene Setzung",
        "van Rießen (Fachtag Integrierte Planung): participation of external actors; the weeks and the weight are ours",
    ),
    counts=COUNTS,
    answer=Participation,
    scope=AboutScope,
)
def participation(case: Case[AboutScope]) -> dict[str, Any]:
    """Set the target groups, the Sozialräume and the formats against each other."""
    view = View.of(case.network, case.persons, case.scope.about)
    cells, concept = Cells(view), Concept(view)
    coverage = Coverage(cells, concept)
    unreached, ladder, found = unreached_rows(coverage), ladder_rows(view, concept), thinned(case, cells)
    return {
        "groups": group_rows(cells, concept),
        "intermediaries": intermediary_rows(cells, concept),
        "unreached": unreached,
        "unclear": unclear_rows(coverage),
        "reached": reached_rows(coverage),
        "formats": format_rows(view),
        "ladder": ladder,
        "fed": fed_rows(view),
        "unused": unused_rows(view) if view.feeding.any() else (),
        "summary": (
            *groups_sentences(concept),
            *coverage_sentences(cells, unreached),
            *formats_sentences(view),
            *ladder_sentences(ladder),
            *results_sentences(view),
            *placeholders_sentence(case.network),
        ),
        "denominator": denominator(cells, concept),
        "left_out": left_out(view),
        "robustness": found.report(figures(cells)) if found else None,
        "unknown": unknown(cells, concept),
    }
