"""`make bench`: tables as Markdown on standard output, and as JSON where `--json FILE` says."""

import argparse
import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests import servers
from tests.bench import explorer, questions, races, stores
from tests.bench.measures import RACES
from tests.bench.measuring import Tenths

PARTS = ("measures", "questions", "stores", "explorer")
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def main() -> None:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=", description=__doc__)
    parser.add_argument("--part", choices=PARTS, nargs="+", default=list(PARTS), help="what is measured")
    parser.add_argument("--ties", type=int, nargs="+", default=list(SIZES), help="ties of the networks of measures")
    parser.add_argument("--measure", choices=list(RACES), help="this measure only")
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[5_000],
        help="nodes of the towns that are stored; of ties four times as many",
    )
    parser.add_argument("--store", choices=stores.STORES, nargs="+", default=list(stores.STORES), help="which stores")
    parser.add_argument("--json", type=Path, help="file for the same figures as JSON")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; CPU time, medians\n")
    made: dict[str, Any] = {part: list(SHOWN[part](options)) for part in PARTS if part in options.part}
    if options.json:
        options.json.write_text(json.dumps(made, indent=1), encoding="utf-8")


def _measures(options: argparse.Namespace) -> list[dict[str, Any]]:
    _head("measure", "ties", "by", "CPU s", "peak MiB", "CPU time / ours", "must", "goal", "verdict")
    found = []
    for line in races.lines(tuple(options.ties), options.measure):
        found.append(line)
        peak = "unknown" if line.peak_mib is None else f"{line.peak_mib:.0f}"
        bounds = ("" if bound is None else f"≥ {bound:.2g}" for bound in (line.must, line.goal))
        _row(
            line.measure,
            f"{line.ties:,}",
            line.competitor,
            f"{line.cpu_s:.4g}",
            peak,
            f"{line.ratio:.3g}",
            *bounds,
            line.verdict,
        )
    for name, exponent in races.growth(found).items():
        print(f"\n{name}: CPU time grows with the ties to the power of {exponent:.2f}", end="")
    print("\n")
    return [line.plain() for line in found]


def _questions(_: argparse.Namespace) -> list[dict[str, Any]]:
    _head("question", "nodes", "ties", "runs of the check", "CPU s", "limit s", "verdict")
    found = []
    for line in questions.lines():
        found.append(line)
        _row(
            line.question,
            f"{line.nodes:,}",
            f"{line.ties:,}",
            line.runs,
            f"{line.cpu_s:.2f}",
            line.limit_s,
            line.verdict,
        )
    print()
    return [line.plain() for line in found]


def _stores(options: argparse.Namespace) -> list[dict[str, Any]]:
    _head(
        *("step", "store", "rows/s", "first tenth", "last tenth", "last / first", "the same by CPU time"),
        *("wall s", "CPU s here", "CPU s store", "peak MiB here", "in the store", "together"),
    )
    found = []
    servers.begin_run()
    try:
        for line in stores.lines(tuple(options.sizes), options.store):
            found.append(line)
            seconds = (line.wall_s, line.cpu_s, line.store_cpu_s)
            peaks = (line.peak_mib, line.store_peak_mib, line.together_peak_mib)
            figures = *(f"{s:.2f}" for s in seconds), *(f"{mib:.0f}" for mib in peaks)
            _row(line.step, line.store, f"{line.rows_per_s:,.0f}", *_course(line.tenths), *figures)
    finally:
        servers.end_run()
    return [line.plain() for line in found]


def _explorer(_: argparse.Namespace) -> list[dict[str, Any]]:
    _head("figure", "nodes", "by", "value", "unit", "times as good as this", "goal", "verdict")
    found = []
    for line in explorer.lines():
        found.append(line)
        numbers = ("" if number is None else f"{number:.3g}" for number in (line.ratio, line.goal))
        _row(line.figure, f"{line.nodes:,}", line.drawer, f"{line.value:.4g}", line.unit, *numbers, line.verdict)
    print("" if found else "\nNOT MEASURED: no Chromium on the path and none installed by Playwright")
    return [line.plain() for line in found]


def _course(tenths: Tenths | None) -> Sequence[str]:
    """Tell whether an import grew slower on its way."""
    if tenths is None:
        return ("",) * 4
    ratios = tenths.last / tenths.first, tenths.last_cpu / tenths.first_cpu
    return f"{tenths.first:,.0f}", f"{tenths.last:,.0f}", *(f"{ratio:.2f}" for ratio in ratios)


def _head(*words: str) -> None:
    _row(*words)
    print("|" + "---|" * len(words), flush=True)


def _row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


SHOWN = {"measures": _measures, "questions": _questions, "stores": _stores, "explorer": _explorer}

if __name__ == "__main__":
    main()
