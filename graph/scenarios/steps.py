"""The steps of a scenario as rows that a person reads: what is new, changed field by field, ended or taken away."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from graph.network import Network
from graph.questions.answer import Finding
from graph.questions.written import written
from graph.scenarios.scenario import Fate, Step
from graph.stellschrauben.telling import tell
from schema.catalogue import features
from schema.record import ABOUT_THE_SOURCE
from schema.text import LANGS, Lang, Text
from schema.validation import record_type

FATES: Mapping[Fate, Text] = {
    "new": Text("neu", "new"),
    "changed": Text("geändert", "changed"),
    "ended": Text("beendet", "ended"),
    "removed": Text("weggenommen", "taken away"),
}


class StepRow(Finding):
    """One record that a scenario touches."""

    fate: Annotated[Text, Text("was", "what")]
    record: Annotated[Text, Text("Eintrag", "record")]
    fields: Annotated[Text | None, Text("Felder: vorher → nachher", "fields: before → after")]
    id: Annotated[str, Text("Kennung", "id")]


def step_rows(network: Network, steps: tuple[Step, ...]) -> tuple[StepRow, ...]:
    """Tell the steps; the network, which may be cut to what a reader sees, gives the names of the ends of ties.

    It need not hold the scenario: what this touches is named by the steps themselves.
    """
    records = [record_type(step.type).model_validate(step.after or step.before) for step in steps]
    return tuple(
        StepRow(fate=FATES[step.fate], record=told, fields=_fields(step), id=step.id)
        for step, told in zip(steps, tell(network, records), strict=True)
    )


def _fields(step: Step) -> Text | None:
    changes = list(_changes(step)) if step.before is not None and step.after is not None else []
    return Text("; ".join(one.de for one in changes), "; ".join(one.en for one in changes)) if changes else None


def _changes(step: Step) -> Iterator[Text]:
    before, after = step.before or {}, step.after or {}
    for feature in features(record_type(step.type)):
        was, shall = before.get(feature.name), after.get(feature.name)
        if was != shall and feature.name not in ABOUT_THE_SOURCE:
            yield Text(*(_change(feature.label, was, shall, lang) for lang in LANGS))


def _change(label: Text, was: Any, shall: Any, lang: Lang) -> str:
    return f"{label.lang(lang)}: {written(was, lang)} → {written(shall, lang)}"
