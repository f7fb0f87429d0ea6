"""The levels view in a real Chromium: nothing foreign, nothing refused, axe clean, names in boxes, keyboard, focus."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from schema.text import LANGS, Lang
from tests.browser import Visit, served, visiting
from tests.viz.towns import answers, town
from viz.levels_page import levels_page, levels_svg
from viz.pages import STATIC

ADDRESS = "http://127.0.0.1:9"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
NARROW = {"width": 320, "height": 800}
KINDS = {".css": "text/css", ".js": "text/javascript"}
STICKING_OUT = """() => [...document.querySelectorAll(".levels .element")].flatMap((box) => {
  const plate = box.querySelector(".plate").getBoundingClientRect();
  return [...box.querySelectorAll("text")].filter((line) => {
    const area = line.getBoundingClientRect();
    return area.left < plate.left - 1 || area.right > plate.right + 1 || area.top < plate.top - 1
      || area.bottom > plate.bottom + 1;
  }).map((line) => line.textContent);
})"""
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

Open = Callable[..., Visit]


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write a page to a file and open it; watched until the test ends."""
    opened = []

    def open_(content: str, name: str = "page.html", **options: int | bool | str) -> Visit:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        context = visiting(browser, **options)  # type: ignore[arg-type]
        visit = context.__enter__()
        opened.append(context)
        visit.page.goto(path.as_uri())
        return visit

    yield open_
    for context in opened:
        context.__exit__(None, None, None)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["landkreis", "huge", "hostile", "empty"])
def test_the_file_asks_nobody_and_axe_finds_nothing(open_file: Open, name: str, lang: Lang) -> None:
    visit = open_file(levels_page(town(name), answers(name), lang=lang))
    assert visit.faults() == []
    assert [url for url in visit.asked if not url.startswith(("file:", "data:"))] == []
    assert visit.axe() == []


@pytest.mark.parametrize("name", ["landkreis", "emden", "huge", "hostile"])
@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
def test_names_stay_in_their_boxes_in_narrow_and_wide_fonts(open_file: Open, name: str, font: str) -> None:
    picture = levels_svg(town(name), answers(name))
    page = f"<!doctype html><html lang='de'><title>x</title><body>{picture}"
    visit = open_file(page.replace('font-family: "Segoe UI"', f'font-family: "{font}", "Segoe UI"'))
    assert visit.page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("name", ["landkreis", "hostile"])
def test_at_320_px_the_table_takes_over(open_file: Open, name: str) -> None:
    visit = open_file(levels_page(town(name), answers(name)), **NARROW)
    assert not visit.page.is_visible(".picture")
    assert visit.page.is_visible("#elements")
    assert not visit.page.evaluate(WIDE)
    assert visit.axe() == []


def test_focus_in_the_file_works_without_a_script(open_file: Open) -> None:
    visit = open_file(levels_page(town("small"), answers("small")), scripts=False)
    page = visit.page
    faint = "getComputedStyle(document.querySelector('[aria-label^=\"{}\"]')).opacity"
    assert page.locator('a[aria-label^="Jugendtreff"]').count() == 1
    page.click('a[aria-label^="Jugendtreff"]')
    shades = {
        name: page.evaluate(faint.format(name)) for name in ("Jugendhilfeausschuss", "Jugendamt", "Gesundheitsamt")
    }
    assert shades == {"Jugendhilfeausschuss": "1", "Jugendamt": "1", "Gesundheitsamt": "0.35"}
    page.click("text=Gesamtbild")
    assert page.evaluate(faint.format("Gesundheitsamt")) == "1"


def _serve(visit: Visit, name: str, lang: Lang = "de") -> None:
    """Serve the page with its style sheets and module under the policy of the application."""

    def answer(path: str, query: Mapping[str, str]) -> tuple[str, str]:
        if path == "/":
            page = levels_page(town(name), answers(name), lang=lang, standalone=False, query=query)
            return "text/html; charset=utf-8", page
        file = STATIC / Path(path).name
        return KINDS[file.suffix], file.read_text("utf-8")

    served(visit, ADDRESS, answer, POLICY)
    visit.page.goto(f"{ADDRESS}/")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["landkreis", "huge", "hostile", "empty"])
def test_the_served_page_keeps_the_policy_and_axe_finds_nothing(browser: Browser, name: str, lang: Lang) -> None:
    with visiting(browser) as visit:
        _serve(visit, name, lang)
        assert visit.faults() == []
        assert visit.axe() == []
        assert visit.page.get_attribute("html", "lang") == lang


def test_by_keyboard_one_stop_leads_into_the_picture_and_arrows_move_in_it(browser: Browser) -> None:
    with visiting(browser) as visit:
        _serve(visit, "small")
        page = visit.page
        assert page.locator("svg.levels a[tabindex='0']").count() == 1
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
        page.focus(".picture")
        page.keyboard.press("Tab")
        said = "document.activeElement.getAttribute('aria-label')"
        assert page.evaluate(said).startswith("Jugendhilfeausschuss, ")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(said).startswith("Dezernat Soziales, ")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(said).startswith("Jugendhilfeausschuss, ")
        page.keyboard.press("Enter")
        page.wait_for_url("**focus=committee**")
        assert page.locator(".element.focus").count() == 1
        page.focus("svg.levels a[tabindex='0']")
        page.keyboard.press("Escape")
        page.wait_for_url(f"{ADDRESS}/?lang=de#picture")
        assert page.locator(".element.focus").count() == 0
        assert visit.faults() == []


def test_without_a_script_the_served_page_says_and_links_the_same(browser: Browser) -> None:
    with visiting(browser, scripts=False) as visit:
        _serve(visit, "small")
        page = visit.page
        page.select_option("#focus", "committee")
        assert page.locator("#elements tbody tr").count() == 9
        page.click("#elements >> text=Jugendhilfeausschuss")
        page.wait_for_url("**focus=committee**")
        assert page.locator(".element.focus").count() == 1


def test_colours_may_be_forced_and_paper_gets_no_controls(browser: Browser) -> None:
    with visiting(browser, forced_colors="active") as visit:
        _serve(visit, "small")
        assert visit.axe() == []
        visit.page.emulate_media(media="print", forced_colors="none")
        assert not visit.page.is_visible("form.choose")
        assert visit.page.is_visible("svg.levels")
