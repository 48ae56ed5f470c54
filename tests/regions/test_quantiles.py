"""Quantiles, intervals and random tables, held against those of scipy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binomtest, chi2, random_table, t

from graph.chairs.turnover import poisson_interval
from graph.regions.ordinal import t_quantile
from graph.regions.permutation import drawn_tables
from graph.regions.profile import wilson


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_quantiles_of_students_t(level: float) -> None:
    share = (1 + level) / 2
    for freedom in (18, 19, 25, 60, 400, 5000):
        assert t_quantile(share, freedom) == pytest.approx(t.ppf(share, freedom), rel=1e-9)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_intervals_of_rates(level: float) -> None:
    tail = (1 - level) / 2
    for count in (0, 1, 2, 7, 40, 600):
        low, high = poisson_interval(count, 4.0, level)
        assert low == pytest.approx(chi2.ppf(tail, 2 * count) / 8 if count else 0, rel=1e-9)
        assert high == pytest.approx(chi2.ppf(1 - tail, 2 * count + 2) / 8, rel=1e-9)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_intervals_of_shares(level: float) -> None:
    for count, total in ((0, 3), (1, 7), (5, 5), (40, 90), (3, 1000)):
        expected = binomtest(count, total).proportion_ci(level, method="wilson")
        assert wilson(count, total, level) == pytest.approx(tuple(expected), rel=1e-10, abs=1e-12)


def test_random_tables_have_the_margins_and_probabilities_of_theirs() -> None:
    rows, columns = np.array([5, 4, 3]), np.array([6, 2, 4])
    drawn = np.concatenate([*drawn_tables(rows, columns, 60_000, np.random.default_rng(7))])
    assert len(drawn) == 60_000
    assert (drawn.sum(axis=2) == rows).all() and (drawn.sum(axis=1) == columns).all()
    exact = random_table(rows, columns)
    found, times = np.unique(drawn, axis=0, return_counts=True)
    assert len(found) > 60
    for table, count in zip(found, times, strict=True):
        expected = 60_000 * exact.pmf(table)
        assert abs(count - expected) < 5 * np.sqrt(expected) + 5
