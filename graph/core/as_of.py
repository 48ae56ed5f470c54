"""Parse --as-of: a year or a month means its last day."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

from graph.core.dates import plain_period
from graph.core.errors import InputError


def parse_as_of(text: str, *, first: bool = False) -> tuple[dt.date, list[str]]:
    """The day that a text means, and a note that says so where the text names no single day.

    2009-06-30 is itself, 2009 is 2009-12-31, 2009-06 is 2009-06-30; with `first`, as for the start of a
    span, 2009 is 2009-01-01. Raises InputError for what is neither day, month nor year.
    """
    period = plain_period(normalize("NFKC", text).strip())
    if period is None:
        raise InputError(
            f"{text!r} is not a day. Write year-month-day, for example 2018-12-25, a month (2018-12) or a"
            " year (2018)."
        )
    day = period[0 if first else 1]
    which = "first" if first else "last"
    return day, [f"{text} is read as its {which} day, {day}."] if period[0] < period[1] else []
