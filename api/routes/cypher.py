"""Read-only Cypher, for the holder of the token; that it only reads is enforced by the store's server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Annotated, Any, cast

from fastapi import APIRouter, Query, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue
from pydantic_core import PydanticCustomError
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, STORE_AWAY, problems
from api.options import Options
from api.refusals import BodyTooLarge, BodyTooSlow
from api.rights import Rights, RightsDep, StoreDep
from graph.store.store import Store
from graph.store.values import Rows
from schema.errors import InputError, LimitError, NotAllowedError, StoreInUse
from schema.record import Words
from schema.text import Text

router = APIRouter(tags=["cypher"])
_DEEPEST = 20


def _storable(value: Any, depth: int = 0) -> Any:
    """Refuse what no store can take as a parameter: whole numbers beyond 64 bits, half characters, deep nesting."""
    if depth > _DEEPEST:
        raise PydanticCustomError("too_deep", "is nested too deep")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise PydanticCustomError("int_too_large", "does not fit into 64 bits")
    if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise PydanticCustomError("string_unicode", "is not UTF-8")
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        _storable(item, depth + 1)
    return value


class CypherRequest(BaseModel):
    """A statement with its parameters and its limits."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={
            "examples": [
                {
                    "query": "MATCH (d:Department)-[:REPORTS_TO]->(c:Committee) WHERE c.name CONTAINS $part "
                    "RETURN d.name AS unit, c.name AS committee ORDER BY unit",
                    "params": {"part": "Jugend"},
                    "limit": 100,
                    "timeout": 5,
                }
            ]
        },
    )

    query: Annotated[Words, Field(min_length=1, max_length=20_000)]
    params: Annotated[dict[str, JsonValue], AfterValidator(_storable)] = {}
    """Values for `$name` in the statement."""
    limit: Annotated[int, Field(ge=1, le=10_000)] = 1_000
    """How many rows at most; `truncated` says when there were more."""
    timeout: Annotated[float, Field(gt=0, le=60)] = 10
    """Seconds after which the statement is stopped."""


class CypherAnswer(Entry):
    """The rows of a statement, one value for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[JsonValue, ...], ...]
    truncated: bool
    """Whether there were more rows than the limit let through."""


EXAMPLES = {
    "cypher": lambda: CypherAnswer(
        columns=("unit", "committee"), rows=(("Jugendamt", "Jugendhilfeausschuss"),), truncated=False
    )
}
_CLOSED = NotAllowedError(
    Text("Cypher ist in diesem Dienst nicht freigegeben.", "Cypher is not open in this service."),
    Text(
        "Es liest an Sichtbarkeit und Personenschutz vorbei; der Dienst wurde mit engeren Rechten gestartet.",
        "It reads past visibility and the protection of persons; the service was started with narrower rights.",
    ),
)
_BUSY = StoreInUse(
    Text("Es laufen schon so viele Abfragen wie erlaubt.", "As many queries as allowed are running already."),
    Text("In einigen Sekunden noch einmal fragen.", "Ask again in a few seconds."),
)
_MISTYPED = InputError(
    Text("Der Speicher versteht diese Abfrage nicht.", "The store does not understand this query."),
    Text("Schreibweise prüfen.", "Check how it is written."),
)
_TOO_LONG = LimitError(
    Text("Die Abfrage wurde nach 10 s beendet.", "The query was stopped after 10 s."),
    Text("Enger fragen oder mehr Zeit geben.", "Ask for less, or give it more time."),
)
_PROBLEMS = problems(*EVERYWHERE, _CLOSED, _MISTYPED, _TOO_LONG, BodyTooLarge(), BodyTooSlow(), STORE_AWAY, _BUSY)


@router.post(
    "/cypher",
    operation_id="cypher",
    response_model=CypherAnswer,
    summary="Read-only Cypher",
    responses=_PROBLEMS,
)
def cypher(
    asked: CypherRequest,
    options: Annotated[Options, Query()],  # noqa: ARG001 -- declares `lang`
    request: Request,
    rights: RightsDep,
    store: StoreDep,
) -> Response:
    """Run one reading statement; nothing that it asks for can change the data.

    Cypher cannot be cut by rights, so it is open only to who may see everything that is stored: the holder of the
    token, where the service was started for all classes of visibility and for persons.
    """
    rows = queried(asked, request, rights, store)
    return written(CypherAnswer(columns=rows.columns, rows=rows.rows, truncated=rows.truncated))


def queried(asked: CypherRequest, request: Request, rights: Rights, store: Store) -> Rows:
    """Run a statement for who may see everything, in one of the places that there are for that."""
    if not rights.everything:
        raise _CLOSED
    with _one_of(cast(BoundedSemaphore, request.app.state.cypher)):
        return store.query(asked.query, asked.params, limit=asked.limit, timeout_s=asked.timeout)


@contextmanager
def _one_of(places: BoundedSemaphore) -> Iterator[None]:
    """Take one of the places for running statements; who finds none is told to come back."""
    if not places.acquire(blocking=False):
        raise _BUSY
    try:
        yield
    finally:
        places.release()
