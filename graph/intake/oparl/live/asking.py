"""One page asked for: at a polite rate, again where that may help, never elsewhere, never without end."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx2
import stamina

from graph.intake.guard import MIB, printable, refuse
from graph.intake.oparl.live.answers import LATER_ON, REPORT, Again, RunOver, failed, may_wait, refuse_status
from graph.intake.oparl.live.hosts import Home, joined
from graph.intake.oparl.live.network import FAILURES, Clock, client
from graph.intake.oparl.live.settings import LiveSettings
from schema.text import Text

logging.getLogger("stamina").addHandler(logging.NullHandler())  # each wait is no news to a person at a terminal

_NOTHING = (204, 404)
_REDIRECTS = 5


class Asker:
    """Asks one host for pages and writes them to files; `count` is told of each request."""

    def __init__(self, settings: LiveSettings, home: Home, count: Callable[[], None]) -> None:
        """Start without having asked anything."""
        self._settings, self._home, self._count = settings, home, count
        self._clock = Clock()
        self._client = client(settings, self._clock)
        self._next, self._until, self.bytes = 0.0, time.monotonic() + settings.oparl_run_s, 0

    def __enter__(self) -> Self:
        """Give the asker itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the connection."""
        self._client.close()

    def get(self, address: str, to: Path) -> str | None:
        """Write the page under an address to a file and give its content type; None where there is nothing (404).

        Raises InputError with the reason where the page cannot be had, RunOver where the download as a whole is over.
        """
        wait = self._settings.oparl_backoff_s
        try:
            for attempt in stamina.retry_context(
                on=may_wait, attempts=self._settings.oparl_attempts, timeout=None,
                wait_initial=wait, wait_max=self._settings.oparl_wait_s, wait_jitter=wait,
            ):  # fmt: skip
                with attempt:
                    return self._once(address, to)
        except Again as again:
            refuse("no-answer", again.what, printable(address), LATER_ON)
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    def _once(self, address: str, to: Path, redirects: int = _REDIRECTS) -> str | None:
        self._pace()
        try:
            with self._client.stream("GET", address) as answer:
                if answer.status_code in _NOTHING:
                    return None
                if answer.status_code == 200:
                    return self._written(answer, address, to)
                target = answer.headers.get("location") if answer.is_redirect else None
                if target is None:
                    refuse_status(answer, address, self._settings.oparl_wait_s)
        except (*FAILURES, httpx2.InvalidURL, UnicodeError) as error:
            failed(error, address)
        if not redirects:
            refuse("too-many-redirects", _CIRCLE, printable(address), REPORT)
        return self._once(self._redirected(address, target), to, redirects - 1)

    def _pace(self) -> None:
        """Wait until the next request is polite; end the download when its time is up."""
        now = time.monotonic()
        if now > self._until:
            what = Text("Die Zeit für den Abruf ist um (FAHRSTUHL_OPARL_RUN_S).", _TIME_UP)
            raise RunOver(what, LATER_ON)
        time.sleep(max(0.0, self._next - now))
        self._next = time.monotonic() + 1 / self._settings.oparl_rate
        self._clock.until = time.monotonic() + self._settings.oparl_answer_s
        self._count()

    def _written(self, answer: httpx2.Response, address: str, to: Path) -> str:
        """Write an answer as it comes, packed or not; unpacking it is for the guard of all files."""
        if answer.headers.get("content-encoding", "identity").lower() not in ("identity", "gzip", "x-gzip"):
            refuse("unknown-packing", _PACKING, printable(address), REPORT)
        size = 0
        with to.open("wb") as file:
            for piece in answer.iter_raw():
                size += len(piece)
                self.bytes += len(piece)
                if size > self._settings.oparl_page_mib * MIB:
                    what = _TOO_LARGE.format(mib=self._settings.oparl_page_mib)
                    refuse("too-large", what, printable(address), REPORT)
                if self.bytes > self._settings.oparl_total_mib * MIB:
                    what = _ALL_TOO_LARGE.format(mib=self._settings.oparl_total_mib)
                    raise RunOver(what, _LARGER)
                file.write(piece)
        return str(answer.headers.get("content-type", "")).split(";")[0].strip().lower()

    def _redirected(self, address: str, target: str) -> str:
        asked = self._home.within(joined(address, target))
        if asked is None:
            what = _ELSEWHERE.format(target=printable(target[:200]))
            refuse("redirect-elsewhere", what, printable(address), REPORT)
        return asked


_TIME_UP = "The time for the download is up (FAHRSTUHL_OPARL_RUN_S)."
_CIRCLE = Text("leitet im Kreis weiter", "redirects in a circle")
_PACKING = Text("ist auf eine Weise gepackt, die nicht verlangt war", "is packed in a way that was not asked for")
_TOO_LARGE = Text("ist größer als {mib} MiB", "is larger than {mib} MiB")
_ALL_TOO_LARGE = Text("Alle Seiten zusammen sind größer als {mib} MiB.", "All pages together are over {mib} MiB.")
_LARGER = Text(
    "FAHRSTUHL_OPARL_TOTAL_MIB höher setzen oder eine einzelne Liste der Schnittstelle einlesen.",
    "Set FAHRSTUHL_OPARL_TOTAL_MIB higher, or import a single list of the interface.",
)
_ELSEWHERE = Text(
    "leitet an einen anderen Rechner weiter ({target}), der nicht abgefragt wird",
    "redirects to another host ({target}), which is not asked",
)
