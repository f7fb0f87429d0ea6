"""The house itself: import arrows run one way, and no dependency takes the name of a room."""

import ast
import re
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("schema", "graph", "viz", "api", "fahrstuhl")


def _imported_rooms(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found & set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_itself_and_those_before_it(room: str) -> None:
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    modules = sorted((ROOT / room).rglob("*.py"))
    assert modules
    back_arrows = {
        str(m.relative_to(ROOT)): _imported_rooms(m) - allowed for m in modules if _imported_rooms(m) - allowed
    }
    assert back_arrows == {}


@pytest.mark.parametrize("part", ["questions", "measures"])
def test_questions_and_measures_never_import_the_store(part: str) -> None:
    guilty = [
        str(m)
        for m in (ROOT / "graph" / part).rglob("*.py")
        if re.search(r"(from|import) graph\.(store|intake)", m.read_text("utf-8"))
    ]
    assert guilty == []


def test_viz_never_imports_a_store() -> None:
    assert [m for m in (ROOT / "viz").rglob("*.py") if "graph.store" in m.read_text("utf-8")] == []


def test_no_installed_distribution_provides_a_room() -> None:
    tops = {
        (dist.metadata["Name"], str(file).split("/")[0].removesuffix(".py"))
        for dist in distributions()
        for file in dist.files or ()
    }
    assert {(name, top) for name, top in tops if top in ROOMS and name != "fahrstuhl"} == set()


def test_the_lock_names_every_declared_dependency() -> None:
    declared = re.findall(r'^    "([A-Za-z0-9_-]+)[>=<]', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    locked = (ROOT / "requirements-dev.lock").read_text("utf-8")
    assert [name for name in declared if not re.search(rf"^{name}==", locked, re.MULTILINE)] == []
    assert "http://" not in locked
    assert "https://" not in locked
