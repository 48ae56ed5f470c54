"""A write that the server works at while its caller does something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from neo4j import WRITE_ACCESS, ManagedTransaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import Database
from graph.connection.database import Runnable, literal
from graph.connection.faults import Cut, committed, told
from graph.connection.results import Result, result
from graph.core.errors import InputError
from graph.core.words import Words

T = TypeVar("T")

_TRIES = 20


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
        self._session = database.opened(WRITE_ACCESS)
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


def make_rules(database: Database, statements: Sequence[str]) -> None:
    """Make constraints and indexes in one transaction: all that are missing, or none.

    Raises InputError where what is in the database does not fit them.
    """

    def work(transaction: ManagedTransaction) -> None:
        for statement in statements:
            transaction.run(literal(statement)).consume()

    with told(database.uri), database.opened(WRITE_ACCESS) as session:
        for left in reversed(range(_TRIES)):
            try:
                committed(session, work)
                return
            except Neo4jError as error:
                code = error.code or ""
                # Somebody else made one of them meanwhile: now it is there.
                if left and "EquivalentSchemaRuleAlreadyExists" in code:
                    continue
                if "Schema" not in code:
                    raise
                raise _misfit(error) from None


def _misfit(error: Neo4jError) -> InputError:
    return InputError(
        Words(
            "The constraints of lsgraph (one node a uid under each of its labels) do not fit this database."
            f" The server says: {' '.join((error.message or '').split())} Nothing was changed. Make these"
            " uids unique or drop that index, or load into an empty database.",
            "lsgraph 的约束（每个标签下一个 uid 只有一个节点）与该数据库不合。服务器报告："
            f"{' '.join((error.message or '').split())} 未作任何改动。请使这些 uid 唯一或删去该索"
            "引，或载入空数据库。",
        )
    )


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size` items, in order."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
