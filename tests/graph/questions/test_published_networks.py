"""Every question on published networks, read in as tables: an answer in words, and the facts that are known of them."""

import csv
from itertools import combinations
from typing import cast

import pytest

from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.interlocks import Interlocking
from graph.questions.scope import Scope
from schema.record import Visibility
from tests.graph.intake.reading import DATA
from tests.graph.intake.test_networks import network as read

NETWORKS = DATA.parent / "networks"
pytestmark = pytest.mark.skipif(not NETWORKS.is_dir(), reason="the published networks are not here")
NAMES = {"chemnet": None, "emon": None, "krackhardt": "Person", "ceos-clubs": "Person"}


@pytest.fixture(scope="module", params=NAMES)
def part(request: pytest.FixtureRequest) -> Network:
    return _network(request.param)


def _network(name: str) -> Network:
    nodes = NAMES[name]
    return Network.of((read(NETWORKS / name, nodes=nodes) if nodes else read(NETWORKS / name)).records)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_answers(part: Network, name: str) -> None:
    answer = QUESTIONS[name].ask(part, Scope(persons=True, visibility=Visibility.INTERNAL))
    assert answer.summary
    assert answer.unknown or name == "interlocks", "only memberships are whole in these networks"
    assert answer.model_validate_json(answer.model_dump_json()) == answer


def test_chemnet_committees_interlock_as_published() -> None:
    answer = cast(Interlocking, QUESTIONS["interlocks"].ask(_network("chemnet")))
    together = next(count for count in answer.denominator if "sit together" in count.label.en)
    assert (together.n, together.of) == (288, 435)
    assert any("in 13 at most" in text.en for text in answer.summary)


def test_of_the_288_pairs_in_a_committee_those_without_any_tie_are_gaps() -> None:
    # counted in the files themselves: pairs in a committee, and those of them without a tie in any relation
    answer = QUESTIONS["cooperation-gaps"].ask(_network("chemnet"))
    counts = {count.label.en: count.n for count in answer.denominator}
    shared, tied = _sharing_and_tied()
    assert len(shared) == 288
    assert counts["pairs that share something"] == 288
    assert counts["of these without"] == len(shared - tied)


def _sharing_and_tied() -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Read chemnet's matrices cell by cell: who shares a committee with whom, and who has any tie to whom."""

    def matrix(name: str) -> tuple[list[str], dict[str, list[str]]]:
        with (NETWORKS / "chemnet" / f"chemnet__{name}.csv").open(encoding="utf-8", newline="") as file:
            (_, *columns), *rows = csv.reader(file)
        return columns, {row[0]: row[1:] for row in rows}

    _, seats = matrix("committee")
    shared = {
        frozenset((a, b))
        for a, b in combinations(seats, 2)
        if any(x == y == "1" for x, y in zip(seats[a], seats[b], strict=True))
    }
    tied = set()
    for relation in ("infrep", "pol", "scifrom", "scito"):
        columns, rows = matrix(relation)
        tied |= {
            frozenset((a, b)) for a, cells in rows.items() for b, x in zip(columns, cells, strict=True) if x == "1"
        }
    return shared, tied


def test_ceos_hold_98_memberships_in_15_clubs() -> None:
    answer = cast(Interlocking, QUESTIONS["interlocks"].ask(Network.of(read(CLUBS, nodes="Person").records)))
    assert sum(row.members for row in answer.bodies) == 98
    assert len(answer.bodies) == 15
    assert answer.linkers == (), "the members are persons, who are named only with the switch"


CLUBS = NETWORKS / "ceos-clubs" / "ceos_clubs__edges.csv"
