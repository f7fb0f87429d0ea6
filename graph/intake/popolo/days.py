"""Dates that may lack day or month: a beginning is taken as early, an end as late as it can be."""

import calendar
import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2})(?:[T ].*)?)?")


def first_day(text: str) -> date | None:
    """Read a beginning; None where it is no date.

    >>> first_day("2014"), first_day("2014-05"), first_day("2014-05-07T10:00:00Z"), first_day("bald")
    (datetime.date(2014, 1, 1), datetime.date(2014, 5, 1), datetime.date(2014, 5, 7), None)
    """
    return _day(text, end=False)


def last_day(text: str) -> date | None:
    """Read an end; None where it is no date.

    >>> last_day("2014"), last_day("2016-02")
    (datetime.date(2014, 12, 31), datetime.date(2016, 2, 29))
    """
    return _day(text, end=True)


def is_partial(text: str) -> bool:
    """Say whether a date lacks its day."""
    found = _PARTIAL.fullmatch(text.strip())
    return bool(found and not found[3])


def _day(text: str, *, end: bool) -> date | None:
    found = _PARTIAL.fullmatch(text.strip())
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or (12 if end else 1))
    try:
        return date(year, month, int(found[3] or (calendar.monthrange(year, month)[1] if end else 1)))
    except ValueError:
        return None
