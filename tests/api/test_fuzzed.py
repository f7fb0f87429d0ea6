"""The service called with whatever its own OpenAPI document allows, and with what it does not."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, CheckFunction, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from api.app import PARTS
from tests.api.conftest import BASE, TOKEN

OPERATIONS = sorted(name for part in PARTS for name in part.EXAMPLES)
EXAMPLES = 20


_FEW = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
NOT_FOR: dict[str, list[CheckFunction]] = {
    name: [positive_data_acceptance] for name in ("cypher", "change", "fill_scenario", "save_view")
}
"""Which texts are Cypher, which fields each type has, and which addresses are pages, is not said in the schema of these
bodies, so a well-formed request may still be refused."""


@pytest.fixture(scope="module")
def document(app: FastAPI) -> OpenApiSchema:
    """The application's own document, read through its own guard."""
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": "127.0.0.1:8000"})


@pytest.mark.parametrize("mode", GenerationMode, ids=str)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_one_that_the_document_declares(
    document: OpenApiSchema, name: str, mode: GenerationMode
) -> None:
    operation = document.find_operation_by_id(name)

    @_FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def called(case: Case[Any]) -> None:
        token = {"Authorization": f"Bearer {TOKEN}"}
        case.call_and_validate(base_url=BASE, headers=token, excluded_checks=NOT_FOR.get(name))

    called()
