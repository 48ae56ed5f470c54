"""What every question about a chair needs: the group, its day, and parameters of one shape."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from graph.authority import Question, check, not_in_force, parameters
from graph.catalogue import Row
from graph.connection import Database
from graph.lookup import find_group


@dataclass(frozen=True)
class Asked:
    """A question that can be put: the row of the group, the day, and the parameters of the query."""

    group: Row
    day: dt.date
    values: dict[str, Any]

    def acting(self, deputy: Row, members: list[str]) -> dict[str, Any]:
        """Parameters that put a deputy into the chair; `members` (uids) are taken for listed."""
        chair = {"post": deputy.post, "title": deputy.title, "person": deputy.person}
        supposed = [*self.values["suppose_members"], *members]
        return {**self.values, "suppose_chair": chair, "suppose_members": supposed}


def ask(database: Database, group: str, question: Question | None = None) -> Asked:
    """Find the group and check the question.

    Raises InputError for an unknown group, basis, scope, title or place, and for a day on which the
    group was not in force.
    """
    asked = question or Question()
    check(asked)
    found = find_group(database, group)
    values = parameters(database, found, asked)
    day: dt.date = values["as_of"]
    if not found.valid_from <= day < found.valid_to:
        raise not_in_force(found, asked.as_of)
    return Asked(found, day, values)
