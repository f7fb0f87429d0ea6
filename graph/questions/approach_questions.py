"""What is not known yet about those who are to be won, as questions that a planner can really ask."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from graph.questions.answer import Finding, Ref
from graph.questions.approach_asking import (
    ABOUT,
    ASKED,
    ASKED_OF_OTHERS,
    ASKED_ON,
    MISSING,
    TOGETHER,
    WHO_KNOWS,
    WHO_KNOWS_PERSON,
)
from graph.questions.approach_plan import Plan
from graph.questions.chains import FAR
from graph.questions.contacts import SHOWN
from graph.questions.naming import listing, ref
from schema.nodes import NODES, Person
from schema.text import Text

MOST = 12
"""Questions that are proposed; more are not asked in one round."""


class Ask(Finding):
    """One question in the words in which to ask it, whom to ask it, and what it would tell about whom."""

    question: Annotated[Text, Text("Frage", "question")]
    whom: Annotated[tuple[Ref, ...], Text("Wen fragen (– = im eigenen Haus)", "whom to ask (– = in the own house)")]
    about: Annotated[tuple[Ref, ...], Text("Über wen", "about whom")]
    missing: Annotated[Text, Text("Noch nicht bekannt", "not known yet")]


def ask_rows(plan: Plan, wanted: Sequence[int]) -> tuple[Ask, ...]:
    """Propose the first questions; who can be asked the same in the same words shares a row."""
    return tuple(_ask(plan, question, asked) for question, asked in list(_asked(plan, wanted).items())[:MOST])


def open_about(plan: Plan, wanted: Sequence[int]) -> list[int]:
    """List those of whom something is not known, in the given order, then those with an interest but out of reach."""
    return [i for i in (*wanted, *plan.out_of_reach) if _gaps(plan, i)]


def later(plan: Plan, wanted: Sequence[int]) -> int:
    """Count those about whom nothing is proposed yet."""
    return sum(len(asked) for asked in list(_asked(plan, wanted).values())[MOST:])


def _asked(plan: Plan, wanted: Sequence[int]) -> dict[Text, list[int]]:
    """Give for each question the actors about whom it is asked, in order."""
    found: dict[Text, list[int]] = {}
    for i in open_about(plan, wanted):
        said = [text.format(matter=_matter(plan), name=plan.contacts.network.name(i)) for text in _words(plan, i)]
        question = Text(" ".join(text.de for text in said), " ".join(text.en for text in said))
        found.setdefault(question, []).append(i)
    return found


def _matter(plan: Plan) -> Text:
    return TOGETHER if plan.about is None else ABOUT.format(name=plan.about)


def _gaps(plan: Plan, i: int) -> list[str]:
    """Name what is not recorded of an actor; who cannot be reached has to be found first."""
    if plan.ways.far[i] == FAR and plan.ways.started:
        return ["way"]
    recorded = {"concern": plan.voiced, "benefit": plan.known.benefits, "attitude": plan.known.attitude}
    return [gap for gap, of in recorded.items() if i not in of]


def _words(plan: Plan, i: int) -> Iterator[Text]:
    """Ask the actor itself, or who could introduce it, or the own house where no way is known."""
    person = NODES[plan.contacts.network.node_type[i]] is Person
    at_level = ASKED_ON.get(int(plan.contacts.level[i]), {})
    for gap in _gaps(plan, i):
        if gap == "way":
            yield WHO_KNOWS_PERSON if person else WHO_KNOWS
        else:
            yield ASKED_OF_OTHERS[gap] if plan.ways.far[i] > 1 else at_level.get(gap, ASKED[gap])


def _whom(plan: Plan, i: int) -> list[int]:
    """Say whom to ask about an actor; nobody outside the own house where no way is known."""
    path = plan.ways.to(i)
    return [path[-2]] if len(path) > 2 else [i] if _gaps(plan, i) != ["way"] else []


def _ask(plan: Plan, question: Text, asked: list[int]) -> Ask:
    network, missing = plan.contacts.network, [MISSING[gap] for gap in _gaps(plan, asked[0])]
    whom = dict.fromkeys(k for i in asked[:SHOWN] for k in _whom(plan, i))
    return Ask(
        question=question,
        whom=tuple(ref(network, k) for k in whom),
        about=tuple(ref(network, i) for i in asked[:SHOWN]),
        missing=Text(listing([text.de for text in missing]).de, listing([text.en for text in missing]).en),
        evidence=tuple(dict.fromkeys(id for i in asked[:SHOWN] for id in (network.ids[i], *plan.ways.evidence(i)))),
    )
