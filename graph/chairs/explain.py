"""Why the gap is what it is: every post, tenure, tie and seat between the chair and a member."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.ask.question import Question, ask
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, UnknownName
from graph.core.words import Words
from graph.places.suggestions import near


@dataclass(frozen=True)
class Explanation:
    """The links behind the gaps of one group on one day (证据链), each with its source.

    `links` holds, for each member, the rows of `explain_gap` from the chair's seat down; it is empty
    where no member is known.
    """

    group: Row
    as_of: dt.date
    links: Result

    def members(self) -> Iterator[tuple[Row, tuple[Row, ...]]]:
        """Yield each member with its links; the first of them carries relation, gap and ranks."""
        names = dict.fromkeys(row.member for row in self.links)
        for name in names:
            rows = tuple(row for row in self.links if row.member == name)
            yield rows[0], rows

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the links as plain dictionaries, one a row."""
        return self.links.to_dicts()


def explain(
    database: Database, group: str, question: Question | None = None, member: str | None = None
) -> Explanation:
    """Return the whole evidence behind the gap of every member of a group, or of one.

    `member` is a uid or name of a member, or a part that only it has. Raises UnknownName, with the
    members, for one that the group does not have on the day; InputError as `authority` does.
    """
    asked = ask(database, group, question)
    links = queries.explain_gap(**asked.values, database=database)
    return Explanation(asked.group, asked.day, _of(links, member) if member else links)


def _of(links: Result, member: str) -> Result:
    names = {row.member: row.member_name for row in links}
    exact = {uid for uid, name in names.items() if member in (uid, name)}
    chosen = exact or {uid for uid, name in names.items() if member in name}
    if not chosen:
        known = list(names.values())
        raise UnknownName(Words("member", "成员"), member, near(member, known) or known[:8])
    if len(chosen) > 1:
        raise AmbiguousName(
            Words("member", "成员"), member, [f"{names[uid]} ({uid})" for uid in sorted(chosen)]
        )
    return Result(links.columns, tuple(row for row in links if row.member in chosen))
