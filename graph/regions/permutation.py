"""The permutation test of two samples whose values form clusters: exact, or by seeded draws.

Groups that share a chair or a document are not independent: they form one cluster, which moves as a whole.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.ordinal import Floats, Ints, centred_ranks, numbers

RESAMPLES = 9_999
"""Seeded draws where the deals are too many to count."""
SEED = 20_200_216
"""The seed of every random draw of a comparison unless another is given."""
STEPS_A_DRAW = 5
"""Steps for each draw asked up to which every deal is counted; deals with the same sums so far share one."""
CELLS_A_DRAW = 2_000
"""Cells for each draw asked up to which every split of two samples is counted: units by chosen by sums."""
BLOCK = 1_000_000
"""Numbers held at once, 8 bytes each: draws beyond are made in further blocks."""
NOTHING_LEFT = Words(
    "Every group of one side is counted on the other side too, or shares a chair or a document with it:"
    " nothing independent is left to compare.",
    "一方的每个小组都同时计入另一方，或与其共有组长或文件，没有独立的小组可供比较。",
)
Deal = tuple[tuple[int, ...], ...]
"""For each region the room that is left, then its sums."""
Statistic = Callable[[Floats], Floats]
"""From the regions' sums (draw by region by column) the statistic of each draw."""
_EQUAL = 1e-9
"""Statistics that differ by less than this share, or amount, are equal: sums of floats in another order."""


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
        """For each cluster the sum of its values' ranks."""
        _, places = np.unique(self.clusters, return_inverse=True)
        return np.bincount(places, weights=ranks).astype(np.int64)


@dataclass(frozen=True)
class Shuffled:
    """The share of deals whose statistic is at least as large as the observed one.

    `exact`, else `n_resamples` draws and the observed deal, so that p is never 0; `smallest_p` is the share
    of the largest statistic that any of them has.
    """

    statistic: float
    p: float
    exact: bool
    n_resamples: int
    smallest_p: float


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
    with them; one that spans both samples is left out and counted. All splits are counted where
    `CELLS_A_DRAW` for each of `resamples` are enough, else p = (1 + hits) / (1 + resamples), so that p
    is never 0 and valid (Phipson and Smyth 2010, doi 10.2202/1544-6115.1585).

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
    sides = first.summed(ranks[:middle]), second.summed(ranks[middle:])
    sizes = len(sides[0]), len(sides[1])
    smaller, every = min(sides, key=len), np.concatenate(sides)
    counted = _split_sums(every, len(smaller), CELLS_A_DRAW * resamples)
    # The side of fewer clusters first: its sum tells that of the other, since all ranks sum to 0.
    values, ways = counted or _drawn(
        every[:, None], np.asarray(sorted(sizes)), _distance, seed, resamples, abs(smaller.sum())
    )
    p, least = _shares(abs(int(smaller.sum())), np.abs(values), ways)
    return Permutation(
        p=p,
        exact=bool(counted),
        n_resamples=0 if counted else resamples,
        smallest_p=least,
        n_clusters=sizes,
        n_splits=math.comb(sum(sizes), sizes[0]) if counted else None,
        left_out=(len(across), len(a.values) + len(b.values) - len(ranks)),
    )


def shuffled(
    units: Ints, labels: Sequence[int], statistic: Statistic, seed: int, resamples: int
) -> Shuffled:
    """Deal the units out to the regions anew and compare the statistic of the regions' sums.

    `units` are what each cluster adds (its rank, or its counts of types), `labels` the region of each, 0, 1,
    2 and so on. All deals are counted where `STEPS_A_DRAW` are enough, else they are drawn with the seed.
    """
    places = np.asarray(labels)
    sizes = np.bincount(places)
    own = np.zeros((1, len(sizes), units.shape[1]))
    np.add.at(own[0], places, units)
    observed = float(statistic(own)[0])
    kinds, counts = np.unique(units, axis=0, return_counts=True)
    deals = _every_deal(kinds.tolist(), counts.tolist(), sizes.tolist(), STEPS_A_DRAW * resamples)
    if deals is None:
        values, ways = _drawn(units, sizes, statistic, seed, resamples, observed)
    else:
        values = statistic(np.asarray([[part[1:] for part in d] for d in deals], dtype=np.float64))
        # Of many units there are more deals than a float holds: shares, divided as whole numbers.
        every = deals.total()
        ways = np.asarray([way / every for way in deals.values()])
    p, least = _shares(observed, values, ways)
    return Shuffled(observed, p, deals is not None, resamples if deals is None else 0, least)


def _shares(observed: float, values: Floats, ways: Floats) -> tuple[float, float]:
    """Shares of deals whose statistic is at least as large as the observed, and as the largest, one."""
    tops = [one - _EQUAL * max(1.0, abs(one)) for one in (observed, float(values.max()))]
    p, least = (float(ways[values >= top].sum() / ways.sum()) for top in tops)
    return p, least


def _drawn(
    units: Ints, sizes: Ints, statistic: Statistic, seed: int, resamples: int, observed: float
) -> tuple[Floats, Floats]:
    """The statistic of the observed deal and of seeded draws, each once."""
    kinds, counts = np.unique(units, axis=0, return_counts=True)
    tables = drawn_tables(sizes, counts, resamples, np.random.default_rng(seed))
    drawn = [statistic(each.astype(np.float64) @ kinds.astype(np.float64)) for each in tables]
    return np.concatenate([[observed], *drawn]), np.ones(resamples + 1)


def _distance(sums: Floats) -> Floats:
    """How far the first region's sum lies from what is expected, draw by draw."""
    return np.abs(sums[:, 0, 0])


def _split_sums(units: Ints, chosen: int, most: int) -> tuple[Floats, Floats] | None:
    """The sums that `chosen` of the units can have and how many choices give each.

    None past `most` cells, and where there are more choices than a float holds (more than 1,029 units).
    """
    low = int(units.min())
    step = max(1, int(np.gcd.reduce(units - low)))
    powers = (units - low) // step
    width = int(np.sort(powers)[-chosen:].sum()) + 1
    if len(units) * chosen * width > most or math.comb(len(units), chosen) > sys.float_info.max:
        return None
    ways = np.zeros((chosen + 1, width))
    ways[0, 0] = 1
    for power in powers.tolist():
        ways[1:, power:] += ways[:-1, : width - power]
    possible = np.flatnonzero(ways[chosen])
    sums: Floats = chosen * low + possible * np.float64(step)
    return sums, ways[chosen][possible]


def _every_deal(
    kinds: Sequence[Sequence[int]], counts: Sequence[int], sizes: Sequence[int], most: int
) -> Counter[Deal] | None:
    """Count how many deals give each sums by region, behind the room left; None past `most` steps."""
    states: Counter[Deal] = Counter({tuple((size, *[0] * len(kinds[0])) for size in sizes): 1})
    steps = 0
    for kind, count in zip(kinds, counts, strict=True):
        after: Counter[Deal] = Counter()
        for state, ways in states.items():
            for filling in _fillings(count, [room for room, *_ in state]):
                steps += 1
                if steps > most:
                    return None
                grown = tuple(
                    (
                        part[0] - n,
                        *(value + n * own for value, own in zip(part[1:], kind, strict=True)),
                    )
                    for part, n in zip(state, filling, strict=True)
                )
                after[grown] += ways * _orders(filling)
        states = after
    return states


def _orders(cells: Sequence[int]) -> int:
    """Count in how many orders things can be put into cells of these sizes."""
    ways, left = 1, sum(cells)
    for cell in cells:
        ways *= math.comb(left, cell)
        left -= cell
    return ways


def _fillings(total: int, room: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to deal so many things out to regions with this room left."""
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for first in range(max(0, total - sum(room[1:])), min(total, room[0]) + 1):
        for rest in _fillings(total - first, room[1:]):
            yield (first, *rest)


def drawn_tables(rows: Ints, columns: Ints, draws: int, rng: np.random.Generator) -> Iterator[Ints]:
    """Random tables of counts with these margins, draw by row by column, in blocks.

    The things of all columns are shuffled and dealt out to the rows (Boyett 1979, Applied Statistics 28).
    """
    shape = len(rows), len(columns)
    things, places = (np.repeat(np.arange(len(sums)), sums) for sums in (columns, rows))
    most = max(1, BLOCK // max(len(things), math.prod(shape)))
    for start in range(0, draws, most):
        size = min(most, draws - start)
        shuffled = rng.permuted(np.tile(things, (size, 1)), axis=1)
        cells = (np.arange(size)[:, None] * shape[0] + places) * shape[1] + shuffled
        yield np.bincount(cells.ravel(), minlength=size * math.prod(shape)).reshape(size, *shape)


def clustered(
    samples: Sequence[Sequence[float] | Floats], clusters: Sequence[object] | None
) -> list[Values]:
    """Samples with the clusters of their values.

    `clusters` has an entry for each value, those of the first sample first: None (on its own), a key, or a
    set or list of keys. Raises InputError where the lengths do not fit.
    """
    sizes = [len(sample) for sample in samples]
    entries = [None] * sum(sizes) if clusters is None else clusters
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
