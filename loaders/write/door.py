"""The one door to writing: one load at a time, and nobody else's node is touched.

A load into a private server holds a file, which the system frees when the load dies. Every load also
notes itself in the graph, with a time after which others may take its place; it renews that while it
lives. Each of its batches names it, so one whose place was taken writes no further.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Event, Thread

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.connection.write import Interrupted
from graph.core.errors import InputError, LsgraphError
from graph.core.load_lock import LoadRuns, hold, this_process
from graph.core.words import Words
from loaders.write.foreign import Key, check

LEASE_S = 60
"""After so many seconds without a sign of life another load may take the place of one."""

_BEAT_S = LEASE_S / 4
_POLL_S = 0.5


@contextmanager
def writing(
    database: Database, keys: Iterable[Key], *, into_existing: bool = False, wait: float = 0.0
) -> Iterator[str]:
    """Begin a load of these nodes, under our schema; yields the token that its writes name.

    Raises InputError as `check` does, before anything is written; LoadRuns where another load still
    runs after `wait` seconds; InputError in the end where another load has taken its place.
    """
    check(database, keys, into_existing=into_existing)
    with one_load(database, wait) as token:
        schema.apply(database)
        queries.mark_loaded(None, database=database)
        yield token


@contextmanager
def one_load(database: Database, wait: float = 0.0) -> Iterator[str]:
    """Hold the graph against other loads, of this machine and of others; yields the token."""
    until = time.monotonic() + wait
    with ExitStack() as held:
        if database.lock is not None:
            held.enter_context(hold(database.lock, wait))
        if schema.version(database) is None:
            schema.create(database)
        token = uuid.uuid4().hex
        _begin(database, token, until)
        held.enter_context(_beating(database, token))
        try:
            yield token
        except BaseException:
            # The error that ended the load is the one to tell.
            with suppress(LsgraphError, Interrupted):
                queries.end_load.start(token, database=database).finish()
                queries.forget_load.start(token, database=database).finish()
            raise
        held_to_the_end = queries.end_load(token, database=database)[0].held
        with suppress(LsgraphError, Interrupted):
            queries.forget_load.start(token, database=database).finish()
        if not held_to_the_end:
            raise place_taken()


def place_taken() -> InputError:
    """Return the error of a load whose place another has taken."""
    return InputError(
        Words(
            f"Nothing was heard of this load for {LEASE_S} s (the machine slept, or the network was gone),"
            " and another load has taken its place. What it wrote until then is in the graph. Run it again.",
            f"已有 {LEASE_S} 秒没有收到本次载入的消息（计算机休眠，或网络中断），"
            "另一次载入已取而代之。此前写入的内容已在图谱中。请重新运行。",
        )
    )


def _begin(database: Database, token: str, until: float) -> None:
    while True:
        (now,) = queries.begin_load(
            token, this_process(), LEASE_S, database.lock is not None, database=database
        )
        if now.token == token:
            return
        if time.monotonic() >= until:
            raise LoadRuns(Words.same(now.holder), now.since)
        time.sleep(_POLL_S)


@contextmanager
def _beating(database: Database, token: str) -> Iterator[None]:
    """Renew the load again and again, also while it reads or compares."""
    done = Event()

    def beat() -> None:
        while not done.wait(_BEAT_S):
            with suppress(LsgraphError, Interrupted):
                queries.renew_load.start(token, LEASE_S, database=database).finish()

    thread = Thread(target=beat, name="lsgraph-load", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
