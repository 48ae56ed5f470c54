"""Ends a question from another thread, such as one whose reader has left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from graph.core.errors import Stopped


class Stop:
    """What one question is ended by: `now` ends its statement, and no further one begins."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ends: list[Callable[[], object]] = []
        self._over = False

    @property
    def over(self) -> bool:
        """Whether the question was ended."""
        return self._over

    def now(self) -> None:
        """End the question. May be called from any thread, and more than once; does not wait."""
        with self._lock:
            first, self._over = not self._over, True
            ends = list(self._ends) if first else []
        for end in ends:
            end()

    @contextmanager
    def calls(self, end: Callable[[], object]) -> Iterator[None]:
        """Call `end` where the question ends within the block; raises Stopped once it has ended."""
        with self._lock:
            if self._over:
                raise Stopped()
            self._ends.append(end)
        try:
            yield
        finally:
            with self._lock:
                self._ends.remove(end)
