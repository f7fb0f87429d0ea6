"""Words that several checks share."""

from calendar import monthrange
from datetime import date

from graph.questions.answer import Count
from graph.questions.naming import listing
from graph.stellschrauben.ground import Ground
from schema.text import Text

NO_AGENCY = Text(
    "Welche Einheit die Agentur der integrierten Planung ist, ist nicht erfasst (Feld „agency“).",
    "Which unit is the agency of integrated planning is not recorded (field “agency”).",
)
NO_ROUND = Text(
    "Es ist keine Planungsrunde erfasst (Prozess der Art „Planungsrunde“ mit TAKES_PART der beteiligten Einheiten).",
    "No planning round is recorded (a process of kind “Planungsrunde” with TAKES_PART of the units in it).",
)


def day_text(day: date) -> Text:
    """Write a day in both languages."""
    return Text(f"{day:%d.%m.%Y}", day.isoformat())


def months_before(day: date, months: int) -> date:
    """Go back some months, to the last day of a shorter month where need be.

    >>> months_before(date(2026, 3, 31), 1).isoformat()
    '2026-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def named(ground: Ground, nodes: list[int]) -> Text:
    """Name some nodes as an enumeration."""
    return listing(ground.names(nodes))


def agency_name(ground: Ground) -> str:
    """Name the agency; where there is none its general name has to do."""
    return ground.network.name(ground.agencies[0]) if ground.agencies else "Agentur der integrierten Planung"


def about_agency(ground: Ground) -> str | None:
    """Give the id of the agency, or of the Kommune where none is recorded."""
    about = ground.agencies[0] if ground.agencies else ground.home
    return None if about is None else ground.network.ids[about]


def count(de: str, en: str, n: int, of: int | None = None) -> Count:
    """Count what was looked at."""
    return Count(label=Text(de, en), n=n, of=of)
