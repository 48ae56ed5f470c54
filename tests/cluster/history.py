"""What was committed in the stub, and when: the servers that only read learn of it later."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from tests.cluster.bolt import FAILURE, HELLO, LOGON, PULL, RUN, Wire, fields_of, message, tag_of

Statement = tuple[str, dict[str, Any]]
PREFIX = "stub:"
HAIL = {"user_agent": "stub/1", "bolt_agent": {"product": "stub/1"}}


@dataclass(frozen=True)
class Backend:
    """A real private server that runs the statements."""

    host: str
    port: int
    password: str

    def opened(self) -> Wire:
        """A connection that has logged on."""
        wire = Wire.opened(self.host, self.port)
        for request in (message(HELLO, HAIL), self.logon()):
            assert tag_of(wire.answer(request)[1]) != FAILURE
        return wire

    def logon(self) -> bytes:
        """The message by which one enters, whatever the client of the stub said."""
        return message(
            LOGON, {"scheme": "basic", "principal": "neo4j", "credentials": self.password}
        )


@dataclass
class History:
    """Commits in order; number n has the bookmark `stub:n`. A replica follows `lag` seconds behind."""

    lag: float
    commits: list[tuple[float, list[Statement]]] = field(default_factory=list)
    applied: int = 0
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _over: bool = False

    def commit(self, statements: list[Statement]) -> int:
        """Note what a transaction wrote; its number."""
        with self._changed:
            self.commits.append((time.monotonic(), statements))
            self._changed.notify_all()
            return len(self.commits)

    def wait(self, number: int) -> None:
        """Wait until the replica has what the commit of this number wrote."""
        with self._changed:
            self._changed.wait_for(lambda: self.applied >= number or self._over)

    def end(self) -> None:
        """Let the replica stop, and nobody wait for it."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def replicate(self, to: Backend) -> None:
        """Run on the replica's server what was committed, each commit when its time has come."""
        try:
            wire = to.opened()
            while (statements := self._due()) is not None:
                for statement, values in statements:
                    for request in (message(RUN, statement, values, {}), message(PULL, {"n": -1})):
                        end = wire.answer(request)[1]
                        assert tag_of(end) != FAILURE, fields_of(end)
                with self._changed:
                    self.applied += 1
                    self._changed.notify_all()
            wire.close()
        finally:
            self.end()

    def _due(self) -> list[Statement] | None:
        """Wait for the next commit whose time has come; None in the end."""
        with self._changed:
            self._changed.wait_for(lambda: len(self.commits) > self.applied or self._over)
            if not self._over:
                at, statements = self.commits[self.applied]
                self._changed.wait_for(lambda: self._over, max(at + self.lag - time.monotonic(), 0))
            return None if self._over else statements


def number_of(bookmarks: list[str]) -> int:
    """The last commit that these bookmarks ask for; 0 without any."""
    return max((int(one.removeprefix(PREFIX)) for one in bookmarks), default=0)
