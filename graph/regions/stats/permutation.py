"""Does the weakest link differ between two regions: the exact permutation test of midranks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.core.errors import InputError
from graph.regions.stats.clusters import cluster_numbers
from graph.regions.stats.draws import Floats, Ints, subset_sums
from graph.regions.stats.exact import (
    SPLITS,
    Split,
    at_least,
    countable,
    counted,
    distribution,
    extreme_share,
    surely_no_hit,
)
from graph.regions.stats.ranking import centred_ranks, numbers

RESAMPLES = 9_999
"""Seeded draws past `SPLITS` splits."""
SEED = 20_200_216
"""The seed of every random draw of a comparison unless another is given."""


@dataclass(frozen=True)
class Permutation:
    """The answer of a permutation test of two samples.

    `p` is two-sided; `exact` whether every split was counted, else it rests on `n_resamples` seeded draws
    (0 where exact) and has a standard error of about sqrt(p (1 - p) / n_resamples). `smallest_p` is
    the least that the test could have given with these sizes, ties and clusters. `n_splits` counts the
    ways to split, None where they are too many to count; `left_out` the clusters that span both samples
    and the values they hold.
    """

    p: float
    exact: bool
    n_resamples: int
    smallest_p: float
    n_splits: int | None
    n_clusters: tuple[int, int]
    left_out: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Values:
    """Known values of one sample, and the number of the cluster that each belongs to."""

    values: Floats
    clusters: Ints

    @cached_property
    def own(self) -> frozenset[int]:
        """The clusters of the sample."""
        return frozenset(self.clusters.tolist())

    def without(self, across: frozenset[int]) -> Values:
        """Return the sample without some clusters."""
        if not across:
            return self
        kept = ~np.isin(self.clusters, sorted(across))
        return Values(self.values[kept], self.clusters[kept])


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
    first, second = clustered([numbers(a, "a"), numbers(b, "b")], clusters)
    return permutation_of(first, second, seed, resamples)


def clustered(
    samples: Sequence[Sequence[float]], clusters: Sequence[object] | None
) -> list[Values]:
    """Samples with the clusters of their values, named as for `permutation_p`."""
    numbered = cluster_numbers(clusters, [len(sample) for sample in samples])
    return [
        Values(np.asarray(values, dtype=np.float64), np.asarray(own, dtype=np.int64))
        for values, own in zip(samples, numbered, strict=True)
    ]


def permutation_of(
    a: Values, b: Values, seed: int, resamples: int, early: bool = False
) -> Permutation:
    """The test of two samples with their clusters; `early` as of `graph.regions.stats.exact.counted`."""
    across = a.own & b.own
    first, second = a.without(across), b.without(across)
    if not (len(first.values) and len(second.values)):
        raise InputError(
            "Every group of one side shares a chair or a document with the other side: nothing"
            " independent is left to compare."
        )
    sides = _cluster_sums(first, second)
    lost = len(a.values) + len(b.values) - len(first.values) - len(second.values)
    answer = (
        _exact(sides)
        if countable(len(sides[0]) + len(sides[1]), len(sides[0]))
        else _drawn(sides, seed, resamples, early)
    )
    p, drawn, least, ways = answer
    sizes = (len(sides[0]), len(sides[1]))
    return Permutation(p, not drawn, drawn, least, ways, sizes, (len(across), lost))


def _cluster_sums(a: Values, b: Values) -> tuple[Ints, Ints]:
    """Sums of centred ranks of the clusters of each side."""
    ranks = centred_ranks(np.concatenate((a.values, b.values)))
    middle = len(a.values)
    return _summed(a, ranks[:middle]), _summed(b, ranks[middle:])


def _summed(side: Values, ranks: Ints) -> Ints:
    if len(side.own) == len(ranks):
        return ranks
    _, places = np.unique(side.clusters, return_inverse=True)
    return np.bincount(places, weights=ranks).astype(np.int64)


_Found = tuple[float, int, float, int | None]
"""p, draws (0 where exact), the smallest p possible, the number of splits."""


def _exact(sides: tuple[Ints, Ints]) -> _Found:
    smaller = min(sides, key=len).tolist()
    split = Split((*sides[0].tolist(), *sides[1].tolist()), len(smaller), sum(smaller))
    hits = at_least(distribution(split), abs(split.observed))
    least = extreme_share(np.concatenate(sides), split.chosen)
    return hits / split.ways, 0, least, split.ways


def _drawn(sides: tuple[Ints, Ints], seed: int, resamples: int, early: bool) -> _Found:
    smaller, every = min(sides, key=len), np.concatenate(sides)
    chosen, bound = len(smaller), abs(int(smaller.sum()))
    rng = np.random.default_rng(seed)
    squares, widest = int((every * every).sum()), int(np.abs(every).max())
    if surely_no_hit(bound, chosen, squares, len(every), widest, resamples):
        hits, drawn = 0, resamples
    else:
        hits, drawn = counted(
            lambda size: int((np.abs(subset_sums(every, chosen, size, rng)) >= bound).sum()),
            resamples,
            early,
        )
    least = max(extreme_share(every, chosen), 1 / (1 + resamples))
    return (1 + hits) / (1 + drawn), drawn, least, None


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
    """Count in how many splits each T occurs: the blocks' distributions added up."""
    counts = Counter({fixed: 1})
    for block in blocks:
        own = distribution(Split((*block.a, *block.b), len(block.a), sum(block.a)))
        after: Counter[int] = Counter()
        for total, ways in counts.items():
            for sum_, more in own.items():
                after[total + sum_] += ways * more
        counts = after
    return counts
