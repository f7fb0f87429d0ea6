"""Who might stand there twice, and what a person judges of it; only for the holder of the token."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.responses import Response

from api.entries import Entry, written
from api.openapi import EVERYWHERE, NOT_FOUND, STORE_AWAY, problems
from api.options import Options
from api.rights import ALL_RIGHTS_NEEDED, StoreDep, all_rights
from graph.duplicates.judging import judge
from graph.duplicates.suspects import Suspect, suspects
from graph.store.judging import Judgement, Verdict
from graph.store.store import Store
from schema.errors import ConflictError, UsageError
from schema.record import Identifier
from schema.text import Text

router = APIRouter(prefix="/duplicates", tags=["duplicates"], dependencies=[Depends(all_rights)])


class SuspectEntry(Entry):
    """Two nodes of one type with nearly the same name."""

    a: str
    b: str
    """The one with fewer ties, which would go into `a`."""
    type: str
    names: tuple[str, str]
    alike: Annotated[float, Field(ge=0, le=1)]
    """The share of letters in which the names agree, without titles and legal forms."""
    reasons: tuple[dict[str, str], ...]
    """Why, in both languages."""

    @classmethod
    def of(cls, found: Suspect) -> "SuspectEntry":
        """Describe a suspicion."""
        reasons = tuple({"de": reason.de, "en": reason.en} for reason in found.reasons)
        return cls(a=found.a, b=found.b, type=found.type, names=found.names, alike=found.alike, reasons=reasons)


class JudgementEntry(Entry):
    """What a person found of two nodes."""

    kept: str
    other: str
    verdict: Verdict
    who: str
    at: str
    change: int | None
    """The change set that made them one, where they are the same; undo it to have two again."""

    @classmethod
    def of(cls, judgement: Judgement) -> "JudgementEntry":
        """Describe a judgement."""
        return cls(**{name: getattr(judgement, name) for name in cls.model_fields})


class Duplicates(Entry):
    """The pairs that nobody judged yet, the surest first, and the judgements in force."""

    suspects: tuple[SuspectEntry, ...]
    total: int
    """How many suspects there are; no more than `limit` are given."""
    judgements: tuple[JudgementEntry, ...]
    data_version: int


class DuplicatesOptions(Options):
    """How many to list."""

    limit: Annotated[int, Field(ge=1, le=1_000), Text("höchstens so viele", "at most so many")] = 100


class Judging(Entry):
    """A verdict on two nodes."""

    kept: Identifier
    """The node that stays where they are the same."""
    other: Identifier
    verdict: Verdict


_JUDGEMENT = JudgementEntry(
    kept="https://ris.musterstadt.example/person/7",
    other="liste/person/anna-beispiel",
    verdict=Verdict.SAME,
    who="Erika Muster",
    at="2026-03-31T09:30:00.000000+00:00",
    change=17,
)
EXAMPLES: dict[str, Any] = {
    "list_duplicates": lambda: Duplicates(
        suspects=(
            SuspectEntry(
                a="https://ris.musterstadt.example/person/7",
                b="liste/person/anna-beispiel",
                type="Person",
                names=("Dr. Anna Beispiel", "Beispiel, Anna"),
                alike=1.0,
                reasons=(
                    {
                        "de": "gleicher Name bis auf Schreibweise und Titel",
                        "en": "the same name but for spelling and title",
                    },
                ),
            ),
        ),
        total=1,
        judgements=(),
        data_version=16,
    ),
    "judge": lambda: _JUDGEMENT,
}
_OTHER_TYPE = ConflictError(
    Text("Die beiden sind verschiedener Art.", "The two are of different types."),
    Text("Zuerst die Art in der Quelle berichtigen.", "Mend the type in the source first."),
)
_SAME_ID = UsageError(
    Text("Das ist zweimal dieselbe Kennung.", "This is the same id twice."),
    Text("Zwei verschiedene Kennungen angeben.", "Give two different ids."),
)


def listed(store: Store, limit: int) -> Duplicates:
    """Look for suspects in what is stored now."""
    known, network = store.judgements(), store.network()
    found = suspects(network, {one.pair for one in known})
    return Duplicates(
        suspects=tuple(map(SuspectEntry.of, found[:limit])),
        total=len(found),
        judgements=tuple(map(JudgementEntry.of, known)),
        data_version=network.version,
    )


@router.get(
    "",
    operation_id="list_duplicates",
    response_model=Duplicates,
    summary="Who might stand there twice",
    responses=problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, STORE_AWAY),
)
def list_duplicates(options: Annotated[DuplicatesOptions, Query()], store: StoreDep) -> Response:
    """List the pairs that might be the same and were not judged, and the judgements in force."""
    return written(listed(store, options.limit))


@router.post(
    "/judgements",
    operation_id="judge",
    response_model=JudgementEntry,
    summary="Judge two nodes",
    responses=problems(*EVERYWHERE, ALL_RIGHTS_NEEDED, NOT_FOUND, STORE_AWAY, _OTHER_TYPE, _SAME_ID),
)
def judge_two(asked: Judging, options: Annotated[Options, Query()], store: StoreDep) -> Response:  # noqa: ARG001 -- `lang`
    """Keep a verdict; two that are the same are made one, as a change that can be taken back."""
    return written(JudgementEntry.of(judge(store, asked.kept, asked.other, asked.verdict)))
