"""Tests of two regions or more at once: Kruskal and Wallis, pairs after Holm, and types by region."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.ordinal import Floats, Ints, centred_ranks
from graph.regions.permutation import (
    NOTHING_LEFT,
    RESAMPLES,
    SEED,
    SPLITS,
    Values,
    countable,
    dealt,
    drawn_tables,
    spanning,
)

Vector = tuple[int, ...]
Statistic = Callable[[Floats], Floats]
"""From the regions' sums (draw by region by column) the statistic of each draw."""
_EQUAL = 1e-9
"""Statistics that differ by less than this share are equal: sums of floats in another order."""


@dataclass(frozen=True)
class Shuffled:
    """The share of deals whose statistic is at least as large as the observed one.

    As of `permutation_p`: `exact`, else `n_resamples` draws; `smallest_p` the least it could have given.
    """

    statistic: float
    p: float
    exact: bool
    n_resamples: int
    smallest_p: float


def shuffled(
    units: Ints, labels: Sequence[int], statistic: Statistic, seed: int, resamples: int
) -> Shuffled:
    """Deal the units out to the regions anew and compare the statistic of the regions' sums.

    `units` are what each cluster adds (ranks and size, or counts of types), `labels` the region of
    each, 0, 1, 2 and so on. All deals are counted up to about 200,000, else drawn with the seed.
    """
    places = np.asarray(labels)
    sizes = np.bincount(places).tolist()
    own = np.zeros((1, len(sizes), units.shape[1]))
    np.add.at(own[0], places, units)
    observed = float(statistic(own)[0])
    bound = observed - _EQUAL * abs(observed)
    if not countable(*sizes):
        drawn = dealt(units, sizes, resamples, np.random.default_rng(seed))
        hits = sum(int((statistic(sums) >= bound).sum()) for sums in drawn)
        return Shuffled(
            observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples)
        )
    states = _every_deal(list(map(tuple, units.tolist())), sizes)
    ways = np.asarray(list(states.values()))
    values = statistic(np.asarray([[sums[1:] for sums in deal] for deal in states], dtype=float))
    hits, least = (int(ways[values >= at].sum()) for at in (bound, values.max() * (1 - _EQUAL)))
    return Shuffled(observed, hits / int(ways.sum()), True, 0, least / int(ways.sum()))


def _every_deal(units: Sequence[Vector], sizes: Sequence[int]) -> Counter[tuple[Vector, ...]]:
    """Tell how many deals give each sums by region, each with the number of its units before them."""
    start = tuple((0, *([0] * len(units[0]))) for _ in sizes)
    states: Counter[tuple[Vector, ...]] = Counter({start: 1})
    for unit in units:
        after: Counter[tuple[Vector, ...]] = Counter()
        for state, ways in states.items():
            for region, size in enumerate(sizes):
                if state[region][0] < size:
                    grown = tuple(map(sum, zip(state[region], (1, *unit), strict=True)))
                    after[(*state[:region], grown, *state[region + 1 :])] += ways
        states = after
    return states


def kruskal_of(samples: Sequence[Values], seed: int, resamples: int) -> Shuffled:
    """H of Kruskal and Wallis, corrected for ties, with its p by permutation (not by chi-squared).

    H = (N - 1) sum_j n_j (mean rank of j - (N + 1)/2)^2 / sum_i (rank of i - (N + 1)/2)^2, which is
    12/(N (N + 1)) sum_j R_j^2/n_j - 3 (N + 1), divided by 1 - sum (t^3 - t)/(N^3 - N). Source: Kruskal
    and Wallis (1952), Journal of the American Statistical Association 47(260), 583-621. Clusters of
    several samples are left out; H is 0 where all values are equal. Raises InputError for a sample of
    which nothing is left.
    """
    across = spanning(sample.own for sample in samples)
    kept = [sample.without(across) for sample in samples]
    if not all(len(one.values) for one in kept):
        raise InputError(NOTHING_LEFT)
    ranks = centred_ranks(np.concatenate([one.values for one in kept]))
    ends = np.cumsum([len(one.values) for one in kept])[:-1]
    units = [one.summed(own) for one, own in zip(kept, np.split(ranks, ends), strict=True)]
    labels = [label for label, own in enumerate(units) for _ in own]
    total, spread = len(ranks), int((ranks * ranks).sum())

    def statistic(sums: Floats) -> Floats:
        sides: Floats = (sums[:, :, 0] ** 2 / sums[:, :, 1]).sum(axis=1)
        return (total - 1) * sides / max(spread, 1)

    return shuffled(np.concatenate(units), labels, statistic, seed, resamples)


def holm(values: Sequence[float]) -> list[float]:
    """p-values corrected for their number after Holm, in the order given.

    The i-th smallest of k values is multiplied by k - i + 1, raised to the largest so far and cut at 1.
    Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal
    of Statistics 6(2), 65-70.
    """
    order = np.argsort(values, kind="stable")
    raised = np.maximum.accumulate(np.asarray(values)[order] * np.arange(len(values), 0, -1))
    found = np.empty(len(values))
    found[order] = np.minimum(raised, 1)
    corrected: list[float] = found.tolist()
    return corrected


def chi_squared(
    units: Sequence[Vector], labels: Sequence[int], seed: int = SEED, resamples: int = RESAMPLES
) -> Shuffled:
    """Pearson's chi-squared of types by region where groups form clusters, p by dealing out clusters.

    `units` are the counts of types of each cluster, `labels` its region. Fisher's test would count groups
    of one chair as independent; here clusters move as a whole.
    """
    rows = np.asarray(units, dtype=np.int64)
    rows = rows[:, rows.sum(axis=0) > 0]
    columns, total = rows.sum(axis=0), rows.sum()

    def statistic(cells: Floats) -> Floats:
        shares = cells * cells / (cells.sum(axis=2, keepdims=True) * columns)
        chi: Floats = total * (shares.sum(axis=(1, 2)) - 1)
        return chi

    return shuffled(rows, labels, statistic, seed, resamples)


def fisher_exact(
    table: Sequence[Sequence[int]], seed: int = SEED, resamples: int = RESAMPLES
) -> Shuffled:
    """Fisher's exact test of a table of counts, rows by columns, two-sided.

    p is the probability, given all margins, of the tables that are at most as probable as the observed
    one (Freeman and Halton 1951, Biometrika 38, 141-149). Up to about 200,000 tables all are counted in
    whole numbers (scipy does so for two by two only); past that tables are drawn with the seed. `statistic`
    is the observed table's probability. Rows and columns of zeros do not count; 1 where fewer than two of
    either are left. Raises InputError for counts below 0 or rows of different lengths.
    """
    rows = _without_zeros(table)
    if len(rows) < 2 or len(rows[0]) < 2:
        return Shuffled(1.0, 1.0, True, 0, 1.0)
    margins = tuple(map(sum, rows))
    columns = list(zip(*rows, strict=True))
    ways, observed = _arrangements(margins), math.prod(map(_arrangements, columns))
    weights = _weights(margins, [sum(column) for column in columns])
    if weights is None:
        return _drawn(np.asarray(rows, dtype=np.int64), observed / ways, seed, resamples)
    least = min(weights)
    hits = sum(weight * tables for weight, tables in weights.items() if weight <= observed)
    return Shuffled(observed / ways, hits / ways, True, 0, least * weights[least] / ways)


def _without_zeros(table: Sequence[Sequence[int]]) -> list[Vector]:
    if len({len(row) for row in table}) > 1 or any(cell < 0 for row in table for cell in row):
        raise InputError(
            Words(
                "A table of counts must have rows of one length and no count below 0.",
                "频数表各行须等长，且频数不得小于 0。",
            )
        )
    rows = [tuple(row) for row in table if any(row)]
    kept = [column for column in zip(*rows, strict=True) if any(column)]
    return list(zip(*kept, strict=True))


def _arrangements(column: Sequence[int]) -> int:
    """Count in how many orders the things of a column can be put into its cells."""
    ways, left = 1, sum(column)
    for cell in column:
        ways *= math.comb(left, cell)
        left -= cell
    return ways


def _fillings(total: int, room: Sequence[int]) -> Iterator[Vector]:
    """Yield every way to fill a column of this sum into rows with this room left."""
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for first in range(max(0, total - sum(room[1:])), min(total, room[0]) + 1):
        for rest in _fillings(total - first, room[1:]):
            yield (first, *rest)


def _weights(margins: Vector, columns: Sequence[int]) -> Counter[int] | None:
    """Count how many tables have each weight, the weight being a table's number of arrangements.

    None for more than about 200,000 tables: each filling of the first columns is completed by at least one.
    """
    states: dict[Vector, Counter[int]] = {margins: Counter({1: 1})}
    for total in columns:
        after: dict[Vector, Counter[int]] = {}
        tables = 0
        for room, weights in states.items():
            so_far = weights.total()
            for filling in _fillings(total, room):
                tables += so_far
                if tables > SPLITS:
                    return None
                left = tuple(r - f for r, f in zip(room, filling, strict=True))
                own, grown = _arrangements(filling), after.setdefault(left, Counter())
                for weight, ways in weights.items():
                    grown[weight * own] += ways
        states = after
    return next(iter(states.values()))


def _drawn(cells: Ints, observed: float, seed: int, resamples: int) -> Shuffled:
    """Tables as probable as the observed one or less, told by the logarithms of their cells' factorials."""
    from scipy.special import gammaln

    bound = gammaln(cells + 1.0).sum() - 1e-7
    margins, rng = (cells.sum(axis=1), cells.sum(axis=0)), np.random.default_rng(seed)
    hits = sum(
        int((gammaln(tables + 1.0).sum(axis=(1, 2)) >= bound).sum())
        for tables in drawn_tables(*margins, resamples, rng)
    )
    return Shuffled(observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples))
