"""The door of every question: few at once, within limits, ended where the reader leaves."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request

from graph.connection import Database
from graph.connection.limits import Limits
from graph.connection.stop import Stop
from graph.core.errors import NoServer, Stopped
from web.http.opened import Opened

T = TypeVar("T")
Work = Callable[[Database], T]


class Door:
    """Asks questions in threads, at most as many at once as there are cores, two where there is one.

    Statements that a user wrote (`own`) take at most all lanes but one, so that pages of others are still
    answered. All statements of one question share its time, which begins when its turn comes.
    """

    def __init__(self, opened: Opened, limits: Limits, cores: int | None = None) -> None:
        self.opened, self.limits = opened, limits
        self.cores = max(cores or os.cpu_count() or 1, 2)
        self._lanes: tuple[CapacityLimiter, CapacityLimiter] | None = None

    async def ask(self, request: Request, work: Work[T], *, own: bool = False) -> T:
        """Return what `work` makes of the database; raises Stopped where the reader leaves before."""
        stop = Stop()
        working = asyncio.ensure_future(self.run(work, stop, own=own))
        leaving = asyncio.ensure_future(_left(request))
        try:
            await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                return working.result()
            leaving.result()
            raise Stopped()
        finally:
            leaving.cancel()
            if not working.done():
                stop.now()
                working.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await working

    async def run(self, work: Work[T], stop: Stop, *, own: bool = False, long: bool = False) -> T:
        """Return what `work` makes of the database in its turn; `stop` ends it.

        In `long` work, such as that of a command, each statement has the whole time of a question.
        """
        return await self._in_turn(partial(self._work, work, stop, long), own)

    async def make(self, call: Callable[[], T]) -> T:
        """Return what a call makes that asks nothing, such as a page of a large answer, in its turn."""
        return await self._in_turn(call, False)

    async def _in_turn(self, call: Callable[[], T], own: bool) -> T:
        # Limiters belong to the loop in which they are made.
        few = CapacityLimiter(self.cores - 1)
        self._lanes = self._lanes or (CapacityLimiter(self.cores), few)
        every, own_lane = self._lanes
        if not own:
            return await to_thread.run_sync(call, limiter=every)
        async with own_lane:
            return await to_thread.run_sync(call, limiter=every)

    def _work(self, work: Work[T], stop: Stop, long: bool) -> T:
        def limited(database: Database) -> Database:
            begun = None if long else monotonic()
            return replace(database, limits=replace(self.limits, begun=begun, stop=stop))

        if stop.over:
            raise Stopped()
        with self.opened.lent() as held:
            try:
                return work(limited(held))
            except NoServer:
                if stop.over:
                    raise Stopped() from None
                return work(limited(self.opened.again(held)))


async def _left(request: Request) -> None:
    """Wait until the reader closes the connection; raises TooLarge where the request brings too much."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
