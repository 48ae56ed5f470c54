"""Odd and missing things in group data: found, listed and never mended.

What is a fault (a code that did not exist, an end before its start, a fact without a source) the reader
refuses; here is what a reader of files cannot decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from loaders.divisions.read import DivisionData, read_divisions
from loaders.groups.memberships import MEMBERS
from loaders.groups.records import CENTRE_UID
from loaders.groups.rows import GroupData, GroupRow, PostRow, SeatRow

ACROSS = "across provinces"
CENTRE = "the centre"
INTER_AGENCY = "inter_agency"
"""Agencies of several governments cooperate, and no government sits."""
UNKNOWN = "not known"


class Coverage:
    """Reads region, level and year off each group."""

    def __init__(self, data: GroupData, divisions: DivisionData | None = None) -> None:
        table = divisions or read_divisions()
        self._levels = {unit.uid: unit.level for unit in table.units}
        self._names = {unit.code[:2]: unit.name for unit in table.units if unit.level == "Province"}
        self._units: dict[str, set[str]] = defaultdict(set)
        self._owners: dict[str, set[str]] = defaultdict(set)
        posts = {post.uid: post.unit for post in data.posts}
        for seat in data.seats:
            unit = seat.unit or posts.get(seat.post or "")
            if unit and unit.startswith("div:"):
                self._units[seat.group].add(unit)
            elif unit and unit.count(":") == 2 and seat.role in ("chair", *MEMBERS):
                self._owners[seat.group].add(unit.split(":")[1])
        self._data = data

    def table(self, read: Callable[[GroupRow], str]) -> list[tuple[str, int]]:
        """Tell how many groups have each value, most frequent first."""
        counts = Counter(read(group) for group in self._data.groups)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def level(self, group: GroupRow) -> str:
        """Level of the government that runs it, else of equals or the centre."""
        if group.place:
            return self._levels[group.place]
        below = {unit for unit in self._units[group.uid] if unit != CENTRE_UID}
        if len(below) >= 2 and CENTRE_UID not in self._units[group.uid]:
            return "between governments"
        if not self._units[group.uid] and len(self._owners[group.uid]) >= 2:
            return INTER_AGENCY
        return CENTRE

    def region(self, group: GroupRow) -> str:
        """Return the province of the group and of all governments that sit in it."""
        if self.level(group) == INTER_AGENCY:
            return INTER_AGENCY
        units = {group.place} if group.place else self._units[group.uid] - {CENTRE_UID}
        codes = {unit.split(":")[1][:2] for unit in units if unit}
        if not codes:
            return CENTRE
        return self._names.get(codes.pop(), UNKNOWN) if len(codes) == 1 else ACROSS

    def decade(self, group: GroupRow) -> str:
        """Decade from which it is known."""
        first = group.period.start_edtf
        return f"{first.removeprefix('[..')[:3]}0s" if first else UNKNOWN


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
    """Return each group with what is known of it, in file order."""
    seats = by_group(data)
    return [
        Complete(
            group,
            any(s.role == "chair" and (s.post or s.unit) for s in seats[group.uid]),
            group.roster == "complete",
            bool(group.established_by),
            group.last_documented is not None,
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
    uids_of: dict[str, list[str]] = defaultdict(list)
    for person in data.persons:
        uids_of[person.name].append(person.uid)
    return {name: uids for name, uids in sorted(uids_of.items()) if len(uids) > 1}


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
    """Return the seats of each group, in file order."""
    seats: dict[str, list[SeatRow]] = defaultdict(list)
    for seat in data.seats:
        seats[seat.group].append(seat)
    return seats


def _rank(seat: SeatRow, posts: Mapping[str, PostRow]) -> int | None:
    return posts[seat.post].rank if seat.post else None


def _together(one: SeatRow, other: SeatRow) -> bool:
    """Tell whether a source shows both at once: they share one, or their lives meet."""
    first = max(one.period.start.day, other.period.start.day)
    meet = one.period.holds(first) and other.period.holds(first)
    return bool(set(one.sources) & set(other.sources)) and meet
