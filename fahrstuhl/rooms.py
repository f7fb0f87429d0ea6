"""At start: does every room's file lie beside this one, or did another package of the same name get in the way?"""

import importlib.util
from pathlib import Path

ROOMS = ("schema", "graph", "viz", "api")


def misplaced(home: Path | None = None) -> str | None:
    """Name the first room that Python would take from elsewhere, with what to do; None when all is well.

    `schema` and `api` are also names on PyPI: in a shared environment such a package would shadow ours in silence.
    """
    home = home or Path(__file__).parent.parent
    for room in ROOMS:
        spec = importlib.util.find_spec(room)
        found = Path(spec.origin).parent if spec and spec.origin else None
        if found != home / room:
            return (
                f"Der Raum „{room}“ wird aus {found} geladen statt aus {home / room}: ein anderes Paket verdeckt ihn. "
                f"Fahrstuhl in einer eigenen Umgebung installieren (pipx, uv tool, make setup). · "
                f"The room {room!r} would be loaded from {found}: install Fahrstuhl in an environment of its own."
            )
    return None
