"""An import that breaks off goes on when the same is called again, and only then."""

import signal
import subprocess
from pathlib import Path

import pytest

from graph.store.opening import open_store
from graph.store.store import Store
from tests.contract.conftest import Place, kill

N = 600
HALF = 400


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "aemter"
    folder.mkdir()
    units = (f"d{n:05},Amt {n:05}" for n in range(N))
    (folder / "Department.csv").write_text("id,name\n" + "\n".join(units), encoding="utf-8")
    ties = (f"d{n:05},d{(n - 1) // 5:05}" for n in range(1, N))
    (folder / "PART_OF.csv").write_text("from,to\n" + "\n".join(ties), encoding="utf-8")
    return folder


def begun(place: Place, source: Path) -> "subprocess.Popen[str]":
    """Start an import, and wait until half of the nodes are written."""
    importer = place.visitor("tests.contract.importer", str(source))
    assert importer.stdout is not None
    for line in importer.stdout:
        if line.startswith("at ") and int(line.split()[1]) >= HALF:
            return importer
    raise AssertionError("the import ended before it could be interrupted")


def said(importer: "subprocess.Popen[str]") -> dict[str, list[str]]:
    """Wait for the end, and give what was said by its first word, the last time that it was said."""
    output, _ = importer.communicate(timeout=120)
    return {words[0]: words[1:] for words in map(str.split, output.splitlines())}


def check_whole(store: Store) -> None:
    network = store.network()
    assert (network.n, network.m, store.version()) == (N, N - 1, 1)
    assert [(change.tally.new, change.kind) for change in store.history()] == [(2 * N - 1, "import")]
    assert len(store.history("d00000")[0].entries) == 1
    store.undo()
    assert store.network().n == 0


@pytest.mark.parametrize("end", ["killed", "interrupted"])
def test_the_same_import_goes_on_where_it_was(place: Place, source: Path, end: str) -> None:
    importer = begun(place, source)
    if end == "killed":
        kill(importer)
    else:
        importer.send_signal(signal.SIGINT)
        importer.communicate(timeout=120)
    told = said(place.visitor("tests.contract.importer", str(source)))
    assert int(told["resumed"][0]) >= HALF
    assert told["done"] == [str(2 * N - 1), "0", "written"]
    with place.open() as store:
        check_whole(store)


def test_nobody_sees_the_half_and_whoever_opens_the_store_for_anything_else_takes_it_back(
    place: Place, source: Path
) -> None:
    kill(begun(place, source))
    with open_store(settings=place.settings, resuming=True) as store:
        assert (store.network().n, store.version(), store.history()) == (0, 0, [])
    with place.open() as store:
        assert store.query("MATCH (d:Department) RETURN count(d) AS n").rows == ((0,),)
    assert "resumed" not in said(place.visitor("tests.contract.importer", str(source)))


def test_another_import_and_changed_files_begin_anew(place: Place, source: Path) -> None:
    kill(begun(place, source))
    with (source / "Department.csv").open("a", encoding="utf-8") as file:
        file.write("\nz,Amt Z")
    told = said(place.visitor("tests.contract.importer", str(source)))
    assert "resumed" not in told
    assert told["done"] == [str(2 * N), "0", "written"]
