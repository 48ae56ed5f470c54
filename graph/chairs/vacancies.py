"""Vacant chairs and unknown ones: a source that says so, against sources that say nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from graph.catalogue import Result, Row, queries
from graph.connection import Database


@dataclass(frozen=True)
class Vacancies:
    """Groups without a known chair, and the counts of all that were looked at.

    `groups` are rows of `vacancies`, `counted` is the row of `vacancies_counted` (the denominator).
    """

    groups: Result
    counted: Row

    def to_dict(self) -> dict[str, Any]:
        """Return the counts with the groups in them."""
        return {**self.counted, "groups": self.groups.to_dicts()}


def vacancies(database: Database, as_of: dt.date | None = None) -> Vacancies:
    """Find which groups have a stated vacancy (空缺) on a day, and whose chair is merely unknown.

    Without a day each group is read on its last documented one.
    """
    rows = queries.vacancies(as_of=as_of, database=database)
    return Vacancies(rows, queries.vacancies_counted(as_of=as_of, database=database)[0])
