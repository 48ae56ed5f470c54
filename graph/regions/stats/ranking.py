"""Midranks and lower quantiles of ordinal values: integers and values that occur, never a mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from numbers import Real
from typing import TYPE_CHECKING

from graph.core.errors import InputError
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.regions.stats.draws import Floats, Ints


def numbers(values: Sequence[float], what: str) -> list[float]:
    """The values as a list; raises InputError if the list is empty, or one is missing or not a number."""
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
    return listed


def centred_ranks(values: Floats) -> Ints:
    """Twice (midrank - (N + 1) / 2) of each value: an integer, 0 in sum, ties share their mean rank.

    With c values below and t values equal (itself counted) the midrank is c + (t + 1) / 2, so the
    number is 2 c + t - N.
    """
    import numpy as np

    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    below = np.cumsum(counts) - counts
    ranks: Ints = (2 * below + counts - len(values))[places]
    return ranks


def lower_quantile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least this share of the values does not exceed (percentileDisc).

    Cypher's `percentileDisc`: the value at place ceil(share * n) in ascending order, the first for a
    share of 0. Always a value that occurs: ordinal steps have no midpoint. None without values.
    """
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(1, math.ceil(share * len(ordered) - 1e-12)) - 1]


@lru_cache(maxsize=64)
def normal_quantile(share: float) -> float:
    """Return the value that a normal variate does not exceed with probability `share`: 1.96 for 0.975."""
    from scipy.stats import norm

    return float(norm.ppf(share))


@lru_cache(maxsize=4096)
def t_quantile(share: float, freedom: int) -> float:
    """Return the value that Student's t with `freedom` degrees does not exceed with probability `share`."""
    from scipy.stats import t

    return float(t.ppf(share, freedom))
