"""Cliff's delta: how often a value of one region exceeds one of another, and its interval."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.regions.quantiles import t_quantile
from graph.regions.ranking import numbers

SMALLEST_FOR_INTERVAL = 10
"""Values that each side needs before an interval is given."""
SMALLEST_FOR_TRUST = 20
"""Values that each side needs before the interval is not called approximate."""


@dataclass(frozen=True)
class Interval:
    """Limits of a confidence interval; `approximate` where a side has fewer than 20 values."""

    low: float
    high: float
    approximate: bool
    level: float = 0.95


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> float:
    """Cliff's delta: P(value of a > value of b) - P(a < b) over all pairs, -1 to 1; ties count 0.

    1: every value of `a` is above every one of `b`; 0: neither side is ahead. For ordinal values: only
    which is larger counts, not by how much. Source: Cliff (1993), "Dominance statistics", Psychological
    Bulletin 114(3), 494-509. Raises InputError for an empty side or a missing value.
    """
    first, second = numbers(a, "a"), numbers(b, "b")
    return sum(_ahead(first, second)) / (len(first) * len(second))


def delta_interval(a: Sequence[float], b: Sequence[float], level: float = 0.95) -> Interval | None:
    """The asymmetric interval of Feng and Cliff for delta; None where a side has fewer than 10 values.

    With d = delta, s2 its unbiased variance and t the quantile of Student's t with n + m - 2 degrees:

        (d - d^3 -+ t s sqrt((1 - d^2)^2 + t^2 s2)) / (1 - d^2 + t^2 s2)

    Where all pairs point one way d is taken as +-(n m - 1)/(n m) and the outer limit as +-1. Source: Feng
    and Cliff (2004), "Monte Carlo evaluation of ordinal d with improved confidence interval", Journal of
    Modern Applied Statistical Methods 3(2), 322-332; with the choices of R's effsize::cliff.delta.
    """
    first, second = numbers(a, "a"), numbers(b, "b")
    n, m = len(first), len(second)
    if min(n, m) < SMALLEST_FOR_INTERVAL:
        return None
    delta = cliffs_delta(first, second)
    d = delta * (n * m - 1) / (n * m) if abs(delta) == 1 else delta
    t = t_quantile((1 + level) / 2, n + m - 2)
    low, high = _limits(d, t, _variance(first, second, d))
    return Interval(
        -1.0 if delta == -1 else low,
        1.0 if delta == 1 else high,
        min(n, m) < SMALLEST_FOR_TRUST,
        level,
    )


def _limits(d: float, t: float, variance: float) -> tuple[float, float]:
    width = t * math.sqrt(variance) * math.sqrt((1 - d * d) ** 2 + t * t * variance)
    below = 1 - d * d + t * t * variance
    return (d - d**3 - width) / below, (d - d**3 + width) / below


def _variance(a: Sequence[float], b: Sequence[float], d: float) -> float:
    """Unbiased variance of delta, from the dominance d_ij = sign(a_i - b_j), its row means d_i. and
    column means d_.j:

        (m^2 sum (d_i. - d)^2 + n^2 sum (d_.j - d)^2 - sum (d_ij - d)^2) / (n m (n - 1)(m - 1))

    It may come out at or below 0; then (1 - d^2) / (n m - 1), the least that Cliff (1996), Ordinal
    Methods for Behavioral Data Analysis, allows.
    """
    n, m = len(a), len(b)
    rows, columns = _ahead(a, b), _ahead(b, a)
    ties = sum(count * b.count(value) for value, count in Counter(a).items())
    ahead = (n * m - ties + sum(rows)) / 2
    behind = n * m - ties - ahead
    cells = ahead * (1 - d) ** 2 + behind * (1 + d) ** 2 + ties * d * d
    by_row = m * m * sum((row / m - d) ** 2 for row in rows)
    by_column = n * n * sum((-column / n - d) ** 2 for column in columns)
    found = (by_row + by_column - cells) / (n * m * (n - 1) * (m - 1))
    return found if found > 0 else (1 - d * d) / (n * m - 1)


def _ahead(a: Sequence[float], b: Sequence[float]) -> list[int]:
    """For each value of `a`: how many of `b` lie below it less how many lie above it."""
    ordered = sorted(b)
    size = len(ordered)
    return [bisect_left(ordered, x) - (size - bisect_right(ordered, x)) for x in a]
