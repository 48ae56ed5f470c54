"""Odd and missing things in group data: found, listed and never mended.

What is a fault (a code that did not exist, an end before its start, a fact without a source) the reader
refuses; here is what a reader of files can not decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from loaders.groups.rows import GroupData, GroupRow, PostRow, SeatRow

LIKE = 92.0
"""Least similarity (0 to 100) of two names of one place that makes them worth a look."""


@dataclass(frozen=True)
class Complete:
    """What is known of a group: chair, all members of its scope, founding act, its day."""

    group: GroupRow
    chair: bool
    roster: bool
    founding: bool
    dated: bool


def completeness(data: GroupData) -> list[Complete]:
    """Each group with what is known of it, in file order."""
    seats = by_group(data)
    return [
        Complete(
            group,
            any(s.role == "chair" and (s.post or s.unit) for s in seats[group.uid]),
            group.roster == "complete",
            bool(group.established_by),
            not group.undated,
        )
        for group in data.groups
    ]


def outranked_chairs(data: GroupData) -> Iterator[tuple[GroupRow, SeatRow, SeatRow]]:
    """Chairs of a lower rank than somebody who sits below them: group, chair, the member."""
    posts = {post.uid: post for post in data.posts}
    seats = by_group(data)
    for group in data.groups:
        chairs = [s for s in seats[group.uid] if s.role == "chair" and _rank(s, posts)]
        below = [s for s in seats[group.uid] if s.role in ("deputy_chair", "member")]
        for chair in chairs:
            over = [s for s in below if (_rank(s, posts) or 0) > (_rank(chair, posts) or 0)]
            together = [s for s in over if _together(s, chair)]
            if together:
                yield group, chair, max(together, key=lambda s: _rank(s, posts) or 0)


def namesakes(data: GroupData) -> Mapping[str, Sequence[str]]:
    """Names that several persons bear: one person perhaps, or several indeed."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in data.persons:
        found[person.name].append(person.uid)
    return {name: uids for name, uids in sorted(found.items()) if len(uids) > 1}


def like_groups(data: GroupData) -> Iterator[tuple[GroupRow, GroupRow]]:
    """Pairs of groups of one place with almost the same name: one group perhaps."""
    places: dict[str | None, list[GroupRow]] = defaultdict(list)
    for group in data.groups:
        places[group.place].append(group)
    for rows in places.values():
        for number, one in enumerate(rows):
            for other in rows[number + 1 :]:
                if fuzz.ratio(one.name, other.name) >= LIKE:
                    yield one, other


def unplaced(data: GroupData) -> list[SeatRow]:
    """Seats with neither post nor unit: a bare name, or a title that no rule covers."""
    return [seat for seat in data.seats if not seat.post and not seat.unit]


def by_group(data: GroupData) -> Mapping[str, Sequence[SeatRow]]:
    """The seats of each group, in file order."""
    found: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in data.seats:
        found[seat.group].append(seat)
    return found


def _rank(seat: SeatRow, posts: Mapping[str, PostRow]) -> int | None:
    return posts[seat.post].rank if seat.post else None


def _together(one: SeatRow, other: SeatRow) -> bool:
    """Whether a source shows both at once: they share one, or their lives meet."""
    first = max(one.period.start.day, other.period.start.day)
    meet = one.period.holds(first) and other.period.holds(first)
    return bool(set(one.sources) & set(other.sources)) and meet
