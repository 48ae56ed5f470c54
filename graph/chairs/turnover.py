"""How often a group changes its chair: changes a year with the exact Poisson interval."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.catalogue import Row
from graph.core.words import Words

YEAR = 365.2425
"""Days of a mean Gregorian year."""

LEVEL = 0.95
"""The share of the interval."""

REASONS = {
    en: Words(en, zh)
    for en, zh in {
        "the chair is documented on one day only": "组长只在一日有记载",
        "no chair is documented": "组长无记载",
        "the chair rotates": "组长轮值",
        "a chair is named by post only, so its persons are not told": "有组长只载职务，其人不明",
        "a chair is not dated": "有组长无日期",
        "the group is not dated": "小组无日期",
        "several chairs begin together": "数名组长同时起任",
    }.items()
}
"""Why figures of a turnover are None."""


@dataclass(frozen=True)
class Turnover:
    """Documented changes of the chair over the years in which they could have been seen.

    `changes` counts persons who follow another in the chair, `years` runs from the first documented
    chair to the last documented day (or the group's end). `low` and `high` bound the changes a year
    at 95 % (Garwood 1936). Changes that no source shows are missing, so the rate is at least this.
    Where `reason` is given the figures are None: it says what is not known, as one of REASONS.
    """

    changes: int | None
    years: float | None
    per_year: float | None
    low: float | None
    high: float | None
    since: dt.date | None
    until: dt.date | None
    reason: str | None = None


def turnover(chairs: Sequence[Row]) -> Turnover:
    """Return the turnover of one group from its rows of `chairs_over_time`."""
    chairs = [row for row in chairs if not row.kept]
    if reason := _unknown(chairs):
        return Turnover(None, None, None, None, None, None, None, reason)
    since = min(row.valid_from for row in chairs)
    last, end = chairs[0].group_last_documented, chairs[0].group_until
    until = min(last, end) if end else last
    changes = sum(since < day <= until for day in _changes(chairs))
    years = (until - since).days / YEAR
    if years <= 0:
        reason = "the chair is documented on one day only"
        return Turnover(changes, None, None, None, None, since, until, reason)
    low, high = poisson_interval(changes, years)
    return Turnover(changes, years, changes / years, low, high, since, until)


def _changes(chairs: Sequence[Row]) -> Iterator[dt.date]:
    """Days on which another person begins to chair."""
    for one, other in pairwise(sorted(chairs, key=lambda row: row.valid_from)):
        if one.person != other.person:
            yield other.valid_from


def poisson_interval(count: int, exposure: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the exact interval of a Poisson rate: `count` events in `exposure` (Garwood 1936).

    Low is the rate at which `count` or more have the probability (1 - level) / 2, high that at which
    `count` or fewer have it; low is 0 for no event. Units are events per unit of exposure.
    """
    tail = (1 - level) / 2
    low = _mean_with(count - 1, 1 - tail) if count else 0.0
    return low / exposure, _mean_with(count, tail) / exposure


def _mean_with(count: int, share: float) -> float:
    """Return the Poisson mean at which `count` or fewer have this probability, by bisection."""
    low, high = 0.0, 2.0 * count + 50
    for _ in range(100):
        mean = (low + high) / 2
        terms = (k * math.log(mean) - mean - math.lgamma(k + 1) for k in range(count + 1))
        if math.fsum(map(math.exp, terms)) > share:
            low = mean
        else:
            high = mean
    return low


def _unknown(chairs: Sequence[Row]) -> str | None:
    if not chairs:
        return "no chair is documented"
    if any(row.rotating for row in chairs):
        return "the chair rotates"
    if any(row.person is None for row in chairs):
        return "a chair is named by post only, so its persons are not told"
    if any(row.from_precision == "unknown" for row in chairs):
        return "a chair is not dated"
    if chairs[0].group_last_documented is None:
        return "the group is not dated"
    starts = sorted({row.valid_from for row in chairs})
    return None if len(starts) == len(chairs) else "several chairs begin together"
