"""The type of every group on a day, at one go (全部小组的类型): for tables, maps and comparisons.

Most groups have one known chair and members that do not hang on who is host: for these a statement reads
command from above, once for all groups of a chair. The others are asked of `authority_by_group`. Both
go by the same definitions, and the tests hold them against each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.question import Question, check

AT_ONCE = 1000
"""Groups asked of `authority_by_group` in one statement, so that memory stays bounded."""


def types(
    database: Database, as_of: dt.date, *, basis: str = "person", scope: str = "auto"
) -> Result:
    """A row for every group in force on the day, by uid, with the columns of `types_of_groups`.

    `chair`, `person` and `chair_rank` are null where a group has no chair or several. Raises InputError
    for an unknown basis or scope.
    """
    check(Question(as_of, basis, scope))
    asked: dict[str, Any] = {
        "as_of": as_of,
        "basis": basis,
        "scope": scope,
        "database": database,
    }
    at_one_go = queries.types_of_groups(**asked)
    told = {row.group for row in at_one_go}
    in_force = queries.uids_in_force(as_of=as_of, database=database)
    left = [row.group for row in in_force if row.group not in told]
    rows = [*at_one_go, *_one_by_one(left, at_one_go.columns, asked)]
    rows.sort(key=lambda row: str(row.group))
    return Result(at_one_go.columns, tuple(rows), at_one_go.types)


def _one_by_one(
    groups: list[str], columns: tuple[str, ...], asked: dict[str, Any]
) -> Iterator[Row]:
    """The other groups, in the same columns."""
    for start in range(0, len(groups), AT_ONCE):
        some = groups[start : start + AT_ONCE]
        for row in queries.authority_by_group(groups=some, sensitivity=False, **asked):
            whole = {**row, **_only_chair(row)}
            yield queries.types_of_groups.row_type({name: whole[name] for name in columns})


def _only_chair(row: Row) -> dict[str, object]:
    chair = row.chairs[0] if len(row.chairs) == 1 else {}
    return {
        "chair": chair.get("post"),
        "person": chair.get("person"),
        "chair_rank": chair.get("rank"),
    }
