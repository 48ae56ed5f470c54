"""The day as of which what a seat (席位) refers to is meant: its own, else the first of its body.

One rule, for files of the form (loaders.groups.checks) and for tables (loaders.tables).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.core.dates import (
    OPEN_END,
    Period,
    Precision,
    end_bound,
    first_day,
    known_by,
    start_bound,
)


@dataclass(frozen=True)
class SeatDay:
    """Day of a seat's references; `until` None where it is the seat's own, else when its time ends.

    That is the year of a seat that is dated by a year, and the group's time of one without a day.

    `day` None: neither the seat nor its group has one.
    """

    day: dt.date | None
    until: dt.date | None = None

    @classmethod
    def of(
        cls, own: Iterable[str | None], start: str | None, ends: Iterable[str | None]
    ) -> SeatDay:
        """From EDTF: the first of the seat's own days, its group's start, the ends of seat and group."""
        text = next((text for text in own if text), None)
        if text:
            return cls(start_bound(text).day, _end_of_year(text))
        if not start:
            return cls(None)
        return cls(
            start_bound(start).day, min((end_bound(end).day for end in ends), default=OPEN_END)
        )

    def on(self, lives: Iterable[Period]) -> dt.date | None:
        """The day for a body of these lives; where it is never there in that time, the group's start."""
        if self.day is None or self.until is None:
            return self.day
        return first_day(lives, self.day, self.until) or self.day


_YEAR = re.compile(r"(?:\[\.\.)?\d{4}\]?")


def _end_of_year(text: str) -> dt.date | None:
    """The end of a year that dates something (2018, or known by 2018); None for any other date."""
    first = start_bound(text).day
    return first.replace(year=first.year + 1) if _YEAR.fullmatch(text) else None


def before_its_end(end: str | None, shown: str | None) -> str | None:
    """The day that shows a seat; one whose source tells of its end was there before that.

    By the eve of an end known by the day; by the month or year that an end names, not before it.
    """
    if not (end and shown):
        return shown
    told = start_bound(end.removeprefix("[..").removesuffix("]"))
    if start_bound(shown).day < told.day:
        return shown
    if told.precision is not Precision.DAY and start_bound(end).precision is told.precision:
        return known_by(end)
    return known_by((told.day - dt.timedelta(days=1)).isoformat())
