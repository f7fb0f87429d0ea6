"""Where the examples lie: in an installed package beside this room, in the project's own folder beside all rooms."""

from pathlib import Path

from schema.errors import NotFoundError
from schema.text import Text

_PLACES = (Path(__file__).parent / "example_data", Path(__file__).parents[1] / "examples")


def example(name: str) -> Path:
    """Find the folder of an example, such as `landkreis` or `patterns/jena`; NotFoundError where it was not brought."""
    found = next((place / name for place in _PLACES if (place / name).is_dir()), None)
    if found is None:
        raise NotFoundError(
            Text("Das Beispiel {n!r} fehlt.", "The example {n!r} is missing.").format(n=name),
            Text("Fahrstuhl neu installieren; die Beispiele gehören dazu.", "Install Fahrstuhl anew; it brings them."),
        )
    return found
