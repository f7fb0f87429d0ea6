"""A small writer of SVG that escapes everything it is given: names and numbers come in, well-formed markup goes out."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

Attribute = str | int | float | None

# What XML 1.0 forbids even as a reference: control characters, lone surrogates, the two non-characters.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """Round to a tenth of a pixel, so that the same network gives the same bytes everywhere.

    >>> number(3.0), number(2.449), number(-0.04)
    ('3', '2.4', '0')
    """
    rounded = round(float(value), 1) + 0.0
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def text(value: str | Markup) -> Markup:
    """Escape a text; markup of ours passes as it is, what XML cannot hold becomes the replacement character."""
    return value if isinstance(value, Markup) else escape(_ILLEGAL.sub("\ufffd", value))


def element(
    name: str, *children: str | Markup, attributes: Mapping[str, Attribute] | None = None, **more: Attribute
) -> Markup:
    """Write an element; an attribute that is None is left out, `_` in a keyword stands for `-`.

    >>> element("text", "A & B", attributes={"x": 1.25}, class_="name")
    Markup('<text x="1.2" class="name">A &amp; B</text>')
    """
    named = {**(attributes or {}), **{key.rstrip("_").replace("_", "-"): value for key, value in more.items()}}
    written = "".join(f' {key}="{_attribute(value)}"' for key, value in named.items() if value is not None)
    inside = Markup("").join(text(child) for child in children)
    # Names of elements and attributes are ours; every value and child has been escaped above.
    return Markup(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")  # noqa: S704


def _attribute(value: str | int | float) -> str:
    return text(value) if isinstance(value, str) else number(value)
