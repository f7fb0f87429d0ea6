"""`make bench`: a table as Markdown on standard output, and as JSON where `--json FILE` says."""

import argparse
import json
import platform
from pathlib import Path

from tests import servers
from tests.bench import stores

HEAD = ("step", "store", "rows/s", "wall s", "CPU s here", "CPU s store", "peak MiB here", "peak MiB store")


def main() -> None:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(prog="make bench BENCH_ARGS=", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000], help="nodes of the generated towns")
    parser.add_argument("--json", type=Path, help="file for the same figures as JSON")
    options = parser.parse_args()
    servers.begin_run()
    try:
        _print(options)
    finally:
        servers.end_run()


def _print(options: argparse.Namespace) -> None:
    made = []
    print(f"Python {platform.python_version()}, {platform.machine()}; median of {stores.RUNS} runs\n")
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for line in stores.lines(tuple(options.sizes)):
        made.append(line.plain())
        print(
            f"| {line.step} | {line.store} | {line.rows_per_s:,.0f} | {line.wall_s:.2f} | {line.cpu_s:.2f} "
            f"| {line.store_cpu_s:.2f} | {line.peak_mib:.0f} | {line.store_peak_mib:.0f} |",
            flush=True,
        )
    if options.json:
        options.json.write_text(json.dumps(made, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
