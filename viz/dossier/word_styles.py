"""The look of a Word dossier: paper, language, styles, and the line at the foot of each page."""

from collections.abc import Mapping
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Made
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from schema.text import Lang
from viz.dossier import words
from viz.dossier.content import Dossier

LEAD, NOTE, LISTED, TABLE_TITLE = "Dossier Lead", "Dossier Note", "Dossier List Title", "Dossier Table Title"
CELL, BOLD_CELL, SMALL_CELL = "Dossier Cell", "Dossier Cell Bold", "Dossier Cell Small"
FONT = "Calibri"
ACCENT, INK, QUIET = RGBColor(0x17, 0x3F, 0x73), RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x4A, 0x52, 0x5B)
LANGUAGES: Mapping[Lang, str] = {"de": "de-DE", "en": "en-GB"}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the day of making, which no dossier tells: it is of a day of the data."""
# Size in points, bold, colour, room above and below in points.
_LOOKS: Mapping[str, tuple[float, bool, RGBColor, float, float]] = {
    "Normal": (10.5, False, INK, 0, 6),
    "Title": (24, True, ACCENT, 0, 4),
    "Subtitle": (13, False, QUIET, 0, 12),
    "Heading 1": (16, True, ACCENT, 18, 6),
    "Heading 2": (12.5, True, INK, 14, 4),
    "List Bullet": (10.5, False, INK, 0, 3),
    LEAD: (10.5, False, INK, 0, 6),
    NOTE: (9.5, False, QUIET, 3, 6),
    LISTED: (10.5, True, INK, 8, 3),
    TABLE_TITLE: (10, True, INK, 10, 3),
    CELL: (9, False, INK, 1, 2),
    BOLD_CELL: (9, True, INK, 1, 2),
    SMALL_CELL: (7.5, False, INK, 1, 1),
}


def begun(dossier: Dossier) -> Made:
    """Begin a document on A4 with title, language, styles and foot."""
    made = Document()
    told = made.core_properties
    told.title, told.subject, told.author = dossier.title[:255], dossier.subtitle[:255], "Fahrstuhl"
    told.language, told.comments, told.created, told.modified = LANGUAGES[dossier.lang], "", _MADE, _MADE
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(22), Mm(18), Mm(20), Mm(20)
    _dress(made, LANGUAGES[dossier.lang])
    _foot(page.footer.paragraphs[0], dossier)
    return made


def _dress(made: Made, language: str) -> None:
    for name, look in _LOOKS.items():
        _style(made, name, *look)
    made.styles[LEAD].font.italic = True
    for name in (LISTED, TABLE_TITLE, LEAD):
        made.styles[name].paragraph_format.keep_with_next = True
    for tag in made.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)


def _style(made: Made, name: str, size: float, bold: bool, colour: RGBColor, above: float, below: float) -> None:
    known = name in (style.name for style in made.styles)
    style = made.styles[name] if known else made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = colour
    # Styles of the template name fonts of the theme, which would win over the one named here.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
    style.paragraph_format.line_spacing = 1.1


def _foot(line: Line, dossier: Dossier) -> None:
    line.style = NOTE
    line.add_run(f"{dossier.foot} · {words.PAGE.lang(dossier.lang)} ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    line._p.append(number)
