"""The day of a question: a year or a month that a user gives is its last day, and is told so."""

from __future__ import annotations

import datetime as dt
import re

from graph.core.dates import end_bound, parse_day

_PERIOD = re.compile(r"\d{4}(?:-\d{2})?")


def asked_day(text: str | None) -> tuple[dt.date | None, list[str]]:
    """The day that a text means, and what to tell about the reading.

    2009-06-30 is itself, 2009 is 2009-12-31, 2009-06 is 2009-06-30; None stays None. Raises InputError
    for what is neither day, month nor year.
    """
    if text is None:
        return None, []
    if not _PERIOD.fullmatch(text):
        return parse_day(text), []
    day = end_bound(text).day - dt.timedelta(days=1)
    return day, [f"{text} is read as its last day, {day}."]
