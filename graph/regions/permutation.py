"""Does the weakest link differ between two regions: the exact permutation test of midranks."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from graph.errors import InputError
from graph.regions.clusters import cluster_numbers, spanning
from graph.regions.ranking import centred_ranks, numbers

SPLITS = 200_000
"""Ways to split the clusters up to which every one is counted."""
RESAMPLES = 9_999
"""Seeded draws past that many splits."""
SEED = 20_200_216
"""The seed of every random draw of a comparison unless another is given."""
_MANY = 40
"""Clusters from which draws are made as bits: quicker than one by one."""
_LANE = 4
"""Bytes that hold a number of splits."""


@dataclass(frozen=True)
class Permutation:
    """The answer of a permutation test of two samples.

    `p` is two-sided; `exact` whether every split was counted, else it rests on `n_resamples` seeded draws
    (0 where exact) and has a standard error of about sqrt(p (1 - p) / n_resamples). `smallest_p` is
    the least that the test could have given with these sizes, ties and clusters. `n_splits` counts the
    ways to split; `left_out` the clusters that span both samples and the values they hold.
    """

    p: float
    exact: bool
    n_resamples: int
    smallest_p: float
    n_splits: int
    n_clusters: tuple[int, int]
    left_out: tuple[int, int]


@dataclass(frozen=True)
class Split:
    """Sums of centred ranks of each cluster, how many go to the smaller side, and what it holds."""

    sums: tuple[int, ...]
    chosen: int
    observed: int

    @property
    def ways(self) -> int:
        """In how many ways the clusters can be split."""
        return math.comb(len(self.sums), self.chosen)


def permutation_p(
    a: Sequence[float],
    b: Sequence[float],
    clusters: Sequence[object] | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Permutation:
    """Two-sided permutation p of the rank sum W of `a`: the share of splits with |W - E W| at least as
    large as observed.

    Ties have midranks, so without ties this is the exact test of Wilcoxon. `clusters` names, for each
    value of `a` and then of `b`, what it shares with others (a key, a set of keys, or None); clusters
    move as a whole, as many to each side as there were, with E W for the number of values that come
    with them; one that spans both samples is left out and counted. Up to about 200,000 splits all are
    counted, else p = (1 + hits) / (1 + resamples), so that p is never 0 and valid (Phipson and Smyth
    2010, doi 10.2202/1544-6115.1585).

    Raises InputError for an empty side, a missing value, or a side of which no cluster is left.
    """
    samples = [numbers(a, "a"), numbers(b, "b")]
    numbered = cluster_numbers(clusters, [len(sample) for sample in samples])
    across = spanning(numbered)
    kept = [
        [(c, value) for c, value in zip(own, sample, strict=True) if c not in across]
        for own, sample in zip(numbered, samples, strict=True)
    ]
    sides = _sides(kept)
    lost = sum(map(len, samples)) - sum(map(len, kept))
    return _tested(sides, (len(across), lost), seed, resamples)


def _sides(kept: Sequence[Sequence[tuple[int, float]]]) -> list[list[int]]:
    """Sums of centred ranks of the clusters of each side."""
    if not all(kept):
        raise InputError(
            "Every group of one side shares a chair or a document with the other side: nothing"
            " independent is left to compare."
        )
    ranks = iter(centred_ranks([value for side in kept for _, value in side]))
    sides: list[list[int]] = []
    for side in kept:
        sums: Counter[int] = Counter()
        for cluster, _ in side:
            sums[cluster] += next(ranks)
        sides.append(list(sums.values()))
    return sides


def _tested(
    sides: Sequence[Sequence[int]], left_out: tuple[int, int], seed: int, resamples: int
) -> Permutation:
    smaller = min(sides, key=len)
    split = Split((*sides[0], *sides[1]), len(smaller), sum(smaller))
    exact = split.ways <= SPLITS
    least = _extreme_splits(split) / split.ways
    if exact:
        p = _at_least(_distribution(split), abs(split.observed)) / split.ways
    else:
        # In ascending order, so that the draws do not hang on the order of the values.
        ordered = tuple(sorted(split.sums))
        hits = _hits(ordered, split.chosen, abs(split.observed), seed, resamples)
        p, least = (1 + hits) / (1 + resamples), max(least, 1 / (1 + resamples))
    sizes = (len(sides[0]), len(sides[1]))
    drawn = 0 if exact else resamples
    return Permutation(p, exact, drawn, least, split.ways, sizes, left_out)


def _distribution(split: Split) -> Counter[int]:
    """In how many splits each sum occurs: dynamic programming over the clusters.

    The number of ways to take k clusters is a polynomial whose powers are the sums; it is kept as one
    long whole number, `_LANE` bytes a power, so that a cluster is one shift and one addition.
    """
    low = min(split.sums)
    step = math.gcd(*(own - low for own in split.sums)) or 1
    powers = [(own - low) // step for own in split.sums]
    if split.chosen * max(powers) > SPLITS:
        return Counter(map(sum, combinations(split.sums, split.chosen)))
    ways = [1] + [0] * split.chosen
    for power in powers:
        for taken in range(split.chosen, 0, -1):
            ways[taken] += ways[taken - 1] << (8 * _LANE * power)
    lanes = ways[-1].to_bytes(_LANE * (split.chosen * max(powers) + 1), "little")
    counts = (int.from_bytes(lanes[i : i + _LANE], "little") for i in range(0, len(lanes), _LANE))
    return Counter({split.chosen * low + step * i: n for i, n in enumerate(counts) if n})


def _at_least(counts: Counter[int], bound: int) -> int:
    return sum(count for total, count in counts.items() if abs(total) >= bound)


@lru_cache(maxsize=256)
def _hits(sums: tuple[int, ...], chosen: int, bound: int, seed: int, resamples: int) -> int:
    """How many of the drawn splits are as extreme; kept, since readings often share their data."""
    return sum(abs(total) >= bound for total in _draws(sums, chosen, seed, resamples))


def _draws(sums: tuple[int, ...], chosen: int, seed: int, resamples: int) -> Iterator[int]:
    """Sums of drawn clusters. Many are drawn as the bits of one whole number, equal ones counted at once."""
    draw = random.Random(seed)
    if chosen < _MANY:
        for _ in range(resamples):
            yield sum(draw.sample(sums, chosen))
        return
    masks: Counter[int] = Counter()
    for place, own in enumerate(sums):
        masks[own] += 1 << place
    for _ in range(resamples):
        bits = _subset(draw, len(sums), chosen)
        yield sum(own * (bits & mask).bit_count() for own, mask in masks.items())


def _subset(draw: random.Random, size: int, chosen: int) -> int:
    """`chosen` of `size` bits set, every choice as probable as any other.

    Each bit is first set with a chance near chosen / size (eight binary digits, one random number for
    each), which makes all choices of one size alike; then bits picked at random put the number right.
    """
    bits, near = 0, 256 * chosen // size
    for digit in range(8):
        own = draw.getrandbits(size)
        bits = bits | own if near >> digit & 1 else bits & own
    wrong = bits.bit_count() - chosen
    while wrong:
        place = 1 << draw.randrange(size)
        if bool(bits & place) == (wrong > 0):
            bits ^= place
            wrong += -1 if wrong > 0 else 1
    return bits


def _extreme_splits(split: Split) -> int:
    """How many splits have the largest |sum|: the highest clusters on one side, or the lowest."""
    ordered = sorted(split.sums)
    low, high = ordered[: split.chosen], ordered[len(ordered) - split.chosen :]
    bottom, top = sum(low), sum(high)
    if bottom == top:
        return split.ways
    found = 0
    if abs(top) >= abs(bottom):
        found += math.comb(ordered.count(high[0]), high.count(high[0]))
    if abs(bottom) >= abs(top):
        found += math.comb(ordered.count(low[-1]), low.count(low[-1]))
    return found
