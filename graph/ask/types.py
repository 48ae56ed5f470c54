"""The type of every group on a day (全部小组的类型): for tables, maps and comparisons."""

from __future__ import annotations

import datetime as dt

from graph.ask.question import Question, check
from graph.catalogue import Result, queries
from graph.connection import Database


def types(
    database: Database, as_of: dt.date, *, basis: str = "person", scope: str = "auto"
) -> Result:
    """A row for every group in force on the day, by uid.

    `chair`, `person` and `chair_rank` are null where a group has no chair or several. Raises InputError
    for an unknown basis or scope.
    """
    check(Question(as_of, basis, scope))
    return queries.types_of_groups(as_of=as_of, basis=basis, scope=scope, database=database)
