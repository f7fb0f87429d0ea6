"""Numbers as people write them in German and English tables, and the marks that stand for a missing one."""

import math
import re

MISSING = frozenset(
    {"", "-", "–", "—", ".", "..", "...", "x", "/", "k. a.", "k.a.", "ka", "na", "n/a", "nan", "null", "•"}
)
"""Marks of statistical offices for a value that is missing, secret or not to be told; folded to small letters."""
_GERMAN = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?|[+-]?\d+,\d+")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?|[+-]?\d{1,3}(,\d{3})+\.\d+")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_SPACES = str.maketrans("", "", " \u00a0\u202f'’")


def is_missing(cell: str) -> bool:
    """Say whether a cell holds a mark for a missing value."""
    return cell.strip().casefold() in MISSING


def number_of(cell: str) -> float | None:
    """Read a number; None where it is none or is too large.

    A point before exactly three digits at the end parts thousands ("1.234"), else decimals ("12.5"); a comma always
    parts decimals, unless it stands in groups of three with a point behind or another comma ("1,234,567").

    >>> number_of("1.234,5"), number_of("1.234"), number_of("12.5"), number_of("-3"), number_of("1 234,0")
    (1234.5, 1234.0, 12.5, -3.0, 1234.0)
    >>> number_of("1,234,567"), number_of("2,5 %"), number_of("viel")
    (1234567.0, None, None)
    """
    plain = cell.strip().replace("−", "-").translate(_SPACES)
    if _GERMAN.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(plain):
        plain = plain.replace(",", "")
    elif not _PLAIN.fullmatch(plain):
        return None
    value = float(plain)
    return value if math.isfinite(value) else None
