"""Three and more regions at once: Kruskal and Wallis by permutation, pairs corrected after Holm."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import InputError
from graph.regions.clusters import cluster_numbers, spanning
from graph.regions.permutation import RESAMPLES, SEED
from graph.regions.ranking import centred_ranks, numbers
from graph.regions.shuffling import Shuffled, Vector, shuffled


def kruskal_wallis(
    samples: Sequence[Sequence[float]],
    clusters: Sequence[object] | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Shuffled:
    """H of Kruskal and Wallis, corrected for ties, with its p by permutation (not by chi-squared).

    H = (N - 1) sum_j n_j (mean rank of j - (N + 1)/2)^2 / sum_i (rank of i - (N + 1)/2)^2, which is
    12/(N (N + 1)) sum_j R_j^2/n_j - 3 (N + 1), divided by 1 - sum (t^3 - t)/(N^3 - N). Source: Kruskal
    and Wallis (1952), Journal of the American Statistical Association 47(260), 583-621. `clusters` as
    of `permutation_p`; H is 0 where all values are equal. Raises InputError as `permutation_p`.
    """
    found = [numbers(sample, f"sample {i}") for i, sample in enumerate(samples, 1)]
    if len(found) < 2:
        raise InputError("Kruskal and Wallis need two samples or more.")
    numbered = cluster_numbers(clusters, [len(sample) for sample in found])
    across = spanning(numbered)
    kept = [
        [(c, value) for c, value in zip(own, sample, strict=True) if c not in across]
        for own, sample in zip(numbered, found, strict=True)
    ]
    if not all(kept):
        raise InputError("Every group of one region shares a chair or a document with another.")
    ranks = centred_ranks([value for side in kept for _, value in side])
    units, labels = _units(kept, ranks)
    total, spread = len(ranks), sum(rank * rank for rank in ranks)
    return shuffled(units, labels, lambda sums: _statistic(sums, total, spread), seed, resamples)


def _units(
    kept: Sequence[Sequence[tuple[int, float]]], ranks: Sequence[int]
) -> tuple[list[Vector], list[int]]:
    """For each cluster its sum of centred ranks and its size, and its sample."""
    sums: dict[int, tuple[int, int, int]] = {}
    rest = iter(ranks)
    for label, side in enumerate(kept):
        for cluster, _ in side:
            rank, size, _ = sums.get(cluster, (0, 0, label))
            sums[cluster] = (rank + next(rest), size + 1, label)
    return [(rank, size) for rank, size, _ in sums.values()], [u[2] for u in sums.values()]


def _statistic(sums: Sequence[Vector], total: int, spread: int) -> float:
    if not spread:
        return 0.0
    return (total - 1) * sum(rank * rank / size for rank, size in sums) / spread


def holm(values: Sequence[float]) -> list[float]:
    """p-values corrected for their number after Holm, by statsmodels, in the order given.

    Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal
    of Statistics 6(2), 65-70.
    """
    from statsmodels.stats.multitest import multipletests

    return [float(p) for p in multipletests(values, method="holm")[1]] if values else []
