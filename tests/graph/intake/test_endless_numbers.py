"""A number that would end the process is found wherever the portions are cut, and a text of digits is no number."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.intake.endless_numbers import NumberGuard
from schema.errors import InputError
from tests.graph.intake.reading import read

BEFORE, NUMBER = b'{"n": ', b"7" * 4_000


def passed(content: bytes, cuts: list[int]) -> bytes:
    guard = NumberGuard("a.json")
    edges = [0, *sorted(cuts), len(content)]
    return b"".join(guard.passed(content[a:b]) for a, b in pairwise(edges))


@given(st.lists(st.integers(0, len(BEFORE + NUMBER) + 1), max_size=5))
def test_an_endless_number_is_found_wherever_it_is_cut(cuts: list[int]) -> None:
    with pytest.raises(InputError):
        passed(BEFORE + NUMBER + b"}", cuts)


@given(st.lists(st.integers(0, len(BEFORE + NUMBER)), max_size=5), st.sampled_from([NUMBER[1:], b'"' + NUMBER + b'"']))
def test_anything_else_passes_as_it_is(cuts: list[int], value: bytes) -> None:
    assert passed(BEFORE + value + b"}", cuts) == BEFORE + value + b"}"


@pytest.mark.parametrize("kind", ["oparl", "jsonld", "popolo", "organigramm", "areas"])
def test_no_reader_of_json_dies_of_one(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"@graph": [{"@type": ["x"], "n": ' + b"9" * 5_000 + b'}], "id": 1, "type": "x"}')
    with pytest.raises(InputError):
        read(path, kind=kind)
