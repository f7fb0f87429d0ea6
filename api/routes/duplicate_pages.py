"""The page on which duplicates are judged."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from api.desks import REFUSALS, DeskDep, DeskOptions, gone_on, refused
from api.forms import FormDep, text
from api.rights import StoreDep, all_rights
from graph.duplicates.judging import judge
from graph.duplicates.suspects import suspects
from graph.network import Network
from graph.questions.written import moment
from graph.store.judging import Judgement, Verdict
from graph.store.store import Store
from schema.errors import UsageError
from schema.text import Text
from viz.edit.desk import DUPLICATES, Desk, Trouble
from viz.edit.duplicate_page import JudgedRow, duplicates_page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, dependencies=[Depends(all_rights)])
DeskQuery = Annotated[DeskOptions, Query()]


@router.get(DUPLICATES)
def duplicates(options: DeskQuery, desk: DeskDep, store: StoreDep) -> str:  # noqa: ARG001 -- declares what is taken
    """List the suspects and what was judged."""
    return _page(desk, store)


@router.post(DUPLICATES)
def judge_two(options: DeskQuery, desk: DeskDep, store: StoreDep, form: FormDep) -> Response:  # noqa: ARG001
    """Keep a verdict; two that are the same are made one."""
    try:
        judge(store, text(form, "kept"), text(form, "other"), _verdict(text(form, "verdict")))
    except REFUSALS as error:
        return refused(_page(desk, store, Trouble.of(error)), error)
    return gone_on(desk, DUPLICATES)


def _verdict(sent: str) -> Verdict:
    if sent not in set(Verdict):
        raise UsageError(
            Text("Dieses Urteil gibt es nicht.", "There is no such verdict."),
            Text("Eine der Schaltflächen benutzen.", "Use one of the buttons."),
        )
    return Verdict(sent)


def _page(desk: Desk, store: Store, trouble: Trouble | None = None) -> str:
    known, network = store.judgements(), store.network()
    found = suspects(network, {one.pair for one in known})
    return duplicates_page(desk, found, [_judged(network, one) for one in known], trouble)


def _judged(network: Network, one: Judgement) -> JudgedRow:
    names = _name(network, one.kept), _name(network, one.other)
    return JudgedRow(one.kept, one.other, names, one.verdict.value, one.who, moment(one.at), one.change)


def _name(network: Network, id: str) -> str:
    """Name a node; one that went into another is there no more and has its id only."""
    return network.name(network.index[id]) if id in network.index else id
