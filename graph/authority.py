"""The authority of a group's chair over its members, as of a day: one call, checked and complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.errors import InputError
from graph.lookup import find_group, find_unit, suppose_chair

BASES = ("person", "seat", "unit")
SCOPES = ("auto", "governments", "all")


@dataclass(frozen=True)
class Question:
    """What is asked of a group. `as_of` None is its last documented day.

    `chair` is a title put into the chair, `members` are codes or names taken for members too: both
    suppose, and nothing is written.
    """

    as_of: dt.date | None = None
    basis: str = "person"
    scope: str = "auto"
    chair: str | None = None
    members: Sequence[str] = ()


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
    asked = question or Question()
    check(asked)
    found = find_group(database, group)
    values = parameters(database, found, asked)
    # Both at once: the first time each takes seconds of planning, on a core of its own.
    with ThreadPoolExecutor(1) as pool:
        members = pool.submit(queries.authority_by_member, **values, database=database)
        rows = queries.authority_by_group(**values, database=database)
    if not rows:
        raise not_in_force(found, asked.as_of)
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


def check(asked: Question) -> None:
    for name, value, known in (("basis", asked.basis, BASES), ("scope", asked.scope, SCOPES)):
        if value not in known:
            raise InputError(f"{value!r} is no {name}. There are: {', '.join(known)}.")


def parameters(database: Database, group: Row, asked: Question) -> dict[str, Any]:
    """Parameters of one shape for every question: the server plans a statement anew for each shape.

    Two supposed members at least, the empty ones nobody: a list of one is a shape of its own.
    """
    day = asked.as_of or group.last_documented or dt.date.today()
    return {
        "groups": [group.uid],
        "as_of": day,
        "basis": asked.basis,
        "scope": asked.scope,
        "suppose_chair": suppose_chair(database, asked.chair, day) if asked.chair else {},
        "suppose_members": [find_unit(database, text, day).uid for text in asked.members]
        + ["", ""],
    }


def not_in_force(group: Row, day: dt.date | None) -> InputError:
    start, end = group.from_edtf or "not known", group.to_edtf or "not known"
    # Before a "by" date nothing is known; that is not the same as: it did not exist.
    early = day is not None and day < group.valid_from and start.startswith("[..")
    says = f"is not known on {day}" if early else f"was not in force on {day}"
    return InputError(
        f"{group.name} {says}: start {start}, end {end}, last documented"
        f" {group.last_documented or 'not known'}. Choose another --as-of."
    )
