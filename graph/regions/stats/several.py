"""Three and more regions at once: Kruskal and Wallis by permutation, pairs corrected after Holm."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.stats.clusters import spanning
from graph.regions.stats.draws import Floats, Ints
from graph.regions.stats.permutation import Values
from graph.regions.stats.ranking import centred_ranks
from graph.regions.stats.shuffling import Shuffled, shuffled


def kruskal_of(samples: Sequence[Values], seed: int, resamples: int) -> Shuffled:
    """H of Kruskal and Wallis, corrected for ties, with its p by permutation (not by chi-squared).

    H = (N - 1) sum_j n_j (mean rank of j - (N + 1)/2)^2 / sum_i (rank of i - (N + 1)/2)^2, which is
    12/(N (N + 1)) sum_j R_j^2/n_j - 3 (N + 1), divided by 1 - sum (t^3 - t)/(N^3 - N). Source: Kruskal
    and Wallis (1952), Journal of the American Statistical Association 47(260), 583-621. Clusters of
    several samples are left out; H is 0 where all values are equal. Raises InputError for a sample of
    which nothing is left.
    """
    across = spanning([sample.own for sample in samples])
    kept = [sample.without(across) for sample in samples]
    if not all(len(one.values) for one in kept):
        raise InputError(
            Words(
                "Every group of one region shares a chair or a document with another.",
                "一个地区的每个小组都与另一地区共有组长或文件。",
            )
        )
    ranks = centred_ranks(np.concatenate([one.values for one in kept]))
    units, labels = _units(kept, ranks)
    total, spread = len(ranks), int((ranks * ranks).sum())

    def statistic(sums: Floats) -> Floats:
        if not spread:
            return np.zeros(len(sums))
        sides: Floats = (sums[:, :, 0] ** 2 / sums[:, :, 1]).sum(axis=1)
        return (total - 1) * sides / spread

    return shuffled(units.tolist(), labels, statistic, seed, resamples)


def _units(kept: Sequence[Values], ranks: Ints) -> tuple[Ints, list[int]]:
    """For each cluster its sum of centred ranks and its size, and its sample."""
    parts, labels, start = [], [], 0
    for label, side in enumerate(kept):
        own = ranks[start : start + len(side.values)]
        start += len(side.values)
        _, places = np.unique(side.clusters, return_inverse=True)
        sums = np.bincount(places, weights=own).astype(np.int64)
        parts.append(np.column_stack((sums, np.bincount(places))))
        labels += [label] * len(sums)
    return np.concatenate(parts), labels


def holm(values: Sequence[float]) -> list[float]:
    """p-values corrected for their number after Holm, in the order given.

    The i-th smallest of k values is multiplied by k - i + 1, raised to the largest so far and cut at 1.
    Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal
    of Statistics 6(2), 65-70. Our own, held against statsmodels by a test: its `multipletests` collects
    all garbage of the program with every call, which takes seconds beside 100,000 groups.
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    found, highest = [0.0] * len(values), 0.0
    for place, index in enumerate(order):
        highest = max(highest, (len(values) - place) * values[index])
        found[index] = min(1.0, highest)
    return found
