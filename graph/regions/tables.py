"""Types by region: Fisher's exact test of a table of any size, and shares with their intervals."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.errors import InputError
from graph.regions.permutation import RESAMPLES, SEED, SPLITS
from graph.regions.shuffling import Shuffled, Vector, shuffled

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
    ways = _arrangements(margins)
    observed = math.prod(_arrangements(column) for column in zip(*rows, strict=True))
    if _tables(margins, columns) > SPLITS:
        return _drawn(rows, observed / ways, seed, resamples)
    weights = _weights(margins, columns)
    least = min(weights)
    hits = sum(w * n for w, n in weights.items() if w <= observed)
    return Shuffled(observed / ways, hits / ways, True, 0, least * weights[least] / ways)


def _without_zeros(table: Sequence[Sequence[int]]) -> list[Vector]:
    if len({len(row) for row in table}) > 1 or any(cell < 0 for row in table for cell in row):
        raise InputError("A table of counts has rows of one length and no count below 0.")
    rows = [tuple(row) for row in table if any(row)]
    kept = [column for column in zip(*rows, strict=True) if any(column)]
    return list(zip(*kept, strict=True))


def _arrangements(column: Sequence[int]) -> int:
    """In how many orders the things of a column can be put into its cells."""
    ways, left = 1, sum(column)
    for cell in column:
        ways *= math.comb(left, cell)
        left -= cell
    return ways


def _fillings(total: int, room: Sequence[int]) -> Iterator[Vector]:
    """Every way to fill a column of this sum into rows with this room left."""
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for first in range(min(total, room[0]) + 1):
        for rest in _fillings(total - first, room[1:]):
            yield (first, *rest)


def _tables(margins: Vector, columns: Sequence[int]) -> int:
    """How many tables have these margins; counting stops past the limit.

    Each filling of the first columns is completed by at least one table, so no count shrinks again.
    """
    states = Counter({margins: 1})
    for total in columns:
        after: Counter[Vector] = Counter()
        found = 0
        for room, ways in states.items():
            for filling in _fillings(total, room):
                after[tuple(r - f for r, f in zip(room, filling, strict=True))] += ways
                found += ways
                if found > SPLITS:
                    return found
        states = after
    return found


def _weights(margins: Vector, columns: Sequence[int]) -> Counter[int]:
    """How many tables have each weight, the weight being a table's number of arrangements."""
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
    draw = random.Random(seed)
    row_of = [i for i, row in enumerate(rows) for _ in range(sum(row))]
    column_of = [j for row in rows for j, cell in enumerate(row) for _ in range(cell)]
    bound = _log_weight(Counter(zip(row_of, column_of, strict=True))) + _EQUAL
    hits = 0
    for _ in range(resamples):
        draw.shuffle(column_of)
        hits += _log_weight(Counter(zip(row_of, column_of, strict=True))) <= bound
    return Shuffled(observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples))


def _log_weight(cells: Counter[tuple[int, int]]) -> float:
    return -sum(math.lgamma(count + 1) for count in cells.values())


def chi_squared(
    units: Sequence[Vector],
    labels: Sequence[int],
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Shuffled:
    """Pearson's chi-squared of types by region where groups form clusters, p by dealing out clusters.

    `units` are the counts of types of each cluster, `labels` its region. Fisher's test would count groups
    of one chair as independent; here clusters move as a whole.
    """
    columns: list[int] = [sum(column) for column in zip(*units, strict=True)]
    total = sum(columns)

    def statistic(sums: Sequence[Vector]) -> float:
        return total * math.fsum(
            cell * cell / (sum(row) * column) - cell / total
            for row in sums
            for cell, column in zip(row, columns, strict=True)
            if column
        )

    return shuffled(units, labels, statistic, seed, resamples)


def wilson(count: int, total: int, level: float = 0.95) -> tuple[float, float] | None:
    """Wilson's score interval of a share, 0 to 1, by statsmodels; None without observations.

    Source: Wilson (1927), Journal of the American Statistical Association 22(158), 209-212. Holds its
    level for small n and shares near 0 or 1.
    """
    from statsmodels.stats.proportion import proportion_confint

    if not total:
        return None
    low, high = proportion_confint(count, total, alpha=1 - level, method="wilson")
    return (0.0 if count == 0 else float(low), 1.0 if count == total else float(high))
