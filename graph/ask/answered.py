"""A query asked in texts, names among them, and answered with what a reader must know beside the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.ask.query import answer_of, read_values
from graph.ask.uids import with_uids
from graph.catalogue import Query, Result
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words


@dataclass(frozen=True)
class Answered:
    """The rows of a query, the values that it was asked with, and how texts were read, in words."""

    query: Query
    values: Mapping[str, Any]
    rows: Result
    notes: tuple[Words, ...] = ()

    @property
    def total(self) -> int | None:
        """How many rows there are; None where more were left out than were counted."""
        left_out = self.rows.left_out
        return None if left_out is None else len(self.rows) + left_out

    @property
    def truncated(self) -> bool:
        """Whether rows were left out."""
        return self.rows.left_out != 0


def check_readable(query: Query) -> None:
    """Raises InputError for a query that writes."""
    if query.access != "read":
        raise InputError(
            Words(
                f"{query.name} writes; it is run by `lsgraph load`, not by hand.",
                f"{query.name} 会写入；它由 `lsgraph load` 运行，不由人直接运行。",
            )
        )


def answered(
    database: Database, query: Query, texts: Mapping[str, str], most: int | None = None
) -> Answered:
    """Ask a query with its parameters as texts, where a name will do for a uid; keep `most` rows.

    Raises InputError for a query that writes and for a parameter that is wrong or missing.
    """
    check_readable(query)
    values, days = read_values(query, texts)
    found, names = with_uids(database, query, values)
    limited = replace(database, limits=replace(database.limits, rows=most))
    rows = answer_of(limited, query, found)
    return Answered(query, found, rows, (*map(Words.same, days), *names, *rows.notes))
