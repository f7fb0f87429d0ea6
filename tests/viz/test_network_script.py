"""Our modules joined into one script: the same names at the top, nothing imported, nothing that ends the element."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import visiting
from viz import network_script
from viz.network_script import joined
from viz.pages import STATIC


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules that stands for our own."""
    monkeypatch.setattr(network_script, "STATIC", tmp_path)
    return tmp_path


def _write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


BASE = """const secret = 1;
let runs = 0;
runs++;
export const count = () => runs;
export function add(a) { return a + secret; }
"""
LEFT = """import { add, count } from "./base.js";
const secret = 10;
export class Left { value() { return add(secret); } }
export const seen = count;
"""
ENTRY = """import { Left, seen } from "./left.js";
import { add } from "./base.js";
const secret = 100;
globalThis.told = [new Left().value(), add(secret), seen()];
"""


def test_every_module_runs_once_before_what_needs_it_and_names_do_not_meet(modules: Path, browser: Browser) -> None:
    _write(modules, base=BASE, left=LEFT, entry=ENTRY)
    with visiting(browser) as visit:
        visit.page.evaluate(f"() => {{ {joined('entry')} }}")
        assert visit.page.evaluate("globalThis.told") == [11, 101, 1]


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./other.js";\n',
        'import { a as b } from "./other.js";\n',
        'import { a } from "../other.js";\n',
        'import "./other.js";\n',
        "export default 1;\n",
        "const a = 1;\nexport { a };\n",
        'const a = "</script>";\n',
        'const a = "</SCRIPT ";\n',
        'const a = "<!--";\n',
    ],
)
def test_what_cannot_be_joined_is_refused(modules: Path, text: str) -> None:
    _write(modules, entry=text, other="export const a = 1;\n")
    with pytest.raises(ValueError, match=r"entry\.js cannot be joined"):
        joined("entry")


def test_a_circle_is_refused(modules: Path) -> None:
    _write(
        modules,
        entry='import { a } from "./other.js";\nexport const b = 1;\n',
        other='import { b } from "./entry.js";\nexport const a = 1;\n',
    )
    with pytest.raises(ValueError, match=r"entry\.js imports itself through entry, other"):
        joined("entry")


@pytest.mark.parametrize("entry", ["file", "network"])
def test_our_own_modules_are_joined_whole(entry: str) -> None:
    script = joined(entry)
    assert script.startswith('"use strict";\n')
    assert "\nimport " not in script
    assert "\nexport " not in script
    for line in (STATIC / f"{entry}.js").read_text("utf-8").splitlines():
        assert line.startswith("import ") or line in script


def test_our_own_scripts_stay_small() -> None:
    """The bound is the one of the design: all pages together at most 120 kB, 40 kB when packed."""
    content = [path.read_bytes() for path in sorted(STATIC.glob("*.js"))]
    assert sum(map(len, content)) <= 120_000
    assert sum(len(gzip.compress(each, 9, mtime=0)) for each in content) <= 40_000
