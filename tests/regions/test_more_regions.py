"""Holm, Fisher's test of any table, and Wilson, against slow or published figures."""

from __future__ import annotations

import math
import random
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError
from graph.regions.profile import wilson
from graph.regions.several import chi_squared, fisher_exact, holm
from tests.regions import by_hand

TABLES = st.integers(2, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=2, max_size=3
    )
)


@given(TABLES)
@settings(deadline=None, max_examples=40)
def test_fisher_is_that_of_every_table(table: list[list[int]]) -> None:
    found = fisher_exact(table)
    assert found.exact
    assert found.p == pytest.approx(float(by_hand.fisher_p(table)), abs=1e-12)


@pytest.mark.parametrize(
    ("table", "p"),
    [
        ([[3, 1], [1, 3]], 0.4857142857142857),
        ([[2, 10], [15, 3]], 0.0005367241192),
    ],
    ids=["Fisher's tea drinker", "twins and convictions"],
)
def test_known_fisher_examples(table: list[list[int]], p: float) -> None:
    """Both are in R's help of fisher.test (Agresti 1990, 61f.; Fisher 1962)."""
    assert fisher_exact(table).p == pytest.approx(p, abs=1e-9)


def test_a_large_table_is_drawn_and_says_so() -> None:
    """Job satisfaction (Agresti 2002, 57), as in R's help: p = 0.7827."""
    job = [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]]
    found = fisher_exact(list(zip(*job, strict=True)))
    assert not found.exact
    assert abs(found.p - 0.7827) < 4 * math.sqrt(0.7827 * 0.2173 / found.n_resamples)
    assert found == fisher_exact(list(zip(*job, strict=True)))


def test_fisher_refuses_no_table() -> None:
    for bad in ([[1, 2], [3]], [[1, -1], [0, 2]]):
        with pytest.raises(InputError, match="table of counts"):
            fisher_exact(bad)
    assert fisher_exact([[3, 4], [0, 0]]).p == 1
    assert fisher_exact([[0, 0], [0, 0]]).p == 1


def test_chi_squared_deals_out_clusters() -> None:
    """Two clusters of three STRONG against two of three WEAK: 2 of 6 deals are as extreme."""
    units = [(3, 0), (3, 0), (0, 3), (0, 3)]
    found = chi_squared(units, [0, 0, 1, 1])
    assert found.statistic == pytest.approx(12)
    assert found.p == pytest.approx(1 / 3)
    assert found.smallest_p == pytest.approx(1 / 3)


def test_holm_by_hand() -> None:
    """0.01 x 4, 0.02 x 3, 0.03 x 2 raised to 0.06, 0.5 x 1."""
    assert holm([0.03, 0.01, 0.5, 0.02]) == pytest.approx([0.06, 0.04, 0.5, 0.06], abs=1e-12)
    assert holm([0.4, 0.6]) == [0.8, 0.8]
    assert holm([]) == []


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_is_the_running_maximum(values: list[float]) -> None:
    ordered = sorted(values)
    for p, own in zip(holm(values), values, strict=True):
        steps = [v * (len(values) - ordered.index(v)) for v in values if v <= own]
        assert p == pytest.approx(min(1, max(steps)), abs=1e-12)


def test_holm_is_that_of_statsmodels() -> None:
    """Ties and ones too; three lists only, since each call of theirs collects the program's garbage."""
    from statsmodels.stats.multitest import multipletests

    draw = random.Random(20_181_226)
    for size in (1, 7, 496):
        values = [round(draw.random() ** 3, 3) for _ in range(size)]
        theirs = multipletests(values, method="holm")[1]
        assert holm(values) == pytest.approx(theirs.tolist(), abs=1e-12)


@settings(deadline=None)
@given(st.integers(1, 60), st.data())
def test_the_limits_of_wilson_lie_z_errors_from_the_share(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n))
    found = wilson(k, n)
    assert found is not None
    z = NormalDist().inv_cdf(0.975)
    for limit, outermost in zip(found, (k == 0, k == n), strict=True):
        if not outermost:
            assert abs(k / n - limit) == pytest.approx(
                z * math.sqrt(limit * (1 - limit) / n), abs=1e-9
            )
    assert (found[0] == 0) == (k == 0) and (found[1] == 1) == (k == n)
    assert wilson(0, 0) is None
