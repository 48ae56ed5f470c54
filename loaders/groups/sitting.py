"""How long a seat (席位) is its person's: DOMAIN definitions, "A seat".

It goes on while its person holds the post by which he sits; while he is only last shown, so is he in it; from
the day on which nobody is known in the post it goes on without a name.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.groups.derived_ends import STATED, UNKNOWN
from loaders.groups.rows import SeatRow, TenureRow
from loaders.groups.tenures import SHOWN, years_after

_DAY = dt.timedelta(days=1)


def left_seats(seats: Iterable[SeatRow], tenures: Iterable[TenureRow]) -> tuple[SeatRow, ...]:
    """The seats, with the days to which their person is held and last shown in them."""
    held: dict[tuple[str | None, str | None], list[TenureRow]] = defaultdict(list)
    for row in tenures:
        held[row.person, row.post].append(row)
    return tuple(_left(seat, held[seat.person, seat.post]) for seat in seats)


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
