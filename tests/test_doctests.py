"""Every example in a docstring gives what it says."""

import doctest
from importlib import import_module

import pytest

from tests.test_rooms import ROOMS, ROOT

WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_of_a_module(module: str) -> None:
    results = doctest.testmod(import_module(module), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert results.attempted
    assert not results.failed


def test_every_public_measure_has_an_example() -> None:
    """The face that notebooks import shows each function at work."""
    measures = import_module("graph.measures")
    finder = doctest.DocTestFinder(recurse=False)
    functions = [getattr(measures, name) for name in measures.__all__ if name[0].islower()]
    assert functions
    bare = [found.__name__ for found in functions if not any(test.examples for test in finder.find(found))]
    assert bare == []
