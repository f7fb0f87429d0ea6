"""Pictures as PNG: the width that was asked for, text that comes out, nothing fetched, the same bytes each time."""

import pytest

from tests.viz.towns import answers, town
from viz.levels_page import levels_svg
from viz.png import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="Arial, sans-serif">{}</svg>'


def _size(picture: bytes) -> tuple[int, int]:
    """Read width and height where the PNG standard puts them (IHDR, bytes 16 to 24)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


@pytest.mark.parametrize("width", [1, 333, 1600])
def test_the_picture_is_as_wide_as_asked_and_keeps_its_shape(width: int) -> None:
    across, down = _size(png(SVG.format(""), width))
    assert across == width
    assert abs(down - width / 2) <= 1


def test_text_comes_out_and_another_text_gives_another_picture() -> None:
    blank, first, second = (png(SVG.format(f'<text x="10" y="50">{said}</text>'), 400) for said in ("", "Rat", "Amt"))
    assert len({blank, first, second}) == 3


@pytest.mark.parametrize("name", ["landkreis", "hostile", "empty"])
def test_the_levels_picture_is_drawn_the_same_each_time(name: str) -> None:
    svg = levels_svg(town(name), answers(name))
    picture = png(svg, 800)
    assert _size(picture)[0] == 800
    assert picture == png(svg, 800)


@pytest.mark.parametrize("foreign", ["http://127.0.0.1:9/x.png", "file:///etc/hostname", "/etc/hostname"])
def test_what_points_elsewhere_is_refused(foreign: str) -> None:
    with pytest.raises(ValueError, match="can be drawn"):
        png(SVG.format(f'<image href="{foreign}" width="10" height="10"/>'), 100)


@pytest.mark.parametrize("width", [0, -1, 16_001])
def test_a_width_out_of_bounds_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="px wide"):
        png(SVG.format(""), width)


def test_what_is_no_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="can be drawn"):
        png("no picture", 100)
