"""One open connection to a Neo4j, a single server or a cluster: reads and writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Event
from time import monotonic
from types import TracebackType
from typing import Any, LiteralString, Protocol, Self
from uuid import uuid4

import neo4j
from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    ManagedTransaction,
    ResultSummary,
    Session,
    Transaction,
    unit_of_work,
)
from neo4j import NotificationMinimumSeverity as Severity
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection.bounds import Asking, bounded, ended, waited
from graph.connection.faults import AGAIN, Cut, committed, told
from graph.connection.limits import UNLIMITED, Limits
from graph.connection.pause_gc import pause_gc
from graph.connection.results import Result, Row, row_of
from graph.core.errors import LsgraphError
from graph.settings import CYPHER

COUNTING_S = 2.0
"""How long rows beyond those asked for are counted before it is said that there are more."""


class Enough(Exception):
    """The rows are taken and more would follow: `result` is the answer."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


def take(
    answer: neo4j.Result,
    limits: Limits,
    kind: type[Row],
    types: Mapping[str, str],
    most: int | None,
) -> Result:
    """Keep `most` rows and count the others; raises LimitReached, and Cut where counting is given up."""
    keys = tuple(answer.keys())
    rows = (row_of(keys, record.values(), kind) for record in islice(answer, most))
    kept = tuple(limits.held(rows))
    if most is None:
        return Result(keys, kept, types)
    left_out, end = 0, monotonic() + COUNTING_S
    for left_out, _ in enumerate(answer, start=1):  # noqa: B007
        if monotonic() > end:
            raise Cut(Enough(Result(keys, kept, types, left_out=None)))
    return Result(keys, kept, types, left_out=left_out)


MARK = "lsgraph"
"""Under this name a transaction tells the server what it is ended by."""
CLOSE_S = 2.0
"""Seconds that a connection waits, before it closes, for each thread that ends a question."""


class Runnable(Protocol):
    """What runs: a statement, how it is run (read, write or schema), and the rows that it answers."""

    @property
    def statement(self) -> str: ...
    @property
    def access(self) -> str: ...
    @property
    def row_type(self) -> type[Row]: ...
    @property
    def types(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Database:
    """A driver and the database it asks. Reads and writes are managed transactions with retries.

    Every question stays within `limits`; one that does not raises LimitReached.
    """

    driver: Driver
    database: str | None = None
    uri: str = ""
    limits: Limits = UNLIMITED
    lock: Path | None = None
    """Of a private server: the file that a load holds."""
    asking: Asking = field(default_factory=set, compare=False)

    def agent(self) -> str:
        """Return what the server calls itself, such as `Neo4j/5.26.30`; NoServer where none answers."""
        with told(self.uri):
            return self.driver.get_server_info().agent

    def asked(self) -> Self:
        """The same database for one question of several statements, whose time begins now."""
        return replace(self, limits=replace(self.limits, begun=monotonic()))

    def run(self, query: Runnable, values: Mapping[str, Any], most: int | None = None) -> Result:
        """Run a catalogue query in the access mode that its header declares; keep `most` rows."""
        write = query.access != "read"
        return self.execute(
            query.statement, values, write=write, rows=query.row_type, types=query.types, most=most,
            again=AGAIN,
        )  # fmt: skip

    def execute(
        self,
        statement: str,
        values: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        rows: type[Row] = Row,
        types: Mapping[str, str] | None = None,
        most: int | None = None,
        again: int = 0,
    ) -> Result:
        """Run one statement in one transaction and take its rows, each as one of `rows`; `most` of them.

        `again`: how often more a write may be run whose connection broke as it was being kept.
        """
        mark = _mark(self.limits)

        @unit_of_work(timeout=self.limits.seconds_left, metadata=mark)
        def work(transaction: ManagedTransaction) -> Result:
            with bounded(self.limits), pause_gc():
                answer = transaction.run(literal(statement), dict(values or {}))
                return take(answer, self.limits, rows, types or {}, most)

        def call() -> Result:
            try:
                with self._session(WRITE_ACCESS if write else READ_ACCESS) as session:
                    return committed(session, work, again) if write else session.execute_read(work)
            except Enough as enough:
                return enough.result

        return waited(call, self.limits, lambda: self._end(mark), self.asking)

    def stream(self, query: Runnable, values: Mapping[str, Any]) -> Iterator[Row]:
        """Run a catalogue query that reads, its rows fetched as they are taken; for many rows, no retry."""
        with self.reading(query.statement, values, query.row_type) as (_, rows):
            yield from rows

    @contextmanager
    def reading(
        self, statement: str, values: Mapping[str, Any] | None = None, kind: type[Row] = Row
    ) -> Iterator[tuple[tuple[str, ...], Iterator[Row]]]:
        """The columns of a statement and its rows, which are fetched as they are taken and not kept."""
        with self._begun(READ_ACCESS) as transaction:
            answer = transaction.run(literal(statement), dict(values or {}))
            keys = tuple(answer.keys())
            yield keys, (row_of(keys, record.values(), kind) for record in answer)

    def explain(self, statement: str, values: Mapping[str, Any] | None = None) -> ResultSummary:
        """Return the server's own reading of a statement (EXPLAIN): plan, query type, notifications."""

        def call() -> ResultSummary:
            with self._begun(READ_ACCESS, Severity.WARNING) as transaction:
                return transaction.run(
                    literal(f"EXPLAIN {statement}"), dict(values or {})
                ).consume()

        return waited(call, replace(self.limits, stop=None), lambda: None, self.asking)

    @contextmanager
    def _begun(self, access: str, severity: Severity | None = None) -> Iterator[Transaction]:
        """A transaction within the limits that is never committed."""
        mark, stop, over = _mark(self.limits), self.limits.stop, Event()
        with (
            ended(stop, lambda: self._end(mark), over, self.asking) if stop else nullcontext(),
            self._session(access, severity) as session,
        ):
            transaction = session.begin_transaction(timeout=self.limits.seconds_left, metadata=mark)
            try:
                with bounded(self.limits):
                    yield transaction
            finally:
                over.set()

    def ready_to_end(self) -> None:
        """Open the connection for the word that ends a question, and plan it, ahead of its need."""
        with suppress(LsgraphError):
            self._end({MARK: ""})

    def _end(self, mark: Mapping[str, str]) -> None:
        """Have the server end the transaction that bears a mark, over a second connection."""
        text = (CYPHER / "schema" / "end_transaction.cypher").read_text(encoding="utf-8")
        replace(self, limits=UNLIMITED).execute(text, {"mark": mark[MARK]}, write=True)

    def opened(self, access: str, severity: Severity | None = None) -> Session:
        """A session that sees what every other of this connection wrote, whichever server answers it."""
        return self.driver.session(
            database=self.database,
            default_access_mode=access,
            notifications_min_severity=severity,
            bookmark_manager=self.driver.execute_query_bookmark_manager,
        )

    @contextmanager
    def _session(self, access: str, severity: Severity | None = None) -> Iterator[Session]:
        """A session that turns errors into words.

        Whatever else ends it, such as Ctrl-C, cuts its connection: rows on their way are not waited for.
        """
        with told(self.uri), self.opened(access, severity) as session:
            try:
                yield session
            except (Cut, DriverError, Neo4jError):
                raise
            except BaseException as error:
                raise Cut(error) from None

    def close(self) -> None:
        """Give the connections back; a private server goes on until `lsgraph db stop`.

        What is being ended has a moment to end: a connection cannot be closed while another thread writes.
        """
        for thread in tuple(self.asking):
            thread.join(CLOSE_S)
        self.driver.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        # What ends the block is told: a connection that is cut while a thread reads may refuse to close.
        with suppress(Exception) if error else nullcontext():
            self.close()


def _mark(limits: Limits) -> dict[str, str]:
    """What a transaction is known by that may be ended from outside; nothing where nobody can."""
    return {MARK: uuid4().hex} if limits.stop else {}


def literal(text: str) -> LiteralString:
    """Statements come from files below `cypher/` or from the user; this module formats none."""
    return text
