"""Ends that no source gives, and the last day on which a source shows something.

DOMAIN definitions, section 1, "Time": for seats and tenures an unknown end is not an open one. It
ends, at the latest (`by`), when the next holder is documented. Nothing derived here is called
stated: `end_basis` tells which it is.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.core.dates import Bound, Period, Precision, end_bound, known_by, start_bound
from graph.offices.ranks import Mode
from loaders.groups.rows import GroupRow, PostRow, SeatRow, TenureRow

STATED, DERIVED, OPEN, UNKNOWN = "stated", "derived", "open", "unknown"
ONE_HOLDER = (Mode.HEAD, Mode.DEPT_HEAD)
"""Posts (正职) that one person holds at a time, so that the next holder ends the last one."""

LINE_BRANCHES = ("party", "government")
"""A congress or CPPCC chair is regularly held beside a secretaryship, so it ends none."""


def end_basis(period: Period) -> str:
    """Whether a period's end is stated in the file, open or unknown."""
    named = {Precision.OPEN: OPEN, Precision.UNKNOWN: UNKNOWN}
    return named.get(period.end.precision, STATED)


def last_shown(period: Period, as_of: str | None, basis: str | None = None) -> dt.date | None:
    """The latest day on which the row's own source shows it: its start, `as_of` or stated end."""
    days = [start_bound(text).day for text in (period.start_edtf, as_of) if text]
    if (basis or end_basis(period)) == STATED:
        days.append(period.end.day - dt.timedelta(days=1))
    return max(days, default=None)


def ended_seats(seats: Sequence[SeatRow], groups: Mapping[str, GroupRow]) -> tuple[SeatRow, ...]:
    """Every seat with the end that later seats of its group, or the group's own end, imply."""
    own = defaultdict(list)
    for seat in seats:
        own[seat.group].append(seat)
    return tuple(_ended_seat(seat, own[seat.group], groups[seat.group]) for seat in seats)


def ended_tenures(
    tenures: Sequence[TenureRow], posts: Mapping[str, PostRow]
) -> tuple[TenureRow, ...]:
    """Every tenure with the end that the next holder or the person's next HEAD post implies."""
    linked = defaultdict(list)
    for tenure in tenures:
        linked[tenure.post].append(tenure)
        linked[tenure.person].append(tenure)
    return tuple(
        _ended_tenure(tenure, [*linked[tenure.post], *linked[tenure.person]], posts)
        for tenure in tenures
    )


def tenures_of_seats(
    seats: Iterable[SeatRow], stated: Sequence[TenureRow]
) -> tuple[TenureRow, ...]:
    """The stated tenures, and one for each person and post that seats show and none states.

    A seat shows that the person holds the post by the seat's start, not since when. What it shows
    of a stated tenure moves that one's last evidence.
    """
    found: dict[tuple[str, str], TenureRow] = {}
    several = list(stated)
    for tenure in stated:
        if sum(_pair(tenure) == _pair(other) for other in stated) == 1:
            found[_pair(tenure)] = tenure
            several.remove(tenure)
    apart = {_pair(tenure) for tenure in several}
    for seat in seats:
        shown = _shown_by(seat)
        if shown and _pair(shown) not in apart:
            known = found.get(_pair(shown))
            found[_pair(shown)] = _merged(known, shown) if known else shown
    return (*several, *found.values())


def stopped_by(period: Period, successor: Bound) -> Period:
    """The period, cut where its successor starts inside the month or year stated as its end."""
    if period.end.precision not in (Precision.MONTH, Precision.YEAR) or not period.end_edtf:
        return period
    first = max(start_bound(period.end_edtf).day, period.start.day + dt.timedelta(days=1))
    inside = first <= successor.day < period.end.day
    return replace(period, end=replace(period.end, day=successor.day)) if inside else period


def _ended_seat(seat: SeatRow, seats: Sequence[SeatRow], group: GroupRow) -> SeatRow:
    alone = seat.role == "chair" and group.leadership in ("single", "unknown")
    if seat.end_basis != UNKNOWN:
        return _stopped_in_the_chair(seat, seats) if alone else seat
    follows = _follows_in_the_chair if alone else _follows_in_the_post
    period = _cut(seat.period, _ends_after(seat, (one for one in seats if follows(seat, one))))
    life = group.period
    if end_basis(life) == STATED and period.start.day < life.end.day < period.end.day:
        period = replace(period, end=life.end, end_edtf=life.end_edtf)
    return replace(seat, period=period, end_basis=DERIVED if period != seat.period else UNKNOWN)


def _stopped_in_the_chair(seat: SeatRow, seats: Sequence[SeatRow]) -> SeatRow:
    """The seat, its end known by month or year set to the start of who follows in that time."""
    period = seat.period
    for other in seats:
        if _follows_in_the_chair(seat, other) and other.period.start_edtf:
            period = stopped_by(period, other.period.start)
    return replace(seat, period=period)


def _follows_in_the_chair(seat: SeatRow, other: SeatRow) -> bool:
    same_chair = other.role == "chair" and other.group == seat.group
    return same_chair and (other.person, other.post) != (seat.person, seat.post)


def _follows_in_the_post(seat: SeatRow, other: SeatRow) -> bool:
    same_seat = (other.group, other.role, other.post) == (seat.group, seat.role, seat.post)
    # A seat printed without a name ends too, when a name is known for it.
    return bool(same_seat and seat.post and other.person) and other.person != seat.person


def _ended_tenure(
    tenure: TenureRow, tenures: Sequence[TenureRow], posts: Mapping[str, PostRow]
) -> TenureRow:
    if tenure.end_basis != UNKNOWN:
        return tenure
    ends = _ends_after(tenure, (one for one in tenures if _ends(tenure, one, posts)))
    basis = DERIVED if ends else UNKNOWN
    return replace(tenure, period=_cut(tenure.period, ends), end_basis=basis)


def _ends(tenure: TenureRow, other: TenureRow, posts: Mapping[str, PostRow]) -> bool:
    mine, next_post = posts[tenure.post], posts[other.post]
    if other.person != tenure.person:
        return other.post == tenure.post and mine.mode in ONE_HOLDER
    lines = mine.branch in LINE_BRANCHES and next_post.branch in LINE_BRANCHES
    return other.post != tenure.post and lines and mine.mode == next_post.mode == Mode.HEAD


def _ends_after(row: SeatRow | TenureRow, others: Iterable[SeatRow | TenureRow]) -> list[str]:
    """The starts of others after all that is known of the row, as ends; an undated row has no order."""
    shown = row.last_evidence
    starts = [(one.period.start.day, one.period.start_edtf) for one in others]
    return [known_by(text) for day, text in starts if text and shown and day > shown]


def _cut(period: Period, ends: Sequence[str]) -> Period:
    """The period with the earliest of the ends that lies after its start."""
    possible = [text for text in ends if end_bound(text).day > period.start.day]
    if not possible:
        return period
    return Period.of(period.start_edtf, min(possible, key=lambda text: end_bound(text).day))


def _pair(tenure: TenureRow) -> tuple[str, str]:
    return tenure.person, tenure.post


def _shown_by(seat: SeatRow) -> TenureRow | None:
    if not (seat.person and seat.post):
        return None
    start = seat.period.start_edtf or (seat.last_evidence and seat.last_evidence.isoformat())
    period = Period.of(known_by(start) if start else None, None)
    shown = None if seat.end_basis == STATED else seat.last_evidence
    return TenureRow(
        person=seat.person, post=seat.post, period=period, end_basis=UNKNOWN,
        last_evidence=shown or (period.start.day if start else None), sources=seat.sources,
        confidence=seat.confidence, derived=True, from_sources=seat.from_sources,
    )  # fmt: skip


def _merged(known: TenureRow, shown: TenureRow) -> TenureRow:
    """One tenure from two sightings: the earlier start, the later evidence, all sources.

    What only one of them tells, start or end, its own sources give.
    """
    rows = [row for row in (known, shown) if row.period.start_edtf] or [known]
    first = min(rows, key=lambda row: row.period.start.day)
    stated = not known.derived and known.period.start.precision is not Precision.BY
    start = known if stated and known.period.start_edtf else first
    days = [day for day in (known.last_evidence, shown.last_evidence) if day]
    return replace(
        known,
        period=Period.of(start.period.start_edtf, known.period.end_edtf),
        last_evidence=max(days, default=None),
        sources=tuple(dict.fromkeys((*known.sources, *shown.sources))),
        from_sources=start.from_sources or start.sources,
        to_sources=known.to_sources or known.sources,
        seat_sources=(
            *known.seat_sources,
            *(uid for uid in shown.sources if uid not in known.sources),
        ),
    )
