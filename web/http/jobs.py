"""Long work as jobs: each goes on over a reload of its page, tells how far it is, and can be ended.

A job belongs to what was asked, not to a browser: the same address shows the same job. It ends where nobody
looks at it any more, so that a closed page leaves nothing running.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from starlette.requests import Request

from graph.connection import Database
from graph.connection.stop import Stop
from graph.core.errors import LimitReached, Stopped
from graph.core.words import Words
from graph.server.jars import Progress
from web.http.door import Door

TICK_S = 0.2
"""Seconds between two looks after whether anybody still waits."""
UNSEEN = 9
"""Ticks after which a job ends that nobody looks at: pages look once a second. A query ends in 3 s."""
KEPT = 8
KEPT_S = 600.0
"""How many results are kept, those looked at last, and for how many seconds after they were found."""
MOST = 20
"""Jobs that run or wait at once."""

Work = Callable[[Database, Progress], Any]


@dataclass(eq=False)
class Job:
    """Work under way, at `step` of `steps`, or over: `ended` then tells when, with `result` or `error`.

    One that is `kept` goes on where nobody looks: it changes the graph, and half a change helps nobody.
    """

    stop: Stop = field(default_factory=Stop)
    step: int = 0
    steps: int = 0
    result: Any = None
    error: Exception | None = None
    over: bool = False
    ended: dt.datetime | None = None
    expires: float = 0.0
    seen: float = 0.0
    unseen: int = 0
    kept: bool = False

    def look(self) -> None:
        """Say that somebody waits for it."""
        self.seen, self.unseen = monotonic(), 0

    def end(self) -> None:
        """Note that it is over."""
        self.over, self.ended = True, dt.datetime.now()
        self.expires = monotonic() + KEPT_S

    def report(self, _: str, step: int, steps: int) -> None:
        """Note how far the work is; raises Stopped where it was ended, from the thread that works."""
        if self.stop.over:
            raise Stopped()
        self.step, self.steps = step, steps


class Jobs:
    """The jobs of one application. All but `report` of a job happens in the loop of the server."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._held: dict[Hashable, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def under(self, key: Hashable) -> Job | None:
        """Return the job of a key if there is one."""
        job = self._held.get(key)
        if job is not None:
            job.look()
        return job

    def look(self, key: Hashable, work: Work, *, kept: bool = False) -> Job:
        """Return the job of a key, begun now if there is none; raises LimitReached where too many run.

        One that failed is returned until its fault is told by `found`; who asks again begins anew.
        """
        self._forget_old()
        job = self._held.get(key)
        if job is None:
            if sum(not one.over for one in self._held.values()) >= MOST:
                raise LimitReached(_TOO_MANY)
            job = self._held[key] = Job(kept=kept)
            task = asyncio.ensure_future(self._run(key, job, work))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        job.look()
        return job

    def found(self, key: Hashable, job: Job) -> Any:
        """Return what a job that is over found; raises its error, and forgets it then."""
        if job.error is not None:
            if self._held.get(key) is job:
                del self._held[key]
            raise job.error
        return job.result

    async def finished(self, request: Request, job: Job, seconds: float | None = None) -> bool:
        """Wait for a job as long as the reader does, at most so many seconds; whether it is over."""
        until = None if seconds is None else monotonic() + seconds
        while not job.over and (until is None or monotonic() < until):
            job.look()
            await asyncio.sleep(TICK_S / 4)
            if until is None and await request.is_disconnected():
                raise Stopped()
        return job.over

    def forget(self, key: Hashable) -> None:
        """End the job of a key and let go of what it found."""
        if job := self._held.pop(key, None):
            job.stop.now()

    def forget_over(self, key: Hashable) -> None:
        """Let go of what a job of a key found, so that the next one begins anew; one that runs goes on."""
        if (job := self._held.get(key)) and job.over:
            del self._held[key]

    def end(self) -> None:
        """End all jobs."""
        for key in list(self._held):
            self.forget(key)

    async def _run(self, key: Hashable, job: Job, work: Work) -> None:
        working = asyncio.ensure_future(
            self._door.run(lambda db: work(db, job.report), job.stop, own=True, long=True)
        )
        while not working.done():
            await asyncio.wait({working}, timeout=TICK_S)
            job.unseen += 1
            if job.unseen > UNSEEN and not job.kept and self._held.get(key) is job:
                self.forget(key)
        try:
            job.result = working.result()
        except Exception as error:
            job.error = error
        job.end()

    def _forget_old(self) -> None:
        over = [(job.seen, key) for key, job in self._held.items() if job.over]
        old = {key for key, job in self._held.items() if job.over and monotonic() > job.expires}
        newest = sorted(over, key=lambda one: one[0], reverse=True)
        for key in old | {key for _, key in newest[KEPT:]}:
            with suppress(KeyError):
                del self._held[key]


_TOO_MANY = Words(
    "Too many long questions run or wait. Try again in a minute.",
    "正在进行或等待的长时间任务过多，请稍后再试。",
)
