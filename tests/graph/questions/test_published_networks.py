"""Every question on published networks, read in as tables: an answer in words, and the facts that are known of them."""

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


def test_ceos_hold_98_memberships_in_15_clubs() -> None:
    answer = cast(Interlocking, QUESTIONS["interlocks"].ask(Network.of(read(CLUBS, nodes="Person").records)))
    assert sum(row.members for row in answer.bodies) == 98
    assert len(answer.bodies) == 15
    assert answer.linkers == (), "the members are persons, who are named only with the switch"


CLUBS = NETWORKS / "ceos-clubs" / "ceos_clubs__edges.csv"
