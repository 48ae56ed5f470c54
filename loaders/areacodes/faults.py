"""Where days of areacodes do not fit each other: overlaps under one code, gaps under a superior."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.core.dates import Period
from loaders.divisions.periods import DivisionData, misfits

Fault = tuple[str, int]
"""A code and a year in which its days do not fit those around it."""


def faults(data: DivisionData) -> frozenset[Fault]:
    """Codes and years of units that overlap under one code, or lack their one superior."""
    return frozenset((*_overlaps(data), *_uncovered(data)))


def _overlaps(data: DivisionData) -> Iterator[Fault]:
    for before, after in data.overlaps():
        yield before.code, data.periods[before.uid].end.day.year
        yield after.code, data.periods[after.uid].start.day.year


def _uncovered(data: DivisionData) -> Iterator[Fault]:
    """The unit and those above it, in the years of days with no superior or with two."""
    covered: dict[str, list[Period]] = defaultdict(list)
    for tie, span in zip(data.ties, data.tie_periods, strict=True):
        covered[tie.lower].append(span)
    for unit in (unit for unit in data.units if covered[unit.uid]):
        for days in misfits(data.periods[unit.uid], covered[unit.uid]):
            for code in (unit.code, unit.code[:4] + "00", unit.code[:2] + "0000"):
                yield from ((code, day.year) for day in days)
