"""Midranks and lower quantiles of ordinal values: integers and values that occur, never a mean."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from numbers import Real

from graph.errors import InputError


def numbers(values: Sequence[float], what: str) -> list[float]:
    """The values as a list; raises InputError where there is none, or one is missing or no number."""
    found = list(values)
    if not found:
        raise InputError(f"{what} holds no value: there is nothing to compare.")
    for value in found:
        if isinstance(value, bool) or not isinstance(value, Real) or math.isnan(value):
            raise InputError(
                f"{what} holds {value!r}, which is no number. Leave out what is missing and say how"
                " many were left out; a missing gap is no 0."
            )
    return found


def centred_ranks(values: Sequence[float]) -> list[int]:
    """Twice (midrank - (N + 1) / 2) of each value: an integer, 0 in sum, ties share their mean rank.

    With c values below and t values equal (itself counted) the midrank is c + (t + 1) / 2, so the
    number is 2 c + t - N.
    """
    counts = Counter(values)
    ordered = sorted(counts)
    below = dict(zip(ordered, accumulate((counts[v] for v in ordered), initial=0), strict=False))
    return [2 * below[value] + counts[value] - len(values) for value in values]


def lower_quantile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least this share of the values does not exceed (percentileDisc).

    Cypher's `percentileDisc`: the value at place ceil(share * n) in ascending order, the first for a
    share of 0. Always a value that occurs: ordinal steps have no midpoint. None without values.
    """
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(1, math.ceil(share * len(ordered) - 1e-12)) - 1]
