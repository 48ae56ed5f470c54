"""Dates as sources give them (EDTF) and the days that queries compare.

Every interval is half-open: `[valid_from, valid_to)`. A file holds EDTF text or nothing; the graph
holds the text, a `precision` and a bound, the day that stands for the text in a comparison.
"""

from __future__ import annotations

import datetime as dt
import warnings
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from time import struct_time
from typing import Any

from graph.core.errors import InputError
from graph.core.words import Words

UNKNOWN_START = dt.date(1, 1, 1)
"""Bound of a start that no source gives."""

OPEN_END = dt.date(9999, 12, 31)
"""Bound of an end that has not come or that no source gives."""

BOUNDS = frozenset({UNKNOWN_START, OPEN_END})
"""Days that stand for what is not known or has not come: no answer gives them."""

OPEN = ".."
"""EDTF for an end that has not come: `..` says open, an empty field says unknown."""


class Precision(StrEnum):
    """How exactly a date is known (精度)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BY = "by"
    """已知不晚于: known on that day; before it nothing is known."""
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Bound:
    """The day that stands for a date in a comparison, and how exactly the date is known."""

    day: dt.date
    precision: Precision


@dataclass(frozen=True)
class Period:
    """A validity `[start, end)` with both EDTF texts as they stand in the file."""

    start: Bound
    end: Bound
    start_edtf: str | None
    end_edtf: str | None

    @classmethod
    def of(cls, start: str | None, end: str | None) -> Period:
        """Read both ends; raises InputError for a malformed date or an end before its start."""
        period = cls(start_bound(start), end_bound(end), start or None, end or None)
        if period.end.day <= period.start.day:
            raise InputError(
                Words(
                    f"The period from {start!r} to {end!r} holds no day.",
                    f"从“{start}”到“{end}”的时段不含任何一日。",
                )
            )
        return period

    def holds(self, day: dt.date) -> bool:
        """Whether the period is in force on the day."""
        return self.start.day <= day < self.end.day

    def properties(self) -> dict[str, object]:
        """The six properties that a node or relationship stores; unknown texts are left out."""
        found: dict[str, object] = {
            "valid_from": self.start.day,
            "valid_to": self.end.day,
            "from_precision": str(self.start.precision),
            "to_precision": str(self.end.precision),
        }
        texts = {"from_edtf": self.start_edtf, "to_edtf": self.end_edtf}
        return found | {key: text for key, text in texts.items() if text}


def is_bound(value: object) -> bool:
    """Whether a value is a day that stands for what is not known or has not come."""
    return isinstance(value, dt.date) and value in BOUNDS


def lasts(start: dt.date | None, end: dt.date | None, day: dt.date) -> bool:
    """Whether a day lies in `[start, end)` as answers give it: None is an unknown or open side."""
    return (start is None or start <= day) and (end is None or day < end)


def first_day(lives: Iterable[Period], start: dt.date, until: dt.date = OPEN_END) -> dt.date | None:
    """The first day from `start` on, and before `until`, on which one of the lives is in force."""
    days = (max(life.start.day, start) for life in lives if life.end.day > start)
    return min((day for day in days if day < until), default=None)


def start_bound(edtf: str | None) -> Bound:
    """First day that a start can mean: the earliest day of the period it names.

    None or "" is unknown (0001-01-01). `[..2018-07]` ("by 2018-07") is 2018-07-01 with precision by:
    before it the answer is not known. Raises InputError for a text that does not give such a date.
    """
    if not edtf:
        return Bound(UNKNOWN_START, Precision.UNKNOWN)
    read = _read(edtf)
    return Bound(read.first, Precision.BY if read.by else read.precision)


def end_bound(edtf: str | None) -> Bound:
    """First day after the end of the thing: the day after the period that an end names.

    A day is itself that day (a division abolished on 2018-12-26 is not in force on it), a month or a
    year ends with its last day. `..` is open, None is unknown, `[..2018-10-12]` ended at the latest
    on that day.
    """
    if not edtf:
        return Bound(OPEN_END, Precision.UNKNOWN)
    if edtf == OPEN:
        return Bound(OPEN_END, Precision.OPEN)
    read = _read(edtf)
    if read.by:
        return Bound(read.first, Precision.BY)
    if read.precision is Precision.DAY:
        return Bound(read.first, Precision.DAY)
    return Bound(read.last + dt.timedelta(days=1), read.precision)


def known_by(edtf: str) -> str:
    """EDTF for "known by that date" (`[..2018-07]`)."""
    return edtf if edtf.startswith("[..") else f"[..{edtf}]"


@dataclass(frozen=True)
class _Read:
    first: dt.date
    last: dt.date
    precision: Precision
    by: bool


@lru_cache(maxsize=4096)
def _read(text: str) -> _Read:
    by = text.startswith("[..") and text.endswith("]")
    inner = text[3:-1] if by else text
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(len(inner))
    if precision is None:
        raise _malformed(text)
    plain = plain_period(inner)
    if plain:
        return _Read(*plain, precision, by)
    date = _parse(inner, text)
    return _Read(_day(date.lower_strict()), _day(date.upper_strict()), precision, by)


def plain_period(text: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a plain year, month or day; None for any other text.

    The grammar of EDTF takes some 40 ms a date, which adds up over the hundreds of a dataset.
    """
    if not (text.isascii() and text.replace("-", "").isdigit()):
        return None
    try:
        first = dt.date.fromisoformat((text + ("-01-01" if len(text) == 4 else "-01"))[:10])
    except ValueError:
        return None
    month = first.month if len(text) > 4 else 12
    day = first.day if len(text) == 10 else monthrange(first.year, month)[1]
    return first, first.replace(month=month, day=day)


def _parse(inner: str, text: str) -> Any:
    with warnings.catch_warnings():
        # edtf builds its grammar with names that newer pyparsing warns about at import.
        warnings.simplefilter("ignore")
        from edtf import EDTFObject, parse_edtf
        from edtf.parser.edtf_exceptions import EDTFParseException
        from edtf.parser.parser_classes import Date
    try:
        date: EDTFObject = parse_edtf(inner)
    except EDTFParseException:
        raise _malformed(text) from None
    if not isinstance(date, Date):
        raise _malformed(text)
    return date


def _day(moment: struct_time) -> dt.date:
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _malformed(text: str) -> InputError:
    return InputError(
        Words(
            f"{text!r} is not a date that lsgraph reads. Write 2018, 2018-07 or 2018-07-03 (EDTF),"
            " [..2018-07] for 'by July 2018', '..' for an end that has not come, nothing for unknown.",
            f"lsgraph 不能读“{text}”这个日期。请写 2018、2018-07 或 2018-07-03（EDTF），用 ["
            "..2018-07] 表示“不晚于 2018 年 7 月”，用 '..' 表示尚未结束，不明者留空。",
        )
    )
