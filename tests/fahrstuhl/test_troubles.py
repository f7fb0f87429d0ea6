"""The page of troubleshooting holds every code that a test of the readers meets, with its own words."""

import re
from pathlib import Path

from fahrstuhl.troubles import page, troubles

ROOT = Path(__file__).parents[2]
CODES_IN_TESTS = re.compile(r'(?:totals\[|code == |codes == \{)"([a-z-]+)"')


def test_every_code_that_the_tests_meet_is_explained() -> None:
    explained = {trouble.code for trouble in troubles(ROOT)}
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "graph" / "intake").glob("*.py"))
    met = set(CODES_IN_TESTS.findall(tests))
    assert len(met) > 10
    assert {code for code in met if not {code, code.partition("-")[2]} & explained} == set()  # body-by-reference


def test_the_words_are_those_of_the_program_in_both_languages() -> None:
    text = page(troubles(ROOT))
    assert "Der Schlüssel … hat seine führende Null verloren." in text
    assert "*The key … has lost its leading zero.*" in text
    assert "{" not in text
