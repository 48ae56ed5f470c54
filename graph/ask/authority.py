"""The authority of a group's chair over its members, as of a day: one call, checked and complete."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from graph.ask.question import Question, ask, check
from graph.catalogue import Result, Row, queries
from graph.connection import Database

__all__ = ["Authority", "Question", "authorities", "authority"]


@dataclass(frozen=True)
class Authority:
    """The answer: the row of the group, and a row for each member in scope."""

    group: Row
    members: Result

    def to_dict(self) -> dict[str, Any]:
        """The row of the group with its members in it, as `lsgraph authority --format json` prints."""
        return {**self.group, "members": self.members.to_dicts()}


def authority(database: Database, group: str, question: Question | None = None) -> Authority:
    """Authority over one group; `group` is a uid, a name, or a part of a name.

    Raises InputError for an unknown group, basis, scope, title or place, and for a day on which the
    group was not in force.
    """
    values = ask(database, group, question).values
    # Both at once: the first time each takes seconds of planning, on a core of its own.
    with ThreadPoolExecutor(1) as pool:
        members = pool.submit(queries.authority_by_member, **values, database=database)
        rows = queries.authority_by_group(**values, database=database)
    return Authority(rows[0], members.result())


def authorities(database: Database, question: Question | None = None) -> Result:
    """A row for every group in force on the day, by default each on its last documented day.

    Supposing is for one group at a time. Raises InputError for an unknown basis or scope.
    """
    asked = question or Question()
    check(asked)
    return queries.authority_by_group(
        as_of=asked.as_of, basis=asked.basis, scope=asked.scope, database=database
    )
