"""A picture as PNG, without a browser: the typesetter that writes the PDFs draws the SVG, with fonts at hand here."""

import threading

MOST = 16_000
"""The widest picture, in px; a wider one would take more memory than a small machine has."""

_PAGE = b"""#set page(width: 1000pt, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""
_TURN = threading.Lock()
"""One at a time: two pictures side by side would need twice the memory."""


def png(svg: str, width_px: int) -> bytes:
    """Draw an SVG, such as the pictures of this room, as a PNG of so many px across (1 to 16,000).

    Nothing is fetched: an SVG that points to a picture elsewhere is refused. Where the system has none of the fonts
    that the SVG names, the typesetter's own stands in. `ValueError` for a width out of these bounds and for what is no
    SVG.
    """
    if not 1 <= width_px <= MOST:
        raise ValueError(f"a picture is 1 to {MOST} px wide, not {width_px}")
    with _TURN:
        return _drawn(svg, width_px)


def _drawn(svg: str, width_px: int) -> bytes:
    # Loaded late: it takes a moment, for which only who draws a PNG should wait.
    import typst

    try:
        return typst.compile(_PAGE, format="png", ppi=width_px * 72 / 1000, sys_inputs={"svg": svg})
    except typst.TypstError as error:
        raise ValueError(f"not an SVG that can be drawn: {error.message}") from error
