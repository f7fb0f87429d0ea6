"""A second process that comes to an open store, reads and writes there; run by `test_processes`."""

from graph.store.opening import open_store
from tests.contract.towns import club


def main() -> None:
    """Count, add a club, count again."""
    with open_store() as store:
        print(store.network().n, flush=True)
        with store.change("Besuch", "Test", who="Besuch") as change:
            change.put([club()])
        print(store.network().n, flush=True)


if __name__ == "__main__":
    main()
