"""What the formats come to, in sentences: what they lack, whether they began small, what they were used for."""

from collections.abc import Sequence

from graph.questions.naming import listing, some
from graph.questions.participation_formats import FEEDBACK_WEEKS, PARTS, overdue, states
from graph.questions.participation_ladder import CLIMBING, LARGE_FIRST, Ladder
from graph.questions.participation_results import unused
from graph.questions.participation_view import View
from schema.text import Text

NAMED_FORMATS = 3
"""Formats without feedback that the summary names."""


def formats_sentences(view: View) -> tuple[Text, ...]:
    """Say what the formats lack, and who waits for an answer."""
    found = states(view)
    lacking = sum(bool(one.missing) for one in found)
    if not found or not lacking:
        return (ALL_COMPLETE,) if found else ()
    counted = ((part, sum(part in one.missing for one in found)) for part in PARTS)
    parts = [PART.format(part=part, n=n) for part, n in counted if n]
    listed = Text(listing(part.de for part in parts).de, listing(part.en for part in parts).en)
    said = [INCOMPLETE.format(n=lacking, all=_formats(len(found)), parts=listed)]
    late = overdue(view)
    if late:
        names = _quoted([view.network.name(i) for i in late], NAMED_FORMATS)
        said.append(OVERDUE.format(weeks=FEEDBACK_WEEKS, names=names))
    return tuple(said)


def ladder_sentences(ladders: tuple[Ladder, ...]) -> tuple[Text, ...]:
    """Say where large came before small, and where participation grew."""
    said = []
    for verdict, text in ((LARGE_FIRST, LARGE_BEFORE_SMALL), (CLIMBING, GREW)):
        names = [row.matter.name for row in ladders if row.verdict == verdict]
        said += [text.format(names=_quoted(names))] if names else []
    return tuple(said)


def results_sentences(view: View) -> tuple[Text, ...]:
    """Say of how many formats it is not recorded what became of the results."""
    held, nodes = int(view.held[view.formats].sum()), unused(view).tolist()
    if not held or not view.feeding.any():
        return ()
    if not nodes:
        return (ALL_FED,)
    names = listing(sorted(view.network.name(i) for i in nodes))
    return (UNUSED.format(n=len(nodes), all=_formats(held), names=names),)


def _formats(n: int) -> Text:
    return some(n, Text("Format", "format"), Text("Formaten", "formats"))


def _quoted(names: Sequence[str], most: int = 5) -> Text:
    """Write names as an enumeration, each between the quotation marks of the language."""
    de, en = (listing((quote.replace("…", name) for name in names), most) for quote in ("„…“", "“…”"))
    return Text(de.de, en.en)


ALL_COMPLETE = Text(
    "Ziel und Zweck sind bei allen betrachteten Formaten erfasst, ebenso jede fällige Rückmeldung.",
    "Goal and purpose are recorded of all formats that were looked at, and so is all feedback that is due.",
)
INCOMPLETE = Text("Bei {n} von {all} fehlt eine Angabe: {parts}.", "An entry is missing in {n} of {all}: {parts}.")
PART = Text("{part} bei {n}", "{part} in {n}")
OVERDUE = Text(
    "Auch {weeks} Wochen danach oder später ist keine Rückmeldung erfasst bei: {names}.",
    "Even {weeks} weeks after them or later no feedback is recorded of: {names}.",
)
LARGE_BEFORE_SMALL = Text(
    "Groß vor klein: Das größte Format stand am Anfang bei {names}.",
    "Large before small: the largest format came first at {names}.",
)
GREW = Text(
    "Von klein zu groß wuchs die Beteiligung bei {names}.", "Participation grew from small to large at {names}."
)
ALL_FED = Text(
    "Die Ergebnisse aller Formate, die stattgefunden haben, sind in einen Prozess oder ein Dokument eingeflossen.",
    "The results of all formats that took place flowed into a process or document.",
)
UNUSED = Text(
    "Bei {n} von {all} ist nicht erfasst, wohin die Ergebnisse geflossen sind: {names}.",
    "Of {n} of {all} it is not recorded what the results flowed into: {names}.",
)
