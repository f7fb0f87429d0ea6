"""Two files that the author of a mirror adds to OParl: which city districts and parliamentary groups papers name.

They rest on matching words in the papers, so what they say is kept with a confidence below 1.
"""

from collections.abc import Callable
from typing import Any

from graph.intake.oparl.elements import Element
from graph.intake.oparl.objects import listed
from graph.intake.oparl.spool import Spool
from schema.errors import Oddity
from schema.text import Text

AREA, SUBMITTER = "area", "submitter"
PRIMARY = 0.8
"""Confidence that a paper concerns the district that it is chiefly about."""
MENTIONED = 0.5
"""Confidence that a paper concerns a district that it mentions."""
SUBMITTED = 0.8
"""Confidence that a group handed in a paper that names it as submitter."""
NOTE = "Zuordnung durch Textabgleich des Spiegels, nicht durch die Kommune selbst."

SideFile = Callable[[Element, str, Spool, list[Oddity]], None]


def recognised(keys: frozenset[str]) -> SideFile | None:
    """Find the reader of a part of a side file, by the names in the object around it; None for anything else."""
    if {"papers", "districts"} <= keys:
        return _area
    return _submitter if {"papers", "factions"} <= keys else None


def _area(element: Element, file: str, spool: Spool, oddities: list[Oddity]) -> None:
    part, _, number = element.place.removeprefix("$.").partition(".")
    if part.startswith("districts") and isinstance(element.value, str):
        spool.name(AREA, element.value, element.value, file, element.place)
    elif part == "papers" and isinstance(element.value, dict):
        for said, confidence in (("primary", PRIMARY), ("mentioned", MENTIONED)):
            _remarks(AREA, number, element.value.get(said), confidence, element, file, spool, oddities)
    else:
        oddities.append(_refused(element, file))


def _submitter(element: Element, file: str, spool: Spool, oddities: list[Oddity]) -> None:
    part, _, number = element.place.removeprefix("$.").partition(".")
    if part == "factions" and isinstance(element.value, str):
        spool.name(SUBMITTER, number, element.value, file, element.place)
    elif part == "papers":
        _remarks(SUBMITTER, number, element.value, SUBMITTED, element, file, spool, oddities)
    else:
        oddities.append(_refused(element, file))


def _remarks(
    kind: str, number: str, names: Any, confidence: float, at: Element, file: str, spool: Spool, oddities: list[Oddity]
) -> None:
    for name in listed(names):
        if isinstance(name, str) and name.strip():
            spool.remark(kind, number, name, confidence, file, at.place)
        else:
            oddities.append(_refused(at, file))


def _refused(element: Element, file: str) -> Oddity:
    what = Text("Hier steht kein Name.", "There is no name here.")
    return Oddity("no-name-here", what, file, element.place, refused=True)
