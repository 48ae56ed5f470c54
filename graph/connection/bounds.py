"""A transaction that cannot outlast its limits, whatever the server does.

The server knows the time too, and ends what looks for an end. A list of a thousand million numbers does
not: so reading from the connection ends a second later, in this process. The driver has no option for
that: this is the one file that reaches into it, at the socket of a transaction's connection. There a question
is ended too that nobody waits for any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from time import monotonic
from typing import Any

from neo4j._deadline import Deadline
from neo4j._sync.work.transaction import TransactionBase
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection.faults import Cut, LargeRow, large_row, limit_of
from graph.connection.limits import Limits
from graph.core.errors import LimitReached, Stopped

GRACE_S = 1.0
"""The server's own word comes first: it looks every half second whose time is over."""


def end_of(limits: Limits) -> float | None:
    """The moment at which a statement that begins now is given up; None: never."""
    left = limits.seconds_left
    return None if left is None else monotonic() + left + GRACE_S


@contextmanager
def bounded(transaction: TransactionBase, limits: Limits, end: float | None) -> Iterator[None]:
    """Run and read within the limits; raises Cut, so that the driver does not try again."""
    connection: Any = transaction._connection
    stop = limits.stop
    try:
        with (
            stop.cuts(connection.socket._socket) if stop else nullcontext(),
            _read_until(connection.socket, end),
            _small_rows(connection, limits.row_bytes),
        ):
            yield
    except (LimitReached, Stopped) as error:
        raise Cut(error) from None
    except (DriverError, Neo4jError) as error:
        if stop and stop.over:
            raise Cut(Stopped()) from None
        if isinstance(error.__cause__, LargeRow):
            raise Cut(large_row(limits.row_bytes or 0)) from None
        reached = limit_of(error, limits, end is not None and monotonic() >= end)
        if reached is None:
            raise
        raise Cut(reached) from None


@contextmanager
def _read_until(socket: Any, end: float | None) -> Iterator[None]:
    socket.set_read_deadline(None if end is None else Deadline(max(end - monotonic(), 0)))
    try:
        yield
    finally:
        socket.set_read_deadline(None)


@contextmanager
def _small_rows(connection: Any, most: int | None) -> Iterator[None]:
    """Stop reading a message beyond `most` bytes: unpacked it may fill 64 times as many."""
    if most is None:
        yield
        return
    socket, inbox = connection.socket, connection.inbox
    read = socket.recv_into

    def recv_into(view: memoryview, count: int) -> int:
        if inbox._buffer.used > most:
            raise LargeRow
        received: int = read(view, count)
        return received

    socket.recv_into = recv_into
    try:
        yield
    finally:
        del socket.recv_into
