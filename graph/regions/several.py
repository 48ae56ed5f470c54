"""Tests of two regions or more at once: pairs after Holm, and types by region."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.ordinal import Floats
from graph.regions.permutation import RESAMPLES, SEED, Shuffled, shuffled

Vector = tuple[int, ...]


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
    one (Freeman and Halton 1951, Biometrika 38, 141-149): every thing is dealt out as a cluster of its own,
    and a table is the less probable the larger the product of its cells' factorials. `statistic` is the
    observed table's probability. Rows and columns of zeros do not count; 1 where fewer than two of either
    are left. Raises InputError for counts below 0 or rows of different lengths.
    """
    rows = _without_zeros(table)
    if len(rows) < 2 or len(rows[0]) < 2:
        return Shuffled(1.0, 1.0, True, 0, 1.0)
    cells = np.asarray(rows, dtype=np.int64)
    logs = np.concatenate([[0], np.cumsum(np.log(np.arange(1, cells.sum() + 1)))])
    own = logs[cells].sum()
    things = np.repeat(
        np.tile(np.eye(len(rows[0]), dtype=np.int64), (len(rows), 1)), cells.ravel(), axis=0
    )

    def improbable(sums: Floats) -> Floats:
        found: Floats = logs[sums.astype(np.int64)].sum(axis=(1, 2)) - own
        return found

    labels = np.repeat(np.arange(len(rows)), cells.sum(axis=1)).tolist()
    found = shuffled(things, labels, improbable, seed, resamples)
    margins = logs[cells.sum(axis=0)].sum() + logs[cells.sum(axis=1)].sum()
    return replace(found, statistic=math.exp(margins - logs[-1] - own))


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
