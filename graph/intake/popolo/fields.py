"""Fields that several classes of Popolo share: the name, and from when to when something held."""

from datetime import date

from graph.intake.account import Account
from graph.intake.oparl.objects import words
from graph.intake.popolo.days import first_day, is_partial, last_day
from graph.intake.popolo.objects import Object
from schema.text import Text


def name_of(one: Object, account: Account) -> str:
    """Give an object its name, else its identifier; report that it has none."""
    name = words(one.fields, "name")
    if not name:
        account.odd(one.at.oddity("no-name", _NO_NAME, "name"))
    return name or words(one.fields, "id") or "?"


def span_of(one: Object, account: Account, first: str, last: str) -> dict[str, date | None]:
    """Read from when to when something held; what is no date, or lacks its day, is told."""
    said = [words(one.fields, name) for name in (first, last)]
    days = [first_day(said[0]), last_day(said[1])]
    for name, text, day in zip((first, last), said, days, strict=True):
        if text and day is None:
            account.odd(one.at.oddity("no-date", _NO_DATE.format(value=text[:100]), name))
        elif is_partial(text):
            account.odd(one.at.oddity("partial-date", _PARTIAL.format(value=text, day=day), name))
    if days[0] and days[1] and days[1] < days[0]:
        account.odd(one.at.oddity("ends-before-start", _END_FIRST.format(day=days[1]), last))
        days[1] = None
    return {"valid_from": days[0], "valid_to": days[1]}


_NO_NAME = Text("Das Objekt hat keinen Namen.", "The object has no name.")
_NO_DATE = Text("{value!r} ist kein Datum; das Feld bleibt leer.", "{value!r} is no date; the field stays empty.")
_PARTIAL = Text("{value} ist kein ganzes Datum; gelesen als {day}.", "{value} is no whole date; read as {day}.")
_END_FIRST = Text(
    "Das Ende {day} liegt vor dem Beginn; es bleibt leer.", "The end {day} lies before the start; it is left empty."
)
