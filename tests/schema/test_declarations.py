"""What the declarations promise: labels in both languages, a gloss, visible colours, ends that exist."""

import pytest

from schema import catalogue, dictionary
from schema.json_schema import json_schema
from schema.levels import STOREYS, Level
from schema.nodes import NODES, Committee, Department, Document, Node, Organisation, Person, Sozialraum
from schema.palette import LEVEL_COLOURS, NODE_COLOURS
from schema.record import Record
from schema.ties import TIES, ActiveIn, CooperatesWith, Tie

ALL: tuple[type[Record], ...] = (*NODES, *TIES)


@pytest.mark.parametrize("cls", ALL, ids=lambda cls: cls.__name__)
def test_every_type_and_field_has_a_label_in_both_languages(cls: type[Record]) -> None:
    labels = [cls.label, *(item.label for item in catalogue.features(cls))]
    assert all(label.de.strip() and label.en.strip() for label in labels)
    named = {item.name for item in catalogue.features(cls) if item.label.de == item.name}
    assert named == set(), "a field without a Text in its annotation falls back to its name"
    assert cls.__doc__


def test_every_german_name_has_a_gloss_that_is_not_the_name() -> None:
    for name, gloss in dictionary.glosses().items():
        assert gloss.strip()
        if name not in {"Person", "Organisation", "Format", "Tandem"}:  # the same word in both languages
            assert gloss.casefold() != name.casefold()


def test_type_names_are_unique_over_nodes_and_ties() -> None:
    names = [catalogue.type_name(cls) for cls in ALL]
    assert len(set(names)) == len(names)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", sorted({*NODE_COLOURS.values(), *LEVEL_COLOURS.values()}))
def test_colours_stand_out_from_white_three_to_one(colour: str) -> None:
    assert 1.05 / (_luminance(colour) + 0.05) >= 3


@pytest.mark.parametrize(
    ("node", "level"),
    [
        (Committee(id="a", source="t", name="Kreistag", kind="Kreistag"), Level.POLITICS),
        (Committee(id="a", source="t", name="Konferenz", kind="Sozialraumkonferenz"), Level.LIFEWORLD),
        (Committee(id="a", source="t", name="Runde"), Level.UNKNOWN),
        (Department(id="a", source="t", name="Amt 51", kind="Amt"), Level.ADMINISTRATION),
        (Department(id="a", source="t", name="Amt 51", level=Level.POLITICS), Level.POLITICS),
        (Organisation(id="a", source="t", name="Jobcenter", kind="Jobcenter"), Level.ADMINISTRATION),
        (Organisation(id="a", source="t", name="Verein", kind="Schützenverein"), Level.LIFEWORLD),
        (Organisation(id="a", source="t", name="?", level=Level.UNKNOWN), Level.UNKNOWN),
        (Sozialraum(id="a", source="t", name="Nordstadt"), Level.LIFEWORLD),
        (Person(id="a", source="t", name="A. Muster"), Level.UNKNOWN),
        (Document(id="a", source="t", name="Beschluss", level=Level.POLITICS), None),
    ],
)
def test_level_follows_entry_then_kind_then_type(node: Node, level: Level | None) -> None:
    assert node.standing() == level


def test_unknown_is_no_storey() -> None:
    assert Level.UNKNOWN not in STOREYS


@pytest.mark.parametrize("tie", TIES, ids=lambda tie: tie.verb)
def test_every_tie_names_ends_that_are_declared_nodes(tie: type[Tie]) -> None:
    assert tie.ends
    for starts, ends in tie.ends:
        assert set(starts) <= set(NODES)
        assert set(ends) <= set(NODES)


def test_a_tie_joins_only_what_it_names() -> None:
    assert ActiveIn.joins(Department, Sozialraum)
    assert not ActiveIn.joins(Sozialraum, Department)
    assert CooperatesWith.joins(Person, Organisation)
    assert not CooperatesWith.joins(Person, Document)


def test_json_schema_holds_every_type_with_both_titles() -> None:
    definitions = json_schema()["$defs"]
    for cls in ALL:
        assert definitions[cls.__name__]["title"] == cls.label.de
        assert definitions[cls.__name__]["x-title-en"] == cls.label.en


def test_dictionary_names_every_type_and_field() -> None:
    text = dictionary.data_dictionary()
    for cls in ALL:
        assert f"### {catalogue.type_name(cls)}:" in text
        assert all(f"| `{item.name}` |" in text for item in catalogue.features(cls))


def test_one_constraint_for_nodes_and_one_for_each_tie() -> None:
    assert len(catalogue.constraints()) == 1 + len(TIES)


def test_official_keys_are_indexed() -> None:
    assert {statement.split("(n.")[1].rstrip(")") for statement in catalogue.indexes()} == {"ags", "ars"}


def test_load_queries_name_types_of_the_schema_alone() -> None:
    assert all(f":Record:{name})" in catalogue.load_nodes(name) for name in catalogue.NODE_TYPES)
    assert all(f"[r:{verb}]" in catalogue.load_ties(verb) for verb in catalogue.TIE_TYPES)
