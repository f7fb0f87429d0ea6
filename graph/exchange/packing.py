"""Zip archives that tell no time of day, so that the same data give the same bytes."""

import re
import zipfile
from pathlib import Path
from shutil import copyfileobj

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""
_PROPERTIES = "docProps/core.xml"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def entry(name: str) -> zipfile.ZipInfo:
    """Make the head of a packed file."""
    made = zipfile.ZipInfo(name, _NO_TIME)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o100644 << 16
    return made


def repack_workbook(source: Path, target: Path) -> None:
    """Pack a workbook anew without the times that were written into it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name == _PROPERTIES:
                new.writestr(entry(name), _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name)))
            else:
                with old.open(name) as content, new.open(entry(name), "w") as copy:
                    copyfileobj(content, copy)
