"""What a body named in a cell is: a unit of the administration, a committee, or an organisation of some kind."""

import re
from dataclasses import dataclass

from graph.intake.oparl.organizations import judged
from schema.folding import fold
from schema.levels import Level
from schema.nodes import Node, Organisation

_KINDS: tuple[tuple[str, str], ...] = (
    (r"\b(schule|gymnasium|grundschule|kolleg|lyzeum)\b|schule\b|gymnasium\b", "Schule"),
    (r"\bkita\b|kindergarten|kindertagesst|kinderhaus|familienzentrum", "Kita"),
    (r"\bjobcenter\b", "Jobcenter"),
    (r"kirchengemeinde|pfarrei|pfarramt", "Kirchengemeinde"),
    (r"quartiersmanagement", "Quartiersmanagement"),
    (r"quartiersbuero|nachbarschaftsbuero", "Quartiersbüro"),
    (r"gemeinwesenarbeit", "Gemeinwesenarbeit"),
    (r"universitaet|hochschule|fachhochschule", "Hochschule"),
    (
        r"caritas|diakon|\bawo\b|arbeiterwohlfahrt|paritaet|rotes kreuz|\bdrk\b|lebenshilfe|\bggmbh\b",
        "Träger",
    ),
    (r"\be\. ?v\.?(\s|$)|\bverein\b", "Verein"),
    (r"initiative\b", "Initiative"),
    (r"\bgmbh\b|\bag\b|\bkg\b|\bug\b|\bohg\b|\bse\b|stadtwerke|sparkasse", "Unternehmen"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """What a body is taken for; `told` says whether its name tells."""

    type: type[Node]
    kind: str | None
    level: Level | None
    told: bool


def body(name: str, column: type[Node] | None = None) -> Body:
    """Tell what a body is by its name; `column` is what its column says that it is, where it says so.

    Under the heading of an organisation stand offices and committees too, so there the name decides. An organisation
    whose name tells nothing is one of unknown level.
    """
    if column is Organisation and (kind := _kind(name)):
        return Body(Organisation, kind, None, told=True)
    verdict = judged("", {"name": name})
    told = verdict.level is not Level.UNKNOWN
    if column in (None, Organisation) or verdict.type is column:
        return Body(verdict.type, verdict.kind, verdict.level, told)
    return Body(column, None, None, told=False)


def _kind(name: str) -> str | None:
    folded = fold(name)
    return next((kind for pattern, kind in _KINDS if re.search(pattern, folded)), None)
