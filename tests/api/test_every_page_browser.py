"""Every page that a link leads to, and every file that a page hands out as HTML, in a real Chromium.

Nobody but this machine is asked, the policy is never called upon, axe finds nothing, nothing needs to be scrolled
sideways and no key is a trap: with an empty store, hostile names, the example, a year of Karlsruhe and ten thousand
nodes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from api.app import create_app
from api.headers import PAGE_POLICY
from api.settings import ApiSettings
from graph.exchange.tables import write_tables
from graph.intake.importing import import_source
from graph.intake.reader import Manner
from graph.scenarios.drafting import begin
from graph.scenarios.proposing import propose
from graph.store.address import Address
from graph.store.store import Store
from schema.text import LANGS, Lang
from tests.api.conftest import TOKEN, town_at
from tests.api.served import served
from tests.browser import Visit, visiting
from tests.graph.intake.reading import KARLSRUHE
from tests.viz.towns import CORPUS, EXAMPLES, hostile_town, huge_kreis

LINKS = "[...document.querySelectorAll('a[href]')].map((a) => new URL(a.getAttribute('href'), location).href)"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FILES = (".svg", ".png", ".csv", ".zip", ".graphml", ".gexf", ".json", ".docx", ".pdf", ".xlsx", ".cypher")
OWN_FILES = ("/levels.html", "/network.html", "/matrix.html", "/positions.html", "/map.html", "/checks.html")
EACH = 3
"""Pages visited of each kind: of the many actors, some."""
STOPS = 40
PARTS_OF_A_DATE = 4
"""Stops within one field for a date: day, month, year, calendar."""


@dataclass(frozen=True)
class Site:
    """Where the service answers, and what it holds."""

    name: str
    address: str


def _fill(store: Store, name: str, folder: Path) -> None:
    match name:
        case "hostile":
            assert len(CORPUS) >= 40
            write_tables(folder, hostile_town(tuple(name for name in CORPUS if name.strip())))
            import_source(store, folder, manner=Manner(keep_good=True))
        case "example":
            import_source(store, EXAMPLES / "landkreis")
            begin(store, "versuch")
            propose(store, "versuch", 3)
        case "karlsruhe":
            import_source(store, KARLSRUHE)
        case "ten thousand":
            with store.change("ten thousand nodes", "test") as changes:
                changes.put(huge_kreis(10_000, 25_000))


NAMES = ("nothing", "hostile", "example", "karlsruhe", "ten thousand")


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"pages {name}")) for name in NAMES]
)
def site(
    request: pytest.FixtureRequest,
    embedded_address: Address,
    settings: ApiSettings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    name = request.param
    if name == "karlsruhe" and not KARLSRUHE.is_dir():
        pytest.skip("the year of Karlsruhe is not here")
    with town_at(embedded_address, ()) as store:
        _fill(store, name, tmp_path_factory.mktemp("tables"))
        with served(create_app(store, settings)) as address:
            yield Site(name, address)


def _kind(path: str) -> str:
    """Name the kind of a page: of a question and a check each is one, of actors and records all are."""
    return re.sub(r"^(/actors|/rounds|/edit/rounds|/edit/scenarios)/.*", r"\1/*", path)


class Walk:
    """Goes from page to page by their links, each address once and of each kind not more than a few."""

    def __init__(self, site: Site, lang: Lang) -> None:
        self.lang = lang
        self.home = site.address
        self.open = [f"{site.address}/?lang={lang}"]
        self.seen = {"/"}
        self.kinds: Counter[str] = Counter()
        self.files: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        while self.open:
            address = self.open.pop(0)
            kind = _kind(urlsplit(address).path)
            if self.kinds[kind] < EACH:
                self.kinds[kind] += 1
                yield address

    def note(self, links: list[str]) -> None:
        """Take up what a page leads to."""
        for link in links:
            parts = urlsplit(link)
            if not link.startswith(self.home) or parts.path.startswith(("/api", "/static", "/sign-in")):
                continue
            if parts.path.endswith(".html"):
                self.files.add(link.partition("#")[0])
            elif not parts.path.endswith(FILES) and parse_qs(parts.query).get("lang", [self.lang]) == [self.lang]:
                page = parts.path + "".join(sorted(parse_qs(parts.query).get("id", [])[:1]))
                if page not in self.seen:
                    self.seen.add(page)
                    self.open.append(link.partition("#")[0])


def _sign_in(page: Page, site: Site, lang: Lang) -> None:
    page.goto(f"{site.address}/sign-in?lang={lang}")
    page.locator("#token").fill(TOKEN)
    page.locator("#sign-in button").click()
    page.wait_for_url("**/edit*")


def _content(visit: Visit, path: str) -> None:
    """Hold what every page and file keeps."""
    assert (visit.axe(), path) == ([], path)
    assert (visit.faults(), path) == ([], path)
    assert (visit.page.evaluate(WIDE), path) == (False, path)


@pytest.mark.timeout(1_500)
@pytest.mark.parametrize("lang", LANGS)
def test_every_page_and_every_file_asks_nobody_keeps_its_policy_and_is_accessible(
    site: Site, browser: Browser, tmp_path: Path, lang: Lang
) -> None:
    walk = Walk(site, lang)
    with visiting(browser, width=1440) as visit:
        page = visit.page
        page.set_default_timeout(60_000)
        _sign_in(page, site, lang)
        for address in walk:
            answer = page.goto(address)
            assert answer is not None
            assert (answer.status, address) == (200, address)
            assert answer.headers["content-security-policy"] == PAGE_POLICY
            assert (page.get_attribute("html", "lang"), address) == (lang, address)
            _content(visit, address)
            walk.note(page.evaluate(LINKS))
        assert {"/", "/network", "/matrix", "/positions", "/map", "/checks", "/edit/import", "/cypher"} <= set(
            walk.kinds
        )
        assert {urlsplit(file).path for file in walk.files} >= set(OWN_FILES)
        for file in sorted(walk.files):
            saved = tmp_path / "saved.html"
            saved.write_bytes(page.request.get(file).body())
            page.goto(saved.as_uri())
            _content(visit, file)


@pytest.mark.parametrize(
    "site", [pytest.param("example", marks=pytest.mark.xdist_group("pages example"))], indirect=True
)
def test_no_page_is_a_trap_for_the_keyboard_and_every_stop_is_seen(site: Site, browser: Browser) -> None:
    walk = Walk(site, "de")
    stop = """() => {
      const at = document.activeElement, box = at.getBoundingClientRect(), look = getComputedStyle(at);
      const seen = box.width > 0 && box.height > 0 && (look.outlineStyle !== "none" || at === document.body
        || at.type === "date");  // within a date the browser marks its parts itself
      return [at.tagName, at.id, at.textContent.slice(0, 40), Math.round(box.x), Math.round(box.y + scrollY), seen];
    }"""
    with visiting(browser, width=1440) as visit:
        page = visit.page
        _sign_in(page, site, "de")
        for address in walk:
            page.goto(address)
            stops = []
            for _ in range(STOPS):
                page.keyboard.press("Tab")
                stops.append(tuple(page.evaluate(stop)))
            longest = max(len(list(same)) for at, same in groupby(stops) if at[0] != "BODY")
            assert (longest <= PARTS_OF_A_DATE, address) == (True, address)
            assert ([one for one in stops if not one[-1]], address) == ([], address)
            walk.note(page.evaluate(LINKS))
