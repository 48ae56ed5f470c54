"""Validity of units and ties as days: an end known by year lies where the successor starts.

Two tables a year apart show that a county of 2010 is a district in 2011; both rows say `2011`. The
old unit then ends on the first day that the new one may have started, so that no day has both.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph.core.dates import Bound, Period, Precision, end_bound, start_bound
from loaders.divisions.rows import SourceRow, SuccessionRow, TieRow, UnitRow

_COARSE = (Precision.YEAR, Precision.MONTH)


@dataclass(frozen=True)
class DivisionData:
    """All rows of the division data, in file order."""

    units: tuple[UnitRow, ...]
    ties: tuple[TieRow, ...]
    successions: tuple[SuccessionRow, ...]
    sources: tuple[SourceRow, ...]

    @cached_property
    def periods(self) -> dict[str, Period]:
        """Validity of each unit by uid; an end known by year lies where its successor starts."""
        return division_periods(self.units, self.successions)

    @cached_property
    def tie_periods(self) -> tuple[Period, ...]:
        """Validity of each tie, in the order of `ties`."""
        return tie_periods(self.ties, self.periods)

    def overlaps(self) -> Iterator[tuple[UnitRow, UnitRow]]:
        """Pairs of units, the earlier first, that hold one code on the same days."""
        by_code: dict[str, list[UnitRow]] = defaultdict(list)
        for unit in sorted(self.units, key=lambda unit: self.periods[unit.uid].start.day):
            by_code[unit.code].append(unit)
        for units in by_code.values():
            for before, after in pairwise(units):
                if self.periods[after.uid].start.day < self.periods[before.uid].end.day:
                    yield before, after

    def living(self, units: Iterable[UnitRow], whole: Period) -> list[UnitRow]:
        """Return those of some units that live within a period, the earliest first."""
        spans = [(self.periods[unit.uid], unit) for unit in units if unit.uid in self.periods]
        meeting = [pair for pair in spans if _meet(pair[0], whole)]
        return [unit for _, unit in sorted(meeting, key=lambda pair: pair[0].start.day)]


def _meet(one: Period, other: Period) -> bool:
    return one.start.day < other.end.day and other.start.day < one.end.day


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
    """Return the period from start to end; `turns` are days on which an end known by year may lie."""
    whole = Period.of(start, end)
    if whole.end.precision not in _COARSE:
        return whole
    first = start_bound(end).day
    within = [day for day in turns if first <= day < whole.end.day and day > whole.start.day]
    if not within:
        return whole
    return Period(whole.start, Bound(min(within), whole.end.precision), start, end)


def precisions(valid_from: str | None, valid_to: str | None) -> tuple[str, str]:
    """Return the words for the two precision columns of a row with these dates."""
    return str(start_bound(valid_from).precision), str(end_bound(valid_to).precision)


def superior_tie(
    lower: UnitRow, upper: UnitRow, periods: dict[str, Period], statutory: frozenset[str]
) -> Iterator[TieRow]:
    """Yield the tie of a unit to a version of its superior, none where the two never meet.

    `statutory` are kinds of superiors that lead county-level cities by law, all others act for the
    province (代管).
    """
    own, its = periods[lower.uid], periods[upper.uid]
    if not _meet(own, its):
        return
    start = lower.valid_from if own.start.day >= its.start.day else upper.valid_from
    end = lower.valid_to if own.end.day <= its.end.day else upper.valid_to
    mode = "acting" if lower.kind == "县级市" and upper.kind not in statutory else "statutory"
    yield TieRow(lower.uid, upper.uid, mode, start, end, *precisions(start, end), lower.source)


def misfits(whole: Period, ties: Iterable[Period]) -> Iterator[tuple[dt.date, dt.date]]:
    """Days between which a unit has no superior, or, where the second is the earlier, two."""
    day = whole.start.day
    for span in sorted(ties, key=lambda tie: tie.start.day):
        if span.start.day != day:
            yield day, span.start.day
        day = max(day, span.end.day)
    if day < whole.end.day:
        yield day, whole.end.day
