"""What must hold between the entries of group files: lives of seats, units and groups."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from graph.core.dates import Period, Precision, end_bound, start_bound
from graph.core.language import say
from graph.core.words import Words
from graph.offices.ranks import Mode
from loaders.form.entries import GroupParts, Located
from loaders.form.references import References
from loaders.form.schema import GroupEntry, PostEntry, SeatEntry
from loaders.form.seat_days import SeatDay
from loaders.groups.rows import GroupRow, PostRow, SeatRow, TenureRow
from loaders.groups.tenures import ONE_HOLDER

R = TypeVar("R")

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def seat_day(seat: SeatEntry, group: GroupEntry, refs: References) -> dt.date | None:
    """The day as of which a seat's references hold: its start, its evidence, else by its unit's life."""
    own = (seat.from_, seat.as_of)
    day = SeatDay.of(own, group.from_, (seat.to, group.to))
    return day.on(refs.lives(_unit_of(seat, refs) or ""))


def _unit_of(seat: SeatEntry, refs: References) -> str | None:
    """Reference of the unit that the seat is of, itself or by its post."""
    post = refs.first.get(seat.post or "")
    return post.entry.unit if post is not None and isinstance(post.entry, PostEntry) else seat.unit


def check_seat(seat: Located[SeatEntry], parts: GroupParts, refs: References) -> None:
    """A seat lies in its group's life, and its post's unit exists on its day."""
    _inside_group(seat, parts.head, refs)
    post = refs.first.get(seat.entry.post or "")
    if post is not None and isinstance(post.entry, PostEntry):
        day = seat_day(seat.entry, parts.head.entry, refs)
        refs.unit(post.entry.unit, day, seat.at("post"))


def _inside_group(seat: Located[SeatEntry], head: Located[GroupEntry], refs: References) -> None:
    mine = Period.of(seat.entry.from_, seat.entry.to)
    group = Period.of(head.entry.from_, head.entry.to)
    early = group.start.precision in EXACT and mine.start.precision in EXACT
    if early and _last_day(seat.entry.from_ or "") < group.start.day:
        refs.problems.add(
            seat.at("from"),
            Words(
                f"The seat starts ({seat.entry.from_}) before the group ({head.entry.from_}).",
                f"席位开始（{seat.entry.from_}）早于小组成立（{head.entry.from_}）。",
            ),
        )
    if mine.start.day >= group.end.day:
        refs.problems.add(
            seat.at("from"),
            Words(
                f"The seat starts after the group has ended ({head.entry.to}).",
                f"席位开始于小组结束（{head.entry.to}）之后。",
            ),
        )
    if seat.entry.to and group.end.day < mine.end.day and mine.end.precision in EXACT:
        refs.problems.add(
            seat.at("to"),
            Words(
                f"The seat ends ({seat.entry.to}) after the group ({head.entry.to}).",
                f"席位结束（{seat.entry.to}）晚于小组结束（{head.entry.to}）。",
            ),
        )


def _last_day(text: str) -> dt.date:
    """The last day that a stated start can mean."""
    first, after = start_bound(text), end_bound(text)
    return first.day if first.precision is Precision.DAY else after.day - dt.timedelta(days=1)


def two_heads(tenures: Sequence[TenureRow], posts: dict[str, PostRow]) -> Iterator[str]:
    """Doubts: a person who heads two bodies of one branch, a post of one holder with two at once."""
    single = [row for row in tenures if posts[row.post].mode in ONE_HOLDER]
    for one, other in _linked(single, lambda row: (row.person, row.post)):
        if not _dated_together(one, other):
            continue
        held = posts[one.post], posts[other.post]
        heads = all(post.mode is Mode.HEAD for post in held) and held[0].branch == held[1].branch
        if one.person == other.person and one.post != other.post and heads:
            yield say(
                Words(
                    f"{one.person} heads two bodies at once: {one.post} and {other.post}.",
                    f"{one.person} 同时为两个机构的正职：{one.post} 和 {other.post}。",
                )
            )
        if one.person != other.person and one.post == other.post:
            yield say(
                Words(
                    f"{one.post} has two holders at once: {one.person} and {other.person}.",
                    f"{one.post} 同时有两名任职者：{one.person} 和 {other.person}。",
                )
            )


def held_twice(tenures: Sequence[TenureRow]) -> Iterator[str]:
    """Doubts: two stated tenures of one person in one post that overlap, neither within the other."""
    whole = [row for row in tenures if row.period.end.precision in EXACT]
    for one, other in _linked(whole, lambda row: (f"{row.person} {row.post}",)):
        first, second = sorted((one.period, other.period), key=lambda period: period.start.day)
        if first.start.day < second.start.day < first.end.day < second.end.day:
            spans = Words.joined(map(_span, (one.period, other.period)), " and ", "、")
            yield say(
                Words(
                    f"{one.person} holds {one.post} twice at once, {spans.en}: one of the dates "
                    "may be a slip.",
                    f"{one.person} 的两段 {one.post} 任期重叠（{spans.zh}）：其中一个日期可能有误。",
                )
            )


def two_chairs(seats: Sequence[SeatRow], groups: Mapping[str, GroupRow]) -> Iterator[str]:
    """Doubts: a single chair with two holders who start on the same day."""
    chairs = [row for row in seats if row.role == "chair" and row.period.start_edtf]
    for one, other in _linked(chairs, lambda row: (row.group,)):
        together = one.period.start.day == other.period.start.day
        if together and groups[one.group].leadership == "single":
            held = [row.person or row.post or "?" for row in (one, other)]
            yield say(
                Words(
                    f"{one.group} has a single chair, but {' and '.join(held)} start together: co_chairs?",
                    f"{one.group} 为单一组长，而 {'、'.join(held)} 同日开始任组长："
                    "是否为双组长（co_chairs）？",
                )
            )


def _span(period: Period) -> Words:
    start, end = period.start_edtf, period.end_edtf or "?"
    return Words(f"{start} to {end}", f"{start} 至 {end}")


def _linked(rows: Sequence[R], keys: Callable[[R], tuple[str, ...]]) -> Iterator[tuple[R, R]]:
    """Pairs of rows that share a key, each once, in file order; not every row against every other."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in keys(row):
            held[key].append(number)
    pairs = {pair for numbers in held.values() for pair in combinations(numbers, 2)}
    for one, other in sorted(pairs):
        yield rows[one], rows[other]


def _dated_together(one: TenureRow, other: TenureRow) -> bool:
    """Whether both are held on one day, on every reading of their months and years."""
    starts = [row.held_from for row in (one, other) if row.held_from]
    ends = [row.held_to for row in (one, other) if row.held_to]
    return len(starts) == 2 and max(starts) < min(ends)
