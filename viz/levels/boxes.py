"""Rectangles in px, and texts fitted into them."""

from dataclasses import dataclass

from viz.fitting import Fitted, fit


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its upper left corner, in px of the picture."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """Give the middle from left to right."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """Give the middle from top to bottom."""
        return self.y + self.h / 2


@dataclass(frozen=True, slots=True)
class Writing:
    """How a kind of box is written on: font size, leading and padding in px, most lines, weight."""

    size: float
    leading: float
    lines: int
    bold: bool = False
    padding: float = 6

    def fit(self, name: str, width: float) -> Fitted:
        """Fit a name into a box of this width."""
        return fit(name, width - 2 * self.padding, self.size, lines=self.lines, bold=self.bold)

    def height(self, lines: int) -> float:
        """Give the height of a box with so many lines."""
        return max(lines, 1) * self.leading + 12


CHIP = Writing(12, 14, 3)
SMALL = Writing(11.5, 13, 3, padding=4)
HEAD = Writing(12, 14, 3, bold=True, padding=4)
FRAME = Writing(13, 15.5, 3, bold=True, padding=8)
