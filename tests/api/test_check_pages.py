"""The pages of the checks in a browser: nothing asked of others, their policy kept, accessible.

Apart from the other tests of the checks, for this puts other data into the worker's one database.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from api.app import create_app
from api.headers import PAGE_POLICY
from api.settings import ApiSettings
from graph.stellschrauben import CHECKS
from graph.store.address import Address
from schema.record import Record
from schema.text import LANGS, Lang
from tests.api import town
from tests.api.conftest import town_at
from tests.api.served import served
from tests.browser import visiting
from tests.graph.stellschrauben.towns import TOWNS

PATHS = ("/checks", *(f"/checks/{number}" for number in CHECKS))
RECORDS: dict[str, tuple[Record, ...]] = {"town": tuple(town.RECORDS), "nothing": (), "led": TOWNS[4].records}


@pytest.fixture(scope="module", params=list(RECORDS))
def site(request: pytest.FixtureRequest, embedded_address: Address, settings: ApiSettings) -> Iterator[str]:
    """Where the service answers: over the town, over an empty store, over a network in which something is met."""
    with town_at(embedded_address, RECORDS[request.param]) as store, served(create_app(store, settings)) as address:
        yield address


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_ask_nobody_keep_their_policy_and_are_accessible(site: str, browser: Browser, lang: Lang) -> None:
    for path in PATHS:
        with visiting(browser) as visit:
            answer = visit.page.goto(f"{site}{path}?lang={lang}&against=2020-01-01")
            assert answer is not None
            assert answer.status == 200
            assert answer.headers["content-security-policy"] == PAGE_POLICY
            visit.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert visit.axe() == []
            assert visit.faults() == []
            assert visit.page.locator("html").get_attribute("lang") == lang
