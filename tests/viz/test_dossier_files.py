"""The dossier as HTML, Word and PDF: each whole, named, tagged, asking nobody, and with every name as text."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import typst
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.network import Network
from graph.questions.scope import Scope
from tests.viz.dossiers import gathered, made, tables
from tests.viz.towns import HOSTILE, hostile_town
from viz.dossier import pdf_file
from viz.dossier.composing import dossier
from viz.dossier.content import Dossier, Facts, Figure, Points, Section, legible
from viz.dossier.html_file import html
from viz.dossier.pdf_file import pdf
from viz.dossier.word_file import word
from viz.pages import digest

VOID = {"meta", "link", "img", "wbr"}
FIRST_40 = [name[:40].strip() for name in HOSTILE if name.isprintable() and name.strip()]
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


class _Page(HTMLParser):
    """Reads a page and keeps what must hold of it: tags closed, ids once, headings in order, nothing live."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.depths: list[int] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.tags: set[str] = set()
        self.given: dict[str, dict[str, str | None]] = {}
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        assert len(given_) == len(attrs), f"an attribute twice on {tag}"
        self.tags.add(tag)
        self.given.setdefault(given_.get("http-equiv") or tag, given_)
        self.ids += [given_["id"] or ""] if "id" in given_ else []
        self.depths += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.handlers += [name for name in given_ if name.startswith("on") or name == "style"]
        self.addresses += [given_[name] or "" for name in ("href", "src", "srcset", "action", "data") if name in given_]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("name", ["landkreis", "hostile", "empty"])
def test_the_page_is_whole_and_asks_nobody(name: str) -> None:
    page = html(made(name))
    found = _Page(page)
    assert found.open == []
    assert len(found.ids) == len({*found.ids})
    assert found.depths[0] == 1
    assert found.depths.count(1) == 1
    assert all(below <= above + 1 for above, below in zip(found.depths, found.depths[1:], strict=False))
    assert found.handlers == []
    assert {address.partition(",")[0] for address in found.addresses if not address.startswith("#")} == {
        "data:image/svg+xml;base64",
        "data:",
    }
    assert {address[1:] for address in found.addresses if address.startswith("#")} <= {*found.ids}
    assert found.tags.isdisjoint({"script", "iframe", "object", "embed", "base", "form"})
    assert found.given["img"]["alt"]
    assert found.given["html"]["lang"] == "de"


def test_its_policy_admits_its_own_style_and_nothing_else() -> None:
    page = html(made("small"))
    policy = _Page(page).given["Content-Security-Policy"]["content"] or ""
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert f"style-src {digest(style[1])};" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_hostile_names_are_text_on_the_page_and_in_word() -> None:
    page = "".join(_Page(html(made("hostile"))).text)
    assert [name for name in FIRST_40 if name not in page] == []
    words = _word_text(word(made("hostile")))
    assert [name for name in FIRST_40 if name not in words] == []


def _word_text(file: bytes) -> str:
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml"))
    return "".join(part.text or "" for part in root.iter(TEXT))


def test_word_opens_with_title_language_and_the_same_tables() -> None:
    content = made("landkreis")
    found = Document(io.BytesIO(word(content)))
    assert (found.core_properties.title, found.core_properties.language) == (content.title, "de-DE")
    assert found.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "de-DE"
    expected = tables(content)
    assert len(found.tables) == len(expected)
    for told, table in zip(found.tables, expected, strict=True):
        rows = [tuple(cell.text for cell in row.cells) for row in told.rows]
        assert rows == [tuple(column.heading for column in table.columns), *table.rows]
        head = told.rows[0]._tr
        assert head.trPr is not None
        assert head.trPr.find(qn("w:tblHeader")) is not None


def test_word_has_real_headings_and_alternative_texts() -> None:
    content = made("landkreis")
    found = Document(io.BytesIO(word(content)))
    headings = [line.text for line in found.paragraphs if line.style is not None and line.style.name == "Heading 1"]
    assert headings == [section.title for section in content.sections]
    picture = content.sections[1].blocks[0]
    assert isinstance(picture, Figure)
    assert [shape._inline.docPr.get("descr") for shape in found.inline_shapes] == [picture.alt]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_pdf_says_that_it_is_accessible_and_what_it_is(lang: str) -> None:
    content = made("landkreis", lang)
    file = pdf(content)
    described = re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", file, re.DOTALL)
    assert described is not None
    told = ElementTree.fromstring(described[0])
    said = {element.tag.rpartition("}")[2]: "".join(element.itertext()).strip() for element in told.iter()}
    assert (said["part"], said["title"], said["language"]) == ("1", content.title, lang)
    assert b"http://www.aiim.org/pdfua/ns/id/" in described[0]
    assert re.search(rb"/Lang ?\(%s\)" % lang.encode(), file)
    assert re.search(rb"/Marked true", file)
    assert b"/S/TH" in file.replace(b" ", b"")
    assert b"/S/Figure" in file.replace(b" ", b"")


def test_the_same_dossier_gives_the_same_pdf_and_the_same_page() -> None:
    assert pdf(made("small")) == pdf(made("small"))
    assert html(made("small")) == html(made("small"))


def _set_words(content: Dossier) -> str:
    """Ask the typesetter for all words that it has set in tables, as plain strings."""
    inputs = pdf_file._inputs(content)
    told = json.loads(typst.query(pdf_file._LAYOUT, "table", sys_inputs=inputs, ignore_system_fonts=True))
    return "".join(_strings(told))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return (
            [value["text"]] if isinstance(value.get("text"), str) else [s for v in value.values() for s in _strings(v)]
        )
    return [s for item in value for s in _strings(item)] if isinstance(value, list) else []


def test_hostile_names_are_text_to_the_typesetter() -> None:
    markup = ("#strong[x]", "$x^2$ _y_ *z*", "@nobody <here>", "= Heading", "\\u{41} #sys.inputs", '"; panic()')
    content = dossier(gathered(Network.of(hostile_town(markup)), Scope()))
    words = _set_words(content)
    assert [name for name in markup if name not in words] == []
    assert pdf(content).startswith(b"%PDF-")


def test_what_no_font_can_show_is_replaced_and_the_rest_stays() -> None:
    assert pdf(made("hostile")).startswith(b"%PDF-")
    rare = legible(Dossier("de", "Amt \U0001f9ff \ue123", "日本", Facts(()), (), "Fuß \U000e0041"))
    assert pdf(rare).startswith(b"%PDF-")


def test_the_typesetter_is_told_to_take_nothing_from_elsewhere() -> None:
    layout = pdf_file._LAYOUT.decode()
    assert [word for word in ("#import", "#include", "@preview", "read(", "http") if word in layout] == []


_names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_names, min_size=1, max_size=4))
@example(["\t\u0591"])
def test_any_words_can_be_written_as_each_file(names: list[str]) -> None:
    section = Section("names", names[0], (Points(tuple(names)),))
    content = legible(Dossier("de", names[0], names[-1], Facts(((names[0], names[-1]),)), (section,), names[0]))
    assert pdf(content).startswith(b"%PDF-")
    assert _Page(html(content)).open == []
    assert len(Document(io.BytesIO(word(content))).paragraphs) > len(names)
