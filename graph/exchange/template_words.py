"""What a template says to the person who fills it in."""

from datetime import date

from schema.catalogue import Feature
from schema.levels import LEVEL_LABELS, Level
from schema.record import VISIBILITY_LABELS, Record, Visibility
from schema.text import Lang, Text, verbatim

GUIDE = (
    Text("Vorlage für Fahrstuhl", "Template for Fahrstuhl"),
    Text(
        "Ein Blatt je Art von Eintrag; Blätter, die nicht gebraucht werden, bleiben leer oder werden gelöscht.",
        "A sheet for each type of entry; sheets that are not needed stay empty or are deleted.",
    ),
    Text(
        "Eine Zeile je Eintrag. Spalten mit * müssen ausgefüllt sein, die übrigen dürfen leer bleiben.",
        "A row for each entry. Columns with * must be filled in, the others may stay empty.",
    ),
    Text(
        "Die Kennung ist frei wählbar, etwa amt-51: jede nur einmal, und beim nächsten Einlesen dieselbe.",
        "The identifier is free to choose, such as amt-51: each only once, and the same at the next import.",
    ),
    Text(
        "Verbindungen (Blätter wie „arbeitet in“) nennen unter „von“ und „nach“ die Kennungen der beiden Enden.",
        "Ties (sheets such as “works in”) name the identifiers of both ends under “from” and “to”.",
    ),
    Text(
        "Mehrere Werte in einer Zelle werden mit | getrennt; ein Datum lautet 31.12.2026; Schlüssel sind Text.",
        "Several values in a cell are separated by |. A date reads 31.12.2026. Official keys are text.",
    ),
    Text(
        "E-Mail und Telefon haben kein Feld: sie werden nicht gespeichert.",
        "There is no field for e-mail and telephone: they are not stored.",
    ),
    Text(
        "Vor dem Einlesen ansehen, was sich ändern würde: fahrstuhl import DATEI.xlsx --dry-run",
        "See what would change before importing: fahrstuhl import FILE.xlsx --dry-run",
    ),
)
_FIELDS = {
    "id": Text("Jede nur einmal; bei Verbindungen darf sie fehlen.", "Each only once; of a tie it may be left out."),
    "start": Text("Kennung des Eintrags, von dem die Verbindung ausgeht.", "Identifier of where the tie starts."),
    "end": Text("Kennung des Eintrags, zu dem sie führt.", "Identifier of where it leads."),
    "source": Text(
        "Woher die Angabe stammt; leer: der Name dieser Datei.", "Where it comes from; empty: the name of this file."
    ),
    "kind": Text(
        "Ein Wert der Liste, oder ein anderer, wenn keiner passt.", "A value of the list, or another if none fits."
    ),
}
_DATE = Text("Datum, etwa 31.12.2026.", "Date, such as 31.12.2026.")
_YES_NO = Text("ja oder nein", "yes or no")
_MANY = Text("Text; mehrere mit | getrennt.", "Text; several separated by |.")
_ONE_OF = Text("Eines von: {values}", "One of: {values}")
_NUMBER = Text("Zahl{bounds}", "Number{bounds}")
_TEXT = Text("Text", "Text")


def held(cls: type[Record], feature: Feature) -> Text:
    """Say what a cell of a field holds."""
    has_kinds = bool(getattr(cls, "kinds", ()))
    if feature.name in _FIELDS and (feature.name != "kind" or has_kinds):
        return _FIELDS[feature.name]
    if feature.choices:
        values = Text(*("; ".join(shown(feature, lang)) for lang in ("de", "en")))
        return _ONE_OF.format(values=values)
    if feature.value in (int, float):
        return _NUMBER.format(bounds=_bounds(cls, feature))
    if feature.many:
        return _MANY
    return {bool: _YES_NO, date: _DATE}.get(feature.value, _TEXT)


def shown(feature: Feature, lang: Lang) -> tuple[str, ...]:
    """Give the values that a field may have, as people read them; none where it is free."""
    if feature.value is bool:
        return ("ja", "nein") if lang == "de" else ("yes", "no")
    if feature.value is Level:
        return tuple(LEVEL_LABELS[Level(choice)].lang(lang) for choice in feature.choices)
    if feature.value is Visibility:
        return tuple(VISIBILITY_LABELS[Visibility(choice)].lang(lang) for choice in feature.choices)
    return feature.choices


def _bounds(cls: type[Record], feature: Feature) -> Text:
    asked = cls.model_json_schema()["properties"][feature.name]
    plain = next((part for part in asked.get("anyOf", ()) if part.get("type") != "null"), asked)
    low, high = plain.get("minimum"), plain.get("maximum")
    if high is not None:
        return Text(" von {low} bis {high}", " from {low} to {high}").format(low=low, high=high)
    return verbatim("") if low is None else Text(" ab {low}", " from {low}").format(low=low)
