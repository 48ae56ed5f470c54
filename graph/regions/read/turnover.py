"""How often chairs change in a region: changes a year over its groups, with the exact Poisson interval."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.catalogue import Row, queries
from graph.chairs.turnover import YEAR, poisson_interval, turnover
from graph.connection import Database
from graph.core.dates import OPEN_END, UNKNOWN_START
from graph.regions.read.places import Region
from graph.regions.read.reading import GroupReading

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class RegionTurnover:
    """Documented changes of the chair over the years in which they could have been seen.

    `groups` have a documented chair for some time, `unknown` counts the others by reason. `changes` are
    persons who follow another, `years` the sum over groups; `low` and `high` bound the changes a year and
    group at 95 % (Garwood 1936), None without years. Changes that no source shows are missing, so the
    rate is at least this. Changes of several groups under one chair are counted once a group.
    """

    groups: int
    changes: int
    years: float
    per_year: float | None
    low: float | None
    high: float | None
    unknown: dict[str, int]


def chairs_by_group(
    database: Database, groups: Sequence[str] | None = None
) -> dict[str, list[Row]]:
    """Who chaired each group, and when; None asks for every group. A group without a chair is absent."""
    chairs: dict[str, list[Row]] = defaultdict(list)
    for row in queries.chairs_of_groups(groups=groups, database=database):
        chairs[row["group"]].append(row)
    return dict(chairs)


def region_turnover(
    region: Region, groups: Sequence[GroupReading], chairs: Mapping[str, Sequence[Row]]
) -> RegionTurnover:
    """Return the turnover up to the region's day, or within its period; `chairs` as `chairs_by_group`."""
    counted, unknown = [], Counter[str]()
    window = _window(region)
    for group in groups:
        counted_group = _within(chairs.get(group.group, ()), *window)
        if isinstance(counted_group, str):
            unknown[counted_group] += 1
        else:
            counted.append(counted_group)
    changes, years = sum(c for c, _ in counted), sum(y for _, y in counted)
    low, high = poisson_interval(changes, years) if years else (None, None)
    rate = changes / years if years else None
    return RegionTurnover(len(counted), changes, years, rate, low, high, dict(unknown))


def _window(region: Region) -> tuple[dt.date, dt.date]:
    """First day and first day after the time in which changes count."""
    if region.period:
        return region.period.start, region.period.end
    return UNKNOWN_START, region.as_of + _DAY if region.as_of else OPEN_END


def _within(chairs: Sequence[Row], start: dt.date, end: dt.date) -> tuple[int, float] | str:
    """Changes and years of one group within a window; the reason where they are not known."""
    whole = turnover(chairs)
    if whole.since is None or whole.until is None:
        return whole.reason or "no chair is documented"
    first, last = max(whole.since, start), min(whole.until, end - _DAY)
    years = (last - first).days / YEAR
    if years <= 0:
        return (whole.reason if whole.years is None else None) or "not in the period"
    return sum(first < day <= last for day in _changes(chairs)), years


def _changes(chairs: Sequence[Row]) -> Iterator[dt.date]:
    """Days on which another person begins to chair."""
    ordered = sorted(chairs, key=lambda row: row["valid_from"])
    for one, other in pairwise(ordered):
        if one["person"] != other["person"]:
            yield other["valid_from"]
