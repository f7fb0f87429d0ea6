"""Which part of the network is asked, and how: every field becomes an option of the command and of the route."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from graph.network import Network
from schema.errors import NotFoundError
from schema.nodes import Person
from schema.record import Visibility
from schema.text import Text

LARGEST_SET = 50
"""Key players that can be asked for at most."""


class Scope(BaseModel):
    """What every question takes; a question with options of its own declares a subclass."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: Annotated[date | None, Text("Stichtag", "as of")] = None
    kommune: Annotated[str | None, Text("Kommune (Kennung, AGS oder Name)", "Kommune (id, AGS or name)")] = None
    scenario: Annotated[str | None, Text("Szenario", "scenario")] = None
    visibility: Annotated[Visibility, Text("höchste Sichtbarkeit", "highest visibility")] = Visibility.PUBLIC
    persons: Annotated[bool, Text("Personen einbeziehen", "include persons")] = False
    robust: Annotated[
        bool,
        Text("prüfen, was bei fehlenden Verbindungen bliebe", "check what would remain if some ties were missing"),
    ] = True

    def readable(self, network: Network) -> Network:
        """Cut a network to what the reader may see at this date and place, before anything is computed.

        Where a scenario is tried in it, the network without it is cut alike.
        """
        part = network.seen_by(self.visibility)
        part = part.at(self.as_of) if self.as_of else part
        part = part.within(self.kommune) if self.kommune else part
        return replace(part, before=self._before(network.before)) if network.before else part

    def cut(self, network: Network) -> Network:
        """Cut a network to what may be shown in this scope: rights first, then date, place and persons."""
        part = self.readable(network)
        if self.persons:
            return part
        before = part.before and part.before.keep(~part.before.of_type(Person))
        return replace(part.keep(~part.of_type(Person)), before=before)

    def _before(self, network: Network) -> Network:
        """Cut the network without the scenario; a Kommune that only the scenario has leaves nothing of it."""
        try:
            return self.readable(network)
        except NotFoundError:
            return network.keep(np.zeros(network.n, dtype=np.bool_))


class AboutScope(Scope):
    """The options of a question that can be asked about one matter."""

    about: Annotated[
        str | None,
        Text(
            "nur wer mit dieser Fachplanung, Zielgruppe, diesem Sozialraum oder Prozess zu tun hat (Kennung oder Name)",
            "only who has to do with this Fachplanung, target group, Sozialraum or process (id or name)",
        ),
    ] = None


class MultiplierScope(AboutScope):
    """The options of the question for multipliers; here, so that a command line can offer them without asking it."""

    k: Annotated[int, Field(ge=1, le=LARGEST_SET), Text("Größe der Auswahl", "size of the set")] = 5
