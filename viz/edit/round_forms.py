"""The forms of planning rounds: a round begun, its scope set, something written into it, its answers frozen."""

from collections.abc import Mapping
from typing import Any

from graph.network import Network
from graph.questions.naming import listing
from graph.rounds.framing import participants_of
from graph.rounds.notes import NOTE
from schema.text import Text
from viz.edit import round_form_words as words
from viz.edit import round_words
from viz.edit import words as edit_words
from viz.edit.desk import Desk, Trouble
from viz.edit.fields import PREFIX, FormField
from viz.edit.round_fields import NAME_SHOWN, Form, Values, kommunen, matters, visibilities
from viz.edit.round_ways import BEGIN, EVERYTHING, edit_path, page, round_path
from viz.served import ROUNDS


def begin_page(desk: Desk, network: Network, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form for a new round."""
    form = Form(values, trouble)
    fields = (
        form.field("name", words.NAME, needed=True),
        form.field("starts_on", round_words.BEGINS, "date"),
        form.field("ends_on", round_words.ENDS, "date"),
        form.field("phase", round_words.PHASE),
        _taking_part(form),
    )
    offered = matters(network, values)
    return _page(desk, BEGIN, {}, words.BEGIN, words.BEGIN, fields, trouble, matters=offered, back=desk.to(ROUNDS))


def scope_page(desk: Desk, network: Network, i: int, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form that says anew what a round is about and who takes part."""
    id, title = network.ids[i], words.SCOPE_OF.format(name=network.name(i)[:NAME_SHOWN])
    fields = (_taking_part(Form(values, trouble)),)
    path = edit_path(id, "scope")
    offered = matters(network, values)
    return _page(
        desk,
        path,
        {},
        title,
        edit_words.SAVE,
        fields,
        trouble,
        matters=offered,
        told=words.SCOPE_HINT,
        back=_back(desk, id),
    )


def note_page(desk: Desk, network: Network, i: int, kind: str, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form for a note, a decision or a task."""
    form, id = Form(values, trouble), network.ids[i]
    taking = listing([network.name(j) for j in participants_of(network, i)], most=30)
    hint = words.ASSIGNED_HINT.format(names=taking) if taking.de else words.PARTICIPANTS_HINT
    to_do = (
        form.field("assigned", round_words.ASSIGNED, "lines", hint=hint),
        form.field("due_on", round_words.DUE_ON, "date"),
    )
    fields = (
        form.field("name", words.IN_ONE_SENTENCE, needed=True),
        form.field("text", round_words.WORDING, "lines"),
        form.field("noted_on", round_words.NOTED_ON, "date"),
        *(() if kind == NOTE else to_do),
        form.field("about", words.CONCERNS, "lines", hint=words.ABOUT_HINT),
        form.select("visibility", words.VISIBILITY, visibilities()),
    )
    told = words.INTO.format(name=network.name(i)[:NAME_SHOWN])
    path = edit_path(id, "note")
    return _page(
        desk, path, {"kind": kind}, words.WRITE[kind], edit_words.SAVE, fields, trouble, told=told, back=_back(desk, id)
    )


def freeze_page(desk: Desk, network: Network, i: int, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form that says how everything is asked before the answers are kept."""
    form, id = Form(values, trouble), network.ids[i]
    title = words.FREEZE_OF.format(name=network.name(i)[:NAME_SHOWN])
    fields = (
        form.field("remark", words.REMARK),
        form.field("as_of", round_words.DAY, "date"),
        form.select("kommune", round_words.KOMMUNE, {"": words.ALL_KOMMUNEN, **kommunen(network)}),
        form.select("visibility", words.ASK_VISIBILITY, visibilities()),
        form.yes_no("persons", words.ASK_PERSONS),
        form.yes_no("robust", words.ROBUST),
    )
    path = edit_path(id, "freeze")
    return _page(desk, path, {}, title, words.FREEZE, fields, trouble, told=words.FREEZE_HINT, back=_back(desk, id))


def _page(
    desk: Desk,
    path: str,
    query: Mapping[str, str],
    title: Text,
    act: Text,
    fields: tuple[FormField, ...],
    trouble: Trouble | None,
    **values: Any,
) -> str:
    shown = {"matters": None, "told": None, **values}
    action, wrong = desk.to(path, **query), trouble.fields if trouble else {}
    return page(
        desk,
        "round_form",
        path,
        query,
        editing=True,
        title=title,
        act=act,
        action=action,
        fields=fields,
        prefix=PREFIX,
        trouble=trouble,
        wrong=wrong,
        **shown,
    )


def _taking_part(form: Form) -> FormField:
    return form.field("participants", round_words.PARTICIPANTS, "lines", hint=words.PARTICIPANTS_HINT)


def _back(desk: Desk, id: str) -> str:
    return desk.to(round_path(id), **EVERYTHING)
