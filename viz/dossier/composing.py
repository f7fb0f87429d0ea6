"""A whole dossier of a network and its answers: the parts in the order in which they are read."""

from viz.dossier import opening, words
from viz.dossier.answered import chapter_section, chapters
from viz.dossier.appendix import appendix_section
from viz.dossier.checks import checks_section
from viz.dossier.content import Dossier, Section, legible
from viz.dossier.material import Material
from viz.dossier.method import method_section
from viz.dossier.picture import composed, picture_blocks, picture_tables


def dossier(material: Material) -> Dossier:
    """Write the dossier of a Kommune, or of all that is recorded; the same material gives the same dossier."""
    made = composed(material, material.network)
    title, evidence = material.t(opening.title(made)), appendix_section(material, chapters(material))
    sections = [
        opening.important(material),
        Section("picture", material.t(words.PICTURE), tuple(picture_blocks(material, made)), fresh=True),
        checks_section(material),
        *(chapter_section(material, chapter, answer) for chapter, answer in chapters(material)),
        method_section(material),
        *([evidence] if evidence else []),
        picture_tables(material, made),
    ]
    return legible(
        Dossier(
            material.lang,
            title,
            material.t(words.SUBTITLE),
            opening.facts(material),
            tuple(sections),
            opening.foot(material, title),
        )
    )
