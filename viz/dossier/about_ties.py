"""The ties of one record, grouped by what joins, with dates and sources."""

from collections.abc import Iterator

import numpy as np

from graph.network import Properties
from graph.questions.naming import kind_text
from graph.questions.written import NOTHING
from schema.catalogue import features
from schema.text import Text
from schema.ties import CONTACT_LABELS, TIES, ContactKind, Tie
from viz.dossier import words
from viz.dossier.content import Column, Paragraph, Section, Table
from viz.dossier.material import Material
from viz.dossier.tables import shown
from viz.page_words import ELEMENT

ROWS = 25
"""Ties of one type that are printed."""
_HEADINGS = (ELEMENT, words.TYPE, words.VALID, words.DETAILS, words.AS_OF, words.SOURCE)
_COMMON = frozenset(Tie.model_fields) - {"derived", "rule", "count", "note"}


def ties_section(material: Material, i: int) -> Section:
    """Write the ties of a node, one table for each type of tie and each direction."""
    network = material.network
    tables = tuple(
        _table(material, words.OUT if here is network.start else words.IN, i, ties)
        for code in range(len(TIES))
        for here in (network.start, network.end)
        if (ties := np.flatnonzero((here == i) & (network.tie_type == code)).tolist())
    )
    none = (Paragraph(material.t(words.NO_TIES), "note"),)
    return Section("ties", material.t(words.TIES), tables or none)


def _table(material: Material, title: Text, i: int, ties: list[int]) -> Table:
    """Write ties of one type and direction; a column that says nothing of any of them is left out."""
    rows = [_row(material, i, j) for j in ties[:ROWS]]
    kept = [n for n in range(len(_HEADINGS)) if any(row[n] != NOTHING for row in rows)]
    verb = TIES[material.network.tie_type[ties[0]]].label
    return Table(
        material.t(title.format(name=material.network.name(i), verb=verb)),
        tuple(Column(material.t(_HEADINGS[n])) for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
        note=shown(material, len(rows), len(ties)),
    )


def _row(material: Material, i: int, j: int) -> tuple[str, ...]:
    network, row = material.network, material.network.tie_rows[j]
    other = network.end[j] if network.start[j] == i else network.start[j]
    return (
        network.name(other),
        material.t(kind_text(network, other)),
        " ".join(_valid(material, row)) or NOTHING,
        "\n".join(_details(material, TIES[network.tie_type[j]], row)) or NOTHING,
        material.cell(row.get("as_of")),
        str(row["source"]),
    )


def _valid(material: Material, row: Properties) -> Iterator[str]:
    ends: tuple[tuple[str, Text], ...] = (("valid_from", words.SINCE), ("valid_to", words.UNTIL))
    for field, text in ends:
        if row.get(field) is not None:
            yield material.t(text.format(day=material.cell(row[field])))


def _details(material: Material, cls: type[Tie], row: Properties) -> Iterator[str]:
    """Tell the fields of the type's own that say something."""
    for feature in (one for one in features(cls) if one.name not in _COMMON):
        value = row.get(feature.name)
        if told(feature.name, value):
            said = CONTACT_LABELS[ContactKind(str(value))] if feature.name == "contact_kind" else value
            yield f"{material.t(feature.label)}: {material.cell(said)}"


def told(field: str, value: object) -> bool:
    """Say whether a field is worth telling: it is set, and not to what holds of most records."""
    return value not in (None, False, (), "") and not (field == "confidence" and value == 1)
