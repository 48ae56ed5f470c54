"""Ends a question from another thread, such as one whose reader has left.

Cutting the connection is the only word that reaches the server while it works: it ends the transaction of a
connection that is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR
from threading import Lock
from typing import Any

from graph.core.errors import Stopped


class Stop:
    """What one question is ended by: `now` cuts its connection, and no further statement begins."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[Any] = []
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the question was ended."""
        return self._over

    def now(self) -> None:
        """End the question. May be called from any thread, and more than once."""
        with self._lock:
            self._over = True
            for one in self._sockets:
                with suppress(OSError):
                    one.shutdown(SHUT_RDWR)

    @contextmanager
    def cuts(self, socket: Any) -> Iterator[None]:
        """Cut this connection where the question ends within the block; raises Stopped once it has ended."""
        with self._lock:
            if self._over:
                raise Stopped()
            self._sockets.append(socket)
        try:
            yield
        finally:
            with self._lock:
                self._sockets.remove(socket)
