"""Cliff's delta: how often a value of one region exceeds one of another, and its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.regions.stats.draws import Floats, Ints
from graph.regions.stats.ranking import numbers, t_quantile

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


@dataclass(frozen=True, eq=False)
class Faced:
    """Two samples as counts of the same values in ascending order: all that dominance hangs on."""

    a: Ints
    b: Ints

    @property
    def sizes(self) -> tuple[int, int]:
        """Values of each side."""
        return int(self.a.sum()), int(self.b.sum())

    @property
    def delta(self) -> float:
        """Pairs won less pairs lost, of all pairs."""
        n, m = self.sizes
        return int(self.a @ _ahead(self.b)) / (n * m)


def faced(a: Floats, b: Floats) -> Faced:
    """Return the counts of two samples of numbers."""
    distinct, places = np.unique(np.concatenate((a, b)), return_inverse=True)
    size = len(distinct)
    return Faced(
        np.bincount(places[: len(a)], minlength=size), np.bincount(places[len(a) :], minlength=size)
    )


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> float:
    """Cliff's delta: P(value of a > value of b) - P(a < b) over all pairs, -1 to 1; ties count 0.

    1: every value of `a` is above every one of `b`; 0: neither side is ahead. For ordinal values: only
    which is larger counts, not by how much. Source: Cliff (1993), "Dominance statistics", Psychological
    Bulletin 114(3), 494-509. Raises InputError for an empty side or a missing value.
    """
    sides = (np.asarray(numbers(side, name), float) for side, name in ((a, "a"), (b, "b")))
    return faced(*sides).delta


def interval(sides: Faced, level: float = 0.95) -> Interval | None:
    """The asymmetric interval of Feng and Cliff for delta; None where a side has fewer than 10 values.

    With d = delta, s2 its unbiased variance and t the quantile of Student's t with n + m - 2 degrees:

        (d - d^3 -+ t s sqrt((1 - d^2)^2 + t^2 s2)) / (1 - d^2 + t^2 s2)

    Where all pairs point one way d is taken as +-(n m - 1)/(n m) and the outer limit as +-1. Source: Feng
    and Cliff (2004), "Monte Carlo evaluation of ordinal d with improved confidence interval", Journal of
    Modern Applied Statistical Methods 3(2), 322-332. The choices (unbiased variance, Student's t, the
    rescaled d) are the defaults of `cliff.delta` in the R package effsize 0.8.1.
    """
    n, m = sides.sizes
    if min(n, m) < SMALLEST_FOR_INTERVAL:
        return None
    delta = sides.delta
    d = delta * (n * m - 1) / (n * m) if abs(delta) == 1 else delta
    t = t_quantile((1 + level) / 2, n + m - 2)
    low, high = limits(d, t, variance(sides, d))
    return Interval(
        -1.0 if delta == -1 else low,
        1.0 if delta == 1 else high,
        min(n, m) < SMALLEST_FOR_TRUST,
        level,
    )


def limits(d: float, t: float, variance: float) -> tuple[float, float]:
    """Return the two limits of Feng and Cliff from delta, a quantile and the variance of delta."""
    width = t * math.sqrt(variance) * math.sqrt((1 - d * d) ** 2 + t * t * variance)
    below = 1 - d * d + t * t * variance
    return (d - d**3 - width) / below, (d - d**3 + width) / below


def variance(sides: Faced, d: float) -> float:
    """Unbiased variance of delta, from the dominance d_ij = sign(a_i - b_j), its row means d_i. and
    column means d_.j:

        (m^2 sum (d_i. - d)^2 + n^2 sum (d_.j - d)^2 - sum (d_ij - d)^2) / (n m (n - 1)(m - 1))

    It may come out at or below 0; then (1 - d^2) / (n m - 1), the least that Cliff (1996), Ordinal
    Methods for Behavioral Data Analysis, allows.
    """
    n, m = sides.sizes
    rows, columns = _ahead(sides.b), _ahead(sides.a)
    ties = int(sides.a @ sides.b)
    ahead = (n * m - ties + int(sides.a @ rows)) / 2
    behind = n * m - ties - ahead
    cells = ahead * (1 - d) ** 2 + behind * (1 + d) ** 2 + ties * d * d
    by_row = m * m * float(sides.a @ (rows / m - d) ** 2)
    by_column = n * n * float(sides.b @ (-columns / n - d) ** 2)
    estimate = (by_row + by_column - cells) / (n * m * (n - 1) * (m - 1))
    return estimate if estimate > 0 else (1 - d * d) / (n * m - 1)


def _ahead(counts: Ints) -> Ints:
    """For each value: how many of the other side lie below it less how many lie above it."""
    up_to = np.cumsum(counts)
    ahead: Ints = 2 * up_to - counts - up_to[-1]
    return ahead
