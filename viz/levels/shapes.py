"""The small pieces that pictures are drawn of: rectangles, lines of text, the star, the plus and the warning sign."""

from math import cos, pi, sin

from markupsafe import Markup

from viz.fitting import Fitted, held
from viz.levels.boxes import Box, Writing
from viz.svg import element, number


def rect(box: Box, class_: str, radius: float = 6, inset: float = 0) -> Markup:
    """Draw a rounded rectangle."""
    return element(
        "rect",
        class_=class_,
        x=box.x + inset,
        y=box.y + inset,
        width=box.w - 2 * inset,
        height=box.h - 2 * inset,
        rx=min(radius, box.h / 2),
    )


def lines(fitted: Fitted, writing: Writing, box: Box, class_: str) -> Markup:
    """Write fitted lines into the middle of a box."""
    first = box.cy - (len(fitted.lines) - 1) * writing.leading / 2 + writing.size * 0.36
    return Markup("").join(
        element(
            "text",
            line,
            class_=class_,
            x=box.cx,
            y=first + n * writing.leading,
            text_anchor="middle",
            textLength=held(line, writing.size, box.w - 2 * writing.padding, bold=writing.bold),
            lengthAdjust="spacingAndGlyphs",
        )
        for n, line in enumerate(fitted.lines)
    )


def label(x: float, y: float, words: str, class_: str, anchor: str | None = None) -> Markup:
    """Write one line of text with its baseline at y."""
    return element("text", words, x=x, y=y, class_=class_, text_anchor=anchor)


def star(x: float, y: float, radius: float, class_: str = "star") -> Markup:
    """Draw a five-pointed star."""
    corners = ((radius * (1 if n % 2 == 0 else 0.45), pi * n / 5 - pi / 2) for n in range(10))
    points = " ".join(f"{number(x + r * cos(a))},{number(y + r * sin(a))}" for r, a in corners)
    return element("polygon", points=points, class_=class_)


def plus(x: float, y: float, radius: float) -> Markup:
    """Draw a plus sign in a disc."""
    arm = radius * 0.55
    cross = f"M{number(x - arm)} {number(y)}H{number(x + arm)}M{number(x)} {number(y - arm)}V{number(y + arm)}"
    return element("circle", cx=x, cy=y, r=radius, class_="plus") + element("path", d=cross, class_="plus-mark")


def warning(x: float, y: float, size: float) -> Markup:
    """Draw a triangle with an exclamation mark, `size` px wide, its middle at x, y."""
    half, high = size / 2, size * 0.88
    top, base = y - high / 2, y + high / 2
    triangle = f"M{number(x)} {number(top)}L{number(x + half)} {number(base)}L{number(x - half)} {number(base)}Z"
    mark = f"M{number(x)} {number(top + high * 0.36)}V{number(top + high * 0.66)}"
    return Markup("").join(
        (
            element("path", d=triangle, class_="sign"),
            element("path", d=mark, class_="sign-mark"),
            element("circle", cx=x, cy=top + high * 0.83, r=max(0.8, size * 0.06), class_="sign-dot"),
        )
    )
