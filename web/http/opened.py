"""The one connection of the application: opened with the first question, again where its server went away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Thread
from time import monotonic

from graph.connection import Database
from graph.connection.stop import Stop
from graph.core.errors import NoServer
from graph.core.words import Words

READY_S = 10.0
"""Seconds that an end waits for the word that ends questions to be planned."""


class Opened:
    """A connection that is opened when it is asked for, from any thread.

    `open` connects and may start a private server; `release` is called after the connection was closed for
    want of questions, so that such a server can end. `stop` is over once it is closed for good, also for an
    `open` under way and for questions within its limits; `opening` tells whether one is.
    """

    def __init__(
        self, open: Callable[[], Database], release: Callable[[], object] = lambda: None
    ) -> None:
        self._open, self._release = open, release
        self._lock = Lock()
        self._held: Database | None = None
        self._ready = Thread()
        self._asking = 0
        self.opening = False
        self.stop = Stop()
        self._last = monotonic()

    @contextmanager
    def lent(self) -> Iterator[Database]:
        """The connection for the questions of the block; raises NoServer where none can be opened."""
        with self._lock:
            held = self._opened()
            self._asking += 1
        try:
            yield held
        finally:
            with self._lock:
                self._asking -= 1
                self._last = monotonic()

    def again(self, lost: Database) -> Database:
        """Return a new connection instead of one whose server does not answer any more."""
        with self._lock:
            if self._held is lost:
                self._held = None
                lost.close()
            return self._opened()

    def close_idle(self, seconds: float) -> bool:
        """Close the connection if nobody has asked for so long; whether it did."""
        with self._lock:
            idle = not self._asking and monotonic() - self._last >= seconds
            if self._held is None or not idle:
                return False
            self._close()
            return True

    def close(self) -> None:
        """Close the connection for good; a question that runs is lost."""
        self.stop.now()
        with self._lock:
            if self._held is not None:
                self._close()

    def _opened(self) -> Database:
        if self.stop.over:
            raise NoServer(
                Words(
                    "The application has ended. Start it again: lsgraph serve",
                    "应用已经结束。请重新启动：lsgraph serve",
                )
            )
        if self._held is None:
            self.opening = True
            try:
                self._held = self._open()
                self._ready = Thread(target=self._held.ready_to_end, daemon=True)
                self._ready.start()
            finally:
                self.opening = False
        return self._held

    def _close(self) -> None:
        if self._ready.ident is not None:
            # A connection in use stays open, and the server with it.
            self._ready.join(READY_S)
        if self._held is not None:
            self._held.close()
        self._held = None
        self._release()
