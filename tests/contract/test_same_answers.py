"""The main job on both servers: what is imported reads the same, and every answer has the same bytes."""

from datetime import date
from pathlib import Path

import pytest

from graph.intake.importing import import_source
from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from graph.store.address import Address
from graph.store.connection import Connection
from graph.store.opening import store_at
from schema.record import Visibility
from tests.contract.conftest import emptied

ROOT = Path(__file__).parents[2]
KARLSRUHE = ROOT.parent / "shared" / "data" / "oparl" / "karlsruhe-2024"
SCOPES = (
    Scope(),
    Scope(visibility=Visibility.CONFIDENTIAL, persons=True),
    Scope(visibility=Visibility.INTERNAL, as_of=date(2024, 6, 30)),
)


def _answers(address: Address, source: Path) -> tuple[tuple[int, int], dict[str, bytes]]:
    emptied(Connection(address)).close()
    with store_at(Connection(address)) as store:
        import_source(store, source)
        network = store.network()
    answers = {
        f"{name} {i}": question.ask(network, scope).model_dump_json().encode()
        for name, question in QUESTIONS.items()
        for i, scope in enumerate(SCOPES)
    }
    return (network.n, network.m), answers


@pytest.mark.parametrize(
    ("source", "least"),
    [(ROOT / "examples" / "landkreis", 300), (ROOT / "examples" / "emden", 100), (KARLSRUHE, 1000)],
    ids=["landkreis", "emden", "karlsruhe"],
)
def test_both_stores_give_byte_equal_answers(
    source: Path, least: int, embedded_address: Address, neo4j_address: Address
) -> None:
    if not source.is_dir():
        pytest.skip(f"{source.name} is not here")
    (size, embedded), (other_size, neo4j) = _answers(embedded_address, source), _answers(neo4j_address, source)
    assert size == other_size
    assert size[0] > least
    assert [name for name in embedded if embedded[name] != neo4j[name]] == []
