"""Networks as people keep them: each file is written here by hand, and says itself what has to come out."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.intake.account import Account
from graph.intake.networks.making import escaped
from graph.intake.networks.vocabulary import ENDS, FIELDS, HEADINGS, MEMBERS
from graph.intake.reader import Manner
from graph.intake.readers import reader_of
from graph.intake.sources import Source
from schema.errors import InputError, Oddity
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Committee, Department, Node, Organisation, Person
from schema.ties import CooperatesWith, MemberOf, Tie
from tests.graph.intake.reading import Reading

NODES = "name,level,dept\nA,Verwaltung,Jugend\nB,Politik,Soziales\nC,NA,NA\n"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def network(path: Path, columns: Mapping[str, str] | None = None, nodes: str | None = None) -> Reading:
    account, source = Account(), Source.at(path)
    items = tuple(reader_of(source, Manner("network", columns or {}, nodes)).read(source, account, {}))
    return Reading(tuple(item for item in items if isinstance(item, (Node, Tie))), (), account)


def pairs(reading: Reading, cls: type[Tie] = CooperatesWith) -> list[tuple[str, str]]:
    return [(tie.start, tie.end) for tie in reading.of(cls)]


def strengths(reading: Reading) -> list[int | None]:
    return [tie.strength for tie in reading.of(CooperatesWith)]


def told(reading: Reading) -> list[tuple[str, str, str, bool]]:
    """What is odd, without what is said of each network that tells no levels."""
    odd = [o for o in reading.account.oddities if o.code != "no-level"]
    assert all(o.message.de and o.message.en for o in odd)
    return [(o.code, o.place, o.field, o.refused) for o in odd]


def test_edge_and_node_list_become_organisations_that_cooperate(tmp_path: Path) -> None:
    folder = write(tmp_path / "dorf", {"nodes.csv": NODES, "edges.csv": "from,to,weight\nA,B,2\nB,A,5\nB,C,NA\n"})
    reading = network(folder)
    assert pairs(reading) == [("dorf/A", "dorf/B"), ("dorf/B", "dorf/A"), ("dorf/B", "dorf/C")]
    assert strengths(reading) == [2, 5, None]
    assert [(n.name, n.level, n.group) for n in reading.of(Organisation)] == [
        ("A", Level.ADMINISTRATION, "Jugend"),
        ("B", Level.POLITICS, "Soziales"),
        ("C", Level.UNKNOWN, None),
    ]
    assert told(reading) == [("no-weight", "", "weight", False)]
    assert reading.one(Organisation, "dorf/A").level_source == "nodes.csv, Spalte level: Verwaltung"


@pytest.mark.parametrize(
    "heading",
    ["from,to", "von,nach", "VON,Nach", "source,target", "Quelle,Ziel", "ego,alter", "i,j", "sender,Empfänger"],
)
def test_both_ends_are_known_by_their_headings_in_either_language(tmp_path: Path, heading: str) -> None:
    folder = write(tmp_path / "n", {"kontakte.csv": f"{heading}\nA,B\n"})
    source = Source.at(folder)
    assert reader_of(source).name == "network"
    assert pairs(network(folder)) == [("n/A", "n/B")]


@pytest.mark.parametrize("word", ["vertex.names", "Knoten", "label", "Bezeichnung", "id", ""])
@pytest.mark.parametrize("group", ["Gruppe", "sector", "Sponsorship", "Trägerschaft", "dept", "type"])
def test_names_and_groups_of_nodes_are_known_by_their_headings(tmp_path: Path, word: str, group: str) -> None:
    folder = write(tmp_path / "n", {"liste.csv": f'"{word}",{group}\nA,x\n', "edges.csv": "from,to\nA,B\n"})
    reading = network(folder)
    assert [(n.name, n.group, n.stub) for n in reading.of(Organisation)] == [("A", "x", False), ("B", None, True)]


def test_a_node_may_have_a_short_name_for_the_ties_and_a_full_one(tmp_path: Path) -> None:
    files = {"knoten.csv": "Kürzel;Name\nJA;Jugendamt\nSA;\n", "kanten.csv": "von;nach\nJA;SA\n"}
    reading = network(write(tmp_path / "n", files))
    assert [(n.id, n.name) for n in reading.of(Organisation)] == [("n/JA", "Jugendamt"), ("n/SA", "SA")]


@pytest.mark.parametrize(
    ("word", "level"),
    [
        *(("politics", Level.POLITICS), ("Politik", Level.POLITICS), ("Kommunalpolitik", Level.POLITICS)),
        *(("administration", Level.ADMINISTRATION), ("VERWALTUNG", Level.ADMINISTRATION)),
        *(("lifeworld", Level.LIFEWORLD), ("Lebenswelt", Level.LIFEWORLD), ("unbekannt", Level.UNKNOWN)),
    ],
)
def test_the_three_levels_are_known_by_their_words(tmp_path: Path, word: str, level: Level) -> None:
    files = {"nodes.csv": f"name,Ebene\nA,{word}\n", "edges.csv": "from,to\n"}
    reading = network(write(tmp_path / "n", files))
    assert [(n.level, n.group) for n in reading.of(Organisation)] == [(level, None)]
    assert told(reading) == []


def test_a_level_that_is_none_of_the_three_is_unknown_and_groups_where_nothing_else_does(tmp_path: Path) -> None:
    rows = "A,1\nB,1\nC,State\nD,\n"
    reading = network(write(tmp_path / "n", {"nodes.csv": f"name,level\n{rows}", "edges.csv": "from,to\nA,B\n"}))
    assert {n.level for n in reading.of(Organisation)} == {Level.UNKNOWN}
    assert [n.group for n in reading.of(Organisation)] == ["1", "1", "State", None]
    assert told(reading) == [("unknown-level", "2", "level", False), ("unknown-level", "4", "level", False)]


def test_without_a_level_column_no_type_lends_its_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "n", {"edges.csv": "from,to\nA,B\n"})
    for name, cls in (("Organisation", Organisation), ("Person", Person), ("Department", Department)):
        reading = network(folder, nodes=name)
        assert [n.level for n in reading.of(cls)] == [Level.UNKNOWN] * 2
        assert [n.standing() for n in reading.of(cls)] == [Level.UNKNOWN] * 2
        assert [o.code for o in reading.account.oddities] == ["no-level"]


def test_a_column_that_is_called_otherwise_can_be_named_and_one_can_be_left_out(tmp_path: Path) -> None:
    files = {"liste.csv": "Wer,Haus,dept\nA,Rathaus,3\n", "k.csv": "Wer,Wen,weight\nA,B,2\n"}
    columns = {"from": "wer", "to": "Wen", "id": "Wer", "group": "HAUS", "weight": ""}
    reading = network(write(tmp_path / "n", files), columns)
    assert [n.group for n in reading.of(Organisation)] == ["Rathaus", None]
    assert strengths(reading) == [None]
    assert ("unread-columns", "1", "", False) in told(reading)


def test_a_two_mode_list_makes_members_of_committees(tmp_path: Path) -> None:
    files = {"sitze.csv": "Mitglied;Gremium\nAda;Jugendhilfeausschuss\nAda;Beirat\nBodo;Beirat\n"}
    reading = network(write(tmp_path / "rat", files), nodes="Person")
    assert [n.id for n in reading.of(Person)] == ["rat/Ada", "rat/Bodo"]
    assert [(n.id, n.level) for n in reading.of(Committee)] == [
        ("rat/committee/Jugendhilfeausschuss", Level.UNKNOWN),
        ("rat/committee/Beirat", Level.UNKNOWN),
    ]
    assert pairs(reading, MemberOf) == [
        ("rat/Ada", "rat/committee/Jugendhilfeausschuss"),
        ("rat/Ada", "rat/committee/Beirat"),
        ("rat/Bodo", "rat/committee/Beirat"),
    ]


def test_a_node_list_with_true_and_false_tells_the_modes_whichever_way_a_tie_is_written(tmp_path: Path) -> None:
    nodes = "name,type\nAda,FALSE\nBodo,FALSE\nRat,TRUE\nBeirat,TRUE\nLeer,\n"
    edges = "from,to\nRat,Ada\nBodo,Rat\nAda,Bodo\nAda,Neu\n"
    reading = network(write(tmp_path / "n", {"nodes.csv": nodes, "edges.csv": edges}))
    assert pairs(reading, MemberOf) == [("n/Ada", "n/committee/Rat"), ("n/Bodo", "n/committee/Rat")]
    assert pairs(reading) == [("n/Ada", "n/Bodo")]
    assert told(reading) == [("unknown-mode", "6", "type", True), ("unknown-mode", "5", "to", True)]
    assert {n.group for n in reading.of(Organisation)} == {None}


def test_a_committee_that_a_node_list_names_keeps_what_it_says(tmp_path: Path) -> None:
    nodes = "name,type,level\nAda,Person,NA\nRat,Gremium,Politik\n"
    reading = network(write(tmp_path / "n", {"nodes.csv": nodes, "sitze.csv": "Mitglied,Gremium\nAda,Rat\n"}))
    assert [(n.id, n.group, n.level) for n in reading.of(Committee)] == [("n/committee/Rat", "Gremium", Level.POLITICS)]
    assert [n.id for n in reading.of(Organisation)] == ["n/Ada"]


@pytest.mark.parametrize("text", [",A,B,C\nA,0,1,NA\nB,2,1,0\nC,,3,0\n", "A;B;C\nA;0;1;NA\nB;2;1;0\nC;;3;0\n"])
def test_a_square_matrix_is_directed_ties_without_its_diagonal(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path / "n", {"n__tausch.csv": text})
    assert reader_of(Source.at(folder)).name == "network"
    reading = network(folder)
    assert pairs(reading) == [("n/A", "n/B"), ("n/B", "n/A"), ("n/C", "n/B")]
    assert strengths(reading) == [1, 2, 3]
    assert {tie.note for tie in reading.of(CooperatesWith)} == {"tausch"}
    assert told(reading) == [("self-loop", "3", "", False)]


def test_a_matrix_of_two_kinds_is_memberships_and_keeps_who_has_none(tmp_path: Path) -> None:
    text = "Akteur;Rat;Beirat;Leer\nAda;x;;\nBodo;ja;1;\nCora;0;-;nein\n"
    folder = write(tmp_path / "n", {"sitze.csv": text})
    with pytest.raises(InputError):
        reader_of(Source.at(folder))  # it might be anything: only who says so may have it read
    reading = network(folder)
    assert pairs(reading, MemberOf) == [
        ("n/Ada", "n/committee/Rat"),
        ("n/Bodo", "n/committee/Rat"),
        ("n/Bodo", "n/committee/Beirat"),
    ]
    assert [n.name for n in reading.of(Organisation)] == ["Ada", "Bodo", "Cora"]
    assert [n.name for n in reading.of(Committee)] == ["Rat", "Beirat", "Leer"]
    assert told(reading) == []


def test_a_matrix_of_opinions_is_no_membership_and_is_left_out_whole(tmp_path: Path) -> None:
    files = {"a.csv": "from,to\nA,B\n", "b.csv": ",Regulierung,Meldung\nA,1,0\nB,0,-1\n"}
    reading = network(write(tmp_path / "n", files))
    assert pairs(reading) == [("n/A", "n/B")]
    assert reading.of(Committee) == []
    assert told(reading) == [("no-memberships", "3", "Meldung", True)]


def test_a_matrix_whose_sides_differ_a_little_says_so(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"m.csv": ",A,B,C\nA,0,1,1\nB,1,0,0\nc,0,0,0\n"}))
    assert pairs(reading) == [("n/A", "n/B"), ("n/A", "n/C"), ("n/B", "n/A")]
    assert told(reading) == [("one-sided", "1", "", False)]


def test_parallel_relations_are_told_apart_and_a_tie_stated_twice_is_refused(tmp_path: Path) -> None:
    files = {
        "rat_edges.csv": "from,to\nA,B\nA,B\n",
        "hilfe_edges.csv": "from,to,Beziehung\nA,B,Geld\nA,B,Rat\nA,B,Geld\n",
    }
    reading = network(write(tmp_path / "n", files))
    ids = [tie.id for tie in reading.of(CooperatesWith)]
    assert ids == [
        "COOPERATES_WITH|n/A|n/B|hilfe|Geld",
        "COOPERATES_WITH|n/A|n/B|hilfe|Rat",
        "COOPERATES_WITH|n/A|n/B|rat",
    ]
    assert [tie.note for tie in reading.of(CooperatesWith)] == ["Geld", "Rat", "rat"]
    assert told(reading) == [("double-tie", "4", "to", True), ("double-tie", "3", "to", True)]


def test_lists_of_the_same_nodes_complete_each_other_and_the_first_counts(tmp_path: Path) -> None:
    files = {
        "a_nodes.csv": "name,group\nA,x\nB,\n",
        "b_nodes.csv": "name,group,level\nA,y,Politik\nB,z,\nC,x,\n",
        "edges.csv": "from,to\nA,B\n",
    }
    reading = network(write(tmp_path / "n", files))
    assert [(n.group, n.level) for n in reading.of(Organisation)] == [
        ("x", Level.POLITICS),
        ("z", Level.UNKNOWN),
        ("x", Level.UNKNOWN),
    ]
    assert told(reading) == [("differing-lists", "2", "group", False)]


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ("A,A,1", "self-loop", "nach"),
        ("A,,1", "no-end", "nach"),
        ("NA,B,1", "no-end", "von"),
        ("A", "no-end", "nach"),
        ("A,B,1", "double-tie", "nach"),
        ("A,C,-2", "negative-weight", "nach"),
        ("Amt, Jugend,B,1", "too-many-cells", ""),
        ('"Amt" für,B,1', "not-csv", ""),
        (f"A,{'x' * 10_001},1", "wrong-ends", "nach"),
    ],
)
def test_a_row_that_is_no_tie_is_refused_with_file_row_and_field_and_no_other(
    tmp_path: Path, row: str, code: str, field: str
) -> None:
    folder = write(tmp_path / "n", {"edges.csv": f"von,nach,gewicht\nA,B,2\n{row}\nB,A,3\n"})
    reading = network(folder)
    assert (pairs(reading), strengths(reading)) == ([("n/A", "n/B"), ("n/B", "n/A")], [2, 3])
    refused = [o for o in reading.account.oddities if o.refused and o.code != "invalid-field"]
    assert [(o.code, o.file, o.place, o.field) for o in refused] == [(code, "edges.csv", "3", field)]


def test_a_node_that_is_tied_to_itself_alone_is_there_all_the_same(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"edges.csv": "from,to\nA,A\n"}))
    assert [n.id for n in reading.of(Organisation)] == ["n/A"]
    assert pairs(reading) == []


@pytest.mark.parametrize(
    ("weights", "expected", "odd"),
    [
        (["1", "5"], [1, 5], []),
        (["1,0", "2.0"], [1, 2], []),
        (["1", "1"], [None, None], []),
        (["", "4"], [None, 4], [("no-weight", "", "weight", False)]),
        (["NaN", "4"], [None, 4], [("no-weight", "", "weight", False)]),
        (["", ""], [None, None], []),
        (["3", "250"], [None, None], [("no-strength", "3", "weight", False)]),
        (["0.5", "2"], [None, None], [("no-strength", "2", "weight", False)]),
        (["viel", "2"], [None, 2], [("no-number", "2", "weight", False)]),
        (["inf", "2"], [None, 2], [("no-number", "2", "weight", False)]),
        (["1e999", "2"], [None, 2], [("no-number", "2", "weight", False)]),
    ],
)
def test_a_weight_is_a_strength_only_where_the_whole_column_fits_the_scale(
    tmp_path: Path, weights: list[str], expected: list[int | None], odd: list[tuple[str, str, str, bool]]
) -> None:
    rows = "".join(f'A,B{i},"{weight}"\n' for i, weight in enumerate(weights))
    reading = network(write(tmp_path / "n", {"edges.csv": f"from,to,weight\n{rows}"}))
    assert strengths(reading) == expected
    assert [(code, place, "weight", refused) for code, place, _, refused in told(reading)] == odd


def test_a_weight_of_zero_is_no_tie(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"edges.csv": "from,to,weight\nA,B,0\nB,C,2\nC,A,0.0\n"}))
    assert pairs(reading) == [("n/B", "n/C")]
    assert [n.name for n in reading.of(Organisation)] == ["A", "B", "C"]
    assert told(reading) == [("zero-weight", "2", "weight", False)]


def test_a_frequency_is_kept_as_it_stands_for_one_may_be_often_or_seldom(tmp_path: Path) -> None:
    folder = write(tmp_path / "n", {"edges.csv": "von;nach;Häufigkeit\nA;B;1\nB;C;täglich\nC;A;NA\n"})
    assert [tie.frequency for tie in network(folder).of(CooperatesWith)] == ["1", "täglich", None]
    assert strengths(network(folder)) == [None, None, None]
    said = network(write(tmp_path / "m", {"edges.csv": "from,to,Frequency\nA,B,1\nB,C,4\n"}), {"weight": "Frequency"})
    assert strengths(said) == [1, 4]


def test_a_membership_has_no_strength(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"s.csv": "person,gremium,weight\nA,Rat,1\nB,Rat,3\nC,Rat,2\n"}))
    assert len(reading.of(MemberOf)) == 3
    assert told(reading) == [("no-strength", "2", "", False)]


@pytest.mark.parametrize(
    ("row", "code", "field"), [("A,z", "double-id", "name"), (",z", "no-name", "name"), ("NA,z", "no-name", "name")]
)
def test_a_node_row_without_a_name_of_its_own_is_refused_alone(tmp_path: Path, row: str, code: str, field: str) -> None:
    files = {"nodes.csv": f"name,group\nA,x\n{row}\nB,y\n", "edges.csv": "from,to\nA,B\n"}
    reading = network(write(tmp_path / "n", files))
    assert [(n.name, n.group) for n in reading.of(Organisation)] == [("A", "x"), ("B", "y")]
    assert told(reading) == [(code, "3", field, True)]


def test_an_end_that_the_node_list_lacks_is_a_stub_and_is_reported(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"nodes.csv": NODES, "edges.csv": "from,to\nA,Neu\nNeu,B\n"}))
    neu = reading.one(Organisation, "n/Neu")
    assert (neu.stub, neu.level, neu.group) == (True, Level.UNKNOWN, None)
    assert pairs(reading) == [("n/A", "n/Neu"), ("n/Neu", "n/B")]
    assert told(reading) == [("unlisted-node", "2", "to", False)]


def test_semicolons_bom_quotation_marks_and_blanks_read_as_they_are_meant(tmp_path: Path) -> None:
    files = {
        "nodes.csv": '\ufeffName;Gruppe\r\n" Amt; Jugend ";"a,b"\r\n"""Haus"" | 1/2";c\r\n\r\n',
        "edges.csv": 'Von;Nach;;\r\n"Amt; Jugend";"""Haus"" | 1/2";;\r\n;;;\r\n',
    }
    reading = network(write(tmp_path / "n", files))
    assert [(n.name, n.group) for n in reading.of(Organisation)] == [("Amt; Jugend", "a,b"), ('"Haus" | 1/2', "c")]
    assert [tie.id for tie in reading.of(CooperatesWith)] == ['COOPERATES_WITH|n/Amt; Jugend|n/"Haus" %7C 1%2F2']
    assert told(reading) == []


def test_nobody_is_marked_as_placeholder_but_an_actor_may_be_called_x(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"edges.csv": "from,to\nX,N.N.\nNN,Offen\n"}))
    assert [(n.name, n.placeholder) for n in reading.of(Organisation)] == [
        ("X", False),
        ("N.N.", True),
        ("NN", False),
        ("Offen", True),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-headings"),
        (b"\n\n", "no-headings"),
        (b"A,B\nB,C\n", "no-ends"),
        (b"from,to\nA,\x81\n", "not-text"),
        (b"from,to\nA,\0\n", "not-text"),
        (b"from,to\n" + b"A,B\n" * 100_000 + "Ä,Ö\n".encode() + b"A,\xff\n", "not-utf8"),
        (b'"from,to\n', "not-csv"),
    ],
)
def test_a_file_that_is_no_edge_list_is_an_error_alone_and_no_harm_beside_others(
    tmp_path: Path, content: bytes, code: str
) -> None:
    folder = write(tmp_path / "n", {})
    (folder / "a_edges.csv").write_bytes(content)
    with pytest.raises(InputError) as caught:
        network(folder)
    assert [(o.code, o.file, o.refused) for o in caught.value.oddities] == [(code, "a_edges.csv", True)]
    assert caught.value.hint.de
    write(folder, {"b_edges.csv": "from,to\nA,B\n"})
    reading = network(folder)
    assert pairs(reading) == [("n/A", "n/B")]
    assert reading.account.totals[code] == 1


def test_what_an_old_excel_wrote_is_read_and_said_so(tmp_path: Path) -> None:
    folder = write(tmp_path / "n", {})
    (folder / "a_edges.csv").write_bytes("from,to\nA,Straße\n".encode("cp1252"))
    reading = network(folder)
    assert pairs(reading) == [("n/A", "n/Straße")]
    assert reading.account.totals["windows-1252"] == 1


def test_a_node_list_that_breaks_off_leaves_nothing_of_itself(tmp_path: Path) -> None:
    folder = write(tmp_path / "n", {"edges.csv": "from,to\nA,B\n"})
    (folder / "nodes.csv").write_bytes(b"name,group\nA,x\n" + b"Z,z\n" * 100_000 + "Ä,ä\n".encode() + b"\xff,z\n")
    reading = network(folder)
    assert [(n.name, n.group) for n in reading.of(Organisation)] == [("A", None), ("B", None)]
    assert reading.account.totals["not-utf8"] == 1


def test_nodes_without_a_tie_and_a_list_without_a_row_are_no_error(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"nodes.csv": NODES, "edges.csv": "from,to\n"}))
    assert [n.name for n in reading.of(Organisation)] == ["A", "B", "C"]
    assert network(write(tmp_path / "leer", {"edges.csv": "from,to\n"})).records == ()


def test_a_single_file_brings_the_node_list_beside_it_and_is_called_by_its_name(tmp_path: Path) -> None:
    files = {
        "tal__nodes.csv": "name,group\nA,x\n",
        "tal__edges.csv": "from,to\nA,B\n",
        "tal__hilfe.csv": ",A,B\nA,0,1\nB,0,0\n",
        "berg__nodes.csv": "name,group\nA,falsch\n",
        "berg__edges.csv": "from,to\nA,C\n",
    }
    folder = write(tmp_path / "n", files)
    edges, matrix = network(folder / "tal__edges.csv"), network(folder / "tal__hilfe.csv")
    for reading in (edges, matrix):
        assert [(n.id, n.group) for n in reading.of(Organisation)] == [("tal/A", "x"), ("tal/B", None)]
    assert [tie.id for tie in edges.of(CooperatesWith)] == ["COOPERATES_WITH|tal/A|tal/B"]
    assert [tie.id for tie in matrix.of(CooperatesWith)] == ["COOPERATES_WITH|tal/A|tal/B|hilfe"]


def test_a_file_called_edges_alone_is_named_by_its_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "dorf", {"nodes.csv": NODES, "edges.csv": "from,to\nA,B\n"})
    assert network(folder / "edges.csv").records == network(folder).records


def test_files_that_are_nothing_of_a_network_are_named(tmp_path: Path) -> None:
    files = {
        "edges.csv": "from,to,seit\nA,B,2020\n",
        "z.csv": "Straße,Hausnummer\nMarkt,1a\n",
        "Person.csv": "id,name\np,P\n",
    }
    reading = network(write(tmp_path / "n", files))
    assert [(o.code, o.file, o.refused) for o in reading.account.oddities] == [
        ("unknown-table", "z.csv", True),
        ("unread-columns", "edges.csv", False),
        ("no-level", "n", False),
    ]
    assert [n.name for n in reading.of(Organisation)] == ["A", "B"]


def test_a_german_list_of_people_with_their_age_is_no_edge_list(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"leute.csv": "Person,Alter,Gruppe\nAda,40,x\n"}))
    assert [(n.name, n.group) for n in reading.of(Organisation)] == [("Ada", "x")]


edges = st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), unique=True, max_size=15)


@settings(deadline=None)
@given(edges=edges, data=st.data())
def test_the_order_of_rows_changes_nothing(
    edges: list[tuple[str, str]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    shuffled = data.draw(st.permutations(edges))
    readings = [
        network(write(folder / "n", {"edges.csv": "from,to\n" + "".join(f"{a},{b}\n" for a, b in rows)}))
        for rows in (edges, shuffled)
    ]
    first, second = ({record.id: record for record in reading.records} for reading in readings)
    assert first == second


@settings(deadline=None)
@given(edges=edges)
def test_a_matrix_and_an_edge_list_of_the_same_ties_are_the_same_network(
    edges: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("forms")
    rows = "".join(f"{a}," + ",".join(str(int((a, b) in edges)) for b in "ABCDE") + "\n" for a in "ABCDE")
    matrix = network(write(folder / "n", {"n.csv": f",A,B,C,D,E\n{rows}"}))
    apart = folder / "apart"
    apart.mkdir()
    listed = network(write(apart / "n", {"edges.csv": "from,to\n" + "".join(f"{a},{b}\n" for a, b in edges)}))
    assert {tie.id for tie in matrix.of(CooperatesWith)} == {tie.id for tie in listed.of(CooperatesWith)}
    assert {tie.id for tie in listed.of(CooperatesWith)} == {f"COOPERATES_WITH|n/{a}|n/{b}" for a, b in edges if a != b}
    assert len(matrix.of(Organisation)) == 5


@given(st.text(), st.text())
def test_different_names_have_different_identifiers(a: str, b: str) -> None:
    assert (escaped(a) == escaped(b)) == (a == b)
    assert not set("/|\n\0") & set(escaped(a))


def test_every_oddity_speaks_two_languages_and_names_its_file(tmp_path: Path) -> None:
    reading = network(write(tmp_path / "n", {"nodes.csv": NODES, "edges.csv": "from,to\nA,A\nA,\nA,Neu\n"}))
    assert {o.code for o in reading.account.oddities} == {"self-loop", "no-end", "unlisted-node"}
    assert all(isinstance(o, Oddity) and o.file == "edges.csv" for o in reading.account.oddities)
    assert all(o.message.de != o.message.en for o in reading.account.oddities)


def test_the_page_on_reading_in_names_every_heading_and_every_field() -> None:
    page = fold((Path(__file__).parents[3] / "docs" / "sources" / "networks.md").read_text("utf-8"))
    known = {word for words in (*HEADINGS.values(), *ENDS, MEMBERS) for word in words}
    assert [word for word in known if not re.search(rf"\b{re.escape(fold(word))}\b", page)] == []
    assert [field for field in FIELDS if f"`{field}`" not in page] == []
