"""The first page: of what day, data and place the dossier is, who may read it, and the most important."""

from collections import Counter

from graph.questions.question import NOTHING
from graph.stellschrauben.status import STATUS_LABELS
from schema.text import Text
from viz import page_words
from viz.dossier import words
from viz.dossier.answered import chapters
from viz.dossier.content import Facts, Paragraph, Points, Section
from viz.dossier.material import Material
from viz.levels.composing import Composition
from viz.levels.counting import grouped

SENTENCES = 7
"""Sentences on the first page at most."""
FOOT = 90
"""Characters of the title that stand at the foot of each page."""


def facts(material: Material) -> Facts:
    """Say what the dossier is of, and who may read it."""
    network, t = material.network, material.t
    rows = [(words.DAY, t(words.ALL_TIMES) if network.as_of is None else material.cell(network.as_of))]
    if network.kommune is not None:
        rows.append((words.KOMMUNE, network.name(network.index[network.kommune])))
    if network.scenario is not None:
        rows.append((words.SCENARIO, t(words.TRIED.format(name=network.scenario))))
    rows.append((words.BASIS, t(words.SIZE.format(n=grouped(network.n), m=grouped(network.m)))))
    if network.version:
        rows.append((words.VERSION, str(network.version)))
    rows.append((words.READERS, t(words.READER[material.scope.visibility])))
    rows.append((words.PERSONS, t(words.NAMED if material.scope.persons else words.NOT_NAMED)))
    return Facts(tuple((t(label), value) for label, value in rows))


def foot(material: Material, title: str) -> str:
    """Say in one line what stands on every page."""
    day, scenario = material.network.as_of, material.network.scenario
    name = title if len(title) <= FOOT else title[: FOOT - 1].rstrip() + "…"
    parts = [name, material.t(words.READER[material.scope.visibility]).partition(":")[0]]
    parts += [material.cell(day)] if day else []
    parts += [f"{material.t(words.SCENARIO)}: {scenario}"] if scenario is not None else []
    return " · ".join(parts)


def important(material: Material) -> Section:
    """Write the page that says the most important, drawn from the summaries of the answers."""
    said = [
        material.t(answer.summary[n])
        for chapter, answer in chapters(material)
        for n in sorted({min(n, len(answer.summary) - 1) for n in chapter.sentences})
        if answer.summary[n] != NOTHING
    ]
    sentences = (_checks(material), *(said or [material.t(words.NOTHING)]))
    return Section(
        "important",
        material.t(words.IMPORTANT),
        (Points(sentences[:SENTENCES]), Paragraph(material.t(page_words.FOOT), "note")),
    )


def _checks(material: Material) -> str:
    """Say how many of the Stellschrauben stand how."""
    found = Counter(result.status for result in material.checks)
    parts = ", ".join(
        f"{found[status]} {material.t(label)}" for status, label in STATUS_LABELS.items() if found[status]
    )
    return material.t(words.CHECKED.format(parts=parts))


def title(made: Composition) -> Text:
    """Title the dossier by the Kommune whose picture it shows."""
    home = made.reading.home
    return words.NO_HOME if home is None else words.TITLE.format(home=made.network.name(home))
