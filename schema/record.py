"""What every node and every tie carries: identity, provenance, validity and protection."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from schema.text import Text


class Visibility(StrEnum):
    """Who may read a record: everybody, the office, or named persons only."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


VISIBILITY_LABELS = {
    Visibility.PUBLIC: Text("öffentlich", "public"),
    Visibility.INTERNAL: Text("intern", "internal"),
    Visibility.CONFIDENTIAL: Text("vertraulich", "confidential"),
}

# The engines keep texts as UTF-8; a NUL would be refused there, so it is refused here with its field.
Words = Annotated[str, Field(pattern=r"^[^\x00]*$")]
Name = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"^[^\x00]*$")]
Identifier = Annotated[str, Field(min_length=1, max_length=2_000, pattern=r"^[^\x00-\x1f]+$")]
Scale = Annotated[int, Field(ge=1, le=5)]


ABOUT_THE_SOURCE = frozenset({"source", "as_of", "confidence"})
"""Fields that tell of the source rather than of the thing: two sources differ in them without contradicting."""


class Record(BaseModel):
    """What nodes and ties have in common; frozen, unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, use_enum_values=False)

    label: ClassVar[Text]
    """What one of these is called."""

    id: Annotated[Identifier, Text("Kennung", "identifier")]
    source: Annotated[Name, Text("Quelle", "source")]
    as_of: Annotated[date | None, Text("Stand", "as of")] = None
    valid_from: Annotated[date | None, Text("gültig ab", "valid from")] = None
    valid_to: Annotated[date | None, Text("gültig bis", "valid to")] = None
    confidence: Annotated[float, Field(ge=0, le=1), Text("Verlässlichkeit", "confidence")] = 1.0
    visibility: Annotated[Visibility, Text("Sichtbarkeit", "visibility")] = Visibility.PUBLIC
    legal_basis: Annotated[Words | None, Text("Rechtsgrundlage", "legal basis")] = None
    purpose: Annotated[Words | None, Text("Zweck der Verarbeitung", "purpose of processing")] = None
    retention_until: Annotated[date | None, Text("aufbewahren bis", "retention until")] = None
    note: Annotated[Words | None, Text("Bemerkung", "note")] = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Record":
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise PydanticCustomError("ends_too_early", "valid_to lies before valid_from")
        return self

    def properties(self) -> dict[str, Any]:
        """Give the fields that are set, in their order of declaration, as plain values (dates stay dates)."""
        plain = self.model_dump(exclude_none=True)
        return {key: value.value if isinstance(value, StrEnum) else value for key, value in plain.items()}
