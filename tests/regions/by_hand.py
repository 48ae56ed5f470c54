"""The definitions written out once more, slowly: every pair, every split, every table, in fractions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

import numpy as np

from graph.regions import ordinal


def delta_interval(
    a: Sequence[float], b: Sequence[float], level: float = 0.95
) -> ordinal.Interval | None:
    """The interval of delta for two lists."""
    return ordinal.interval(np.asarray(a, float), np.asarray(b, float), level)


def midranks(values: Sequence[float]) -> list[Fraction]:
    """The mean of the places that a value takes in order, ties sharing theirs."""
    ordered = sorted(values)
    places = {v: [i for i, other in enumerate(ordered, 1) if other == v] for v in values}
    return [Fraction(sum(places[v]), len(places[v])) for v in values]


def delta(a: Sequence[float], b: Sequence[float]) -> Fraction:
    """Pairs won less pairs lost, of all pairs."""
    return Fraction(sum((x > y) - (x < y) for x in a for y in b), len(a) * len(b))


def wilcoxon_p(a: Sequence[float], b: Sequence[float]) -> Fraction:
    """Every choice of places for `a`: the share with |W - E W| at least as large."""
    ranks = midranks([*a, *b])
    mean = Fraction(len(a) * (len(ranks) + 1), 2)
    bound = abs(sum(ranks[: len(a)]) - mean)
    sums = [abs(sum(chosen) - mean) for chosen in combinations(ranks, len(a))]
    return Fraction(sum(s >= bound for s in sums), len(sums))


def smallest_wilcoxon_p(a: Sequence[float], b: Sequence[float]) -> Fraction:
    """The p of the most extreme split."""
    ranks = midranks([*a, *b])
    mean = Fraction(len(a) * (len(ranks) + 1), 2)
    sums = [abs(sum(chosen) - mean) for chosen in combinations(ranks, len(a))]
    return Fraction(sums.count(max(sums)), len(sums))


def cluster_p(a: Sequence[Sequence[float]], b: Sequence[Sequence[float]]) -> Fraction:
    """Whole clusters change sides, as many as before; W against its mean for the values that came."""
    clusters = [*a, *b]
    flat = midranks([value for cluster in clusters for value in cluster])
    starts = [sum(map(len, clusters[:i])) for i in range(len(clusters))]
    ranked = [flat[s : s + len(c)] for s, c in zip(starts, clusters, strict=True)]

    def away(chosen: Sequence[Sequence[Fraction]]) -> Fraction:
        own = [rank for cluster in chosen for rank in cluster]
        return abs(sum(own) - Fraction(len(own) * (len(flat) + 1), 2))

    splits = [away(chosen) for chosen in combinations(ranked, len(a))]
    return Fraction(sum(s >= away(ranked[: len(a)]) for s in splits), len(splits))


def fisher_p(table: Sequence[Sequence[int]]) -> Fraction:
    """Every table of non-negative counts with the same margins, by trying all."""
    rows, columns = list(map(sum, table)), list(map(sum, zip(*table, strict=True)))
    total = sum(rows)

    def probability(cells: Sequence[Sequence[int]]) -> Fraction:
        above = math.prod(map(math.factorial, [*rows, *columns]))
        below = math.prod(math.factorial(c) for row in cells for c in row)
        return Fraction(above, math.factorial(total) * below)

    choices = [
        [c for c in product(*(range(min(r, k) + 1) for k in columns)) if sum(c) == r] for r in rows
    ]
    tables = [t for t in product(*choices) if list(map(sum, zip(*t, strict=True))) == columns]
    observed = probability(table)
    assert sum(map(probability, tables)) == 1
    return sum([p for p in map(probability, tables) if p <= observed], start=Fraction(0))


def interval(a: Sequence[float], b: Sequence[float], t: float) -> tuple[float, float]:
    """Feng and Cliff's limits from the whole matrix of dominance."""
    n, m = len(a), len(b)
    matrix = [[(x > y) - (x < y) for y in b] for x in a]
    d = sum(map(sum, matrix)) / (n * m)
    d = d * (n * m - 1) / (n * m) if abs(d) == 1 else d
    rows = sum((sum(row) / m - d) ** 2 for row in matrix)
    columns = sum((sum(column) / n - d) ** 2 for column in zip(*matrix, strict=True))
    cells = sum((cell - d) ** 2 for row in matrix for cell in row)
    s2 = (m * m * rows + n * n * columns - cells) / (n * m * (n - 1) * (m - 1))
    s2 = s2 if s2 > 0 else (1 - d * d) / (n * m - 1)
    width = t * math.sqrt(s2) * math.sqrt((1 - d * d) ** 2 + t * t * s2)
    below = 1 - d * d + t * t * s2
    return (d - d**3 - width) / below, (d - d**3 + width) / below
