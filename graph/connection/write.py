"""A write that the server works at while its caller does something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from neo4j import WRITE_ACCESS
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import Database
from graph.connection.database import Runnable, literal
from graph.connection.faults import Cut, told
from graph.connection.results import Result, result

T = TypeVar("T")


class Interrupted(Exception):
    """A passing error (a deadlock, a server that restarts) ended a write: all of it may be in the graph, or
    nothing."""


class Write:
    """A statement that was sent, in a transaction of its own, which the server keeps when it has run.

    The statement should end with RETURN: then the server answers as soon as it has the rows, and the
    caller is free while it writes. `finish` raises whatever goes wrong.
    """

    def __init__(self, database: Database, query: Runnable, values: Mapping[str, Any]) -> None:
        self._uri, self._query = database.uri, query
        self._session = database.driver.session(
            database=database.database, default_access_mode=WRITE_ACCESS
        )
        self._failed: DriverError | Neo4jError | None = None
        try:
            self._answer = self._session.run(literal(query.statement), dict(values))
        except (DriverError, Neo4jError) as error:
            self._failed = error

    def finish(self) -> Result:
        """Wait for the end and answer the rows; raises as `Database.run` does, and Interrupted."""
        with told(self._uri), self._session:
            try:
                if self._failed is not None:
                    raise self._failed
                rows = [record.values() for record in self._answer]
                return result(self._answer.keys(), rows, self._query.row_type, self._query.types)
            except (DriverError, Neo4jError) as error:
                if error.is_retryable():
                    raise Interrupted from error
                raise
            except KeyboardInterrupt as stop:
                raise Cut(stop) from None

    def abandon(self) -> None:
        """Wait for the end, whatever it is."""
        self._session.close()


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
