"""Types by region: Fisher's exact test of a table of any size, and shares with their intervals."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.stats.draws import Floats, Ints, drawn_tables
from graph.regions.stats.exact import SPLITS
from graph.regions.stats.permutation import RESAMPLES, SEED
from graph.regions.stats.shuffling import Shuffled, Vector, shuffled

_EQUAL = 1e-7
"""Drawn tables whose probabilities differ by less than this share count as equally probable."""


def fisher_exact(
    table: Sequence[Sequence[int]], seed: int = SEED, resamples: int = RESAMPLES
) -> Shuffled:
    """Fisher's exact test of a table of counts, rows by columns, two-sided.

    p is the probability, given all margins, of the tables that are at most as probable as the observed
    one (Freeman and Halton 1951, Biometrika 38, 141-149). Up to about 200,000 tables all are counted in
    whole numbers; past that tables are drawn with the seed. `statistic` is the observed table's
    probability. Rows and columns of zeros do not count; 1 where fewer than two of either are left.
    Raises InputError for counts below 0 or rows of different lengths.
    """
    rows = _without_zeros(table)
    if len(rows) < 2 or len(rows[0]) < 2:
        return Shuffled(1.0, 1.0, True, 0, 1.0)
    margins = tuple(map(sum, rows))
    columns = list(map(sum, zip(*rows, strict=True)))
    if _first_fillings(margins, columns[0]) > SPLITS or _tables(margins, columns) > SPLITS:
        return _drawn(rows, _probability(rows), seed, resamples)
    ways = _arrangements(margins)
    observed = math.prod(_arrangements(column) for column in zip(*rows, strict=True))
    weights = _weights(margins, columns)
    least = min(weights)
    hits = sum(w * n for w, n in weights.items() if w <= observed)
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


def _probability(rows: Sequence[Vector]) -> float:
    """Return the probability of a table given its margins, by logarithms: its numbers are long."""
    rows_, columns = map(sum, rows), map(sum, zip(*rows, strict=True))
    above = math.fsum(math.lgamma(margin + 1) for margin in (*rows_, *columns))
    total = sum(map(sum, rows))
    below = math.fsum(math.lgamma(cell + 1) for row in rows for cell in row)
    return math.exp(above - below - math.lgamma(total + 1))


def _first_fillings(room: Sequence[int], total: int) -> float:
    """Count in how many ways one column can be filled: each is completed by at least one table."""
    ways = np.zeros(total + 1)
    ways[0] = 1
    for own in room:
        sums = np.concatenate((np.zeros(own + 1), np.cumsum(ways)))
        ways = sums[own + 1 : own + total + 2] - sums[: total + 1]
    return float(ways[-1])


def _fillings(total: int, room: Sequence[int]) -> Iterator[Vector]:
    """Yield every way to fill a column of this sum into rows with this room left."""
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for first in range(min(total, room[0]) + 1):
        for rest in _fillings(total - first, room[1:]):
            yield (first, *rest)


def _tables(margins: Vector, columns: Sequence[int]) -> int:
    """Count how many tables have these margins; counting stops past the limit.

    Each filling of the first columns is completed by at least one table, so no count shrinks again.
    """
    states = Counter({margins: 1})
    for total in columns:
        after: Counter[Vector] = Counter()
        tables = 0
        for room, ways in states.items():
            for filling in _fillings(total, room):
                after[tuple(r - f for r, f in zip(room, filling, strict=True))] += ways
                tables += ways
                if tables > SPLITS:
                    return tables
        states = after
    return tables


def _weights(margins: Vector, columns: Sequence[int]) -> Counter[int]:
    """Count how many tables have each weight, the weight being a table's number of arrangements."""
    states: dict[Vector, Counter[int]] = {margins: Counter({1: 1})}
    for total in columns:
        after: dict[Vector, Counter[int]] = {}
        for room, weights in states.items():
            for filling in _fillings(total, room):
                left = tuple(r - f for r, f in zip(room, filling, strict=True))
                own, grown = _arrangements(filling), after.setdefault(left, Counter())
                for weight, tables in weights.items():
                    grown[weight * own] += tables
        states = after
    return next(iter(states.values()))


def _drawn(rows: Sequence[Vector], observed: float, seed: int, resamples: int) -> Shuffled:
    cells = np.asarray(rows, dtype=np.int64)
    rng, bound = np.random.default_rng(seed), float(_log_weights(cells[None])[0]) + _EQUAL
    margins = cells.sum(axis=1), cells.sum(axis=0)
    hits = sum(
        int((_log_weights(tables) <= bound).sum())
        for tables in drawn_tables(*margins, resamples, rng)
    )
    return Shuffled(observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples))


def _log_weights(tables: Ints) -> Floats:
    """Return the logarithm of each table's probability, but for what all tables of the margins share."""
    from scipy.special import gammaln

    weights: Floats = np.asarray(-gammaln(tables + 1.0).sum(axis=(1, 2)))
    return weights


def chi_squared(
    units: Sequence[Vector], labels: Sequence[int], seed: int = SEED, resamples: int = RESAMPLES
) -> Shuffled:
    """Pearson's chi-squared of types by region where groups form clusters, p by dealing out clusters.

    `units` are the counts of types of each cluster, `labels` its region. Fisher's test would count groups
    of one chair as independent; here clusters move as a whole.
    """
    columns = np.asarray(units, dtype=np.float64).sum(axis=0)
    kept, total = columns > 0, columns.sum()

    def statistic(sums: Floats) -> Floats:
        cells = sums[:, :, kept]
        shares = cells * cells / (cells.sum(axis=2, keepdims=True) * columns[kept])
        chi: Floats = total * (shares.sum(axis=(1, 2)) - 1)
        return chi

    return shuffled(units, labels, statistic, seed, resamples)


def wilson(count: int, total: int, level: float = 0.95) -> tuple[float, float] | None:
    """Wilson's score interval of a share, 0 to 1, by scipy; None without observations.

    Source: Wilson (1927), Journal of the American Statistical Association 22(158), 209-212. Holds its
    level for small n and shares near 0 or 1.
    """
    from scipy.stats import binomtest

    if not total:
        return None
    low, high = binomtest(count, total).proportion_ci(level, method="wilson")
    return (0.0 if count == 0 else float(low), 1.0 if count == total else float(high))
