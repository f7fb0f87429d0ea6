"""The thresholds of the checks: conventions with their reasons, to be changed by who has better ones."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from schema.text import Text

Share = Annotated[float, Field(gt=0, le=1)]
Some = Annotated[int, Field(ge=1)]


class Settings(BaseModel):
    """Where a check draws its lines; the source names the demands and no number, so every number here is ours."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
