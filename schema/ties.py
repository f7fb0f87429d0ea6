"""The tie types: one frozen class each, with its ends and fields; `TIES` lists them all.

A tie has a direction, from `start` to `end`. A type names which node types it may join; a tie with other ends is
refused whole.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schema.nodes import (
    Committee,
    Department,
    Document,
    Fachplanung,
    Format,
    Indicator,
    Kommune,
    Node,
    Note,
    Organisation,
    Person,
    Process,
    Raumzuschnitt,
    Sozialraum,
    TargetGroup,
)
from schema.record import Identifier, Record, Scale, Words
from schema.text import Text

Ends = tuple[type[Node], ...]

ACTORS: Ends = (Person, Organisation, Kommune, Department, Committee)


class ContactKind(StrEnum):
    """How two actors meet: face to face and answering each other, or many at once."""

    DIALOGIC = "dialogic"
    COLLECTIVE = "collective"


CONTACT_LABELS = {
    ContactKind.DIALOGIC: Text("im Gespräch (dialogisch)", "in conversation (dialogic)"),
    ContactKind.COLLECTIVE: Text("viele zugleich (kollektiv)", "many at once (collective)"),
}


class Tie(Record):
    """Base of all tie types; `derived` ties follow from evidence by a rule and carry how much of it there is."""

    verb: ClassVar[str]
    """The relationship type in Cypher."""
    ends: ClassVar[tuple[tuple[Ends, Ends], ...]]
    """Which node types it may join: pairs of (any of these, any of those)."""
    symmetric: ClassVar[bool] = False
    """Whether the direction in which it is written down means nothing."""
    contact: ClassVar[bool] = False
    """Whether two actors, or an actor and a place, deal with each other through it (counts for gaps and lift)."""

    start: Annotated[Identifier, Text("von", "from")]
    end: Annotated[Identifier, Text("nach", "to")]
    derived: Annotated[bool, Text("abgeleitet", "derived")] = False
    rule: Annotated[Words | None, Text("Ableitungsregel", "rule of derivation")] = None
    count: Annotated[int | None, Field(ge=1), Text("Anzahl Belege", "pieces of evidence")] = None

    @model_validator(mode="after")
    def _joins_two(self) -> "Tie":
        if self.start == self.end:
            raise PydanticCustomError("one_end", "joins a node with itself")
        return self

    def between(self, others: Mapping[str, str]) -> "Tie":
        """Give the tie between other ends (id → id), under its own id, so that its source knows it again."""
        ends = {side: others[end] for side in ("start", "end") if (end := getattr(self, side)) in others}
        return self.model_copy(update=ends) if ends else self

    @classmethod
    def joins(cls, start: type[Node], end: type[Node]) -> bool:
        """Say whether a tie of this type may run from the one node type to the other."""
        return any(start in starts and end in ends for starts, ends in cls.ends)


def tie_id(verb: str, start: str, end: str, *distinct: str) -> str:
    """Make the identifier of a tie that its source does not name: type, ends and what tells parallel ties apart."""
    return "|".join((verb, start, end, *distinct))


class PartOf(Tie):
    """A unit, body, municipality or area belongs to a larger one."""

    verb: ClassVar = "PART_OF"
    label: ClassVar = Text("gehört zu", "part of")
    ends: ClassVar = (
        ((Department,), (Department, Kommune)),
        ((Committee,), (Kommune, Committee)),
        ((Kommune,), (Kommune,)),
        ((Sozialraum,), (Sozialraum, Kommune)),
        ((Organisation,), (Kommune, Organisation)),
    )


class WorksIn(Tie):
    """A person works in a unit, organisation or body."""

    verb: ClassVar = "WORKS_IN"
    label: ClassVar = Text("arbeitet in", "works in")
    ends: ClassVar = (((Person,), (Department, Organisation, Committee)),)
    contact: ClassVar = True


class Leads(Tie):
    """A person leads a unit, organisation or body."""

    verb: ClassVar = "LEADS"
    label: ClassVar = Text("leitet", "leads")
    ends: ClassVar = (((Person,), (Department, Organisation, Committee, Kommune)),)
    contact: ClassVar = True


class MemberOf(Tie):
    """An actor is a member of a body, perhaps as deputy or on behalf of another."""

    verb: ClassVar = "MEMBER_OF"
    label: ClassVar = Text("Mitglied in", "member of")
    ends: ClassVar = (((Person, Organisation, Department, Kommune), (Committee, Organisation)),)
    contact: ClassVar = True

    role: Annotated[Words | None, Text("Rolle", "role")] = None
    voting: Annotated[bool | None, Text("stimmberechtigt", "voting right")] = None
    deputy: Annotated[bool, Text("Stellvertretung", "deputy")] = False
    on_behalf_of: Annotated[Words | None, Text("im Auftrag von", "on behalf of")] = None


class ResponsibleFor(Tie):
    """A unit is in charge of a sectoral planning, an area or a target group."""

    verb: ClassVar = "RESPONSIBLE_FOR"
    label: ClassVar = Text("zuständig für", "responsible for")
    ends: ClassVar = (((Department, Organisation), (Fachplanung, Sozialraum, TargetGroup)),)


class ActiveIn(Tie):
    """An actor works in an area."""

    verb: ClassVar = "ACTIVE_IN"
    label: ClassVar = Text("aktiv in", "active in")
    ends: ClassVar = ((ACTORS, (Sozialraum,)),)
    contact: ClassVar = True


class CooperatesWith(Tie):
    """Two actors work together."""

    verb: ClassVar = "COOPERATES_WITH"
    label: ClassVar = Text("arbeitet zusammen mit", "cooperates with")
    ends: ClassVar = ((ACTORS, ACTORS),)
    symmetric: ClassVar = True
    contact: ClassVar = True

    strength: Annotated[Scale | None, Text("Stärke (1–5)", "strength (1–5)")] = None
    formal: Annotated[bool | None, Text("förmlich vereinbart", "formally agreed")] = None
    contact_kind: Annotated[ContactKind | None, Text("Kontaktform", "kind of contact")] = None
    trust: Annotated[Scale | None, Text("Vertrauen (1–5)", "trust (1–5)")] = None
    frequency: Annotated[Words | None, Text("Häufigkeit", "frequency")] = None
    last_contact: Annotated[date | None, Text("letzter Kontakt", "last contact")] = None


class CounterpartOf(Tie):
    """Two actors of different municipalities are each other's counterpart."""

    verb: ClassVar = "COUNTERPART_OF"
    label: ClassVar = Text("Counterpart von", "counterpart of")
    ends: ClassVar = (((Person, Department, Organisation), (Person, Department, Organisation)),)
    symmetric: ClassVar = True
    contact: ClassVar = True

    trust: Annotated[Scale | None, Text("Vertrauen (1–5)", "trust (1–5)")] = None
    last_contact: Annotated[date | None, Text("letzter Kontakt", "last contact")] = None


class Steers(Tie):
    """A body steers a unit or a process."""

    verb: ClassVar = "STEERS"
    label: ClassVar = Text("steuert", "steers")
    ends: ClassVar = (((Committee,), (Department, Process)),)
    contact: ClassVar = True


class ReportsTo(Tie):
    """A unit, body or person reports to another; also derived from the papers that a unit brings into a body."""

    verb: ClassVar = "REPORTS_TO"
    label: ClassVar = Text("berichtet an", "reports to")
    ends: ClassVar = (((Person, Department, Committee, Organisation), (Person, Department, Committee)),)
    contact: ClassVar = True


class Mandates(Tie):
    """A document gives a unit, body or process its task."""

    verb: ClassVar = "MANDATES"
    label: ClassVar = Text("beauftragt", "mandates")
    ends: ClassVar = (((Document,), (Department, Committee, Process)),)


class AdoptedBy(Tie):
    """A body adopted a document."""

    verb: ClassVar = "ADOPTED_BY"
    label: ClassVar = Text("beschlossen von", "adopted by")
    ends: ClassVar = (((Document,), (Committee,)),)


class IssuedBy(Tie):
    """An actor issued or submitted a document."""

    verb: ClassVar = "ISSUED_BY"
    label: ClassVar = Text("herausgegeben von", "issued by")
    ends: ClassVar = (((Document,), ACTORS),)


class ContributesTo(Tie):
    """A unit or organisation contributes to a document."""

    verb: ClassVar = "CONTRIBUTES_TO"
    label: ClassVar = Text("trägt bei zu", "contributes to")
    ends: ClassVar = (((Department, Organisation), (Document,)),)


class Signed(Tie):
    """An actor signed a document."""

    verb: ClassVar = "SIGNED"
    label: ClassVar = Text("hat unterzeichnet", "signed")
    ends: ClassVar = (((*ACTORS, Fachplanung), (Document,)),)


class Uses(Tie):
    """A unit or sectoral planning works with a division into areas."""

    verb: ClassVar = "USES"
    label: ClassVar = Text("verwendet", "uses")
    ends: ClassVar = (((Department, Fachplanung), (Raumzuschnitt,)),)


class BelongsTo(Tie):
    """An area is one of those of a division."""

    verb: ClassVar = "BELONGS_TO"
    label: ClassVar = Text("Teil des Zuschnitts", "belongs to")
    ends: ClassVar = (((Sozialraum,), (Raumzuschnitt,)),)


class Overlaps(Tie):
    """An area overlaps another; `share` is the part of the first that lies in the second."""

    verb: ClassVar = "OVERLAPS"
    label: ClassVar = Text("überschneidet", "overlaps")
    ends: ClassVar = (((Sozialraum,), (Sozialraum,)),)

    share: Annotated[float | None, Field(ge=0, le=1), Text("Anteil", "share")] = None


class SucceededBy(Tie):
    """An area or municipality was replaced by another; `share` is the part of the first that went into the second."""

    verb: ClassVar = "SUCCEEDED_BY"
    label: ClassVar = Text("abgelöst durch", "succeeded by")
    ends: ClassVar = (((Sozialraum,), (Sozialraum,)), ((Kommune,), (Kommune,)))

    share: Annotated[float | None, Field(ge=0, le=1), Text("Anteil", "share")] = None


class ConsultedIn(Tie):
    """A document was dealt with in a body, at a meeting, with a result."""

    verb: ClassVar = "CONSULTED_IN"
    label: ClassVar = Text("beraten in", "consulted in")
    ends: ClassVar = (((Document,), (Committee,)),)

    role: Annotated[Words | None, Text("Rolle", "role")] = None
    authoritative: Annotated[bool | None, Text("federführend", "authoritative")] = None
    meeting: Annotated[Words | None, Text("Sitzung", "meeting")] = None
    held_on: Annotated[date | None, Text("Sitzungsdatum", "date of the meeting")] = None
    agenda_item: Annotated[Words | None, Text("Tagesordnungspunkt", "agenda item")] = None
    result: Annotated[Words | None, Text("Ergebnis", "result")] = None


class UnderDirectionOf(Tie):
    """A unit is in charge of a document."""

    verb: ClassVar = "UNDER_DIRECTION_OF"
    label: ClassVar = Text("federführend bei", "under direction of")
    ends: ClassVar = (((Document,), (Department,)),)


class Concerns(Tie):
    """A document or process is about an area, a target group or a sectoral planning; a note about a round or actor."""

    verb: ClassVar = "CONCERNS"
    label: ClassVar = Text("betrifft", "concerns")
    ends: ClassVar = (
        ((Document, Process), (Sozialraum, TargetGroup, Fachplanung)),
        ((Note,), (Process, *ACTORS, Sozialraum)),
    )


class AssignedTo(Tie):
    """A task is one that an actor has to do."""

    verb: ClassVar = "ASSIGNED_TO"
    label: ClassVar = Text("übertragen an", "assigned to")
    ends: ClassVar = (((Note,), ACTORS),)


class Reaches(Tie):
    """A format reaches a target group."""

    verb: ClassVar = "REACHES"
    label: ClassVar = Text("erreicht", "reaches")
    ends: ClassVar = (((Format, Organisation), (TargetGroup,)),)


class HeldIn(Tie):
    """A format took place in an area."""

    verb: ClassVar = "HELD_IN"
    label: ClassVar = Text("fand statt in", "held in")
    ends: ClassVar = (((Format,), (Sozialraum,)),)


class TakesPart(Tie):
    """An actor or target group takes part in a format or process."""

    verb: ClassVar = "TAKES_PART"
    label: ClassVar = Text("nimmt teil an", "takes part in")
    ends: ClassVar = (((*ACTORS, TargetGroup, Fachplanung), (Format, Process)),)


class Feeds(Tie):
    """The results of a format flow into a process or document."""

    verb: ClassVar = "FEEDS"
    label: ClassVar = Text("fließt ein in", "feeds")
    ends: ClassVar = (((Format, Process), (Process, Document)),)


class InterestedIn(Tie):
    """An actor's interest in a planning: concern, benefit, attitude; what others attribute is internal at least."""

    verb: ClassVar = "INTERESTED_IN"
    label: ClassVar = Text("interessiert an", "interested in")
    ends: ClassVar = ((ACTORS, (Fachplanung, Process, TargetGroup)),)

    concern: Annotated[Words | None, Text("Anliegen", "concern")] = None
    benefit: Annotated[Words | None, Text("Nutzen", "benefit")] = None
    attitude: Annotated[int | None, Field(ge=-2, le=2), Text("Haltung (−2 bis 2)", "attitude (−2 to 2)")] = None
    influence: Annotated[Scale | None, Text("zugeschriebener Einfluss (1–5)", "attributed influence (1–5)")] = None
    interest: Annotated[Scale | None, Text("zugeschriebenes Interesse (1–5)", "attributed interest (1–5)")] = None
    legitimacy: Annotated[Scale | None, Text("zugeschriebene Legitimität (1–5)", "attributed legitimacy (1–5)")] = None
    urgency: Annotated[Scale | None, Text("zugeschriebene Dringlichkeit (1–5)", "attributed urgency (1–5)")] = None


class FundedBy(Tie):
    """A unit, organisation, process or format is paid for by a programme or actor."""

    verb: ClassVar = "FUNDED_BY"
    label: ClassVar = Text("gefördert durch", "funded by")
    ends: ClassVar = (
        ((Department, Organisation, Committee, Process, Format), (Process, Organisation, Kommune, Department)),
    )


class Measured(Tie):
    """The value of an indicator in an area in a year."""

    verb: ClassVar = "MEASURED"
    label: ClassVar = Text("gemessen in", "measured in")
    ends: ClassVar = (((Indicator,), (Sozialraum, Kommune)),)

    year: Annotated[int, Field(ge=1900, le=2200), Text("Jahr", "year")]
    value: Annotated[float, Field(allow_inf_nan=False), Text("Wert", "value")]


TIES: tuple[type[Tie], ...] = (
    PartOf,
    WorksIn,
    Leads,
    MemberOf,
    ResponsibleFor,
    ActiveIn,
    CooperatesWith,
    CounterpartOf,
    Steers,
    ReportsTo,
    Mandates,
    AdoptedBy,
    IssuedBy,
    ContributesTo,
    Signed,
    Uses,
    BelongsTo,
    Overlaps,
    SucceededBy,
    ConsultedIn,
    UnderDirectionOf,
    Concerns,
    Reaches,
    HeldIn,
    TakesPart,
    Feeds,
    InterestedIn,
    FundedBy,
    Measured,
    AssignedTo,
)
