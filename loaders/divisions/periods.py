"""Validity of units and ties as days: an end known by year lies where the successor starts.

Two tables a year apart show that a county of 2010 is a district in 2011; both rows say `2011`. The
old unit then ends on the first day that the new one may have started, so that no day has both.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.core.dates import Bound, Period, Precision, start_bound
from loaders.divisions.rows import SuccessionRow, TieRow, UnitRow

_COARSE = (Precision.YEAR, Precision.MONTH)


def division_periods(
    units: Sequence[UnitRow], successions: Iterable[SuccessionRow]
) -> dict[str, Period]:
    """Validity of each unit by uid; raises InputError for a malformed date or an empty period."""
    starts = {unit.uid: start_bound(unit.valid_from).day for unit in units}
    followers: dict[str, set[dt.date]] = defaultdict(set)
    for row in successions:
        if row.new in starts:
            followers[row.old].add(starts[row.new])
    by_code: dict[str, set[dt.date]] = defaultdict(set)
    for unit in units:
        by_code[unit.code].add(starts[unit.uid])
    return {
        unit.uid: period(unit.valid_from, unit.valid_to, followers[unit.uid] | by_code[unit.code])
        for unit in units
    }


def tie_periods(ties: Sequence[TieRow], units: dict[str, Period]) -> tuple[Period, ...]:
    """Validity of each tie; an end known by year is that of either unit or the next tie's start."""
    starts: dict[str, set[dt.date]] = defaultdict(set)
    for tie in ties:
        starts[tie.lower].add(start_bound(tie.valid_from).day)
    return tuple(
        period(
            tie.valid_from,
            tie.valid_to,
            starts[tie.lower] | {units[tie.lower].end.day, units[tie.upper].end.day},
        )
        for tie in ties
    )


def period(start: str | None, end: str | None, turns: set[dt.date]) -> Period:
    """The period from start to end; `turns` are days on which an end known by year may lie."""
    whole = Period.of(start, end)
    if whole.end.precision not in _COARSE:
        return whole
    first = start_bound(end).day
    within = [day for day in turns if first <= day < whole.end.day and day > whole.start.day]
    if not within:
        return whole
    return Period(whole.start, Bound(min(within), whole.end.precision), start, end)
