"""A period of a comparison: half-open, from a first day up to the day before its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.core.dates import OPEN_END, UNKNOWN_START, start_bound
from graph.core.errors import InputError
from graph.core.words import Words

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """The days from `start` up to, not including, `end` (时段, 前闭后开).

    An open end is 9999-12-31, an open start 0001-01-01.
    """

    start: dt.date
    end: dt.date

    @property
    def last(self) -> dt.date:
        """The last day, at the latest today: the day on which the hierarchy of a period is shown."""
        return min(self.end - _DAY, dt.date.today())

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two have a day in common."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        start = "" if self.start == UNKNOWN_START else _short(self.start)
        end = "" if self.end == OPEN_END else _short(self.end)
        return f"{start}..{end}"


def _short(day: dt.date) -> str:
    """Return a first day of a year as the year, as it is written in a period."""
    return f"{day:%Y}" if (day.month, day.day) == (1, 1) else str(day)


def is_span(text: str) -> bool:
    """Tell whether a text is written as a period."""
    return ".." in text


def span_of(text: str) -> Span:
    """Read `2013..2018`: from 2013-01-01 up to, not including, 2018-01-01; `2018..` is open.

    Each end is a day, month or year and stands for its first day, so that `..2018` and `2018..` touch
    and have no day in common. Raises InputError for another form, or a period that holds no day.
    """
    start, dots, end = text.partition("..")
    if not dots or "." in end or not (start or end):
        raise InputError(
            Words(
                f"{text!r} is not a period. Write FROM..TO, for example 2013..2018 (up to the end of 2017) or"
                " 2018.. (from 2018 on).",
                f"“{text}”不是时期。请写 FROM..TO，如 2013..2018（至 2017 年底）或 2018..（2018 年起）。",
            )
        )
    found = Span(
        start_bound(start).day if start else UNKNOWN_START,
        start_bound(end).day if end else OPEN_END,
    )
    if found.end <= found.start:
        raise InputError(
            Words(
                f"The period {text!r} holds no day: its end, {found.end}, is not in it and must come after"
                f" its start, {found.start}.",
                f"时期“{text}”不含任何一日：其终点 {found.end} 不计在内，且须晚于起点 {found.start}。",
            )
        )
    return found
