"""Stellschraube 5: the disciplines have agreed on one understanding of planning."""

from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.status import Status
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import about_agency, count, named
from schema.nodes import Document
from schema.text import Text
from schema.ties import Concerns, ContributesTo, IssuedBy, ResponsibleFor, Signed, TakesPart, UnderDirectionOf

SHARED = ("Leitbild", "Konzept", "Glossar")
"""Kinds of documents in which an understanding is set down."""
LEAST = 2

ALL = Text(
    "„{paper}“ ist von allen {all} beteiligten Fachplanungen unterzeichnet.",
    "“{paper}” is signed by all {all} plannings that take part.",
)
SOME = Text(
    "„{paper}“ ist von {n} der {all} beteiligten Fachplanungen unterzeichnet; keine Unterschrift ist erfasst von "
    "{rest}.",
    "“{paper}” is signed by {n} of the {all} plannings that take part; no signature is recorded of {rest}.",
)
NONE = Text(
    "Unter {n} erfassten Leitbildern und Konzepten der Beteiligten ist keines, das mindestens zwei Fachplanungen "
    "unterzeichnet haben.",
    "Among {n} recorded mission statements and concepts of those who take part none is signed by two plannings or "
    "more.",
)
ONE_NONE = Text(
    "„{paper}“ ist nicht von mindestens zwei Fachplanungen unterzeichnet; ein anderes Leitbild oder Konzept der "
    "Beteiligten ist nicht erfasst.",
    "“{paper}” is not signed by two plannings or more; no other mission statement or concept of theirs is recorded.",
)
UNRECORDED = Text(
    "Ob die Fachplanungen ein gemeinsames Planungsverständnis haben, ist unbekannt: Kein Leitbild, Konzept oder "
    "Glossar der Beteiligten ist erfasst.",
    "Whether the plannings share an understanding of planning is unknown: no mission statement, concept or glossary of "
    "those who take part is recorded.",
)
TOO_FEW = Text(
    "Ob die Fachplanungen ein gemeinsames Planungsverständnis haben, ist unbekannt: Es sind nicht mindestens zwei "
    "Fachplanungen erfasst.",
    "Whether the plannings share an understanding of planning is unknown: fewer than two plannings are recorded.",
)


@check(
    5,
    "planungsverstaendnis",
    title=Text("Gemeinsames Planungsverständnis", "A shared understanding of planning"),
    demand=Text(
        "Haben die beteiligten Fachdisziplinen ihre Planungsphilosophien angeglichen?",
        "Have the disciplines that take part brought their philosophies of planning into line?",
    ),
    definition=Text(
        "Erfüllt, wenn alle beteiligten Fachplanungen dasselbe Leitbild, Konzept oder Glossar unterzeichnet haben; "
        "teilweise ab zweien. Für eine Fachplanung unterzeichnet auch die zuständige Einheit.",
        "Met when all plannings that take part have signed the same mission statement, concept or glossary; partly "
        "from two of them on. The unit in charge signs for its planning too.",
    ),
    counts=(Signed, ResponsibleFor, TakesPart, ContributesTo, IssuedBy, Concerns, UnderDirectionOf),
)
def planungsverstaendnis(ground: Ground) -> Verdict:
    """Look for the document that most of the Fachplanungen have signed."""
    plannings, papers = ground.plannings, _papers(ground)
    if len(plannings) < LEAST:
        return _verdict(ground, Status.UNKNOWN, TOO_FEW)
    signed = {i: _signers(ground, i) for i in papers}
    best = max(papers, key=lambda i: (len(signed[i]), -i), default=None)
    if best is None:
        return _verdict(ground, Status.UNKNOWN, UNRECORDED)
    paper = ground.network.name(best)
    if len(signed[best]) < LEAST:
        text = (ONE_NONE if len(papers) == 1 else NONE).format(n=len(papers), paper=paper)
        return _verdict(ground, Status.MISSING, text, against=ground.ids(*papers))
    rest = sorted(set(plannings) - signed[best])
    text = (SOME if rest else ALL).format(
        paper=paper, n=len(signed[best]), all=len(plannings), rest=named(ground, rest)
    )
    links = ground.links(Signed).into(best)
    return _verdict(
        ground,
        Status.PARTLY if rest else Status.MET,
        text,
        speaking_for=(ground.network.ids[best], *(link.id for link in links)),
        against=ground.ids(*rest),
        best=best,
    )


def _verdict(
    ground: Ground,
    status: Status,
    text: Text,
    best: int | None = None,
    *,
    speaking_for: tuple[str, ...] = (),
    against: tuple[str, ...] = (),
) -> Verdict:
    return Verdict(
        status,
        text,
        about_agency(ground),
        _looked_at(ground),
        speaking_for,
        against,
        change=None if status is Status.MET else _change(ground, best),
    )


def _papers(ground: Ground) -> list[int]:
    """List the documents of these kinds, in force, with which the Fachplanungen or their units have to do."""
    concerned = {*ground.plannings, *ground.units, *ground.agencies}
    concerned |= {i for planning in ground.plannings for i in ground.in_charge(planning)}
    tied = ground.links(Signed, ContributesTo).out(*sorted(concerned))
    by = ground.links(IssuedBy, UnderDirectionOf, Concerns).into(*sorted(concerned))
    known = {link.end for link in tied} | {link.start for link in by}
    return [i for i in ground.papers(*SHARED) if i in known and ground.in_force(i)]


def _signers(ground: Ground, paper: int) -> set[int]:
    """List the Fachplanungen in question that signed a document, themselves or by a unit in charge."""
    hands = {link.start for link in ground.links(Signed).into(paper)}
    return {i for i in ground.plannings if hands & {i, *ground.in_charge(i)}}


def _looked_at(ground: Ground) -> tuple[Count, ...]:
    return (
        count("Fachplanungen", "plannings", len(ground.plannings)),
        count("Leitbilder und Konzepte", "mission statements and concepts", len(_papers(ground))),
    )


def _change(ground: Ground, best: int | None) -> Change:
    """Propose the signatures that are lacking, under the document that has most, or under a new one."""
    draft = Draft(ground, 5)
    done = set() if best is None else set(ground.ids(*_signers(ground, best)))
    name = "Gemeinsames Planungsverständnis (Vorschlag)" if best is None else ground.network.name(best)
    fields = {"kind": "Leitbild", "dated": ground.day}
    paper = ground.network.ids[best] if best is not None else draft.node(Document, "leitbild", name, **fields)
    for planning in draft.plannings(LEAST):
        if planning not in done:
            draft.tie(Signed, planning, paper)
    text = Text("Alle beteiligten Fachplanungen unterzeichnen „{name}“.", "All plannings that take part sign “{name}”.")
    return draft.change(text.format(name=name))
