"""Several servers restored from one dump, which answer in turn: for reading only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from time import monotonic, sleep
from typing import Any, TypeVar

from neo4j import WRITE_ACCESS, ResultSummary, Session
from neo4j import NotificationMinimumSeverity as Severity

from graph.connection.content import Content, contents
from graph.connection.database import Database
from graph.connection.limits import UNLIMITED, Limits
from graph.connection.results import Result, Row
from graph.core.errors import InputError, NoServer, ServerGone
from graph.core.marks import unmarked
from graph.core.words import Words
from graph.settings import REPLICAS

T = TypeVar("T")

AGAIN_S = 5.0
"""After so long a server that went away is asked again."""
ASKING_S = 30.0
"""How long a question waits for a server while none answers."""
_PAUSE_S = 0.5


@dataclass
class Replica:
    """One of the servers; `again` is the moment from which one that went away is asked again."""

    server: Database
    again: float | None = None

    def leave_out(self) -> None:
        """Ask it nothing for a while."""
        self.again = monotonic() + AGAIN_S

    def ready(self, content: Mapping[str, Content]) -> bool:
        """Whether it may be asked; one that comes back must hold the same as before."""
        if self.again is not None and monotonic() >= self.again:
            self.leave_out()
            try:
                self.again = None if contents(self.server) == content else self.again
            except NoServer:
                return False
        return self.again is None


@dataclass(frozen=True)
class Replicas(Database):
    """Servers that hold the same: each question goes to the next of them, and on where one went away.

    Rows that are fetched as they are taken come from one server: where it goes away meanwhile, that is
    NoServer. What writes is refused with InputError.
    """

    replicas: Sequence[Replica] = field(default=(), compare=False)
    content: Mapping[str, Content] = field(default_factory=dict, compare=False)
    _turn: Iterator[int] = field(default_factory=count, compare=False)

    @property
    def servers(self) -> tuple[Database, ...]:
        """Each of them."""
        return tuple(one.server for one in self.replicas)

    def execute(
        self, statement: str, values: Mapping[str, Any] | None = None, *, write: bool = False,
        rows: type[Row] = Row, types: Mapping[str, str] | None = None, most: int | None = None,
        again: int = 0,
    ) -> Result:  # fmt: skip
        """Run one statement that reads, as `Database.execute` does."""
        if write:
            raise _for_reading()
        return self._answered(
            lambda one: one.execute(statement, values, rows=rows, types=types, most=most)
        )

    @contextmanager
    def reading(
        self, statement: str, values: Mapping[str, Any] | None = None, kind: type[Row] = Row
    ) -> Iterator[tuple[tuple[str, ...], Iterator[Row]]]:
        """The columns of a statement and its rows, as `Database.reading` gives them."""
        with ExitStack() as opened:
            yield self._answered(
                lambda one: opened.enter_context(one.reading(statement, values, kind))
            )

    def explain(self, statement: str, values: Mapping[str, Any] | None = None) -> ResultSummary:
        """Return a server's own reading of a statement."""
        return self._answered(lambda one: one.explain(statement, values))

    def opened(self, access: str, severity: Severity | None = None) -> Session:
        """Refuse a session that writes."""
        if access == WRITE_ACCESS:
            raise _for_reading()
        return super().opened(access, severity)

    def close(self) -> None:
        """Give the connections to all of them back."""
        for one in self.servers:
            one.close()

    def _answered(self, ask: Callable[[Database], T]) -> T:
        """What the next server answers that does; NoServer where none has for `ASKING_S`."""
        left = self.limits.seconds_left
        end = monotonic() + (ASKING_S if left is None else min(left, ASKING_S))
        while True:
            for one in self._in_turn():
                try:
                    return ask(replace(one.server, limits=self.limits))
                except NoServer:
                    one.leave_out()
            if monotonic() >= end:
                raise _all_away(self.uri)
            sleep(_PAUSE_S)

    def _in_turn(self) -> Iterator[Replica]:
        """Those that may be asked, the next one first."""
        first = next(self._turn)
        for number in range(len(self.replicas)):
            one = self.replicas[(first + number) % len(self.replicas)]
            if one.ready(self.content):
                yield one


def alike(servers: Sequence[Database], limits: Limits) -> Replicas:
    """Return servers that hold the same as one database; those that do not answer now are asked later.

    Raises NoServer where none answers, where one refuses the user, and where one holds other data.
    """
    replicas = [Replica(replace(one, limits=UNLIMITED)) for one in servers]
    uri = ", ".join(one.uri for one in servers)
    found: dict[str, dict[str, Content]] = {}
    for one in replicas:
        try:
            found[one.server.uri] = contents(one.server)
        except ServerGone:
            one.leave_out()
    if not found:
        raise _all_away(uri)
    (first, content), *others = found.items()
    for another, held in others:
        if held != content:
            raise _differs(first, content, another, held)
    return Replicas(servers[0].driver, servers[0].database, uri, limits, None, replicas, content)


def _for_reading() -> InputError:
    return InputError(
        Words(
            f"{REPLICAS} names servers for reading only; nothing was written. To write unset it: load into"
            " one server, dump that, and restore the dump into each of them.",
            f"{REPLICAS} 所列服务器仅供读取，未写入任何内容。要写入，请取消该变量：载入其中一个服务器，"
            "将其转储，再把转储恢复到每个服务器。",
        )
    )


def _all_away(uri: str) -> NoServer:
    return ServerGone(
        Words(
            f"None of {uri} answers. Start them, or unset {REPLICAS}.",
            f"{uri} 均无应答。请启动它们，或取消 {REPLICAS}。",
        )
    )


def _differs(
    first: str, content: Mapping[str, Content], uri: str, other: Mapping[str, Content]
) -> NoServer:
    names = sorted(name for name in {*content, *other} if content.get(name) != other.get(name))
    here, there = (
        Words.joined(
            [
                Words(
                    f"{unmarked(name)} {one[name].digest}" if name in one else f"no {unmarked(name)}",
                    f"{unmarked(name)} {one[name].digest}" if name in one else f"无 {unmarked(name)}",
                )
                for name in names
            ],
            ", ",
            "、",
        )
        for one in (content, other)
    )  # fmt: skip
    return NoServer(
        Words(
            f"{uri} holds other data ({there.en}) than {first} ({here.en}). The servers of {REPLICAS} must be"
            " restored from one dump: lsgraph db dump, then lsgraph db restore for each; or leave it out.",
            f"{uri} 的数据（{there.zh}）与 {first}（{here.zh}）不同。{REPLICAS} 的服务器须由同一转储恢复："
            "先 lsgraph db dump，再对每个执行 lsgraph db restore；否则请从中去掉它。",
        )
    )
