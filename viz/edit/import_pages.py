"""Reading in on pages: a file is sent, what it would change is shown, then it is written or thrown away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.intake.account import WHAT
from graph.intake.importing import ImportReport, Progress
from graph.intake.preview import Difference
from graph.intake.readers import KINDS
from schema.errors import Oddity
from schema.text import Text
from schema.validation import record_type
from viz.edit import words
from viz.edit.desk import CHANGES, DUPLICATES, IMPORT, Desk, Trouble
from viz.edit.start_page import EXAMPLE, TEMPLATE
from viz.served import LEVELS

SHOWN = 200
"""Records of each sort, and oddities, that a page shows; the counts are of all."""
FATES = {"new": words.FATE_NEW, "changed": words.FATE_CHANGED, "ended": words.FATE_ENDED}


@dataclass(frozen=True, slots=True)
class Underway:
    """An import as the page tells it."""

    id: str
    name: str
    waits: bool
    preview: bool
    progress: Progress | None
    report: ImportReport | None
    trouble: Trouble | None
    refused: tuple[Oddity, ...] = ()
    """Where nothing was read in: what was wrong, with its place."""

    @property
    def changes(self) -> int:
        """Count the records that are new, change or end."""
        return self.report.new + self.report.changed + self.report.ended if self.report else 0


@dataclass(frozen=True, slots=True)
class Told:
    """What was said about a file in the form."""

    kind: str = ""
    kommune: str = ""
    complete: bool = False
    keep_good: bool = False
    wrong: Mapping[str, Text] = field(default_factory=dict)


def upload_page(desk: Desk, megabytes: int, said: Told | None = None, trouble: Trouble | None = None) -> str:
    """Write the form for a file of at most so many megabytes."""
    return desk.page(
        "upload",
        IMPORT,
        {},
        trouble=trouble,
        action=desk.to(IMPORT),
        kinds=KINDS,
        said=said or Told(),
        most=megabytes,
        blank=desk.to(TEMPLATE),
        example=desk.to(EXAMPLE),
    )


def import_page(desk: Desk, one: Underway) -> str:
    """Write the page of one import: how far it is, then what it would change or did change."""
    path = f"{IMPORT}/{one.id}"
    return desk.page(
        "import",
        path,
        {},
        trouble=one.trouble,
        one=one,
        read=[(WHAT.get(what, Text(what, what)), n) for what, n in _read(one).items() if n],
        new=list(_shown(one.report.preview.new)) if one.report else [],
        standing=list(_shown(one.report.preview.standing)) if one.report else [],
        oddities=(one.report.oddities if one.report else one.refused)[:SHOWN],
        odd=sum(one.report.totals.values()) if one.report else len(one.refused),
        shown=SHOWN,
        write=desk.to(f"{path}/write"),
        discard=desk.to(f"{path}/discard"),
        again=desk.to(path),
        change=desk.to(CHANGES),
        levels=desk.to(LEVELS),
        duplicates=desk.to(DUPLICATES),
        upload=desk.to(IMPORT),
    )


def _read(one: Underway) -> Mapping[str, int]:
    return one.report.read if one.report else one.progress.read if one.progress else {}


def _shown(differences: Sequence[Difference]) -> Iterator[tuple[Text, Text, Difference]]:
    for one in differences[:SHOWN]:
        yield FATES[one.fate], record_type(one.type).label, one
