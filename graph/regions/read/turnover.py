"""How often chairs change in a region: changes a year over its groups, with the exact Poisson interval."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.chairs.turnover import poisson_interval, turnover
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
    window = _window(region)
    own = [turnover(chairs.get(group.group, ()), *window) for group in groups]
    known = [(one.changes or 0, one.years) for one in own if one.years is not None]
    unknown = Counter(one.reason or "" for one in own if one.years is None)
    changes, years = sum(c for c, _ in known), sum(y for _, y in known)
    low, high = poisson_interval(changes, years) if years else (None, None)
    rate = changes / years if years else None
    return RegionTurnover(len(known), changes, years, rate, low, high, dict(unknown))


def _window(region: Region) -> tuple[dt.date, dt.date]:
    """First day and first day after the time in which changes count."""
    if region.period:
        return region.period.start, region.period.end
    return UNKNOWN_START, region.as_of + _DAY if region.as_of else OPEN_END
