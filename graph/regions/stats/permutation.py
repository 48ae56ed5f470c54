"""Does the weakest link differ between two regions: the exact permutation test of midranks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.stats import exact
from graph.regions.stats.clusters import cluster_numbers
from graph.regions.stats.draws import Floats, Ints, subset_sums
from graph.regions.stats.ranking import centred_ranks, numbers

RESAMPLES = 9_999
"""Seeded draws past `SPLITS` splits."""
SEED = 20_200_216
"""The seed of every random draw of a comparison unless another is given."""


@dataclass(frozen=True)
class Stratified:
    """The answer of a permutation test of two samples.

    `p` is two-sided; `exact` whether every split was counted, else it rests on `n_resamples` seeded draws
    (0 where exact) and has a standard error of about sqrt(p (1 - p) / n_resamples). `smallest_p` is
    the least that the test could have given with these sizes, ties and clusters; `n_clusters` are those
    that could change sides.
    """

    p: float
    exact: bool
    n_resamples: int
    smallest_p: float
    n_clusters: tuple[int, int]


@dataclass(frozen=True)
class Permutation(Stratified):
    """The same without strata, and what is known of the splits.

    `n_splits` counts the ways to split, None where they are too many to count; `left_out` the clusters
    that span both samples and the values they hold.
    """

    n_splits: int | None
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
            Words(
                "Every group of one side shares a chair or a document with the other side: nothing"
                " independent is left to compare.",
                "一方的每个小组都与另一方共有组长或文件，没有相互独立的小组可供比较。",
            )
        )
    sides = _cluster_sums(first, second)
    lost = len(a.values) + len(b.values) - len(first.values) - len(second.values)
    sizes = (len(sides[0]), len(sides[1]))
    few = exact.countable(*sizes)
    p, drawn, least = _exact(sides) if few else _drawn(sides, seed, resamples, early)
    ways = math.comb(sum(sizes), sizes[0]) if few else None
    return Permutation(p, few, drawn, least, sizes, ways, (len(across), lost))


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


_Found = tuple[float, int, float]
"""p, draws (0 where exact), the smallest p possible."""


def _exact(sides: tuple[Ints, Ints]) -> _Found:
    smaller, every = min(sides, key=len), np.concatenate(sides)
    counts = exact.distribution(every.tolist(), len(smaller))
    hits = exact.at_least(counts, abs(int(smaller.sum())))
    return hits / counts.total(), 0, exact.extreme_share(every, len(smaller))


def _drawn(sides: tuple[Ints, Ints], seed: int, resamples: int, early: bool) -> _Found:
    smaller, every = min(sides, key=len), np.concatenate(sides)
    chosen, bound = len(smaller), abs(int(smaller.sum()))
    rng = np.random.default_rng(seed)
    squares, widest = int((every * every).sum()), int(np.abs(every).max())
    if exact.surely_no_hit(bound, chosen, squares, len(every), widest, resamples):
        hits, drawn = 0, resamples
    else:
        hits, drawn = exact.counted(
            lambda size: int((np.abs(subset_sums(every, chosen, size, rng)) >= bound).sum()),
            resamples,
            early,
        )
    least = max(exact.extreme_share(every, chosen), 1 / (1 + resamples))
    return (1 + hits) / (1 + drawn), drawn, least


@dataclass(frozen=True)
class Block:
    """Sums of centred ranks of the clusters of one stratum, on the first and on the second side."""

    a: tuple[int, ...]
    b: tuple[int, ...]

    @property
    def fixed(self) -> bool:
        """Whether nothing can change sides."""
        return not (self.a and self.b)


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
        bounds = observed, max(map(abs, counts))
        p, least = (exact.at_least(counts, bound) / counts.total() for bound in bounds)
        return Stratified(p, True, 0, least, sizes)
    rng = np.random.default_rng(seed)
    sums: Ints = np.full(resamples, fixed, dtype=np.int64)
    for block in moving:
        every = np.asarray([*block.a, *block.b], dtype=np.int64)
        sums = sums + subset_sums(every, len(block.a), resamples, rng)
    hits = int((np.abs(sums) >= observed).sum())
    return Stratified((1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples), sizes)


def _countable(blocks: Sequence[Block]) -> bool:
    sizes = [(len(block.a), len(block.b)) for block in blocks]
    if not all(exact.countable(*pair) for pair in sizes):
        return False
    return math.prod(math.comb(sum(pair), pair[0]) for pair in sizes) <= exact.SPLITS


def _distribution(blocks: Sequence[Block], fixed: int) -> Counter[int]:
    """Count in how many splits each T occurs: the blocks' distributions added up."""
    counts = Counter({fixed: 1})
    for block in blocks:
        own = exact.distribution((*block.a, *block.b), len(block.a))
        after: Counter[int] = Counter()
        for (total, ways), (sum_, more) in product(counts.items(), own.items()):
            after[total + sum_] += ways * more
        counts = after
    return counts
