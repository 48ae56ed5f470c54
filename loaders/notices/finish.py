"""What is done when a whole notice is read: seats completed from each other, doubts put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.notices.lines.state import UNNAMED
from loaders.notices.model import Group, Seat, doubts_of


def finished(groups: Sequence[Group], name: str | None) -> tuple[Group, ...]:
    """The groups with seats; who directs the office is known by his seat in the same group."""
    kept = [group for group in groups if group.seats] or [groups[0]]
    kept[0].name = kept[0].name or name
    for group in kept:
        group.seats[:] = [_completed(seat, group.seats) for seat in group.seats]
        if not group.name:
            group.seats[:] = [replace(s, check=doubts_of(s.check, UNNAMED)) for s in group.seats]
    return tuple(kept)


def _completed(seat: Seat, seats: Sequence[Seat]) -> Seat:
    """A seat of a person without a title, where the same notice gives that person one title."""
    if seat.person is None or seat.title or seat.unit:
        return seat
    known = {(s.title, s.unit, s.check) for s in seats if s.person == seat.person and s.title}
    if len(known) != 1:
        return seat
    title, unit, check = known.pop()
    return replace(seat, title=title, unit=unit, check=seat.check or check)
