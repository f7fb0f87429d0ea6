"""The service called with whatever its own OpenAPI document allows, and with what it does not."""

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from schemathesis import Case

from tests.api.conftest import BASE, TOKEN

EXAMPLES = 25
fuzzed = schemathesis.pytest.from_fixture("document")


@pytest.fixture
def document(app: FastAPI) -> schemathesis.BaseSchema:
    """The application's own document, read through its own guard."""
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": "127.0.0.1:8000"})


@fuzzed.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_the_document_declares(case: Case) -> None:
    case.call_and_validate(base_url=BASE, headers={"Authorization": f"Bearer {TOKEN}"})
