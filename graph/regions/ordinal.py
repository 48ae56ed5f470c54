"""Ordinal values: midranks, Cliff's delta and its interval.

Ranks are steps without a width: only which value is larger counts, never by how much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from numbers import Real
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from graph.core.errors import InputError
from graph.core.words import Words

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SMALLEST_FOR_INTERVAL = 10
"""Values that each side needs before an interval is given."""
SMALLEST_FOR_TRUST = 20
"""Values that each side needs before the interval is not called approximate."""
NEWTON = 12
"""Steps of Newton's method to a quantile: from that of the normal distribution four are enough."""


def numbers(values: Sequence[float], what: str) -> Floats:
    """The values as an array; raises InputError if there is none, or one is missing or not a number."""
    listed = list(values)
    if not listed:
        raise InputError(
            Words(
                f"{what} holds no value: there is nothing to compare.", f"{what} 没有值，无可比较。"
            )
        )
    for value in listed:
        if isinstance(value, bool) or not isinstance(value, Real) or math.isnan(value):
            raise InputError(
                Words(
                    f"{what} holds {value!r}, which is not a number. Leave out what is missing and say how"
                    " many were left out; a missing gap does not count as 0.",
                    f"{what} 中有 {value!r}，不是数。请略去缺失值并说明略去多少；缺失的级差不计为 0。",
                )
            )
    return np.asarray(listed, dtype=np.float64)


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> float:
    """Cliff's delta: P(value of a > value of b) - P(a < b) over all pairs, -1 to 1; ties count 0.

    1: every value of `a` is above every one of `b`; 0: neither side is ahead. For ordinal values: only
    which is larger counts, not by how much. Source: Cliff (1993), "Dominance statistics", Psychological
    Bulletin 114(3), 494-509. Raises InputError for an empty side or a missing value.
    """
    return delta(numbers(a, "a"), numbers(b, "b"))


def delta(a: Floats, b: Floats) -> float:
    """Pairs won less pairs lost, of all pairs."""
    below, up_to = _below(a, b)
    return int((below + up_to - len(b)).sum()) / (len(a) * len(b))


def _below(a: Floats, b: Floats) -> tuple[Ints, Ints]:
    """For each value of `a`: how many of `b` lie below it, and how many lie below it or are equal."""
    ordered = np.sort(b)
    return np.searchsorted(ordered, a, "left"), np.searchsorted(ordered, a, "right")


@dataclass(frozen=True)
class Interval:
    """Limits of a confidence interval; `approximate` where a side has fewer than 20 values."""

    low: float
    high: float
    approximate: bool
    level: float = 0.95


def interval(a: Floats, b: Floats, level: float = 0.95) -> Interval | None:
    """The asymmetric interval of Feng and Cliff for delta; None where a side has fewer than 10 values.

    With d = delta, s2 its unbiased variance and t the quantile of Student's t with n + m - 2 degrees:

        (d - d^3 -+ t s sqrt((1 - d^2)^2 + t^2 s2)) / (1 - d^2 + t^2 s2)

    Where all pairs point one way d is taken as +-(n m - 1)/(n m) and the outer limit as +-1. Source: Feng
    and Cliff (2004), "Monte Carlo evaluation of ordinal d with improved confidence interval", Journal of
    Modern Applied Statistical Methods 3(2), 322-332. The choices (unbiased variance, Student's t, the
    rescaled d) are the defaults of `cliff.delta` in the R package effsize 0.8.1.
    """
    n, m = len(a), len(b)
    if min(n, m) < SMALLEST_FOR_INTERVAL:
        return None
    found = delta(a, b)
    d = found * (n * m - 1) / (n * m) if abs(found) == 1 else found
    low, high = limits(d, t_quantile((1 + level) / 2, n + m - 2), variance(a, b, d))
    return Interval(
        -1.0 if found == -1 else low,
        1.0 if found == 1 else high,
        min(n, m) < SMALLEST_FOR_TRUST,
        level,
    )


@lru_cache(maxsize=4096)
def t_quantile(share: float, freedom: int) -> float:
    """Return the value that Student's t with `freedom` degrees does not exceed with probability `share`."""
    nodes, weights = np.polynomial.legendre.leggauss(96)
    log_scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)
    scale = math.exp(log_scale) / math.sqrt(freedom * math.pi)

    def density(x: Floats) -> Floats:
        return scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2)

    value = NormalDist().inv_cdf(share)
    for _ in range(NEWTON):
        below = 0.5 + value / 2 * float(weights @ density(value / 2 * (nodes + 1)))
        value -= (below - share) / float(density(np.asarray(value)))
    return value


def limits(d: float, t: float, variance: float) -> tuple[float, float]:
    """Return the two limits of Feng and Cliff from delta, a quantile and the variance of delta."""
    width = t * math.sqrt(variance) * math.sqrt((1 - d * d) ** 2 + t * t * variance)
    below = 1 - d * d + t * t * variance
    return (d - d**3 - width) / below, (d - d**3 + width) / below


def variance(a: Floats, b: Floats, d: float) -> float:
    """Unbiased variance of delta, from the dominance d_ij = sign(a_i - b_j), its row means d_i. and
    column means d_.j:

        (m^2 sum (d_i. - d)^2 + n^2 sum (d_.j - d)^2 - sum (d_ij - d)^2) / (n m (n - 1)(m - 1))

    It may come out at or below 0; then (1 - d^2) / (n m - 1), the least that Cliff (1996), Ordinal
    Methods for Behavioral Data Analysis, allows.
    """
    n, m = len(a), len(b)
    below, up_to = _below(a, b)
    rows, columns = below + up_to - m, n - np.add(*_below(b, a))
    ahead, behind = int(below.sum()), n * m - int(up_to.sum())
    ties = n * m - ahead - behind
    cells = ahead * (1 - d) ** 2 + behind * (1 + d) ** 2 + ties * d * d
    by_row = m * m * float(((rows / m - d) ** 2).sum())
    by_column = n * n * float(((columns / n - d) ** 2).sum())
    estimate = (by_row + by_column - cells) / (n * m * (n - 1) * (m - 1))
    return estimate if estimate > 0 else (1 - d * d) / (n * m - 1)


def centred_ranks(values: Floats) -> Ints:
    """Twice (midrank - (N + 1) / 2) of each value: an integer, 0 in sum, ties share their mean rank.

    With c values below and t values equal (itself counted) the midrank is c + (t + 1) / 2, so the
    number is 2 c + t - N.
    """
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    below = np.cumsum(counts) - counts
    ranks: Ints = (2 * below + counts - len(values))[places]
    return ranks
