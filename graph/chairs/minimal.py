"""The minimal chair: which rank and command it takes to lead every member, and who has both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.ask.question import Question, ask
from graph.catalogue import Result, Row, queries
from graph.connection import Database


@dataclass(frozen=True)
class MinimalChair:
    """What a chair of a group needs on a day, and the existing posts that command every member.

    `need` is the row of `minimal_chair`, `posts` are those of `who_could_chair`: of each the rank is
    enough (`could_chair`), too low, or not known.
    """

    need: Row
    posts: Result

    def to_dict(self) -> dict[str, Any]:
        """Return the row of the group with the posts in it."""
        return {**self.need, "posts": self.posts.to_dicts()}


def minimal_chair(database: Database, group: str, question: Question | None = None) -> MinimalChair:
    """Return the rank and the command that a chair over all members needs, and who could chair.

    The basis of the question concerns the chair as documented only. Raises InputError as `authority`
    does.
    """
    values = ask(database, group, question).values
    need = queries.minimal_chair(**values, database=database)
    return MinimalChair(need[0], queries.who_could_chair(**values, database=database))
