"""Tenures (任期): what sources tell of a person in a post, joined, and on which days it is held.

DOMAIN definitions, "Who holds a post". A tenure is *held* from `held_from` to before `held_to`: between its
stated start and end, or between days of evidence at most three years apart with nobody else in a single post
between. After that, and before `shown_to`, its person is *last shown*; from `shown_to` on nobody is known. A
seat (席位) is its person's as long as the post by which he sits, and goes on without a name.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph.core.dates import OPEN_END, Period, Precision, end_bound, known_by, start_bound
from graph.offices.ranks import Mode
from loaders.files.yaml import shipped_yaml
from loaders.groups.derived_ends import DERIVED, STATED, UNKNOWN, cut, ends_after
from loaders.groups.rows import PostRow, SeatRow, Span, TenureRow

DATA = Path(__file__).parents[1] / "data"
ONE_HOLDER = (Mode.HEAD, Mode.DEPT_HEAD)
"""Posts (正职) that one person holds at a time."""
APART, SHOWN = 3, 5
"""Years between two days of evidence that still hold; years after the last for which it is told."""

_DAY = dt.timedelta(days=1)
_BLURRED = (Precision.MONTH, Precision.YEAR)
_EXACT = (Precision.DAY, *_BLURRED)

Pair = tuple[str, str]
"""Person and post."""


def stated_spans(period: Period, as_of: dt.date | None) -> tuple[Span, ...]:
    """The days, first and last, for which a row speaks: all that its start and its end can mean.

    Without a stated end it speaks of no day after `as_of`.
    """
    first = _latest(period)
    last = (
        _earliest_end(period) - _DAY if period.end.precision in _EXACT
        else as_of or first
    )  # fmt: skip
    first = first or last
    spans = [(first, last)] if first and last and first <= last else []
    if as_of and as_of < period.end.day:
        spans.append((as_of, as_of))
    return tuple(spans)


def tenures(
    stated: Sequence[TenureRow], seats: Iterable[SeatRow], posts: Mapping[str, PostRow]
) -> tuple[TenureRow, ...]:
    """The tenures of all rows and seats, joined, with derived ends and the days on which they are held."""
    told: dict[Pair, list[TenureRow]] = defaultdict(list)
    for row in (*stated, *(row for seat in seats for row in _shown_by(seat))):
        if row.post in posts:
            told[row.person, row.post].append(row)
    linked = _linked((row for rows in told.values() for row in rows), posts)
    found = [
        row for rows in told.values()
        for row in _joined(rows, [
            span for one in (*_against(rows[0], linked, posts), *filter(_whole, rows))
            for span in one.shown
        ])
    ]  # fmt: skip
    linked = _linked(found, posts)
    return tuple(
        _held(_with_end(row, against), [*against, *_again(row, linked)])
        for row in found
        for against in [_against(row, linked, posts)]
    )


def excludes(post: PostRow, other: PostRow) -> bool:
    """Whether one person does not hold the two posts at once."""
    kinds = frozenset(map(_kind, (post, other)))
    return post.unit != other.unit and kinds in _exclusions()


def left_seats(seats: Iterable[SeatRow], tenures: Iterable[TenureRow]) -> tuple[SeatRow, ...]:
    """The seats, with the days to which their person is held and last shown in them."""
    held: dict[tuple[str | None, str | None], list[TenureRow]] = defaultdict(list)
    for row in tenures:
        held[row.person, row.post].append(row)
    return tuple(_left(seat, held[seat.person, seat.post]) for seat in seats)


def _joined(rows: Sequence[TenureRow], others: Sequence[Span]) -> list[TenureRow]:
    """The rows of a person in a post, those of one stretch of time joined; undated ones join the first."""
    found: list[TenureRow] = []
    for row in sorted(rows, key=_order):
        number = next((n for n, one in enumerate(found) if _continues(one, row, others)), None)
        if number is None:
            found.append(row)
        else:
            found[number] = _merged(found[number], row)
    return found


def _order(row: TenureRow) -> tuple[bool, bool, bool, dt.date]:
    """Rows with both ends first, then what is stated, then seats; undated ones last."""
    return not _dated(row), not _whole(row), row.derived, _first(row)


def _continues(one: TenureRow, row: TenureRow, others: Sequence[Span]) -> bool:
    """Whether a row tells of the stretch that another tells of, too."""
    if not (_dated(one) and _dated(row)):
        return True
    first, last, start, end = _first(row), _last(row), one.period.start, one.period.end
    if _whole(one):
        if _whole(row):
            return start.day <= row.period.start.day and row.period.end.day <= end.day
        before = start.precision in _EXACT or not _near(last, _first(one), others)
        return first < end.day and (last >= start.day or not before)
    if first >= end.day or (start.precision in _EXACT and last < start.day):
        return False
    if first <= _last(one):
        return _near(last, _first(one), others)
    return row.period.start.precision not in _EXACT and _near(_last(one), first, others)


def _near(one: dt.date, other: dt.date, others: Sequence[Span]) -> bool:
    """Whether two days are near enough to each other, and nobody else is shown between."""
    shown = any(one < last and first < other for first, last in others)
    return one >= other or (other <= years_after(one, APART) and not shown)


def _linked(
    rows: Iterable[TenureRow], posts: Mapping[str, PostRow]
) -> Mapping[str, Sequence[TenureRow]]:
    """The rows of each person, and of each post that one person holds at a time."""
    linked: dict[str, list[TenureRow]] = defaultdict(list)
    for row in rows:
        linked[row.person].append(row)
        if posts[row.post].mode in ONE_HOLDER:
            linked[row.post].append(row)
    return linked


def _against(
    row: TenureRow, linked: Mapping[str, Sequence[TenureRow]], posts: Mapping[str, PostRow]
) -> list[TenureRow]:
    """The rows that can not hold beside one: others in its post, its person in a post that excludes it."""
    others = [one for one in linked.get(row.post, ()) if one.person != row.person]
    own = linked[row.person]
    return others + [one for one in own if excludes(posts[row.post], posts[one.post])]


def _again(row: TenureRow, linked: Mapping[str, Sequence[TenureRow]]) -> list[TenureRow]:
    """The other tenures of its person in its post."""
    return [one for one in linked[row.person] if one.post == row.post and one is not row]


def _with_end(row: TenureRow, against: Sequence[TenureRow]) -> TenureRow:
    """The row with the end that others imply, where no source gives one."""
    if row.end_basis != UNKNOWN:
        return row
    ends = ends_after(row, against)
    basis = DERIVED if ends else UNKNOWN
    return replace(row, period=cut(row.period, ends), end_basis=basis)


def _held(row: TenureRow, others: Iterable[TenureRow]) -> TenureRow:
    """The row with the days on which it is held, and the day from which others tell, or it is too old."""
    if not row.shown:
        return row
    to = max(last for _, last in row.shown) + _DAY
    ends = [years_after(to - _DAY, SHOWN) + _DAY]
    ends += [max(first, to) for one in others for first, last in one.shown if last >= to]
    if row.end_basis != UNKNOWN:
        ends.append(_earliest_end(row.period))
    return replace(
        row, held_from=min(first for first, _ in row.shown), held_to=to, shown_to=max(to, min(ends))
    )


def _shown_by(seat: SeatRow) -> Iterator[TenureRow]:
    """What a seat shows: that its person holds the post by its start, and on its last evidence."""
    if not (seat.person and seat.post):
        return
    start, last = seat.period.start_edtf, seat.last_evidence and seat.last_evidence.isoformat()
    ended = seat.end_basis == STATED and (start or seat.period.end.precision is Precision.BY)
    texts = [start] if ended else [last, start]
    days = {start_bound(text).day: text for text in texts if text}
    for day, text in (*sorted(days.items()), *(() if days else ((None, None),))):
        period = Period.of(known_by(text) if text else None, None)
        yield TenureRow(
            person=seat.person, post=seat.post, period=period, end_basis=UNKNOWN,
            last_evidence=day, sources=seat.sources, confidence=seat.confidence,
            derived=True, from_sources=seat.from_sources, shown=((day, day),) if day else (),
        )  # fmt: skip


def _merged(known: TenureRow, more: TenureRow) -> TenureRow:
    """One tenure from two tellings: the start that is stated, else the earlier; all evidence, all sources.

    What only one of them tells, start or end, its own sources give.
    """
    rows = [row for row in (known, more) if row.period.start_edtf] or [known]
    first = min(rows, key=lambda row: row.period.start.day)
    stated = not known.derived and known.period.start.precision in _EXACT
    start = known if stated else first
    ends = [row for row in (known, more) if row.period.end_edtf] or [known]
    days = [day for day in (known.last_evidence, more.last_evidence) if day]
    begun = known.period.start.day if stated else dt.date.min
    over = _earliest_end(known.period) - _DAY
    clipped = ((max(one, begun), min(max(last, begun), over)) for one, last in more.shown)
    return replace(
        known,
        period=Period.of(start.period.start_edtf, ends[0].period.end_edtf),
        end_basis=ends[0].end_basis,
        last_evidence=max(days, default=None),
        shown=tuple(sorted({*known.shown, *(span for span in clipped if span[0] <= span[1])})),
        sources=tuple(dict.fromkeys((*known.sources, *more.sources))),
        from_sources=start.from_sources or start.sources,
        to_sources=ends[0].to_sources or ends[0].sources,
        seat_sources=(
            *known.seat_sources,
            *(uid for uid in more.sources if more.derived and uid not in known.sources),
        ),
    )


def years_after(day: dt.date, years: int) -> dt.date:
    """The same day some years later; of 29 February the day before 1 March."""
    month_end = day.day == 29 and day.month == 2
    return (day - _DAY if month_end else day).replace(year=day.year + years)


def _whole(row: TenureRow) -> bool:
    """Whether a source states when it ended: what is shown before and after is not one stretch."""
    return row.period.end.precision in _EXACT


def _dated(row: TenureRow) -> bool:
    return bool(row.period.start_edtf or row.period.end_edtf or row.shown)


def _first(row: TenureRow) -> dt.date:
    return row.shown[0][0] if row.shown else row.period.start.day


def _last(row: TenureRow) -> dt.date:
    """The last day for which a row speaks; of a day known by month or year the last that it can mean."""
    shown = max((last for _, last in row.shown), default=row.period.start.day)
    text = (row.period.start_edtf or "").removeprefix("[..").removesuffix("]")
    return max(shown, end_bound(text).day - _DAY) if row.derived and len(text) in (4, 7) else shown


def _latest(period: Period) -> dt.date | None:
    """The latest day that a stated start can mean."""
    if period.start.precision in _BLURRED:
        return end_bound(period.start_edtf).day - _DAY
    return None if period.start.precision is Precision.UNKNOWN else period.start.day


def _earliest_end(period: Period) -> dt.date:
    """The earliest day that a stated end can mean."""
    blurred = period.end.precision in _BLURRED and period.end_edtf
    return start_bound(period.end_edtf).day if blurred else period.end.day or OPEN_END


def _kind(post: PostRow) -> str:
    code = post.unit.removeprefix("div:")[:6]
    ends = {"100000": "Country", "0000": "Province", "00": "Prefecture"}
    level = next((ends[end] for end in ends if code.endswith(end)), "County")
    return f"{post.branch} {post.mode} {level}" if code.isdigit() else post.unit


@cache
def _exclusions() -> frozenset[frozenset[str]]:
    """Pairs of kinds of posts; a pair of one kind is a set of one."""
    return frozenset(map(frozenset, shipped_yaml(DATA / "exclusions.yaml")["exclude"]))


def _left(seat: SeatRow, tenures: Sequence[TenureRow]) -> SeatRow:
    last = seat.last_evidence
    if seat.person is None or last is None:
        return seat
    days = (seat.period.start.day, last)
    row = next((row for row in tenures if any(_shows(row, day) for day in days)), None)
    if seat.end_basis == STATED and (row is None or row.end_basis == UNKNOWN):
        return seat
    to, shown_to = last + _DAY, years_after(last, SHOWN) + _DAY
    if row and row.held_to and row.shown_to:
        to, shown_to = row.held_to, row.shown_to
    return replace(seat, held_to=min(to, seat.held_to or to), shown_to=shown_to)


def _shows(row: TenureRow, day: dt.date) -> bool:
    return any(first <= day <= last for first, last in row.shown)
