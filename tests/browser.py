"""A real Chromium for the tests of pages and files: what it asked for, what it complained of, what axe finds.

Found on the path, else Playwright's own. Where there is none, tests skip and say so; under CI=true that is a failure.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Playwright, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
WATCH = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
HOME = ("127.0.0.1", "localhost", "[::1]")


Answering = Callable[[str, Mapping[str, str]], tuple[str, str]]
"""From a path and its query to a content type and a body."""


@dataclass
class Visit:
    """A page with the account of what happened on it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def strangers(self) -> list[str]:
        """Name what was asked of anyone but this machine."""
        return [url for url in self.asked if not _at_home(url)]

    def refused(self) -> list[str]:
        """Name what the Content-Security-Policy refused."""
        found: list[str] = self.page.evaluate("window.__refused")
        return found

    def faults(self) -> list[str]:
        """Name everything that must not happen: foreign requests, refusals, errors, dialogs."""
        return [*self.strangers(), *self.refused(), *self.complaints, *self.dialogs]

    def axe(self) -> list[str]:
        """Name what axe holds against the page, with the first place of each."""
        run = "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"
        return [
            f"{rule['id']}: {rule['help']} {rule['nodes'][0]['target']} ({len(rule['nodes'])})"
            for rule in self.page.evaluate(run)
        ]


def _at_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("file", "data", "blob", "about") or (parts.hostname or "") in HOME


def chromium(playwright: Playwright) -> str | None:
    """Find a Chromium: on the path, else the one that Playwright installed."""
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    own = Path(playwright.chromium.executable_path)
    return on_path or (str(own) if own.is_file() else None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium with a profile of its own, for one module.

    Playwright holds an event loop in this thread as long as it runs; a module's end ends it, so that no other test
    that needs a loop of its own stumbles over it.
    """
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            reason = "NOT TESTED IN A BROWSER: no Chromium on the path and none installed by Playwright"
            if os.environ.get("CI") == "true":
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@contextmanager
def visiting(
    browser: Browser, *, width: int = 1400, height: int = 900, scripts: bool = True, **options: str
) -> Iterator[Visit]:
    """Open an empty page whose doings are watched from the first; `options` go to the browser context."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        **options,  # type: ignore[arg-type]
    )
    context.add_init_script(WATCH + AXE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    visit = Visit(page)
    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("console", lambda message: _complain(visit, message))
    page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    page.on("dialog", lambda dialog: _dismiss(visit, dialog))
    try:
        yield visit
    finally:
        context.close()


def _dismiss(visit: Visit, dialog: Dialog) -> None:
    visit.dialogs.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def _complain(visit: Visit, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        visit.complaints.append(f"{message.type}: {message.text}")


def served(
    visit: Visit, address: str, answer: Callable[[str, Mapping[str, str]], tuple[str, str]], policy: str
) -> None:
    """Answer every request to `address` from memory: path and query → (content type, body), under a policy."""

    def handle(route: Route) -> None:
        parts = urlsplit(route.request.url)
        kind, body = answer(parts.path, dict(parse_qsl(parts.query)))
        route.fulfill(body=body, headers={"Content-Type": kind, "Content-Security-Policy": policy})

    visit.page.route(f"{address}/**", handle)
