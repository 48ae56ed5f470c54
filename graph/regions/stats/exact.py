"""The distribution of a rank sum over every split, counted in whole numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from graph.regions.stats.draws import Ints

SPLITS = 200_000
"""Ways to split the clusters up to which every one is counted."""
_LANE = 4
"""Bytes that hold a number of splits."""


def countable(*sizes: int) -> bool:
    """Tell whether things can be dealt out into these sizes in at most about 200,000 ways.

    Large numbers are not multiplied out: the largest part is placed first, which is one way.
    """
    *others, placed = sorted(sizes)
    ways = 1
    for size in others:
        for own in range(1, size + 1):
            placed += 1
            ways = ways * placed // own
            if ways > SPLITS:
                return False
    return True


def distribution(sums: Sequence[int], chosen: int) -> Counter[int]:
    """Count in how many splits, `chosen` to one side, each sum occurs there: by dynamic programming.

    The number of ways to take k clusters is a polynomial whose powers are the sums; it is kept as one
    long whole number, `_LANE` bytes a power, so that a cluster is one shift and one addition.
    """
    low = min(sums)
    step = math.gcd(*(own - low for own in sums)) or 1
    powers = [(own - low) // step for own in sums]
    if chosen * max(powers) > SPLITS:
        return Counter(map(sum, combinations(sums, chosen)))
    ways = [1] + [0] * chosen
    for power in powers:
        for taken in range(chosen, 0, -1):
            ways[taken] += ways[taken - 1] << (8 * _LANE * power)
    lanes = ways[-1].to_bytes(_LANE * (chosen * max(powers) + 1), "little")
    counts = (int.from_bytes(lanes[i : i + _LANE], "little") for i in range(0, len(lanes), _LANE))
    return Counter({chosen * low + step * i: n for i, n in enumerate(counts) if n})


def at_least(counts: Counter[int], bound: int) -> int:
    """Count how many splits have a sum of this size or more, of either sign."""
    return sum(count for total, count in counts.items() if abs(total) >= bound)


def extreme_share(sums: Ints, chosen: int) -> float:
    """The share of splits with the largest |sum|: the highest clusters on one side, or the lowest."""
    ordered = np.sort(sums)
    low, high = ordered[:chosen], ordered[len(ordered) - chosen :]
    bottom, top = int(low.sum()), int(high.sum())
    if bottom == top:
        return 1.0
    pairs = []
    if abs(top) >= abs(bottom):
        pairs.append((_equal(ordered, high[0]), _equal(high, high[0])))
    if abs(bottom) >= abs(top):
        pairs.append((_equal(ordered, low[-1]), _equal(low, low[-1])))
    if countable(chosen, len(ordered) - chosen):
        return sum(math.comb(*pair) for pair in pairs) / math.comb(len(ordered), chosen)
    every = _log_comb(len(ordered), chosen)
    return math.fsum(math.exp(_log_comb(*pair) - every) for pair in pairs)


def _equal(sums: Ints, value: np.int64) -> int:
    return int(np.count_nonzero(sums == value))


def _log_comb(things: int, chosen: int) -> float:
    return math.lgamma(things + 1) - math.lgamma(chosen + 1) - math.lgamma(things - chosen + 1)


STOPS = ((99, 30), (999, 100), (2_999, 150))
"""After so many draws an early stop needs so many hits: p is above 0.3, 0.1 or 0.05 then."""
_NEVER = 1e-12
"""A chance below which an event among all draws is taken for impossible."""

Draw = Callable[[int], int]
"""Makes this many draws and counts those that are as extreme as what was observed."""


def counted(draw: Draw, resamples: int, early: bool = False) -> tuple[int, int]:
    """Hits and draws. With `early` few draws are enough where hits abound (`STOPS`).

    p = (1 + hits) / (1 + draws) stays valid below 0.05 whatever the stop: such a p needs all draws, of
    which fewer are hits than would have stopped it, and that is not more probable than few hits among all.
    Sequential tests of this kind are those of Besag and Clifford (1991), Biometrika 78(2), 301-304.
    """
    hits = drawn = 0
    for size, plenty in _stages(resamples, early):
        hits, drawn = hits + draw(size), drawn + size
        if hits >= plenty:
            break
    return hits, drawn


def _stages(resamples: int, early: bool) -> Iterator[tuple[int, float]]:
    """Numbers of draws, one after the other, and how many hits make the last of them."""
    drawn = 0
    for stop, plenty in STOPS if early else ():
        if stop < resamples:
            yield stop - drawn, plenty
            drawn = stop
    yield resamples - drawn, math.inf


def surely_no_hit(
    bound: int, chosen: int, squares: int, things: int, widest: int, resamples: int
) -> bool:
    """Tell whether no draw will reach `bound`: the chance that even one does is below 10^-12.

    Bernstein's inequality for the sum S of `chosen` of `things` numbers that are 0 in sum, drawn without
    replacement: P(|S| >= t) <= 2 exp(-t^2 / (2 n s2 + 2 t c / 3)) with s2 their variance and c the widest
    of them (Hoeffding 1963, section 6: it holds without replacement too).
    """
    if not bound:
        return False
    spread = 2 * chosen * squares / things + 2 * bound * widest / 3
    return math.log(2 * resamples) - bound * bound / spread < math.log(_NEVER)
