"""JSON Schema of every node and tie type, with titles in both languages, for whoever checks data outside Fahrstuhl."""

from typing import Any

from pydantic.json_schema import models_json_schema

from schema.catalogue import NODE_TYPES, TIE_TYPES, features
from schema.record import Record


def json_schema() -> dict[str, Any]:
    """Give one document: `$defs` holds a schema for each type, `anyOf` refers to them all.

    Draft 2020-12. Each property has `title` (German) and `x-title-en`; each type `title`, `x-title-en`, `description`.
    """
    types: dict[str, type[Record]] = {**NODE_TYPES, **TIE_TYPES}
    _, document = models_json_schema([(cls, "validation") for cls in types.values()])
    for cls in types.values():
        _add_titles(document["$defs"][cls.__name__], cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fahrstuhl",
        "anyOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in types.values()],
        **document,
    }


def _add_titles(definition: dict[str, Any], cls: type[Record]) -> None:
    definition |= {"title": cls.label.de, "x-title-en": cls.label.en}
    for item in features(cls):
        definition["properties"][item.name] |= {"title": item.label.de, "x-title-en": item.label.en}
