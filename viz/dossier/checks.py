"""The ten Stellschrauben in a dossier: how each stands, and what would change it."""

from graph.stellschrauben.result import Result
from viz import page_words
from viz.dossier import words
from viz.dossier.content import Column, Paragraph, Section, Table
from viz.dossier.material import Material


def checks_section(material: Material) -> Section:
    """Write the ten Stellschrauben as a table: sign and word, the finding, and what would change it."""
    t, p = material.t, page_words
    note = next((result.day_note for result in material.checks if result.day_note), None)
    found = Table(
        t(p.HOW_IT_STANDS),
        tuple(Column(t(heading)) for heading in (p.NUMBER, p.STELLSCHRAUBE, p.STATUS, p.FINDING)),
        tuple(
            (str(result.number), t(result.title), f"{result.symbol} {t(result.label)}", _finding(material, result))
            for result in material.checks
        ),
        head=1,
        statuses=tuple(result.status.value for result in material.checks),
    )
    notes = (Paragraph(t(note), "note"),) if note else ()
    return Section("checks", t(p.CHECK_LIST), (Paragraph(t(p.CHECK_HINT), "lead"), found, *notes), fresh=True)


def _finding(material: Material, result: Result) -> str:
    sentence = material.t(result.sentence)
    if result.proposal is None:
        return sentence
    return f"{sentence}\n{material.t(words.WOULD_CHANGE.format(text=result.proposal.text))}"
