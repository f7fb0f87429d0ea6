"""The thresholds of the checks: conventions with their reasons, to be changed by who has better ones."""

from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.questions.written import written
from schema.errors import UsageError
from schema.text import LANGS, Lang, Text
from schema.validation import phrase

PREFIX = "FAHRSTUHL_CHECK_"

Share = Annotated[float, Field(gt=0, le=1)]
Some = Annotated[int, Field(ge=1)]


_OWN = Text("{definition} Eigene Schwellen: {own}.", "{definition} Thresholds of one's own: {own}.")
_WRONG = Text("Die Schwelle {name} {what}: {value!r}.", "The threshold {name} {what}: {value!r}.")
_MEND = Text("Die Umgebungsvariable berichtigen oder entfernen.", "Mend the environment variable or take it away.")


class Settings(BaseSettings):
    """Where a check draws its lines; the source names the demands and no number, so every number here is ours.

    Each can be set in the environment, such as `FAHRSTUHL_CHECK_DEZERNAT_MET=0.5`; results then say so.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    dezernat_met: Annotated[Share, Text("Fachplanungen unter einem Dezernat", "plannings under one Dezernat")] = 2 / 3
    """Clearly more than half, and still met where urban development stays with building, as nearly everywhere."""
    dezernat_partly: Annotated[
        Share, Text("Fachplanungen unter einem Dezernat (teilweise)", "plannings under one Dezernat (partly)")
    ] = 1 / 2
    """Half of them are the least that can be called a focus."""
    ressorts: Annotated[Some, Text("Ressorts einer Verfügung", "departments of a directive")] = 2
    """A directive within one department is an ordinary instruction; from the second on it reaches across."""
    contact_months: Annotated[Some, Text("Monate seit dem letzten Gespräch", "months since the last talk")] = 12
    """One turn of budget and annual talks: who was not spoken to for so long has missed one."""
    leaders_partly: Annotated[Share, Text("Leitungen im Gespräch (teilweise)", "leaders in dialogue (partly)")] = 1 / 2
    """Half of the leaders, the same line as for the other demands that speak of all."""
    report_years: Annotated[Some, Text("Jahre seit dem letzten Bericht", "years since the last report")] = 3
    """Reports on social affairs and education appear every two to five years; later the figures are history."""
    congruence_partly: Annotated[Share, Text("V-Maß (teilweise)", "V-measure (partly)")] = 0.8
    """The line that the question of congruence draws too: below it areas are cut and not only rounded."""
    steps: Annotated[Some, Text("Schritte nach oben und nach unten", "steps upwards and downwards")] = 4
    """From the conference over the agency to the steering body are two; with one station more on either side, four."""
    both_ways_partly: Annotated[
        Share, Text("Konferenzen in beide Richtungen (teilweise)", "conferences both ways (partly)")
    ] = 1 / 2
    """Half, as for the leaders."""
    key_actors_partly: Annotated[
        Share, Text("Schlüsselakteure im Gespräch (teilweise)", "key actors in dialogue (partly)")
    ] = 1 / 2
    """Half, as for the leaders."""
    counterparts_partly: Annotated[
        Share, Text("Gemeinden mit Counterpart (teilweise)", "Gemeinden with a counterpart (partly)")
    ] = 1 / 2
    """Half of the Gemeinden."""

    @classmethod
    def chosen(cls) -> "Settings":
        """Take the thresholds that the environment sets; UsageError names one that is none."""
        try:
            return cls()
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            name = PREFIX + str(detail["loc"][0]).upper()
            raise UsageError(_WRONG.format(name=name, what=phrase(detail), value=detail["input"]), _MEND) from None

    def said_in(self, definition: Text) -> Text:
        """Add to a definition the thresholds that are not the usual ones, which its own numbers are."""
        own = [name for name, info in type(self).model_fields.items() if getattr(self, name) != info.default]
        if not own:
            return definition
        return _OWN.format(
            definition=definition, own=Text(*("; ".join(self._said(n, lang) for n in own) for lang in LANGS))
        )

    def _said(self, name: str, lang: Lang) -> str:
        label = next(item for item in type(self).model_fields[name].metadata if isinstance(item, Text))
        return f"{label.lang(lang)} {written(getattr(self, name), lang)}"
