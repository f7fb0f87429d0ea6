"""The pictures as files in a real Chromium: nobody is asked, axe is content, no text lies over another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from schema.text import Lang
from tests.browser import Visit, visiting
from tests.viz.pictured import dials, every, map_of, matrix, positions
from viz.matrix.kinds import Kind
from viz.picture import Picture
from viz.picture_page import picture_file

OVERLAPPING = """() => {
  const texts = [...document.querySelectorAll("svg.drawing text")].filter((text) => text.textContent.trim());
  const boxes = texts.map((text) => text.getBoundingClientRect());
  const found = [];
  for (let a = 0; a < boxes.length; a++) for (let b = a + 1; b < boxes.length; b++) {
    const wide = Math.min(boxes[a].right, boxes[b].right) - Math.max(boxes[a].left, boxes[b].left);
    const high = Math.min(boxes[a].bottom, boxes[b].bottom) - Math.max(boxes[a].top, boxes[b].top);
    if (Math.min(wide, high) > 3) found.push(`${texts[a].textContent} / ${texts[b].textContent}`);
  }
  return found;
}"""
OUTSIDE = """() => {
  const sheet = document.querySelector("svg.drawing").getBoundingClientRect();
  return [...document.querySelectorAll("svg.drawing text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1;
  }).map((text) => text.textContent);
}"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with visiting(browser, width=1440) as made:
        yield made


def _open(visit: Visit, folder: Path, content: str) -> None:
    path = folder / "picture.html"
    path.write_text(content, encoding="utf-8")
    visit.page.goto(path.as_uri())


DRAWN = (("landkreis", "de"), ("quarters", "en"), ("hostile", "de"), ("hostile quarters", "en"), ("empty", "en"))


@pytest.mark.parametrize(("name", "lang"), DRAWN)
def test_the_files_ask_nobody_and_axe_finds_nothing(visit: Visit, tmp_path: Path, name: str, lang: Lang) -> None:
    for picture in every(name):
        _open(visit, tmp_path, picture_file(picture, lang=lang))
        assert visit.faults() == []
        assert [url for url in visit.asked if not url.startswith(("file:", "data:"))] == []
        assert visit.axe() == [], picture.title
        assert visit.page.get_attribute("html", "lang") == lang


@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
@pytest.mark.parametrize("name", ["landkreis", "quarters", "hostile", "hostile quarters", "huge"])
def test_no_text_lies_over_another_in_narrow_and_wide_fonts(visit: Visit, tmp_path: Path, name: str, font: str) -> None:
    for picture in every(name):
        page = f"<!doctype html><meta charset='utf-8'><title>x</title><body>{picture.svg('de')}"
        _open(visit, tmp_path, page.replace('font-family: "Segoe UI"', f'font-family: "{font}", "Segoe UI"'))
        assert visit.page.evaluate(OVERLAPPING) == [], picture.title
        assert visit.page.evaluate(OUTSIDE) == [], picture.title


def test_without_a_script_a_mark_leads_to_its_row(browser: Browser, tmp_path: Path) -> None:
    for picture in (matrix("landkreis", Kind.UNITS), map_of("quarters", "Hälften")):
        with visiting(browser, scripts=False) as visit:
            _open(visit, tmp_path, picture_file(picture))
            visit.page.locator("svg.drawing a.mark").first.click(force=True)
            assert visit.page.locator("tr:target").count() == 1


@pytest.mark.parametrize("make", [matrix, positions, map_of, dials])
def test_at_320_px_the_table_takes_over(browser: Browser, tmp_path: Path, make: Callable[[str], Picture]) -> None:
    with visiting(browser, width=320) as visit:
        _open(visit, tmp_path, picture_file(make("quarters" if make is map_of else "landkreis")))
        assert not visit.page.is_visible(".picture")
        assert visit.page.locator("table").first.is_visible()
        assert not visit.page.evaluate(WIDE)
        assert visit.axe() == []
