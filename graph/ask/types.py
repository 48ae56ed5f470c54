"""The type of every group on a day, at one go (全部小组的类型): for tables, maps and comparisons.

Most groups have one known chair and members that do not hang on who is host: for these a statement reads
command from above, once for all groups of a chair. The others are asked of `authority_by_group`. Both
go by the same definitions, and the tests hold them against each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from graph.ask.question import Question, check
from graph.catalogue import Result, Row, queries
from graph.connection import Database

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
    at_one_go, made = queries.types_of_groups(**asked), queries.types_of_groups.row_type

    def others(groups: list[str]) -> Iterator[Row]:
        for row in queries.authority_by_group(groups=groups, sensitivity=False, **asked):
            whole = {**row, **_only_chair(row)}
            yield made({name: whole[name] for name in at_one_go.columns})

    rows = completed(database, as_of, at_one_go, others)
    return Result(at_one_go.columns, tuple(rows), at_one_go.types)


def completed(
    database: Database,
    day: dt.date,
    at_one_go: Iterable[Row],
    others: Callable[[list[str]], Iterable[Row]],
    wanted: Sequence[str] | None = None,
) -> Iterator[Row]:
    """A row for each group wanted, in that order: those answered at one go, and `others` for the rest.

    `wanted` None is every group in force on the day, by uid.
    """
    told = {row["group"]: row for row in at_one_go}
    if wanted is None:
        rest = queries.uids_in_force(as_of=day, without=list(told), database=database)
        left = [row["group"] for row in rest]
    else:
        left = [uid for uid in wanted if uid not in told]
    for start in range(0, len(left), AT_ONCE):
        told |= {row["group"]: row for row in others(left[start : start + AT_ONCE])}
    yield from (told[uid] for uid in (sorted(told) if wanted is None else wanted) if uid in told)


def _only_chair(row: Row) -> dict[str, object]:
    chair = row.chairs[0] if len(row.chairs) == 1 else {}
    return {
        "chair": chair.get("post"),
        "person": chair.get("person"),
        "chair_rank": chair.get("rank"),
    }
