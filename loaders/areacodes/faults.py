"""Where days of areacodes do not fit each other: overlaps under one code, gaps under a superior."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.core.dates import Period
from loaders.divisions.read import DivisionData, UnitRow

Fault = tuple[str, int]
"""A code and a year in which its days do not fit those around it."""


def faults(data: DivisionData) -> frozenset[Fault]:
    """Codes and years of units that overlap under one code, or lack their one superior."""
    return frozenset((*_overlaps(data), *_uncovered(data)))


def _overlaps(data: DivisionData) -> Iterator[Fault]:
    by_code: dict[str, list[Period]] = defaultdict(list)
    for unit in data.units:
        by_code[unit.code].append(data.periods[unit.uid])
    for code, spans in by_code.items():
        for before, after in pairwise(sorted(spans, key=lambda span: span.start.day)):
            if after.start.day < before.end.day:
                yield code, before.end.day.year
                yield code, after.start.day.year


def _uncovered(data: DivisionData) -> Iterator[Fault]:
    covered: dict[str, list[Period]] = defaultdict(list)
    for tie, span in zip(data.ties, data.tie_periods, strict=True):
        covered[tie.lower].append(span)
    for unit in data.units:
        if covered[unit.uid]:
            yield from _of_unit(unit, data.periods[unit.uid], covered[unit.uid])


def _of_unit(unit: UnitRow, whole: Period, spans: Sequence[Period]) -> Iterator[Fault]:
    """The unit and those above it, in the years of days with no superior or with two."""
    for year in _gaps(whole, spans):
        for code in (unit.code, unit.code[:4] + "00", unit.code[:2] + "0000"):
            yield code, year


def _gaps(whole: Period, spans: Sequence[Period]) -> Iterator[int]:
    day = whole.start.day
    for span in sorted(spans, key=lambda span: span.start.day):
        if span.start.day != day:
            yield day.year
            yield span.start.day.year
        day = max(day, span.end.day)
    if day < whole.end.day:
        yield day.year
        yield whole.end.day.year
