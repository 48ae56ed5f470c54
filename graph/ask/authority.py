"""The authority of a group's chair over its members, as of a day: one call, checked and complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ask.question import Question, ask, check, parameters
from graph.catalogue import Result, Row, queries
from graph.connection import Database

__all__ = ["Authority", "Question", "authorities", "authority", "every_authority"]


@dataclass(frozen=True)
class Authority:
    """The answer: the row of the group, a row for each member in scope, and the parameters asked with."""

    group: Row
    members: Result
    asked: Mapping[str, Any]

    @property
    def documented(self) -> bool:
        """Whether a source speaks of the group on the day or later; else its seats are presumed to go on."""
        return bool(self.group.status == "documented")

    def to_dict(self) -> dict[str, Any]:
        """The row of the group with its members in it, as `lsgraph authority --format json` prints."""
        return {**self.group, "members": self.members.to_dicts()}


def authority(database: Database, group: str | Row, question: Question | None = None) -> Authority:
    """Authority over one group; `group` is a uid, a name, a part of a name, or its row of `group_names`.

    Raises InputError for an unknown group, basis, scope, title or place, and for a day on which the
    group was not in force.
    """
    values = ask(database, group, question).values
    (row,) = queries.authority_by_group(**values, with_members=True, database=database)
    return _answer(row, values)


def prepare(database: Database) -> bool:
    """Let the server plan the question of `authority`, so that the first one is answered at once.

    It asks about some group of the graph, in force or not; tells whether there is one. Planning takes
    seconds on a server that has just started.
    """
    group = next(iter(queries.group_names(database=database)), None)
    if group is None:
        return False
    values = parameters(database, group, Question())
    queries.authority_by_group(**values, with_members=True, database=database)
    return True


def every_authority(database: Database) -> Iterator[Authority]:
    """Authority over each group on its last documented day, all asked for at once."""
    told = queries.authority_by_group(with_members=True, database=database)
    named = {group.uid: group for group in queries.group_names(database=database)}
    for row in told:
        yield _answer(row, parameters(database, named[row.group], Question()))


def _answer(row: Row, values: Mapping[str, Any]) -> Authority:
    return Authority(row, _members(row.pop("members")), values)


def _members(told: list[dict[str, Any]]) -> Result:
    """The maps of a group's members as the rows that `authority_by_member` answers."""
    query = queries.authority_by_member
    names = tuple(column.name for column in query.columns)
    rows = tuple(query.row_type((name, row[name]) for name in names) for row in told)
    return Result(names, rows, query.types)


def authorities(database: Database, question: Question | None = None) -> Result:
    """A row for every group that counts on the day, by default each on its last documented day.

    On its own day every group is answered and none is stale.

    Supposing is for one group at a time. Raises InputError for an unknown basis or scope.
    """
    asked = question or Question()
    check(asked)
    return queries.authority_by_group(
        as_of=asked.as_of, basis=asked.basis, scope=asked.scope, seen_within=asked.seen_within,
        database=database,
    )  # fmt: skip
