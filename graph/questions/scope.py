"""Which part of the network is asked, and how: every field becomes an option of the command and of the route."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from graph.network import Network
from schema.nodes import Person
from schema.record import Visibility
from schema.text import Text


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
        """Cut a network to what the reader may see at this date and place, before anything is computed."""
        part = network.seen_by(self.visibility)
        part = part.at(self.as_of) if self.as_of else part
        return part.within(self.kommune) if self.kommune else part

    def cut(self, network: Network) -> Network:
        """Cut a network to what may be shown in this scope: rights first, then date, place and persons."""
        part = self.readable(network)
        return part if self.persons else part.keep(~part.of_type(Person))


class AboutScope(Scope):
    """The options of a question that can be asked about one matter."""

    about: Annotated[
        str | None,
        Text(
            "nur wer mit dieser Fachplanung, Zielgruppe, diesem Sozialraum oder Prozess zu tun hat (Kennung oder Name)",
            "only who has to do with this Fachplanung, target group, Sozialraum or process (id or name)",
        ),
    ] = None
