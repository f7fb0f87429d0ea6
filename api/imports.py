"""Imports that run beside the service: one after the other, each with its upload, its progress and its report."""

import secrets
import shutil
import tempfile
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Literal

from graph.intake.importing import ImportReport, Progress, always, import_source, never
from graph.intake.reader import Manner
from graph.store.store import Store
from schema.errors import ConflictError, LimitError, NotFoundError
from schema.text import Text

State = Literal["waiting", "reading", "done", "failed"]


@dataclass(slots=True)
class Job:
    """One upload on its way into the store, or only looked at; the file stays until it is written or discarded."""

    name: str
    manner: Manner
    write: bool
    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="fahrstuhl-import-")))
    state: State = "waiting"
    progress: Progress | None = None
    report: ImportReport | None = None
    error: Exception | None = None

    @property
    def file(self) -> Path:
        """The upload, under the name by which reports call it."""
        return self.folder / self.name

    def clear(self) -> None:
        """Throw the upload away."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Imports:
    """The imports of one service, the newest last; old ones make room."""

    def __init__(self, store: Store, kept: int) -> None:
        """Begin without any; nothing runs before the first."""
        self._store, self._kept = store, kept
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "import")

    def begin(self, job: Job) -> None:
        """Take a job whose upload is there, and run it as soon as the ones before it are done."""
        with self._lock:
            self._make_room()
            self._jobs[job.id] = job
        self._worker.submit(self._run, job)

    def _make_room(self) -> None:
        """Let the oldest go that is over; where all are still under way, there is no room."""
        if len(self._jobs) < self._kept:
            return
        over = next((id for id, job in self._jobs.items() if job.state in ("done", "failed")), None)
        if over is None:
            raise LimitError(
                Text("Es warten schon {n} Importe.", "{n} imports are waiting already.").format(n=self._kept),
                Text("Warten, bis einer fertig ist.", "Wait until one of them is done."),
            )
        self._jobs.pop(over).clear()

    def get(self, id: str) -> Job:
        """Find a job; a NotFoundError where there is none."""
        with self._lock:
            if id in self._jobs:
                return self._jobs[id]
        raise NotFoundError(
            Text("Diesen Import gibt es nicht (mehr).", "There is no such import (any more)."),
            Text("Die Datei noch einmal senden.", "Send the file again."),
        )

    def write(self, id: str) -> Job:
        """Write what was only looked at so far, from the same upload."""
        job = self.get(id)
        with self._lock:
            if job.state != "done" or job.write:
                raise ConflictError(
                    Text("Dieser Import ist keine fertige Vorschau.", "This import is no finished preview."),
                    Text(
                        "Den Zustand abfragen: GET /api/v1/imports/{id}.",
                        "Ask for its state: GET /api/v1/imports/{id}.",
                    ),
                )
            job.state, job.write, job.report, job.progress = "waiting", True, None, None
        self._worker.submit(self._run, job)
        return job

    def discard(self, id: str) -> Job:
        """Forget a job that is over, with its upload."""
        job = self.get(id)
        with self._lock:
            if job.state in ("waiting", "reading"):
                raise ConflictError(
                    Text("Dieser Import läuft noch.", "This import is still under way."),
                    Text("Warten, bis er fertig ist.", "Wait until it is done."),
                )
            self._jobs.pop(id, None)
        job.clear()
        return job

    def close(self) -> None:
        """Begin nothing more, wait for the one that is being read, and throw the uploads away."""
        self._worker.shutdown(cancel_futures=True)
        for job in self._jobs.values():
            job.clear()

    def _run(self, job: Job) -> None:
        def told(progress: Progress) -> None:
            job.progress = progress

        job.state = "reading"
        try:
            job.report = import_source(
                self._store,
                job.file,
                manner=job.manner,
                progress=told,
                agree=always if job.write else never,
            )
            job.state = "done"
        except Exception as error:
            job.error, job.state = error, "failed"
        if job.write or job.state == "failed":
            job.clear()
