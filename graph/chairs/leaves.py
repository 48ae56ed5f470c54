"""What happens when the chair leaves: each deputy in the chair, and the groups of that person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.ask.question import Asked, Question, ask
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import lasts
from graph.core.words import Words

STRONG = "STRONG"


@dataclass(frozen=True)
class DeputyActs:
    """A deputy chair (副组长) acting for the chair: everything here is supposed, not documented.

    `deputy` is a row of `remaining_deputies`, `answer` one of `chair_leaves`, None where the deputy's
    post is not known, so that nothing can be said.
    """

    deputy: Row
    answer: Row | None

    @property
    def type(self) -> str | None:
        """The type with this deputy acting; None where the post is not known."""
        return self.answer.type if self.answer is not None else None

    @property
    def all_posts_counted(self) -> bool | None:
        """Whether all posts of the deputy count; False: only the seat's, as its holder is not told.

        None where there is no answer, or the source names nobody.
        """
        if self.answer is None or self.deputy.person is None:
            return None
        return any(chair["person"] == self.deputy.person for chair in self.answer.chairs)

    def keeps(self, now: str) -> bool | None:
        """Whether a group that is STRONG `now` stays so; None if it is not STRONG, or nobody can say."""
        if now != STRONG or self.type in (None, "UNKNOWN"):
            return None
        return self.type == STRONG

    def order(self) -> tuple[bool, float, int, bool, int]:
        """Return a key by which the best deputy sorts last: STRONG, then coverage, gap, executive, rank."""
        answer = self.answer
        if answer is None:
            return (False, -1.0, -99, self.deputy.executive, 0)
        gap = answer.gap_min if answer.gap_min is not None else answer.gap_min_at_most
        cover, least = (-1.0 if answer.lc is None else answer.lc), (-99 if gap is None else gap)
        deputy = self.deputy
        return (answer.type == STRONG, cover, least, deputy.executive, deputy.rank or 0)


@dataclass(frozen=True)
class ChairLeaves:
    """A group as documented, each deputy acting in turn, and the seats of those who chair it.

    `groups` are rows of `groups_of_person` for each chair whose holder is known: other groups of the day.
    """

    group: Row
    deputies: tuple[DeputyActs, ...]
    groups: tuple[dict[str, Any], ...]

    @property
    def best(self) -> DeputyActs | None:
        """The deputy with whom the group stands best; None where no deputy's post is known."""
        able = [acts for acts in self.deputies if acts.answer is not None]
        return max(able, key=DeputyActs.order, default=None)

    @property
    def nothing(self) -> Words | None:
        """Say why nothing can be supposed; None where a deputy can act."""
        if not self.group.chairs:
            return Words(
                "No chair is known on the day, so nobody leaves.", "当日组长不明，无人离任。"
            )
        if self.deputies:
            return None
        told = [Words("No deputy chair is known on the day, so nobody can be supposed in the chair.",
                      "当日副组长不明，无从假设由何人接任组长。")]  # fmt: skip
        if "roster_unknown" in self.group.flags:
            told.append(Words("The members are not known either.", "成员亦不明。"))
        return Words.joined(told, " ", "")

    def rows(self) -> list[dict[str, Any]]:
        """Return a row for each deputy and member; one for a deputy of whom nothing can be said."""
        return [row for acts in self.deputies for row in _rows(acts, self.group.type)]


def chair_leaves(database: Database, group: str, question: Question | None = None) -> ChairLeaves:
    """Return the remaining deputies in the chair's place, with what each is to every member.

    A deputy who acts replaces all chairs. Nothing is written. Raises InputError as `authority` does.
    """
    return leaves_of(database, ask(database, group, question))


def leaves_of(database: Database, asked: Asked) -> ChairLeaves:
    """Return the same of a question that is checked already."""
    now = queries.chair_leaves(**asked.values, database=database)[0]
    deputies = queries.remaining_deputies(asked.group.uid, asked.day, database=database)
    acting = tuple(DeputyActs(d, _answer(database, asked, d)) for d in deputies)
    return ChairLeaves(now, acting, tuple(_groups(database, asked, now)))


def _answer(database: Database, asked: Asked, deputy: Row) -> Row | None:
    if deputy.post is None:
        return None
    return queries.chair_leaves(**asked.acting(deputy, []), database=database)[0]


def _groups(database: Database, asked: Asked, now: Row) -> list[dict[str, Any]]:
    chaired: list[dict[str, Any]] = []
    for person in dict.fromkeys(c["person"] for c in now.chairs if c["person"]):
        seats = queries.groups_of_person(person, database=database)
        on_day = [row for row in seats if lasts(row.valid_from, row.valid_to, asked.day)]
        on_day = [row for row in on_day if row.group != asked.group.uid]
        chaired += [{"person": person, **row} for row in on_day]
    return chaired


def _rows(acts: DeputyActs, now: str) -> list[dict[str, Any]]:
    deputy = acts.deputy
    head = {
        "deputy": deputy.title or deputy.published,
        "name": deputy.name,
        "executive": deputy.executive,
        "type": acts.type,
        "keeps_strong": acts.keeps(now),
        "all_posts_counted": acts.all_posts_counted,
    }
    columns = {"member": "member", "member_name": "name", "relation": "relation", "gap": "gap"}
    members = acts.answer.members if acts.answer is not None else []
    told = [{name: m[key] for name, key in columns.items()} for m in members]
    return [{**head, **row, "supposed": True} for row in told or [dict.fromkeys(columns)]]
