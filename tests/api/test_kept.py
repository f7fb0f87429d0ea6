"""What is kept: made once, bounded, never an error."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from api.kept import Kept


def test_several_who_ask_at_the_same_time_wait_for_one_result() -> None:
    made: list[str] = []
    begun, go_on = Event(), Event()

    def make(key: str) -> str:
        made.append(key)
        begun.set()
        assert go_on.wait(30)
        return key.upper()

    kept = Kept(make, 4)
    together = Barrier(5)

    def ask() -> str:
        together.wait(30)
        return kept("a")

    with ThreadPoolExecutor(5) as threads:
        answers = [threads.submit(ask) for _ in range(5)]
        assert begun.wait(30)
        go_on.set()
        assert [answer.result(30) for answer in answers] == ["A"] * 5
    assert made == ["a"]


def test_the_least_recently_used_goes_first() -> None:
    made: list[int] = []

    def double(key: int) -> int:
        made.append(key)
        return 2 * key

    kept = Kept(double, 2)
    assert [kept(key) for key in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2]


def test_an_error_is_passed_on_and_not_kept() -> None:
    asked = 0

    def fail_once(key: str) -> str:
        nonlocal asked
        asked += 1
        if asked == 1:
            raise LookupError(key)
        return key

    kept = Kept(fail_once, 2)
    with pytest.raises(LookupError):
        kept("a")
    assert kept("a") == "a"
