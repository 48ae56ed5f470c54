"""The permutation test of two samples within strata: nothing leaves its stratum."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.regions.stats.draws import Ints, subset_sums
from graph.regions.stats.exact import SPLITS, Split, at_least, countable, distribution
from graph.regions.stats.permutation import RESAMPLES, SEED


@dataclass(frozen=True)
class Block:
    """Sums of centred ranks of the clusters of one stratum, on the first and on the second side."""

    a: tuple[int, ...]
    b: tuple[int, ...]

    @property
    def fixed(self) -> bool:
        """Whether nothing can change sides."""
        return not (self.a and self.b)

    @property
    def ways(self) -> int:
        """In how many ways the clusters can be split."""
        return math.comb(len(self.a) + len(self.b), len(self.a))


@dataclass(frozen=True)
class Stratified:
    """The share of splits within strata whose |T| is at least as large as observed.

    As of `permutation_p`: `exact`, else `n_resamples` draws; `smallest_p` the least it could have given.
    `n_clusters` are those that could change sides.
    """

    p: float
    exact: bool
    n_resamples: int
    smallest_p: float
    n_clusters: tuple[int, int]


def stratified_p(
    blocks: Sequence[Block], seed: int = SEED, resamples: int = RESAMPLES
) -> Stratified:
    """Two-sided p of T, the sum over strata of the first side's centred ranks (pairs won less lost).

    Clusters are split anew within each block, as many to each side as there were; all splits are counted
    up to about 200,000, else drawn with the seed. With one block it is `permutation_p`. The idea is that of
    van Elteren (1960), Bulletin of the International Statistical Institute 37, 351-361, with every pair
    of groups counting the same.
    """
    fixed = sum(sum(block.a) for block in blocks if block.fixed)
    moving = [block for block in blocks if not block.fixed]
    observed = abs(fixed + sum(sum(block.a) for block in moving))
    sizes = sum(len(block.a) for block in moving), sum(len(block.b) for block in moving)
    if _countable(moving):
        counts = _distribution(moving, fixed)
        total = sum(counts.values())
        top = max(abs(value) for value in counts)
        p, least = at_least(counts, observed) / total, at_least(counts, top) / total
        return Stratified(p, True, 0, least, sizes)
    rng = np.random.default_rng(seed)
    sums: Ints = np.full(resamples, fixed, dtype=np.int64)
    for block in moving:
        every = np.asarray([*block.a, *block.b], dtype=np.int64)
        sums = sums + subset_sums(every, len(block.a), resamples, rng)
    hits = int((np.abs(sums) >= observed).sum())
    return Stratified((1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples), sizes)


def _countable(blocks: Sequence[Block]) -> bool:
    ways = 1
    for block in blocks:
        if not countable(len(block.a) + len(block.b), len(block.a)):
            return False
        ways *= block.ways
        if ways > SPLITS:
            return False
    return True


def _distribution(blocks: Sequence[Block], fixed: int) -> Counter[int]:
    """In how many splits each T occurs: the blocks' distributions added up."""
    found = Counter({fixed: 1})
    for block in blocks:
        own = distribution(Split((*block.a, *block.b), len(block.a), sum(block.a)))
        after: Counter[int] = Counter()
        for total, ways in found.items():
            for sum_, more in own.items():
                after[total + sum_] += ways * more
        found = after
    return found
