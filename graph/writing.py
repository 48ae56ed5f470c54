"""A write that the server works at while its caller does something else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from neo4j import WRITE_ACCESS
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import Database, Runnable, literal, told
from graph.results import Result, result


class Write:
    """A statement that was sent, in a transaction of its own; `finish` waits for its end and keeps it.

    The statement should end with RETURN: then the server answers as soon as it has the rows, and the
    caller is free while it writes. Whatever goes wrong is told by `finish`. A passing error (a deadlock, a
    server that restarts) is none: all is run again, as `Database.run` does.
    """

    def __init__(self, database: Database, query: Runnable, values: Mapping[str, Any]) -> None:
        self._uri, self._query = database.uri, query
        self._again = partial(database.run, query, values)
        self._session = database.driver.session(
            database=database.database, default_access_mode=WRITE_ACCESS
        )
        self._failed: DriverError | Neo4jError | None = None
        try:
            self._transaction = self._session.begin_transaction()
            self._answer = self._transaction.run(literal(query.statement), dict(values))
        except (DriverError, Neo4jError) as error:
            self._failed = error

    def finish(self) -> Result:
        """Wait for the end, commit, and answer the rows; raises as `Database.run` does."""
        with told(self._uri), self._session:
            try:
                if self._failed is not None:
                    raise self._failed
                rows = [record.values() for record in self._answer]
                self._transaction.commit()
                return result(self._answer.keys(), rows, self._query.row_type, self._query.types)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
        return self._again()

    def abandon(self) -> None:
        """Leave nothing of it in the graph."""
        self._session.close()
