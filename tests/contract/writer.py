"""A process that writes change set after change set, to be killed in the middle; run by `test_crashes`.

Version n of the town has 40 + 20·n areas and n people in each. It says a line for each version that is sealed.
"""

from graph.store import batches
from graph.store.opening import open_store
from tests.contract.towns import town


def size(version: int) -> int:
    """Give how many areas the town has in a version."""
    return 40 + 20 * version


def main() -> None:
    """Write until killed."""
    batches.BATCH_RECORDS = 10
    with open_store() as store:
        print("open", flush=True)
        while True:
            version = store.version() + 1
            with store.change(f"Fassung {version}", "Test") as change:
                change.put(town(version, size(version)))
            print(version, flush=True)


if __name__ == "__main__":
    main()
