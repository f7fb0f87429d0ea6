"""The directory of an embedded store: ours, private, and fit to be written to."""

import os
import shutil
from pathlib import Path

from graph.store.private import FOLDER_MODE, read_json, write_json
from schema.errors import InputError, StoreError
from schema.text import Text

MARKER = "fahrstuhl-store.json"
FORMAT = 1
LEAST_FREE_MB = 64
_HARMLESS = (f".{MARKER}.", ".DS_Store", "lost+found")  # half a marker of ours, and what systems put everywhere

_OTHER_PLACE = Text(
    "Geben Sie mit --store ein anderes oder noch nicht vorhandenes Verzeichnis an.",
    "Name another directory, or one that does not exist yet, with --store.",
)
_NOT_A_FOLDER = Text("„{p}“ ist eine Datei, kein Verzeichnis.", "“{p}” is a file, not a directory.")
_NOT_OURS = Text(
    "„{p}“ enthält schon anderes und ist kein Speicher von Fahrstuhl.",
    "“{p}” already holds other things and is no Fahrstuhl store.",
)
_TOO_NEW = Text(
    "Der Speicher „{p}“ stammt aus einer neueren Fassung von Fahrstuhl.",
    "The store “{p}” was made by a later version of Fahrstuhl.",
)
_UPDATE = Text("Aktualisieren Sie Fahrstuhl und öffnen Sie ihn dann.", "Update Fahrstuhl, then open it.")
_NO_RIGHT = Text(
    "Der Speicher „{p}“ darf nicht beschrieben werden ({why}).", "The store “{p}” is not writable ({why})."
)
_GIVE_RIGHT = Text(
    "Prüfen Sie Eigentümer und Rechte des Verzeichnisses oder geben Sie mit --store ein anderes an.",
    "Check the owner and the rights of the directory, or name another with --store.",
)
_FULL = Text("Auf dem Datenträger von „{p}“ sind nur {n} MB frei.", "Only {n} MB are free on the disk of “{p}”.")
_MAKE_ROOM = Text("Schaffen Sie mindestens {n} MB Platz.", "Make room for at least {n} MB.").format(n=LEAST_FREE_MB)


def prepare(path: Path) -> Path:
    """Make the directory if need be and give its absolute path.

    Raises InputError if the path is a file or a directory of somebody else's, StoreError if it cannot be written to.
    """
    path = path.expanduser().absolute()
    try:
        _prepare(path)
    except OSError as error:
        if isinstance(error, (FileExistsError, NotADirectoryError)):
            raise InputError(_NOT_A_FOLDER.format(p=path), _OTHER_PLACE) from error
        raise StoreError(_NO_RIGHT.format(p=path, why=error.strerror), _GIVE_RIGHT) from error
    return path


def _prepare(path: Path) -> None:
    path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    _refuse_foreign(path)
    if not os.access(path, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13))
    path.chmod(FOLDER_MODE)
    free_mb = shutil.disk_usage(path).free >> 20
    if free_mb < LEAST_FREE_MB:
        raise StoreError(_FULL.format(p=path, n=free_mb), _MAKE_ROOM)
    if not (path / MARKER).exists():
        write_json(path / MARKER, {"store": "fahrstuhl", "format": FORMAT})


def _refuse_foreign(path: Path) -> None:
    others = [entry for entry in path.iterdir() if not entry.name.startswith(_HARMLESS)]
    marker = read_json(path / MARKER)  # after the look around: another starter writes it before anything else
    if marker is None:
        if others:
            raise InputError(_NOT_OURS.format(p=path), _OTHER_PLACE)
    elif not isinstance(marker.get("format"), int) or marker["format"] > FORMAT:
        raise InputError(_TOO_NEW.format(p=path), _UPDATE)
