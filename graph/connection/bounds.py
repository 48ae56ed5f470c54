"""A question that nobody waits for longer than its limits, whatever the server does.

The server knows the time too, and ends what looks for an end. A list of a thousand million numbers does
not: so the driver works in a thread of its own, which is left to itself a second later, and goes when the
server answers or the connection closes. There a question is ended too that nobody waits for any more.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, nullcontext, suppress
from threading import Event, Thread, current_thread
from typing import TypeVar

from neo4j.exceptions import DriverError, Neo4jError

from graph.connection.faults import Cut, late, limit_of
from graph.connection.limits import Limits
from graph.connection.stop import Stop
from graph.core.errors import LimitReached, LsgraphError, Stopped

T = TypeVar("T")
End = Callable[[], object]
"""Asks the server from a second connection to end the transaction of a question."""

GRACE_S = 1.0
"""The server's own word comes first: it looks every half second whose time is over."""
AGAIN_S = 1.0
"""How long until the server is asked again to end what had not begun, or goes on."""
Asking = set[Thread]
"""The threads that ask the server at this moment to end a question."""


def waited(call: Callable[[], T], limits: Limits, end: End, asking: Asking) -> T:
    """What a call of the driver answers; raises LimitReached where that takes too long, Stopped if ended."""
    left, stop = limits.seconds_left, limits.stop
    if left is None and stop is None:
        return call()
    answer: Future[T] = Future()
    over = Event()

    def work() -> None:
        # Whoever gave up has an answer already.
        with suppress(InvalidStateError):
            try:
                answer.set_result(call())
            except BaseException as error:
                answer.set_exception(error)
        over.set()

    def let_go() -> None:
        gc.enable()
        with suppress(InvalidStateError):
            answer.set_exception(Stopped())

    with ended(stop, end, over, asking, let_go) if stop else nullcontext():
        Thread(target=work, daemon=True).start()
        try:
            return answer.result(None if left is None else left + GRACE_S)
        except TimeoutError:
            gc.enable()  # the thread that is left to itself may have paused it
            raise late(limits) from None


@contextmanager
def ended(
    stop: Stop,
    end: End,
    over: Event,
    asking: Asking,
    let_go: Callable[[], object] = lambda: None,
) -> Iterator[None]:
    """Have the server end the question of the block where `stop` says so, until it is over."""

    def ask() -> None:
        try:
            with suppress(LsgraphError):
                while not over.is_set():
                    end()
                    over.wait(AGAIN_S)
        finally:
            asking.discard(current_thread())

    def now() -> None:
        let_go()
        thread = Thread(target=ask, daemon=True)
        asking.add(thread)
        thread.start()

    with stop.calls(now):
        yield


@contextmanager
def bounded(limits: Limits) -> Iterator[None]:
    """Run and read within the limits; raises Cut, so that the driver does not try again."""
    try:
        yield
    except (LimitReached, Stopped) as error:
        raise Cut(error) from None
    except (DriverError, Neo4jError) as error:
        if limits.stop and limits.stop.over:
            raise Cut(Stopped()) from None
        reached = limit_of(error, limits)
        if reached is None:
            raise
        raise Cut(reached) from None
