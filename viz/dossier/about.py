"""The dossier of one actor, Sozialraum or other record: what it is, what it is tied to, where the answers name it."""

from dataclasses import replace

from graph.neighbourhood import neighbourhood, position
from graph.network import Network
from graph.questions.naming import kind_text
from schema.catalogue import features
from schema.errors import NotFoundError
from schema.nodes import NODES
from schema.record import VISIBILITY_LABELS, Visibility
from viz import page_words
from viz.answer_rows import has_level
from viz.dossier import opening, words
from viz.dossier.about_answers import about_answers, about_checks, named
from viz.dossier.about_ties import ties_section, told
from viz.dossier.appendix import appendix_section
from viz.dossier.content import Dossier, Facts, Paragraph, Section, legible
from viz.dossier.material import Material
from viz.dossier.method import question_method
from viz.dossier.picture import composed, picture_blocks, picture_tables
from viz.levels import words as level_words

NEIGHBOURS = 60
"""Neighbours that are drawn; those nearest by id where there are more."""
_NOT_TOLD = ("name", "geometry")
_OF_A_PART = (level_words.NOT_LIFEWORLD, level_words.NO_LIFTS_AT_ALL)
"""What a picture says where a part of the network holds no more, though the whole does."""


def about(material: Material, wanted: str) -> Dossier:
    """Write the dossier of the record with an id or name; `NotFoundError` where this reader finds none, or several."""
    i = _found(material.network, wanted)
    id = material.network.ids[i]
    title = material.network.name(i).strip() or material.t(page_words.NAMELESS)
    found = named(material, id)
    evidence = appendix_section(material, found)
    pictures, tables = _picture(material, id)
    sections = (
        Section("what", material.t(words.WHAT_IT_IS), (_facts(material, i),)),
        *pictures,
        ties_section(material, i),
        about_answers(material, found),
        *about_checks(material, id),
        *_method(material, [answer.question for _, answer in found]),
        *([evidence] if evidence else []),
        *tables,
    )
    subtitle = material.t(words.ABOUT.format(type=kind_text(material.network, i)))
    facts, foot = opening.facts(material), opening.foot(material, title)
    return legible(Dossier(material.lang, title, subtitle, facts, sections, foot))


def _found(network: Network, wanted: str) -> int:
    """Find a record by its id, or by its name where only one has it."""
    named_so = [i for i in range(network.n) if network.name(i) == wanted] if wanted not in network.index else []
    if len(named_so) > 1:
        ids = ", ".join(network.ids[i] for i in named_so[:NEIGHBOURS])
        raise NotFoundError(words.SEVERAL.format(name=wanted), words.TAKE_ID.format(ids=ids))
    return named_so[0] if named_so else position(network, wanted)


def _facts(material: Material, i: int) -> Facts:
    """Tell every field of a record that says something, with its source."""
    row, cls = material.network.node_rows[i], NODES[material.network.node_type[i]]
    rows = [(material.t(words.TYPE), material.t(cls.label))]
    for feature in sorted(features(cls), key=lambda one: one.name in ("id", "source", "as_of")):
        value = row.get(feature.name)
        if told(feature.name, value) and feature.name not in _NOT_TOLD:
            said = VISIBILITY_LABELS[Visibility(str(value))] if feature.name == "visibility" else value
            rows.append((material.t(feature.label), material.cell(said)))
    return Facts(tuple(rows))


def _picture(material: Material, id: str) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Draw what stands on a level among its neighbours, and give the picture as tables; nothing for a matter."""
    if not has_level(material.network, id):
        return (), ()
    near = neighbourhood(material.network, id, limit=NEIGHBOURS)
    made = composed(material, near.network, id)
    if any(remark in _OF_A_PART for remark in made.remarks()):
        made, near = composed(material, material.network, id), replace(near, left_out=0)
    note = (Paragraph(material.t(words.LEFT_OUT.format(n=near.left_out)), "note"),) if near.left_out else ()
    title = material.t(words.NEIGHBOURHOOD)
    return (Section("picture", title, (*picture_blocks(material, made), *note)),), (picture_tables(material, made),)


def _method(material: Material, questions: list[str]) -> tuple[Section, ...]:
    """Say how the answers came about in which it stands."""
    parts = tuple(question_method(material, material.answers[name]) for name in questions)
    lead = Paragraph(material.t(words.METHOD_LEAD), "lead")
    return (Section("method", material.t(words.METHOD), (lead,), parts, fresh=True),) if parts else ()
