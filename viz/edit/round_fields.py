"""The fields of the forms of planning rounds, filled with what stands or what was typed."""

from collections.abc import Mapping

import numpy as np

from graph.network import Network
from graph.rounds.finding import one_of
from graph.rounds.framing import matters_of, participants_of
from graph.rounds.writing import PARTICIPANTS, SCOPE
from schema.errors import FahrstuhlError
from schema.nodes import Kommune
from schema.record import VISIBILITY_LABELS, Visibility
from schema.text import Text, verbatim
from viz.edit import words as edit_words
from viz.edit.desk import Trouble
from viz.edit.fields import FormField, Kind

MOST_CHOICES = 400
"""Matters of one type that are offered; those chosen are always among them."""
NAME_SHOWN = 200
Values = Mapping[str, str]


class Form:
    """Makes the fields of a form: filled with what was typed, with what does not fit beside each."""

    def __init__(self, values: Values, trouble: Trouble | None) -> None:
        """Fill with `values`; `trouble` says what does not fit."""
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


def visibilities() -> dict[str, Text]:
    """Offer who may read."""
    return {visibility.value: VISIBILITY_LABELS[visibility] for visibility in Visibility}


def kommunen(network: Network) -> dict[str, Text]:
    """Offer the Kommunen, by id."""
    known = np.flatnonzero(network.of_type(Kommune) & ~network.placeholder).tolist()
    return {network.ids[i]: verbatim(network.name(i)[:NAME_SHOWN]) for i in known}


def matters(network: Network, values: Values) -> list[tuple[Text, list[tuple[str, str, bool]], int]]:
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
