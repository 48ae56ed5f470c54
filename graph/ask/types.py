"""The type of every group on a day (全部小组的类型): for tables, maps and comparisons."""

from __future__ import annotations

import datetime as dt

from graph.ask.question import Question, check
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.as_of import SEEN_WITHIN


def types(
    database: Database,
    as_of: dt.date,
    *,
    basis: str = "person",
    scope: str = "auto",
    seen_within: int = SEEN_WITHIN,
    stale: bool = False,
) -> Result:
    """A row for every group that counts on the day, by uid; with `stale` those that do not, too.

    A group counts that a source showed within `seen_within` years before the day. `chair`, `person` and
    `chair_rank` are null where a group has no chair or several. Raises InputError for an unknown basis
    or scope.
    """
    check(Question(as_of, basis, scope, seen_within=seen_within))
    return queries.types_of_groups(
        as_of=as_of, basis=basis, scope=scope, seen_within=seen_within, stale=stale,
        database=database,
    )  # fmt: skip


def in_force(database: Database, as_of: dt.date, seen_within: int = SEEN_WITHIN) -> Row:
    """Return how many groups are documented, presumed, stale or undated on the day."""
    return queries.groups_in_force_counts(as_of=as_of, seen_within=seen_within, database=database)[
        0
    ]
