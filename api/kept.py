"""Results that are kept: made once for all who ask at the same time, bounded in number, never an error."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """A function whose latest results are kept; several threads that ask for the same wait for one of them."""

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        """Keep at most so many results, the least recently used go first."""
        self._make = make
        self._most = most
        self._results: OrderedDict[K, Future[V]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, key: K) -> V:
        """Give the result for a key; an error is passed on and not kept."""
        with self._lock:
            first = key not in self._results
            result = self._results.setdefault(key, Future())
            self._results.move_to_end(key)
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        if first:
            self._fill(key, result)
        return result.result()

    def _fill(self, key: K, result: "Future[V]") -> None:
        try:
            result.set_result(self._make(key))
        except BaseException as error:
            with self._lock:
                if self._results.get(key) is result:
                    del self._results[key]
            result.set_exception(error)
