"""A question about a group: checked, its group found, its parameters in one shape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.ask.lookup import find_group, find_unit
from graph.ask.suppose import suppose_chair
from graph.catalogue import Row
from graph.connection import Database
from graph.core.as_of import SEEN_WITHIN
from graph.core.dates import lasts
from graph.core.errors import InputError
from graph.core.words import Words

BASES = ("person", "seat", "unit")
SCOPES = ("auto", "governments", "all")


@dataclass(frozen=True)
class Question:
    """What is asked of a group. `as_of` None is its last documented day.

    `chair` is a title put into the chair, `members` are codes or names taken for members too: both
    suppose, and nothing is written. `seen_within` is the window of its status, in years.
    """

    as_of: dt.date | None = None
    basis: str = "person"
    scope: str = "auto"
    chair: str | None = None
    members: Sequence[str] = ()
    seen_within: int = SEEN_WITHIN


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


def ask(database: Database, group: str | Row, question: Question | None = None) -> Asked:
    """Find the group, see `find_group`, and check the question.

    Raises InputError for an unknown group, basis, scope, title or place, and for a day on which the
    group was not in force.
    """
    asked = question or Question()
    check(asked)
    found = find_group(database, group)
    values = parameters(database, found, asked)
    day: dt.date = values["as_of"]
    if not lasts(found.valid_from, found.valid_to, day):
        raise _not_in_force(found, asked.as_of)
    return Asked(found, day, values)


def check(asked: Question) -> None:
    """Raises InputError for a basis, a scope or a number of years that no question can have."""
    choose(Words("basis", "级别依据"), asked.basis, BASES)
    choose(Words("scope", "成员范围"), asked.scope, SCOPES)
    if asked.seen_within < 0:
        raise InputError(
            Words(
                f"--seen-within {asked.seen_within} is below 0. Give a number of years.",
                f"--seen-within {asked.seen_within} 小于 0。请给出年数。",
            )
        )


def choose(name: Words, value: str, known: Sequence[str]) -> None:
    """Raises InputError with the words that may be chosen for a value that is none of them."""
    if value not in known:
        raise InputError(
            Words(
                f"Unknown {name.en} {value!r}. Choose one of: {', '.join(known)}.",
                f"{name.zh}没有“{value}”。请选：{'、'.join(known)}。",
            )
        )


def parameters(database: Database, group: Row, asked: Question) -> dict[str, Any]:
    """Parameters of one shape for every question: the server plans a statement anew for each shape.

    Two supposed members at least, the empty ones nobody: a list of one is a shape of its own.
    """
    day = asked.as_of or group.read_on
    chair = suppose_chair(database, asked.chair, day, group.uid) if asked.chair else {}
    members = [find_unit(database, text, day).uid for text in asked.members]
    return {
        "groups": [group.uid],
        "as_of": day,
        "basis": asked.basis,
        "scope": asked.scope,
        "suppose_chair": chair,
        "suppose_members": [*members, "", ""],
        "seen_within": asked.seen_within,
    }


def _not_in_force(group: Row, day: dt.date | None) -> InputError:
    unknown = Words("not known", "不明")
    start, end, last = (
        Words.same(known) if known else unknown
        for known in (group.from_edtf, group.to_edtf, group.last_documented)
    )
    # Before a "by" date nothing is known; that is not the same as: it did not exist.
    early = day is not None and start.en.startswith("[..") and day < group.valid_from
    says = (
        Words(f"is not known on {day}", f"{day} 情况不明")
        if early
        else Words(f"was not in force on {day}", f"{day} 不存续")
    )
    return InputError(
        Words(
            f"{group.name} {says.en}: start {start.en}, end {end.en}, last documented {last.en}."
            " Choose another --as-of.",
            f"{group.name}于 {says.zh}：始于 {start.zh}，终于 {end.zh}，最后记载之日 {last.zh}。"
            "请换一个 --as-of。",
        )
    )
