"""The days of which sources speak (佐证日): points, spans, and the day of a group that nothing dates."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.core.dates import OPEN, OPEN_END, Period, end_bound, start_bound
from graph.core.model import Tie
from loaders.form.entries import GroupParts
from loaders.form.references import References
from loaders.form.source_kinds import WITNESSES
from loaders.groups.checks import EXACT, seat_day
from loaders.groups.derived_ends import STATED
from loaders.groups.rows import GroupRow, SeatRow

_DAY = dt.timedelta(days=1)


def evidence(
    parts: GroupParts,
    seats: Sequence[SeatRow],
    issued: Mapping[str, str | None],
    refs: References,
    period: Period,
) -> tuple[dt.date, ...]:
    """Every day on which something shows the group, in order, none before its start or after its end."""
    days = (*_days(parts, seats, issued, refs), *(seat.last_evidence for seat in seats))
    first, last = period.start.day, period.end.day - _DAY
    return tuple(sorted({max(first, min(day, last)) for day in days if day}))


def _days(
    parts: GroupParts,
    seats: Sequence[SeatRow],
    issued: Mapping[str, str | None],
    refs: References,
) -> Iterator[dt.date | None]:
    entry = parts.head.entry
    events = [row.entry for row in parts.events if not row.entry.context]
    texts = [entry.from_, *(issued.get(uid) for uid in entry.established_by)]
    own = [start_bound(text).day for text in (*texts, *(event.on for event in events)) if text]
    for event in events:
        if event.until and end_bound(event.until).day < OPEN_END:
            own.append(end_bound(event.until).day - _DAY)
    yield from own
    for uid in entry.source:
        source = refs.first.get(uid)
        if source is not None and source.entry.kind in WITNESSES and source.entry.date:
            yield min(start_bound(source.entry.date).day, _closed(seats, own))
    # A seat of a body that came later than the group shows the group on that body's first day.
    yield from (seat_day(row.entry, entry, refs) for row in parts.seats)


def _closed(seats: Sequence[SeatRow], own: Iterable[dt.date]) -> dt.date:
    """The last day of the last seat, where the end of every seat is stated and no event or act is later.

    A page tells of a group that has ended: it speaks of the days of its seats, not of its own. A group that
    something shows after its last seat went on.
    """
    ends = [seat.period.end.day for seat in seats if seat.end_basis == STATED]
    if not ends or len(ends) < len(seats) or any(day >= max(ends) for day in own):
        return OPEN_END
    return max(ends) - _DAY


def spoken(parts: GroupParts, period: Period) -> tuple[str, ...]:
    """The spans of which a source speaks throughout: its stated life, and events that last."""
    spans = []
    if period.start_edtf and period.end.precision in EXACT:
        spans.append((period.start.day, period.end.day))
    for event in (row.entry for row in parts.events if not row.entry.context):
        if event.on and event.until:
            spans.append((start_bound(event.on).day, end_bound(event.until).day))
    return tuple(f"{start}/{OPEN if end == OPEN_END else end}" for start, end in spans)


def read_on(groups: Iterable[GroupRow], members: Iterable[Tie]) -> dict[str, dt.date]:
    """The day on which each group is read where none is asked: its last documented one.

    A group that no source dates is read on the last day on which most of its documented units exist
    together (`members` are the MEMBER_OF ties: each lives as long as its unit); it has none here where
    that is still so.
    """
    found = {group.uid: group.last_documented for group in groups}
    lives: dict[str, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for tie in members:
        if found[tie.end] is None:
            lives[tie.end].append((tie.properties["valid_from"], tie.properties["valid_to"]))
    fullest = {uid: _fullest(spans) for uid, spans in lives.items()}
    found |= {uid: end - _DAY for uid, end in fullest.items() if end < OPEN_END}
    return {uid: day for uid, day in found.items() if day is not None}


def _fullest(lives: Sequence[tuple[dt.date, dt.date]]) -> dt.date:
    """The end of the last span of days on which the most lives hold."""
    held = {day: [end for start, end in lives if start <= day < end] for day, _ in lives}
    best = max(held, key=lambda day: (len(held[day]), day))
    return min(held[best])
