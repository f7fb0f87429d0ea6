"""Text in boxes: what comes out fits, nothing is lost without an ellipsis, whatever goes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.fitting import fit, held, width


def _letters(text: str) -> str:
    return "".join(text.replace("-", "").split())


@given(st.text(max_size=300), st.floats(30, 400), st.integers(1, 4), st.booleans())
def test_lines_fit_and_keep_their_number(text: str, room: float, lines: int, bold: bool) -> None:
    found = fit(text, room, 12, lines=lines, bold=bold)
    assert len(found.lines) <= lines
    assert all(width(line, 12, bold=bold) <= room for line in found.lines)


@given(st.text(st.characters(categories=["L", "N"]) | st.sampled_from(" -"), max_size=200), st.floats(40, 300))
def test_what_is_not_cut_is_all_there(text: str, room: float) -> None:
    found = fit(text, room, 12, lines=3)
    shown = _letters("".join(found.lines).replace("…", ""))
    assert _letters(text).startswith(shown)
    assert found.cut or shown == _letters(text)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ausschuss für Gesundheitsplanung", ("Ausschuss für", "Gesundheits-", "planung")),
        ("Hohenwettersbach", ("Hohenwetters-", "bach")),
        ("Ahornrath-Mitte-Nord", ("Ahornrath-", "Mitte-Nord")),
        ("Förderverein der Kita e. V.", ("Förderverein", "der Kita e.\u00a0V.")),
    ],
)
def test_german_words_break_where_a_reader_would(name: str, lines: tuple[str, ...]) -> None:
    assert fit(name, 84, 12, lines=3).lines == lines


# Advance widths of Arial per 2,048 units, from the font's own table (hmtx): W 1933, i 455, m 1706, space 569.
@pytest.mark.parametrize(("char", "units"), [("W", 1933), ("i", 455), ("m", 1706), (" ", 569)])
def test_widths_are_those_of_arial(char: str, units: int) -> None:
    assert width(char, 2048) == pytest.approx(units, abs=2.1)


def test_a_line_is_held_only_where_a_wider_font_would_stick_out() -> None:
    assert held("Amt", 12, 100) is None
    assert held("Amt für Soziales", 12, 95) == pytest.approx(width("Amt für Soziales", 12))
    assert held("漢字漢字漢字漢字", 12, 95) is None
