"""One open connection to a Neo4j: the server of the environment, else the private local one."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any, LiteralString, Protocol

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    ResultSummary,
)
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from graph.connection.pause_gc import pause_gc
from graph.connection.results import Result, Row, result, row_of
from graph.core.errors import InputError, LsgraphError, NoServer
from graph.server.jars import Progress
from graph.server.local import ensure_running
from graph.settings import Settings

# Notifications are told in words of ours, where they are asked for.
logging.getLogger("neo4j.notifications").addHandler(logging.NullHandler())

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
    """A driver and the database it asks. Reads and writes are managed transactions with retries."""

    driver: Driver
    database: str | None = None
    uri: str = ""

    def run(self, query: Runnable, values: Mapping[str, Any]) -> Result:
        """Run a catalogue query in the access mode that its header declares."""
        if query.access == "schema":
            self._auto_commit(query.statement, values)
            return result((), ())
        write = query.access == "write"
        return self.execute(
            query.statement, values, write=write, rows=query.row_type, types=query.types
        )

    def execute(
        self,
        statement: str,
        values: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        rows: type[Row] = Row,
        types: Mapping[str, str] | None = None,
    ) -> Result:
        """Run one statement in one transaction and take all its rows, each as one of `rows`."""

        def work(transaction: ManagedTransaction) -> Result:
            answer = transaction.run(literal(statement), dict(values or {}))
            keys = answer.keys()
            with pause_gc():
                return result(keys, (record.values() for record in answer), rows, types)

        mode = WRITE_ACCESS if write else READ_ACCESS
        with (
            told(self.uri),
            self.driver.session(database=self.database, default_access_mode=mode) as s,
        ):
            return s.execute_write(work) if write else s.execute_read(work)

    def stream(self, query: Runnable, values: Mapping[str, Any]) -> Iterator[Row]:
        """Run a catalogue query that reads, its rows fetched as they are taken; for many rows, no retry."""
        with (
            told(self.uri),
            self.driver.session(database=self.database, default_access_mode=READ_ACCESS) as s,
        ):
            answer = s.run(literal(query.statement), dict(values))
            keys = answer.keys()
            for record in answer:
                yield row_of(keys, record.values(), query.row_type)

    def explain(self, statement: str, values: Mapping[str, Any] | None = None) -> ResultSummary:
        """Return the server's own reading of a statement (EXPLAIN): plan, query type, notifications."""
        text = f"EXPLAIN {statement}"
        with (
            told(self.uri),
            self.driver.session(
                database=self.database,
                notifications_min_severity=NotificationMinimumSeverity.WARNING,
            ) as session,
        ):
            return session.run(literal(text), dict(values or {})).consume()

    def _auto_commit(self, statement: str, values: Mapping[str, Any]) -> None:
        with told(self.uri), self.driver.session(database=self.database) as session:
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


def connect(settings: Settings | None = None, progress: Progress | None = None) -> Database:
    """Open the server that the settings name; start the private one where they name none.

    Raises NoServer, in words, where no server answers or it refuses the user.
    """
    chosen = settings or Settings.from_environment()
    if chosen.uri:
        return _open(chosen.uri, chosen.user, chosen.password, chosen.database)
    endpoint = ensure_running(chosen, progress)
    return _open(endpoint.uri, endpoint.user, endpoint.password, None)


@cache
def default_database() -> Database:
    """Return the connection of the environment, opened once per process (for notebooks and scripts)."""
    return connect()


def _open(uri: str, user: str, password: str | None, database: str | None) -> Database:
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
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            max_transaction_retry_time=15,
        )
        try:
            driver.verify_connectivity()
        except BaseException:
            driver.close()
            raise
    return Database(driver, database, uri)


@contextmanager
def told(uri: str) -> Iterator[None]:
    """Turn what the driver raises into an error in words."""
    try:
        yield
    except AuthError:
        raise NoServer(
            f"{uri} refuses the user or password. Set NEO4J_USER and NEO4J_PASSWORD; for the private"
            " server unset NEO4J_URI."
        ) from None
    except ServiceUnavailable as error:
        raise NoServer(
            f"No Neo4j answers at {uri}. Start it, or unset NEO4J_URI to use the private one"
            f" (lsgraph db start). The driver says: {_first_line(error)}"
        ) from None
    except Neo4jError as error:
        raise _server_error(error) from None
    except (DriverError, ValueError) as error:
        raise NoServer(f"{uri} cannot be used: {_first_line(error)}") from None


def _server_error(error: Neo4jError) -> LsgraphError:
    message = _first_line(error)
    if error.code and "DatabaseNotFound" in error.code:
        return NoServer(f"{message.rstrip('.')}. Set NEO4J_DATABASE to a database that exists.")
    return InputError(f"The server refuses the statement: {message}")


def _first_line(error: BaseException) -> str:
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    lines: Iterable[str] = text.splitlines() or [type(error).__name__]
    return next(iter(lines))


def literal(text: str) -> LiteralString:
    """Statements come from files below `cypher/` or from the user; this module formats none."""
    return text
