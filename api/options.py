"""What routes take from the address: one declared class each, so that a misspelt option is refused, not ignored."""

from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from graph.questions.scope import Scope
from schema.catalogue import NODE_TYPES
from schema.text import Lang, Text


def _known(name: str) -> str:
    if name not in NODE_TYPES:
        raise PydanticCustomError("literal_error", "must be one of {expected}", {"expected": ", ".join(NODE_TYPES)})
    return name


TypeNames = Annotated[
    tuple[Annotated[str, AfterValidator(_known), Field(json_schema_extra={"enum": list(NODE_TYPES)})], ...],
    Text("nur diese Typen", "these types only"),
]
Limit = Annotated[int, Field(ge=1, le=1_000), Text("höchstens so viele", "at most so many")]


def describe(cls: type[BaseModel]) -> None:
    """Take the label of a field as its description."""
    for info in cls.model_fields.values():
        label = next((item for item in info.metadata if isinstance(item, Text)), None)
        info.description = info.description or (f"{label.en} · {label.de}" if label else None)


class Options(BaseModel):
    """Base of all options: the language of problems and pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Annotated[
        Lang | None,
        Text("Sprache (sonst nach Accept-Language)", "language (else by Accept-Language)"),
    ] = None

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Describe each option by its declared label, for the OpenAPI document."""
        describe(cls)


describe(Options)


class ReadOptions(Scope, Options):
    """What every reading route takes: the fields of a `Scope` decide which part of the network is read."""

    asked: ClassVar[type[Scope]] = Scope

    def scope(self) -> Scope:
        """Give the part that decides what is read and asked."""
        return self.asked(**{name: getattr(self, name) for name in self.asked.model_fields})


@cache
def options_of(scope: type[Scope]) -> type[ReadOptions]:
    """Make the options of a route of the options of a question."""
    if scope is Scope:
        return ReadOptions
    return type(f"{scope.__name__}Options", (scope, ReadOptions), {"asked": scope, "__module__": __name__})
