"""The view of the network beside pyvis, in the same Chromium, on the same network, one after the other.

`pyvis` is 0.3.2 as shipped (physics on, everything in the file); `pyvis, placed` has our positions and no physics.
"""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyvis.network
from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from graph.network import Network
from tests.bench.landkreis import landkreis
from tests.browser import ARGUMENTS, chromium
from viz.explorer.choosing import choose
from viz.explorer.file import network_file
from viz.explorer.page import network_view
from viz.explorer.view import Storey, ViewScope
from viz.network_export import network_page
from viz.network_layout import positions
from viz.pages import STATIC

SIZES = (300, 1_000, 3_000, 10_000)
SHIPPED = 1_000
"""Larger networks are not given to pyvis as shipped, which takes minutes."""
RUNS = 3
READY = """new MutationObserver(() => {
  if (document.documentElement?.hasAttribute("data-ready") && !window.__ready) window.__ready = performance.now();
}).observe(document, {attributes: true, subtree: true, attributeFilter: ["data-ready"]});"""
MADE = "network = new vis.Network(container, data, options);"
DRAWN = """
network.once("%s", () => requestAnimationFrame(() => requestAnimationFrame(() =>
  document.documentElement.setAttribute("data-ready", "true"))));"""
FRAMES = """() => new Promise((done) => {
  const canvas = document.querySelector("#net canvas, .vis-network canvas"), box = canvas.getBoundingClientRect();
  let frames = 0;
  const began = performance.now();
  const turn = () => {
    const passed = performance.now() - began;
    if (passed > 4000) { done(frames / (passed / 1000)); return; }
    frames++;
    canvas.dispatchEvent(new WheelEvent("wheel", {deltaY: Math.floor(passed / 500) % 2 ? 40 : -40, bubbles: true,
      cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2}));
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
})"""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of one drawer on one network; `ratio` says how many times better ours is."""

    figure: str
    nodes: int
    drawer: str
    value: float
    unit: str
    ratio: float | None = None
    goal: float | None = None

    @property
    def verdict(self) -> str:
        """Say whether the goal is reached; nothing where there is none."""
        if self.goal is None or self.ratio is None:
            return ""
        return "met" if self.ratio >= self.goal else "MISSED"

    def plain(self) -> dict[str, Any]:
        """Give the line as plain values."""
        return asdict(self)


GOALS = {
    ("time to interactive", 300, "pyvis"): 50,
    ("time to interactive", 1_000, "pyvis"): 100,
    ("time to interactive", 1_000, "pyvis, placed"): 2,
    ("time to interactive", 10_000, "pyvis, placed"): 2.5,
    ("zoom", 10_000, "pyvis, placed"): 1.5,
    ("memory", 3_000, "pyvis, placed"): 1 / 0.6,
    ("memory", 10_000, "pyvis, placed"): 1 / 0.6,
    ("file", 1_000, "pyvis"): 1 / 0.75,
    ("file, own canvas", 1_000, "pyvis"): 1 / 0.25,
}
UNITS = {"time to interactive": "s", "zoom": "frames/s", "memory": "MiB", "file": "kB", "file, own canvas": "kB"}


def lines(sizes: tuple[int, ...] = SIZES, patience_s: float = 60) -> Iterator[Line]:
    """Measure every drawer on networks of these sizes; who is not ready in time is given the time as a lower bound."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            return
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, "--enable-precise-memory-info"])
        for nodes in sizes:
            yield from _compared(nodes, dict(_measured(browser, nodes, patience_s)))
        browser.close()
    yield from _scripts()


def _measured(browser: Browser, nodes: int, patience_s: float) -> Iterator[tuple[tuple[str, str], float]]:
    network = Network.of(landkreis(nodes))
    made = dict(_pages(network))
    files = {"file": network_page(network), "file, own canvas": _own_file(network)}
    yield from (((figure, "ours"), len(file.encode()) / 1000) for figure, file in files.items())
    for drawer, page in made.items():
        if drawer == "pyvis":
            yield from (((figure, drawer), len(page.encode()) / 1000) for figure in files)
        if drawer == "pyvis" and nodes > SHIPPED:
            continue
        with _served(page) as address:
            opened = [_opened(browser, address, patience_s) for _ in range(1 if drawer == "pyvis" else RUNS)]
        yield ("time to interactive", drawer), float(np.median([ready for ready, _, _ in opened]))
        if drawer != "pyvis":
            yield ("zoom", drawer), float(np.median([frames for _, frames, _ in opened]))
            yield ("memory", drawer), float(np.median([memory for _, _, memory in opened]))


def _compared(nodes: int, found: dict[tuple[str, str], float]) -> Iterator[Line]:
    for (figure, drawer), value in found.items():
        ours = found[figure, "ours"]
        ratio = None if drawer == "ours" else ours / value if figure == "zoom" else value / ours
        yield Line(figure, nodes, drawer, value, UNITS[figure], ratio, GOALS.get((figure, nodes, drawer)))


def _scripts() -> Iterator[Line]:
    """Weigh our own modules, all pages together."""
    content = [path.read_bytes() for path in sorted(STATIC.glob("*.js"))]
    raw, packed = sum(map(len, content)), sum(len(gzip.compress(each, 9, mtime=0)) for each in content)
    yield Line("own scripts", 0, "ours", raw / 1000, "kB", 120 / (raw / 1000), 1)
    yield Line("own scripts, gzip", 0, "ours", packed / 1000, "kB", 40 / (packed / 1000), 1)


def _pages(network: Network) -> Iterator[tuple[str, str]]:
    chosen, where = choose(network, ViewScope(level=tuple(Storey))), positions(network)
    yield "ours", network_view(chosen, where, static=".")
    yield "pyvis, placed", _pyvis(network, where, "afterDrawing")
    yield "pyvis", _pyvis(network, None, "stabilizationIterationsDone")


def _own_file(network: Network) -> str:
    return network_file(choose(network, ViewScope()), positions(network), everything=True)


def _pyvis(network: Network, where: Any, event: str) -> str:
    made = pyvis.network.Network(cdn_resources="in_line", height="700px", width="100%", directed=True)
    made.nodes = [{"id": i, "label": network.name(i), "shape": "dot"} for i in range(network.n)]
    # Handed over directly: pyvis looks through all ties for each one that it adds.
    ends = zip(network.start.tolist(), network.end.tolist(), strict=True)
    made.edges = [{"from": a, "to": b, "arrows": "to"} for a, b in ends]
    if where is not None:
        for node, (x, y) in zip(made.nodes, where.tolist(), strict=True):
            node.update(x=x, y=y)
        made.toggle_physics(False)
        made.options.physics.enabled = False
    page: str = made.generate_html(notebook=False)
    assert page.count(MADE) == 1
    return page.replace(MADE, MADE + DRAWN % event)


@contextmanager
def _served(page: str) -> Iterator[str]:
    """Serve a page with our scripts and styles beside it."""
    with TemporaryDirectory() as folder:
        for path in (*STATIC.glob("*.js"), *STATIC.glob("*.css")):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        (Path(folder) / "page.html").write_text(page, encoding="utf-8")
        handler: Callable[..., SimpleHTTPRequestHandler] = partial(_Quiet, directory=folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/page.html"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _opened(browser: Browser, address: str, patience_s: float) -> tuple[float, float, float]:
    """Open a page afresh: seconds until it can be used, frames per second while zooming, MiB that it holds."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(READY)
    page = context.new_page()
    page.set_default_timeout(1000 * patience_s)
    page.route("**/*", _loopback_only)
    page.goto(address, wait_until="commit")
    try:
        page.wait_for_function("window.__ready", timeout=1000 * patience_s)
    except TooLong:
        context.close()
        return patience_s, 0.0, 0.0
    ready = float(page.evaluate("window.__ready")) / 1000
    found = ready, float(page.evaluate(FRAMES)), _memory(page)
    context.close()
    return found


def _loopback_only(route: Route) -> None:
    """Let nobody else answer: pyvis as shipped asks foreign hosts."""
    if route.request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
        route.continue_()
    else:
        route.abort()


def _memory(page: Page) -> float:
    """Measure what the scripts of a page hold after a collection, arrays outside the heap included."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used: dict[str, float] = session.send("Runtime.getHeapUsage")
    return sum(used.get(name, 0) for name in ("usedSize", "embedderHeapUsedSize", "backingStorageSize")) / 2**20
