"""A process that imports a folder of tables and may be killed in the middle; run by `test_resuming`."""

import sys
from pathlib import Path

from graph.intake import admission, importing
from graph.store import batches, resuming
from graph.store.changes import Tally
from graph.store.connection import Transaction
from graph.store.opening import open_store


def main() -> None:
    """Import, say how far it is, and what was there already where it goes on."""
    batches.BATCH_RECORDS = admission.PORTION = 50
    importing.EVERY_S = 0
    count = resuming.done_so_far

    def told(run: Transaction, change: int) -> Tally:
        found = count(run, change)
        print("resumed", found.new, flush=True)
        return found

    resuming.done_so_far = told
    with open_store(resuming=True) as store:
        report = importing.import_source(
            store, Path(sys.argv[1]), progress=lambda progress: print("at", progress.records, flush=True)
        )
        print("done", report.new, report.unchanged, report.outcome, flush=True)


if __name__ == "__main__":
    main()
