"""What is not known yet about those who are to be won, as questions that a planner can really ask."""

from collections.abc import Sequence
from typing import Annotated

from graph.questions.answer import Finding, Ref
from graph.questions.approach_asking import ABOUT, ASKED, ASKED_OF_OTHERS, ASKED_ON, MISSING, TOGETHER, WHO_KNOWS
from graph.questions.approach_plan import Plan
from graph.questions.chains import FAR
from graph.questions.naming import listing, ref
from schema.text import Text

MOST = 12
"""Actors about whom questions are proposed; more are not asked in one round."""


class Ask(Finding):
    """What is not known yet about one actor, whom to ask, and in which words."""

    about: Annotated[Ref, Text("Über wen", "about whom")]
    missing: Annotated[Text, Text("Noch nicht bekannt", "not known yet")]
    whom: Annotated[Ref | None, Text("Wen fragen (– = im eigenen Haus)", "whom to ask (– = in the own house)")]
    question: Annotated[Text, Text("Frage", "question")]


def ask_rows(plan: Plan, wanted: Sequence[int]) -> tuple[Ask, ...]:
    """Propose questions about the first of the wanted actors of whom something is not known."""
    return tuple(_ask(plan, i) for i in open_about(plan, wanted)[:MOST])


def open_about(plan: Plan, wanted: Sequence[int]) -> list[int]:
    """List those of whom something is not known, in the given order, then those with an interest but out of reach."""
    return [i for i in (*wanted, *plan.out_of_reach) if _gaps(plan, i)]


def _gaps(plan: Plan, i: int) -> list[str]:
    """Name what is not recorded of an actor; who cannot be reached has to be found first."""
    if plan.ways.far[i] == FAR and plan.ways.started:
        return ["way"]
    recorded = {"concern": plan.voiced, "benefit": plan.known.benefits, "attitude": plan.known.attitude}
    return [gap for gap, of in recorded.items() if i not in of]


def _ask(plan: Plan, i: int) -> Ask:
    """Ask the actor itself, or who could introduce it, or the own house where no way is known."""
    network, gaps, path = plan.contacts.network, _gaps(plan, i), plan.ways.to(i)
    missing = [MISSING[gap] for gap in gaps]
    matter = ABOUT.format(name=plan.about) if plan.about is not None else TOGETHER
    if gaps == ["way"]:
        asked, whom = [WHO_KNOWS], None
    elif len(path) > 2:
        asked, whom = [ASKED_OF_OTHERS[gap] for gap in gaps], path[-2]
    else:
        words = ASKED_ON.get(int(plan.contacts.level[i]), {})
        asked, whom = [words.get(gap, ASKED[gap]) for gap in gaps], i
    said = [text.format(matter=matter, name=network.name(i)) for text in asked]
    return Ask(
        about=ref(network, i),
        missing=Text(listing([text.de for text in missing]).de, listing([text.en for text in missing]).en),
        whom=None if whom is None else ref(network, whom),
        question=Text(" ".join(text.de for text in said), " ".join(text.en for text in said)),
        evidence=tuple(dict.fromkeys([network.ids[i], *plan.ways.evidence(i)])),
    )
