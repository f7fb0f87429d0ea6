"""The pages in a real Chromium: nobody else is asked, the policy holds, axe is content, no foreign page gets in."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.app import create_app
from api.settings import ApiSettings
from graph.questions import QUESTIONS
from graph.store.address import Address
from tests.api import town
from tests.api.conftest import town_at
from tests.api.served import served
from tests.browser import visiting

PAGES = {
    "levels-de": "/?lang=de",
    "levels-en": "/?lang=en",
    "focus": f"/?lang=de&focus={quote(town.SOUTH, safe='')}",
    "day": "/?lang=en&as_of=2024-06-30",
    "questions-de": "/questions?lang=de",
    "questions-en": "/questions?lang=en&as_of=2024-06-30",
    "list-de": "/api?lang=de",
    "list-en": "/api?lang=en",
}
WRONG = {
    "no-such-page": ("/nothing?lang=en", 404, "No such address"),
    "no-such-kommune": ("/?kommune=<script>alert(1)</script>", 404, "<script>alert(1)</script>"),
    "no-date": ("/?as_of=31.12.2024", 422, "as_of"),
    "no-right": ("/?persons=true&lang=de", 401, "Token"),
}


@pytest.fixture(scope="module", params=["town", "nothing"])
def site(request: pytest.FixtureRequest, embedded_address: Address, settings: ApiSettings) -> Iterator[str]:
    """Where the service answers: over the town, then over an empty store."""
    records = town.RECORDS if request.param == "town" else ()
    with town_at(embedded_address, records) as store, served(create_app(store, settings)) as address:
        yield address


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_asks_nobody_keeps_its_policy_and_is_accessible(site: str, browser: Browser, path: str) -> None:
    with visiting(browser) as visit:
        answer = visit.page.goto(site + path)
        assert answer is not None
        assert answer.status == 200
        assert visit.axe() == []
        assert visit.faults() == []
        lang = "en" if "lang=en" in path else "de"
        assert visit.page.locator("html").get_attribute("lang") == lang


@pytest.mark.parametrize(("path", "status", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_goes_wrong_is_told_on_a_page(site: str, browser: Browser, path: str, status: int, told: str) -> None:
    with visiting(browser) as visit:
        answer = visit.page.goto(site + path)
        assert answer is not None
        assert answer.status == status
        expect(visit.page.locator("main")).to_contain_text(told)
        assert visit.axe() == []
        assert visit.strangers() + visit.refused() + visit.dialogs == []


@pytest.mark.parametrize("width", [320, 1400])
def test_pages_reflow(site: str, browser: Browser, width: int) -> None:
    with visiting(browser, width=width) as visit:
        for path in ("/", "/api", "/questions", *(f"/questions/{name}" for name in QUESTIONS)):
            visit.page.goto(site + path)
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_form_shows_what_was_chosen_and_an_empty_field_is_no_mistake(site: str, browser: Browser) -> None:
    with visiting(browser, scripts=False) as visit:
        visit.page.goto(f"{site}/?lang=en")
        visit.page.get_by_role("button", name="Show").click()
        expect(visit.page.locator("h1")).to_be_visible()
        visit.page.get_by_label("As of").fill("2024-06-30")
        visit.page.get_by_role("button", name="Show").click()
        expect(visit.page.locator(".state")).to_contain_text("2024-06-30")
        expect(visit.page.locator("html")).to_have_attribute("lang", "en")


def test_a_problems_type_leads_to_its_explanation(site: str, browser: Browser) -> None:
    with visiting(browser) as visit:
        visit.page.goto(f"{site}/api?lang=en#wrong-host")
        expect(visit.page.locator("#wrong-host")).to_contain_text("421")


EVIL = """<!doctype html><title>evil</title><p id="got"></p>
<script src="{home}/api/v1/nodes"></script><img src="{home}/api/v1/nodes"><iframe src="{home}/"></iframe>
<script>
const got = [];
const body = '{{"query": "RETURN 1"}}';
const read = (path, how) => fetch("{home}/api/v1/" + path, how).then((answer) => answer.text());
const tries = [
  () => read("nodes"),
  () => read("nodes", {{mode: "no-cors"}}),
  () => read("cypher", {{method: "POST", mode: "no-cors", body}}),
  () => read("cypher", {{method: "POST", headers: {{"Authorization": "Bearer x"}}, body}}),
  async () => document.querySelector("iframe").contentDocument.body.textContent,
];
(async () => {{
  for (const each of tries) {{
    try {{ got.push(await each()); }} catch (error) {{ got.push(""); }}
  }}
  document.getElementById("got").textContent = "done:" + got.join("");
}})();
</script>"""


def test_a_foreign_page_learns_nothing(site: str, browser: Browser) -> None:
    def evil(_: Request) -> Response:
        return HTMLResponse(EVIL.format(home=site))

    with served(Starlette(routes=[Route("/", evil)])) as foreign, visiting(browser) as visit:
        statuses: list[int] = []
        visit.page.on(
            "response", lambda answer: statuses.append(answer.status) if answer.url.startswith(site) else None
        )
        visit.page.goto(foreign)
        expect(visit.page.locator("#got")).to_have_text("done:")
        assert statuses
        assert set(statuses) <= {401, 403}
