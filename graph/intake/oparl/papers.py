"""Papers as documents, with what they are evidence for: who is in charge, who consulted them, where it is about."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from graph.intake.oparl import side_files
from graph.intake.oparl.bodies import Made, named_id, sole_body
from graph.intake.oparl.days import day
from graph.intake.oparl.gathering import is_deleted
from graph.intake.oparl.making import Making
from graph.intake.oparl.objects import Found, addresses, tail, words
from graph.intake.oparl.spool import key_of
from graph.intake.reader import Ending, look_ahead
from schema.nodes import Document
from schema.record import Record
from schema.text import Text
from schema.ties import Concerns, ConsultedIn, IssuedBy, Tie, UnderDirectionOf, tie_id

_RELATED = ("subordinatedPaper", "superordinatedPaper", "relatedPaper")


def papers(making: Making) -> Made:
    """Give each paper, followed by its ties."""
    home = sole_body(making)
    for found in making.spool.objects("Paper"):
        making.account.count("papers")
        if is_deleted(found.fields):
            making.account.count("papers_deleted")
            yield from _ended(making, found)
        else:
            dated = making.day(found, "date")
            yield from _document(making, found, dated)
            yield from _ties(making, found, dated, home)
            making.account.count("related_papers", sum(len(addresses(found.fields.get(n))) for n in _RELATED))


def _document(making: Making, found: Found, dated: date | None, **values: Any) -> Iterator[Record]:
    fields = found.fields
    reference = words(fields, "reference")
    yield from making.record(
        Document,
        found,
        id=found.id,
        name=making.name(found, "reference") if not values else reference or tail(found.id),
        kind=words(fields, "paperType") or "Vorlage",
        number=reference or None,
        dated=dated,
        url=words(fields, "web") or found.id,
        **{"valid_from": dated} | values,
    )


def _ended(making: Making, found: Found) -> Made:
    """Give a deleted paper as ended on the day of its deletion; of it, only address and dates are known."""
    on = making.ended_on(found)
    if on:
        made = _document(making, found, None, valid_to=on)
        yield from (Ending(found.id, Document, on, record) for record in made)


def _ties(making: Making, found: Found, dated: date | None, home: str) -> Iterator[Record]:
    for cls, name in ((UnderDirectionOf, "underDirectionOf"), (IssuedBy, "originatorOrganization")):
        for id in dict.fromkeys(addresses(found.fields.get(name))):
            yield from _tie(making, cls, found, id, dated)
    for consultation in making.spool.referring("Consultation", found.id):
        making.account.count("consultations")
        yield from _consulted(making, consultation, found.id, dated)
    yield from _remarked(making, found, dated, home)


def _tie(making: Making, cls: type[Tie], found: Found, end: str, since: date | None, **values: Any) -> Iterator[Record]:
    """Tie a paper to an organization or place."""
    start = str(values.pop("paper", found.id))
    said = {"id": tie_id(cls.verb, start, end), "start": start, "end": end, "valid_from": since}
    yield from making.record(cls, found, **said | values)


def _consulted(making: Making, found: Found, paper: str, dated: date | None) -> Iterator[Record]:
    """Give a consultation as one tie for each body, with date and result from its meeting and agenda item."""
    fields = found.fields
    if is_deleted(fields):
        making.delete(found)
        return
    item = _agenda_item(making, found)
    meeting = next(iter(addresses(fields.get("meeting"))), "") or next(iter(addresses(item.get("meeting"))), "")
    held = making.spool.find("Meeting", meeting) if meeting else None
    if meeting and held is None:
        what = Text("Die Sitzung {id} steht nicht in der Quelle; Datum und Ergebnis fehlen.", _NO_MEETING)
        making.odd("meeting-not-here", what.format(id=meeting), found, "meeting")
    held_on = day(held or {}, "start")
    bodies = addresses(fields.get("organization")) or addresses((held or {}).get("organization"))
    if not bodies:
        what = Text("Die Beratung nennt kein Gremium.", "The consultation names no body.")
        making.odd("no-body", what, found, "organization")
    for i, body in enumerate(dict.fromkeys(bodies)):
        yield from _tie(
            making, ConsultedIn, found, body, held_on or dated,
            id=_consultation_id(making, found, meeting, body if i else ""), paper=paper,
            role=words(fields, "role") or None, authoritative=fields.get("authoritative"),
            meeting=meeting or None, held_on=held_on,
            agenda_item=words(item, "number") or None, result=words(item, "result") or None,
        )  # fmt: skip


_NO_MEETING = "The meeting {id} is not in the source; date and result are missing."


def _agenda_item(making: Making, found: Found) -> dict[str, Any]:
    """Find the agenda item of a consultation, by its own word or by that of the item."""
    for id in addresses(found.fields.get("agendaItem")):
        item = making.spool.find("AgendaItem", id)
        if item:
            return item
    items = making.spool.referring("AgendaItem", found.id)
    return items[0].fields if len(items) == 1 else {}


def _consultation_id(making: Making, found: Found, meeting: str, body: str) -> str:
    """Take the consultation's own address; where it stands for several meetings or bodies, tell these apart."""
    first = making.spool.first_key(found.id) == key_of(found)
    if not first and not body:
        what = Text("Die Kennung {id} steht für mehrere Beratungen.", "{id} stands for several consultations.")
        making.odd("repeated-id", what.format(id=found.id), found, "id")
    return "|".join(part for part in (found.id, "" if first else meeting, body) if part)


def _remarked(making: Making, found: Found, dated: date | None, home: str) -> Iterator[Record]:
    """Tie a paper to the districts and groups that the side files name for its number."""
    number = found.id.rstrip("/").rsplit("/", 1)[-1]
    rows = making.spool.rows(
        "SELECT kind, name, confidence, file, place FROM remarks WHERE number = ? ORDER BY kind, name", (number,)
    )
    for kind, name, confidence, file, place in rows if home else ():
        cls = Concerns if kind == side_files.AREA else IssuedBy
        making.account.count("area_mentions" if kind == side_files.AREA else "submissions")
        at = Found("Paper", {}, file, place)
        end = named_id(home, kind, name)
        said = {"paper": found.id, "confidence": confidence, "note": side_files.NOTE}
        yield from _tie(making, cls, at, end, dated, **said)


def consultations_apart(making: Making) -> Iterator[Record]:
    """Give the consultations of papers that only the store knows; report those of papers that it does not know."""
    found = (c for c in making.spool.objects("Consultation") if making.spool.find("Paper", _paper(c)) is None)
    while portion := list(islice(found, _PORTION)):
        making.account.count("consultations_listed", len(portion))
        look_ahead(making.present, map(_paper, portion))
        for consultation in portion:
            paper = _paper(consultation)
            if is_deleted(consultation.fields):
                making.delete(consultation)
            elif making.present.get(paper) is Document:
                yield from _consulted(making, consultation, paper, None)
            else:
                what = Text("Die Vorlage {id} dieser Beratung steht nicht in der Quelle.", _NO_PAPER)
                making.odd("paper-not-here", what.format(id=paper or "–"), consultation, "paper")


def _paper(found: Found) -> str:
    return next(iter(addresses(found.fields.get("paper"))), "")


_PORTION = 500
_NO_PAPER = "The paper {id} of this consultation is not in the source."
