"""The forms of planning rounds: a round begun, its scope set, something written into it, its answers frozen."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.network import Network
from graph.questions.naming import listing
from graph.rounds.finding import one_of
from graph.rounds.framing import matters_of, participants_of
from graph.rounds.notes import NOTE
from graph.rounds.writing import PARTICIPANTS, SCOPE
from schema.errors import FahrstuhlError
from schema.nodes import Kommune
from schema.record import VISIBILITY_LABELS, Visibility
from schema.text import Text, verbatim
from viz.edit import round_form_words as words
from viz.edit import round_words
from viz.edit import words as edit_words
from viz.edit.desk import Desk, Trouble
from viz.edit.fields import PREFIX, FormField, Kind
from viz.edit.round_ways import BEGIN, EVERYTHING, edit_path, page, round_path

MOST_CHOICES = 400
"""Matters of one type that are offered; those chosen are always among them."""
NAME_SHOWN = 200
Values = Mapping[str, str]


class _Form:
    """Makes the fields of a form: filled with what was typed, with what does not fit beside each."""

    def __init__(self, values: Values, trouble: Trouble | None) -> None:
        self._values, self._wrong = values, trouble.fields if trouble else {}

    def field(
        self, name: str, label: Text, kind: Kind = "text", *, needed: bool = False, hint: Text | None = None
    ) -> FormField:
        """Make a field to type into."""
        return FormField(name, label, kind, self._value(name), needed, hint=hint, wrong=self._wrong.get(name))

    def select(self, name: str, label: Text, offered: Mapping[str, Text]) -> FormField:
        """Make a field to choose one value."""
        choices = tuple((value, said, value == self._value(name)) for value, said in offered.items())
        return FormField(name, label, "select", self._value(name), choices=choices, wrong=self._wrong.get(name))

    def yes_no(self, name: str, label: Text) -> FormField:
        """Make a field to say yes or no."""
        return self.select(name, label, {"": edit_words.NO, "true": edit_words.YES})

    def _value(self, name: str) -> str:
        return self._values.get(name, "")


def begin_page(desk: Desk, network: Network, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form for a new round."""
    form = _Form(values, trouble)
    fields = (
        form.field("name", words.NAME, needed=True),
        form.field("starts_on", round_words.BEGINS, "date"),
        form.field("ends_on", round_words.ENDS, "date"),
        form.field("phase", round_words.PHASE),
        _taking_part(form),
    )
    matters = _matters(network, values)
    return _page(desk, BEGIN, {}, words.BEGIN, words.BEGIN, fields, trouble, matters=matters, back=desk.to("/rounds"))


def framing(network: Network, i: int) -> dict[str, str]:
    """Give the values of the form that sets the scope: what a round is about by id, who takes part by name."""
    taking = [_called(network, j) for j in participants_of(network, i)]
    return {"concerns": "\n".join(network.ids[j] for j in matters_of(network, i)), "participants": "\n".join(taking)}


def _called(network: Network, i: int) -> str:
    """Give the name by which a form finds a node again, or its id where others are called so too."""
    name = network.name(i)
    try:
        found = one_of(network, name, *PARTICIPANTS)
    except FahrstuhlError:
        return network.ids[i]
    return name if found == network.ids[i] and name == " ".join(name.split()) else network.ids[i]


def scope_page(desk: Desk, network: Network, i: int, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form that says anew what a round is about and who takes part."""
    id, title = network.ids[i], words.SCOPE_OF.format(name=network.name(i)[:NAME_SHOWN])
    fields = (_taking_part(_Form(values, trouble)),)
    path = edit_path(id, "scope")
    matters = _matters(network, values)
    return _page(
        desk,
        path,
        {},
        title,
        edit_words.SAVE,
        fields,
        trouble,
        matters=matters,
        told=words.SCOPE_HINT,
        back=_back(desk, id),
    )


def note_page(desk: Desk, network: Network, i: int, kind: str, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form for a note, a decision or a task."""
    form, id = _Form(values, trouble), network.ids[i]
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
        form.select("visibility", words.VISIBILITY, _visibilities()),
    )
    told = words.INTO.format(name=network.name(i)[:NAME_SHOWN])
    path = edit_path(id, "note")
    return _page(
        desk, path, {"kind": kind}, words.WRITE[kind], edit_words.SAVE, fields, trouble, told=told, back=_back(desk, id)
    )


def freeze_page(desk: Desk, network: Network, i: int, values: Values, trouble: Trouble | None = None) -> str:
    """Write the form that says how everything is asked before the answers are kept."""
    form, id = _Form(values, trouble), network.ids[i]
    title = words.FREEZE_OF.format(name=network.name(i)[:NAME_SHOWN])
    fields = (
        form.field("remark", words.REMARK),
        form.field("as_of", round_words.DAY, "date"),
        form.select("kommune", round_words.KOMMUNE, {"": words.ALL_KOMMUNEN, **_kommunen(network)}),
        form.select("visibility", words.ASK_VISIBILITY, _visibilities()),
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


def _taking_part(form: _Form) -> FormField:
    return form.field("participants", round_words.PARTICIPANTS, "lines", hint=words.PARTICIPANTS_HINT)


def _back(desk: Desk, id: str) -> str:
    return desk.to(round_path(id), **EVERYTHING)


def _visibilities() -> dict[str, Text]:
    return {visibility.value: VISIBILITY_LABELS[visibility] for visibility in Visibility}


def _kommunen(network: Network) -> dict[str, Text]:
    known = np.flatnonzero(network.of_type(Kommune) & ~network.placeholder).tolist()
    return {network.ids[i]: verbatim(network.name(i)[:NAME_SHOWN]) for i in known}


def _matters(network: Network, values: Values) -> list[tuple[Text, list[tuple[str, str, bool]], int]]:
    """Offer what a round may be about, by type: id, name, whether it is chosen; and how many there are in all."""
    chosen = {*values.get("concerns", "").split("\n")}
    found = []
    for cls in reversed(SCOPE):
        known = np.flatnonzero(network.of_type(cls) & ~network.placeholder).tolist()
        ordered = sorted(known, key=lambda i: (network.ids[i] not in chosen, network.name(i), network.ids[i]))
        offered = [(network.ids[i], network.name(i)[:NAME_SHOWN], network.ids[i] in chosen) for i in ordered]
        if known:
            found.append((cls.plural, offered[:MOST_CHOICES], len(known)))
    return found
