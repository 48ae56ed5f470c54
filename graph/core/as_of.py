"""The day that is asked: a year or a month means its last day."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

from graph.core.dates import plain_period
from graph.core.errors import InputError
from graph.core.language import say
from graph.core.words import Words

SEEN_WITHIN = 5
"""Years before the day within which a source must have spoken of a group that counts."""


def parse_as_of(text: str, *, first: bool = False) -> tuple[dt.date, list[str]]:
    """The day that a text means, and a note that says so where the text names no single day.

    2009-06-30 is itself, 2009 is 2009-12-31, 2009-06 is 2009-06-30; with `first`, as for the start of a
    span, 2009 is 2009-01-01. Raises InputError for what is neither day, month nor year.
    """
    period = plain_period(normalize("NFKC", text).strip())
    if period is None:
        raise InputError(
            Words(
                f"{text!r} is not a day. Write year-month-day, for example 2018-12-25, a month (2018-12) or a"
                " year (2018).",
                f"“{text}”不是日期。请写年-月-日，如 2018-12-25，或月（2018-12），或年（2018）。",
            )
        )
    day = period[0 if first else 1]
    which = Words("first", "首日") if first else Words("last", "末日")
    note = Words(
        f"{text} is read as its {which.en} day, {day}.", f"{text} 读作其{which.zh} {day}。"
    )
    return day, [say(note)] if period[0] < period[1] else []
