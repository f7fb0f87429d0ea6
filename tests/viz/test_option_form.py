"""The form of a question follows from the declaration of its options."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from graph.questions import QUESTIONS
from graph.questions.scope import Scope
from schema.record import Visibility
from schema.text import Text, verbatim
from viz.addresses import address, asked, common
from viz.option_form import OptionField, option_fields
from viz.page_words import NO, NO_CHOICE, YES


class Shade(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Everything(Scope):
    size: Annotated[int, Field(ge=1, le=9), Text("Größe", "size")] = 4
    share: Annotated[float, Field(ge=0, le=1), Text("Anteil", "share")] = 0.5
    word: Annotated[str | None, Text("Wort", "word")] = None
    strict: Annotated[bool, Text("streng", "strict")] = False
    shade: Annotated[Shade, Text("Ton", "shade")] = Shade.DARK
    over: Annotated[Literal["level", "kommune"] | None, Text("über", "over")] = None


def _fields(scope: Scope, **not_allowed: Any) -> dict[str, OptionField]:
    fields = option_fields(scope, lambda name, value: not_allowed.get(name, "anything") != value)
    return {field.name: field for field in fields}


def test_each_kind_of_option_gets_the_field_that_fits() -> None:
    fields = _fields(Everything(as_of=date(2026, 6, 30), word="x", size=7, strict=True, shade=Shade.LIGHT))
    assert list(fields) == list(Everything.model_fields)
    assert (fields["as_of"].kind, fields["as_of"].value) == ("date", "2026-06-30")
    assert (fields["kommune"].kind, fields["kommune"].value) == ("text", "")
    assert (fields["word"].kind, fields["word"].value) == ("text", "x")
    assert (fields["strict"].kind, fields["strict"].value) == ("checkbox", "true")
    size, share = fields["size"], fields["share"]
    assert (size.kind, size.value, size.least, size.most, size.whole) == ("number", "7", 1, 9, True)
    assert (share.kind, share.value, share.least, share.most, share.whole) == ("number", "0.5", 0, 1, False)
    assert fields["shade"].choices == (("light", verbatim("light"), True), ("", verbatim("dark"), False))
    assert fields["over"].choices == (
        ("", NO_CHOICE, True),
        ("level", verbatim("level"), False),
        ("kommune", verbatim("kommune"), False),
    )


def test_a_switch_that_is_on_by_default_can_be_turned_off() -> None:
    assert _fields(Scope())["robust"].choices == (("", YES, True), ("false", NO, False))
    assert _fields(Scope(robust=False))["robust"].choices == (("", YES, False), ("false", NO, True))


def test_what_the_reader_may_not_ask_for_is_not_offered() -> None:
    assert "persons" in _fields(Scope())
    assert "persons" not in _fields(Scope(), persons=True)
    fields = option_fields(Scope(), lambda name, value: name != "visibility" or value is Visibility.PUBLIC)
    assert "visibility" not in [field.name for field in fields]
    assert len(_fields(Scope(), visibility=Visibility.CONFIDENTIAL)["visibility"].choices) == 2


def test_every_option_of_every_question_has_a_label_of_its_own_in_both_languages() -> None:
    for question in QUESTIONS.values():
        labels = [field.label for field in option_fields(question.scope())]
        assert len({label.de for label in labels}) == len({label.en for label in labels}) == len(labels)


def test_an_address_holds_what_was_set_and_reads_back() -> None:
    scope = Everything(as_of=date(2026, 6, 30), kommune="a&b=c", robust=False, share=0.25, over="level")
    query = asked(scope)
    assert Everything.model_validate(query) == scope
    assert list(common(query)) == ["as_of", "kommune", "robust"]
    assert address("/x", {**query, "word": ""}, "y") == (
        "/x?as_of=2026-06-30&kommune=a%26b%3Dc&robust=false&share=0.25&over=level#y"
    )
    assert asked(Everything()) == {}
    assert address("/x", {}) == "/x"
