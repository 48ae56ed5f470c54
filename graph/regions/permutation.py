"""The permutation test of two samples whose values form clusters: exact, or by seeded draws.

Groups that share a chair or a document are not independent: they form one cluster, which moves as a whole.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.ordinal import Floats, Ints, centred_ranks, numbers

RESAMPLES = 9_999
"""Seeded draws past `SPLITS` splits."""
SEED = 20_200_216
"""The seed of every random draw of a comparison unless another is given."""
SPLITS = 200_000
"""Ways to deal things out up to which every one is counted."""
BLOCK = 1_000_000
"""Numbers held at once, 8 bytes each: draws beyond are made in further blocks."""
NOTHING_LEFT = Words(
    "Every group of one side is counted on the other side too, or shares a chair or a document with it:"
    " nothing independent is left to compare.",
    "一方的每个小组都同时计入另一方，或与其共有组长或文件，没有独立的小组可供比较。",
)
_LANE = 4
"""Bytes that hold a number of splits."""


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
        kept = ~np.isin(self.clusters, sorted(across))
        return Values(self.values[kept], self.clusters[kept])

    def summed(self, ranks: Ints) -> Ints:
        """For each cluster the sum of its values' ranks, and how many values it has."""
        _, places = np.unique(self.clusters, return_inverse=True)
        sums = np.bincount(places, weights=ranks).astype(np.int64)
        return np.column_stack((sums, np.bincount(places)))


@dataclass(frozen=True)
class Permutation:
    """The answer of a permutation test of two samples.

    `p` is two-sided; `exact` whether every split was counted (`n_splits`, None where they are too many),
    else it rests on `n_resamples` seeded draws (0 where exact) and has a standard error of about
    sqrt(p (1 - p) / n_resamples). `smallest_p` is the least that the test could have given with these
    sizes, ties and clusters; `n_clusters` are those that could change sides, `left_out` the clusters
    that span both samples and the values they hold.
    """

    p: float
    exact: bool
    n_resamples: int
    smallest_p: float
    n_clusters: tuple[int, int]
    n_splits: int | None
    left_out: tuple[int, int]


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


def permutation_of(a: Values, b: Values, seed: int, resamples: int) -> Permutation:
    """The test of two samples with their clusters. Raises InputError where nothing independent is left."""
    across = a.own & b.own
    first, second = a.without(across), b.without(across)
    if not (len(first.values) and len(second.values)):
        raise InputError(NOTHING_LEFT)
    ranks = centred_ranks(np.concatenate((first.values, second.values)))
    middle = len(first.values)
    sides = first.summed(ranks[:middle])[:, 0], second.summed(ranks[middle:])[:, 0]
    smaller, every = min(sides, key=len), np.concatenate(sides)
    chosen, bound = len(smaller), abs(int(smaller.sum()))
    few = countable(chosen, len(every) - chosen)
    if few:
        sums = _distribution(every.tolist(), chosen)
        p, least = (
            sum(ways for total, ways in sums.items() if abs(total) >= at) / sums.total()
            for at in (bound, max(map(abs, sums)))
        )
    else:
        sizes, rng = (chosen, len(every) - chosen), np.random.default_rng(seed)
        drawn = dealt(every[:, None], sizes, resamples, rng)
        hits = sum(int((np.abs(sums[:, 0, 0]) >= bound).sum()) for sums in drawn)
        p = (1 + hits) / (1 + resamples)
        least = max(_extreme_share(every, chosen), 1 / (1 + resamples))
    lost = len(a.values) + len(b.values) - len(ranks)
    return Permutation(
        p=p,
        exact=few,
        n_resamples=0 if few else resamples,
        smallest_p=least,
        n_clusters=(len(sides[0]), len(sides[1])),
        n_splits=math.comb(len(every), chosen) if few else None,
        left_out=(len(across), lost),
    )


def countable(*sizes: int) -> bool:
    """Tell whether things can be dealt out into these sizes in at most about 200,000 ways."""
    ways = math.lgamma(sum(sizes) + 1) - math.fsum(math.lgamma(size + 1) for size in sizes)
    return ways <= math.log(SPLITS) + 1e-9


def _distribution(sums: Sequence[int], chosen: int) -> Counter[int]:
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


def _extreme_share(sums: Ints, chosen: int) -> float:
    """The share of splits with the largest |sum|: the highest clusters on one side, or the lowest."""
    ordered = np.sort(sums)
    ends = ordered[:chosen], ordered[len(ordered) - chosen :]
    bottom, top = (int(end.sum()) for end in ends)
    if bottom == top:
        return 1.0
    edges = ((ends[0], ends[0][-1], abs(bottom)), (ends[1], ends[1][0], abs(top)))
    every = _log_comb(len(ordered), chosen)
    return math.fsum(
        math.exp(_log_comb(int((ordered == at).sum()), int((end == at).sum())) - every)
        for end, at, size in edges
        if size == max(abs(bottom), abs(top))
    )


def _log_comb(things: int, chosen: int) -> float:
    return math.lgamma(things + 1) - math.lgamma(chosen + 1) - math.lgamma(things - chosen + 1)


def dealt(
    units: Ints, sizes: Sequence[int], draws: int, rng: np.random.Generator
) -> Iterator[Floats]:
    """Deal the units (rows) out to regions at random, `sizes` to each: sums by draw, region and column.

    Units of one kind are alike, so a deal is a table of counts; the same for the same seed, whatever the
    order of the units. Whole numbers, as floats that hold them exactly up to 2^53.
    """
    kinds, counts = np.unique(units, axis=0, return_counts=True)
    for tables in drawn_tables(np.asarray(sizes), counts, draws, rng):
        yield tables.astype(np.float64) @ kinds.astype(np.float64)


def drawn_tables(rows: Ints, columns: Ints, draws: int, rng: np.random.Generator) -> Iterator[Ints]:
    """Random tables of counts with these margins, by scipy (Boyett 1979, Patefield 1981), in blocks.

    A table of a single column is fixed by its margins; scipy 1.17 gives a wrong one.
    """
    from scipy.stats import random_table

    margins = random_table(rows, columns)
    most = max(1, BLOCK // (len(rows) * len(columns)))
    for start in range(0, draws, most):
        size = min(most, draws - start)
        if len(columns) == 1:
            yield np.broadcast_to(rows[None, :, None], (size, len(rows), 1))
        else:
            yield np.asarray(margins.rvs(size, random_state=rng), dtype=np.int64)


def clustered(
    samples: Sequence[Sequence[float] | Floats], clusters: Sequence[object] | None
) -> list[Values]:
    """Samples with the clusters of their values.

    `clusters` has an entry for each value, those of the first sample first, or one list of entries for
    each sample. An entry is None (on its own), a key, or a set or list of keys. Raises InputError where
    the lengths do not fit.
    """
    sizes = [len(sample) for sample in samples]
    entries = [None] * sum(sizes) if clusters is None else _flat(clusters, sizes)
    if len(entries) != sum(sizes):
        raise InputError(
            Words(
                f"clusters has {len(entries)} entries for {sum(sizes)} values. Give one for each value,"
                " those of the first sample first.",
                f"clusters 有 {len(entries)} 项，而值有 {sum(sizes)} 个。请为每个值各给一项，第一个样本的"
                "在前。",
            )
        )
    numbered = iter(components([_keys(entry) for entry in entries]))
    return [
        Values(
            np.asarray(values, dtype=np.float64),
            np.asarray([next(numbered) for _ in range(size)], dtype=np.int64),
        )
        for values, size in zip(samples, sizes, strict=True)
    ]


def _flat(clusters: Sequence[object], sizes: Sequence[int]) -> list[object]:
    lists = [part for part in clusters if isinstance(part, list | tuple)]
    if len(lists) == len(clusters) == len(sizes) and [len(part) for part in lists] == list(sizes):
        return [entry for part in lists for entry in part]
    return list(clusters)


def _keys(entry: object) -> Iterable[Hashable]:
    if entry is None:
        return ()
    if isinstance(entry, set | frozenset | list):
        return entry
    if not isinstance(entry, Hashable):
        raise InputError(
            Words(
                f"clusters holds {entry!r}; an entry is a key, a set of keys or None.",
                f"clusters 中有 {entry!r}；每项须为键、键的集合或 None。",
            )
        )
    return (entry,)


def components(keys: Sequence[Iterable[Hashable]]) -> list[int]:
    """The number of each thing's cluster: things that share a key, directly or through others, share it.

    A thing without keys is a cluster of its own. Numbers run from 0 in the order in which clusters first
    occur.
    """
    from networkx.utils import UnionFind

    joined, first = UnionFind(range(len(keys))), dict[Hashable, int]()
    for place, own in enumerate(keys):
        for key in own:
            joined.union(first.setdefault(key, place), place)
    named: dict[int, int] = {}
    return [named.setdefault(joined[place], len(named)) for place in range(len(keys))]


def spanning(samples: Iterable[Iterable[int]]) -> frozenset[int]:
    """Return the clusters that have values in more than one sample."""
    seen = Counter(cluster for sample in samples for cluster in set(sample))
    return frozenset(cluster for cluster, count in seen.items() if count > 1)
