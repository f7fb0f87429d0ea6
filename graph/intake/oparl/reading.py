"""The reader of OParl: first everything into the spool, then records in such an order that ties find their ends."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from graph.intake.account import Account
from graph.intake.oparl.bodies import organizations, places_and_submitters
from graph.intake.oparl.deleted import ended_ties
from graph.intake.oparl.derived import derived
from graph.intake.oparl.gathering import gather
from graph.intake.oparl.kommunen import kommunen
from graph.intake.oparl.locations import check_locations
from graph.intake.oparl.making import Making
from graph.intake.oparl.papers import consultations_apart, papers
from graph.intake.oparl.persons import persons
from graph.intake.oparl.spool import Spool
from graph.intake.reader import Ending, Present
from graph.intake.sources import GZIP, ZIP, Endpoint, Source
from schema.errors import InputError
from schema.nodes import Committee, Department
from schema.record import Record
from schema.text import Text, verbatim

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet

_ENDINGS = (".json", ".geojson", ".json.gz", ".gz", ".tar", ".tgz", ".zip")
_COUNTS: Mapping[str, str] = {
    "System": "systems",
    "Body": "bodies",
    "LegislativeTerm": "legislative_terms",
    "Organization": "organizations",
    "Person": "persons",
    "Membership": "memberships",
    "Meeting": "meetings",
    "AgendaItem": "agenda_items",
    "File": "files_attached",
    "Location": "locations",
}

_RECORDS: Mapping[str, int] = {"Organization": 2, "Person": 1, "Membership": 1, "Paper": 3, "Consultation": 1}
"""How many nodes and ties an object of a kind gives, roughly; it serves to tell the time that is left."""


class OparlReader:
    """Reads OParl from a directory, an archive or a single file."""

    name = "oparl"
    label = Text(
        "OParl 1.0 oder 1.1 (Adresse, Verzeichnis, tar.gz, zip, JSON)",
        "OParl 1.0 or 1.1 (address, directory, tar.gz, zip, JSON)",
    )
    published = True

    def __init__(self) -> None:
        """Start without knowing of any unit."""
        self._units: list[str] = []
        self._gone: dict[str, date] = {}

    def recognises(self, source: Source) -> bool:
        """Take any address, and anything that holds JSON or an archive; what is in it is found out by reading."""
        return isinstance(source, Endpoint) or any(_promising(file.path.name, file.head()) for file in source.files())

    def read(self, source: Source, account: Account, present: Present) -> Iterator[Record | Ending]:
        """Give Kommunen, organizations, districts, groups, persons, papers and their ties."""
        with Spool() as spool:
            gather(source, spool, account)
            account.read["objects"] = spool.listed()  # without those of files that turned out to be damaged
            if not (account.read["objects"] or _only_changes(source)):
                _refuse(source, account)
            for kind, what in _COUNTS.items():
                account.count(what, spool.count(kind))
            account.expect(sum(spool.count(kind) * records for kind, records in _RECORDS.items()))
            making = Making(spool, account, present, gone=self._gone, only_changes=_only_changes(source))
            yield from kommunen(making)
            check_locations(making)
            yield from organizations(making)
            self._units = sorted(id for id, cls in making.types.items() if cls in (Department, Committee))
            yield from places_and_submitters(making)
            yield from persons(making)
            yield from papers(making)
            yield from consultations_apart(making)

    def derive(self, change: "ChangeSet", account: Account) -> Iterator[Record | Ending]:
        """End the ties of what was deleted; give those that follow from the papers of the units met."""
        yield from ended_ties(change, self._gone)
        yield from derived(change, account, self._units)


def _only_changes(source: Source) -> bool:
    """Say whether a source holds what changed, and refers to what did not."""
    return isinstance(source, Endpoint) and source.since is not None


def _promising(name: str, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return name.lower().endswith(_ENDINGS) or start.startswith((b"{", b"[", GZIP, ZIP + b"\x03\x04"))


def _refuse(source: Source, account: Account) -> None:
    """Refuse a source of which nothing could be read, with what was found instead."""
    oddities = tuple(o for o in account.oddities if o.refused) or account.oddities
    first = oddities[0] if oddities else None
    why = Text("{name}: kein OParl gefunden.", "{name}: no OParl found.").format(name=source.name)
    if first:
        where = verbatim(f"{first.file} {first.place}".strip())
        why = Text("{why} {where}: {what}", "{why} {where}: {what}").format(why=why, where=where, what=first.message)
    raise InputError(why, _WHAT_TO_DO, account.oddities)


_WHAT_TO_DO = Text(
    "Erwartet werden JSON-Dateien mit Objekten von OParl (id, type), einzeln, als Liste, als tar.gz oder zip.",
    "Expected are JSON files with objects of OParl (id, type), one by one, as a list, as tar.gz or zip.",
)
