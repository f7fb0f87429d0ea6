"""The picture of the levels for a dossier, and what it shows in words and as tables."""

from collections.abc import Iterator

from graph.network import Network
from graph.questions.naming import listing
from schema.text import Text
from viz import page_words
from viz.dossier import words
from viz.dossier.content import Block, Column, Figure, Paragraph, Points, Section, Table
from viz.dossier.material import Material
from viz.dossier.tables import shown
from viz.levels.composing import Composition, compose
from viz.levels.marks import marks_of
from viz.levels.pictures import drawn
from viz.levels.table import tabled

NAMED, LINKS = 8, 6
"""Elements and links that are named in words; the tables have them all."""
ELEMENT_ROWS, LINK_ROWS = 200, 60


def composed(material: Material, network: Network, focus: str | None = None) -> Composition:
    """Compose the picture of a network that is cut already, with what the answers mark."""
    return compose(network, marks_of(material.answers), focus=focus, persons=True)


def picture_blocks(material: Material, made: Composition) -> Iterator[Block]:
    """Give the picture, and below it in words what it marks and what it leaves out."""
    lead = _marked(material, made)
    yield Figure(
        drawn(made, material.lang),
        material.t(made.title),
        material.t(words.ALT).format(said="".join(f"{sentence}. " for sentence in lead)),
    )
    said = (*lead, *_strongest(material, made), *map(material.t, made.remarks()))
    if said:
        yield Points(said, material.t(words.IN_WORDS))
    else:
        yield Paragraph(material.t(page_words.NO_DATA), "note")


def _marked(material: Material, made: Composition) -> tuple[str, ...]:
    """Name the elements that are marked as multipliers and as gaps."""
    starred = [element.name for element in made.elements if made.multiplier(element)]
    gaps = [element.name for element in made.elements if element.key in made.gaps]
    said = ((words.MULTIPLIERS, starred), (words.GAPS, gaps))
    return tuple(
        material.t(words.SAID.format(what=what, names=listing(map(material.t, names), NAMED)))
        for what, names in said
        if names
    )


def _strongest(material: Material, made: Composition) -> tuple[str, ...]:
    """Name the lift links with most evidence."""
    names = {element.key: material.t(element.name) for element in made.elements}
    lifts = sorted((link for link in made.shown if link.kind == "lift"), key=lambda link: (-link.weight, link.ends))
    said = "; ".join(f"{names[link.a]} – {names[link.b]} ({link.weight})" for link in lifts[:LINKS])
    return (material.t(words.STRONGEST.format(links=said)),) if lifts else ()


def picture_tables(material: Material, made: Composition) -> Section:
    """Give the whole picture as tables: who stands in it, which lines are drawn, which contact is missing."""
    tables = tuple(
        found for found in (_elements(material, made), _links(material, made), _gaps(material, made)) if found
    )
    empty = (Paragraph(material.t(page_words.NO_DATA), "note"),)
    return Section("picture-tables", material.t(words.PICTURE_TABLES), tables or empty, fresh=True)


def _elements(material: Material, made: Composition) -> Table | None:
    t, p = material.t, page_words
    rows = tuple(
        (
            t(row.name).strip() or t(p.NAMELESS),
            t(row.type),
            t(row.level),
            t(row.place) if row.place else "–",
            str(row.ties),
            str(row.lifts),
            "\n".join(map(t, row.marks)) or "–",
        )
        for row in tabled(made).elements
    )
    columns = (p.ELEMENT, p.TYPE, p.LEVEL, p.PLACE, p.TIES, p.LIFTS, p.MARKED)
    return _table(material, p.ELEMENTS, columns, rows, ELEMENT_ROWS, figures=(p.TIES, p.LIFTS))


def _links(material: Material, made: Composition) -> Table | None:
    t, p = material.t, page_words
    rows = tuple(
        (t(row.first), t(row.second), t(row.kind), t(row.through), str(row.ties), str(row.evidence))
        for row in tabled(made).links
    )
    columns = (p.FROM, p.TO, p.KIND, p.THROUGH, p.TIES, p.EVIDENCE)
    return _table(material, p.LINKS, columns, rows, LINK_ROWS, figures=(p.TIES, p.EVIDENCE))


def _gaps(material: Material, made: Composition) -> Table | None:
    t, p = material.t, page_words
    rows = tuple((t(row.first), t(row.second), t(row.shared)) for row in tabled(made).missing)
    return _table(material, p.MISSING, (p.FROM, p.TO, p.SHARED), rows, LINK_ROWS)


def _table(
    material: Material,
    title: Text,
    columns: tuple[Text, ...],
    rows: tuple[tuple[str, ...], ...],
    most: int,
    figures: tuple[Text, ...] = (),
) -> Table | None:
    if not rows:
        return None
    headings = tuple(Column(material.t(heading), heading in figures) for heading in columns)
    note = shown(material, min(most, len(rows)), len(rows))
    return Table(material.t(title), headings, rows[:most], note=note, small=True)
