"""One open connection to a Neo4j: the server of the environment, else the private local one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, LiteralString, Protocol, Self

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    Query,
    ResultSummary,
    Session,
    Transaction,
    unit_of_work,
)
from neo4j import NotificationMinimumSeverity as Severity
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection.bounds import bounded, end_of
from graph.connection.faults import Cut, told
from graph.connection.limits import UNLIMITED, Limits
from graph.connection.pause_gc import pause_gc
from graph.connection.results import Result, Row, row_of
from graph.connection.take import Enough, take
from graph.core.errors import NoServer
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.local import ensure_running
from graph.settings import Settings

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""Addresses that the driver speaks Bolt to."""


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

    def asked(self) -> Self:
        """The same database for one question of several statements, whose time begins now."""
        return replace(self, limits=replace(self.limits, begun=monotonic()))

    def run(self, query: Runnable, values: Mapping[str, Any], most: int | None = None) -> Result:
        """Run a catalogue query in the access mode that its header declares; keep `most` rows."""
        if query.access == "schema":
            self._auto_commit(query.statement, values)
            return Result((), ())
        write = query.access == "write"
        return self.execute(
            query.statement, values, write=write, rows=query.row_type, types=query.types, most=most
        )

    def execute(
        self,
        statement: str,
        values: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        rows: type[Row] = Row,
        types: Mapping[str, str] | None = None,
        most: int | None = None,
    ) -> Result:
        """Run one statement in one transaction and take its rows, each as one of `rows`; `most` of them."""
        end = end_of(self.limits)

        @unit_of_work(timeout=self.limits.seconds_left)
        def work(transaction: ManagedTransaction) -> Result:
            with bounded(transaction, self.limits, end), pause_gc():
                answer = transaction.run(literal(statement), dict(values or {}))
                return take(answer, self.limits, rows, types or {}, most)

        try:
            with self._session(WRITE_ACCESS if write else READ_ACCESS) as session:
                return session.execute_write(work) if write else session.execute_read(work)
        except Enough as enough:
            return enough.result

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
        with self._begun(WRITE_ACCESS, Severity.WARNING) as transaction:
            return transaction.run(literal(f"EXPLAIN {statement}"), dict(values or {})).consume()

    @contextmanager
    def _begun(self, access: str, severity: Severity | None = None) -> Iterator[Transaction]:
        """A transaction within the limits that is never committed."""
        end = end_of(self.limits)
        with self._session(access, severity) as session:
            transaction = session.begin_transaction(timeout=self.limits.seconds_left)
            with bounded(transaction, self.limits, end):
                yield transaction

    @contextmanager
    def _session(self, access: str, severity: Severity | None = None) -> Iterator[Session]:
        """A session that turns errors into words.

        Whatever else ends it, such as Ctrl-C, cuts its connection: rows on their way are not waited for.
        """
        with (
            told(self.uri),
            self.driver.session(
                database=self.database,
                default_access_mode=access,
                notifications_min_severity=severity,
            ) as session,
        ):
            try:
                yield session
            except (Cut, DriverError, Neo4jError):
                raise
            except BaseException as error:
                raise Cut(error) from None

    def _auto_commit(self, statement: str, values: Mapping[str, Any]) -> None:
        with self._session(WRITE_ACCESS) as session:
            session.run(Query(literal(statement)), dict(values)).consume()

    def close(self) -> None:
        """Give the connections back; a private server goes on until `lsgraph db stop`."""
        self.driver.close()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()


def connect(
    settings: Settings | None = None,
    progress: Progress | None = None,
    limits: Limits = UNLIMITED,
) -> Database:
    """Open the server that the settings name; start the private one where they name none.

    A program's questions run as long as they need unless it gives `limits`.

    Raises NoServer, in words, where no server answers or it refuses the user.
    """
    chosen = settings or Settings.from_environment()
    if chosen.uri:
        return _open(chosen.uri, chosen.user, chosen.password, chosen.database, limits)
    endpoint = ensure_running(chosen, progress)
    opened = _open(endpoint.uri, endpoint.user, endpoint.password, None, limits)
    return replace(opened, lock=Home.of(chosen).load_lock)


@cache
def default_database() -> Database:
    """Return the connection of the environment, opened once per process (for notebooks and scripts)."""
    return connect(limits=Limits())


def _open(
    uri: str, user: str, password: str | None, database: str | None, limits: Limits
) -> Database:
    scheme = uri.partition("://")[0]
    if scheme not in SCHEMES:
        known = ", ".join(f"{name}://" for name in SCHEMES)
        raise NoServer(
            f"{uri!r} is not an address of Neo4j. NEO4J_URI must begin with one of: {known}."
        )
    auth = (user, password) if password is not None else None
    with told(uri):
        driver = GraphDatabase.driver(
            uri,
            auth=auth,
            # Hints about data that is not there yet are for the lint test, not for users.
            notifications_min_severity=Severity.OFF,
            max_transaction_retry_time=15,
            connection_timeout=15,
            connection_acquisition_timeout=20,
        )
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
    return Database(driver, database, uri, limits)


def literal(text: str) -> LiteralString:
    """Statements come from files below `cypher/` or from the user; this module formats none."""
    return text
