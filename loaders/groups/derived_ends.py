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
from loaders.groups.rows import GroupRow, SeatRow, TenureRow

STATED, DERIVED, OPEN, UNKNOWN = "stated", "derived", "open", "unknown"


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
    ends = ends_after(seat, (one for one in seats if follows(seat, one)))
    if ends and seat.last_evidence:
        seat = replace(seat, held_to=seat.last_evidence + dt.timedelta(days=1))
    period = cut(seat.period, ends)
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


def ends_after(row: SeatRow | TenureRow, others: Iterable[SeatRow | TenureRow]) -> list[str]:
    """The starts of others after all that is known of the row, as ends; an undated row has no order."""
    shown = row.last_evidence
    starts = [(one.period.start.day, one.period.start_edtf) for one in others]
    return [known_by(text) for day, text in starts if text and shown and day > shown]


def cut(period: Period, ends: Sequence[str]) -> Period:
    """The period with the earliest of the ends that lies after its start."""
    possible = [text for text in ends if end_bound(text).day > period.start.day]
    if not possible:
        return period
    return Period.of(period.start_edtf, min(possible, key=lambda text: end_bound(text).day))
