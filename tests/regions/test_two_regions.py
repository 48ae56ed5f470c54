"""Cliff's delta, its interval and the permutation p against every pair and every split."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError
from graph.regions import cliffs_delta, permutation_p
from graph.regions.ordinal import t_quantile
from graph.regions.profile import lower_quantile
from tests.regions import by_hand
from tests.regions.by_hand import delta_interval

GAPS = st.lists(st.integers(-3, 3), min_size=1, max_size=5)
LONG = st.lists(st.integers(-4, 4), min_size=10, max_size=25)


@pytest.mark.parametrize(
    ("share", "freedom", "value"),
    [
        (0.975, 1, 12.706204736174705),
        (0.975, 2, 4.302652729749464),
        (0.975, 5, 2.570581835636314),
        (0.975, 18, 2.10092204024096),
        (0.975, 58, 2.001717484145234),
        (0.95, 10, 1.812461122811676),
        (0.995, 30, 2.749995653567231),
    ],
)
def test_quantiles_of_student_are_those_of_the_tables(
    share: float, freedom: int, value: float
) -> None:
    assert t_quantile(share, freedom) == pytest.approx(value, abs=1e-9)


def test_student_tends_to_the_normal() -> None:
    assert t_quantile(0.975, 100_000) == pytest.approx(1.959963984540054, abs=1e-4)


@given(GAPS, GAPS)
def test_delta_is_pairs_won_less_pairs_lost(a: list[int], b: list[int]) -> None:
    assert cliffs_delta(a, b) == pytest.approx(float(by_hand.delta(a, b)), abs=1e-12)
    assert cliffs_delta(b, a) == -cliffs_delta(a, b)


def test_delta_by_hand() -> None:
    """2 against 1 and 2: won, tied; 0 against both: lost twice: (1 - 2) / 4."""
    assert cliffs_delta([2, 0], [1, 2]) == -0.25
    assert cliffs_delta([3, 4], [1, 2]) == 1
    assert isinstance(cliffs_delta([1], [1]), float)


@given(GAPS, GAPS)
@settings(deadline=None)
def test_p_is_that_of_every_split(a: list[int], b: list[int]) -> None:
    found = permutation_p(a, b)
    assert found.exact and found.n_resamples == 0
    assert found.n_splits == math.comb(len(a) + len(b), len(a))
    assert found.p == pytest.approx(float(by_hand.wilcoxon_p(a, b)), abs=1e-12)
    least = by_hand.smallest_wilcoxon_p(a, b)
    assert found.smallest_p == pytest.approx(float(least), abs=1e-12)
    assert permutation_p(b, a).p == found.p


def test_p_by_hand() -> None:
    """3 against 4 without a tie, wholly apart: two of the 35 splits are as extreme."""
    found = permutation_p([5, 6, 7], [1, 2, 3, 4])
    assert found.p == found.smallest_p == pytest.approx(2 / 35, abs=1e-12)
    assert permutation_p([1, 1], [1, 1, 1]).p == 1


def test_known_wilcoxon_example() -> None:
    """Hollander and Wolfe (1973), 69f., as in R's help of wilcox.test: two-sided 2 * 0.1272 exactly."""
    a = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    b = [1.15, 0.88, 0.90, 0.74, 1.21]
    assert permutation_p(a, b).p == pytest.approx(0.2544122544122544, abs=1e-9)


@pytest.mark.parametrize(("n", "m", "ones_a", "ones_b"), [(60, 60, 36, 25), (45, 300, 20, 180)])
def test_many_ties_are_counted_as_the_hypergeometric(
    n: int, m: int, ones_a: int, ones_b: int
) -> None:
    """Two values only: W counts the ones on a side, whose distribution is known exactly."""
    found = permutation_p([1] * ones_a + [0] * (n - ones_a), [1] * ones_b + [0] * (m - ones_b))
    ones, total = ones_a + ones_b, n + m
    away = abs(ones_a * total - ones * n)
    exact = sum(
        math.comb(ones, k) * math.comb(total - ones, n - k)
        for k in range(max(0, n - total + ones), min(n, ones) + 1)
        if abs(k * total - ones * n) >= away
    ) / math.comb(total, n)
    assert found.exact and found.p == pytest.approx(exact, rel=1e-12)


@pytest.mark.parametrize(("n", "m"), [(500, 520), (700, 800)])
def test_more_splits_than_a_float_holds(n: int, m: int) -> None:
    """Of 1,030 units or more the splits are drawn; every one alike, all have the observed sum."""
    found = permutation_p([1] * n, [1] * m, resamples=999)
    assert (found.p, found.smallest_p) == (1, 1) and found.exact is (n + m < 1_030)


CLUSTERS = st.lists(st.lists(st.integers(-2, 2), min_size=1, max_size=3), min_size=1, max_size=3)


@given(CLUSTERS, CLUSTERS)
@settings(deadline=None)
def test_clusters_move_as_a_whole(a: list[list[int]], b: list[list[int]]) -> None:
    names = [f"a{i}" for i, c in enumerate(a) for _ in c]
    names += [f"b{i}" for i, c in enumerate(b) for _ in c]
    found = permutation_p([v for c in a for v in c], [v for c in b for v in c], names)
    assert found.p == pytest.approx(float(by_hand.cluster_p(a, b)), abs=1e-12)
    assert found.n_clusters == (len(a), len(b))


def test_large_clusters_are_counted_one_by_one() -> None:
    """Sums too far apart for one long number: all 35 splits are tried."""
    a, b = [[1] * 900, [2] * 800, [5] * 700], [[3] * 900, [4] * 600, [6] * 500, [0] * 10]
    names = [(side, i) for side, own in enumerate((a, b)) for i, c in enumerate(own) for _ in c]
    found = permutation_p([v for c in a for v in c], [v for c in b for v in c], names)
    assert found.exact and found.n_splits == 35
    assert found.p == pytest.approx(float(by_hand.cluster_p(a, b)), abs=1e-12)


def test_clusters_are_connected_components() -> None:
    """1 and 2 share a chair, 2 and 3 a document: one cluster of three."""
    keys = [{"chair"}, {"chair", "doc"}, {"doc"}, None, "x", "y", "y"]
    found = permutation_p([1, 2, 3, 4], [5, 6, 7], keys)
    assert found.n_clusters == (2, 2)


def test_a_cluster_of_both_sides_is_left_out_and_counted() -> None:
    found = permutation_p(
        [1, 2, 3, 9], [4, 5, 6, 0], ["a", "b", "c", "both", "d", "e", "f", "both"]
    )
    assert found.left_out == (1, 2)
    assert found.p == permutation_p([1, 2, 3], [4, 5, 6]).p == pytest.approx(0.1, abs=1e-12)
    with pytest.raises(InputError, match="nothing independent is left"):
        permutation_p([1], [2, 3], ["both", "both", None])


def test_past_the_limit_p_is_drawn_with_a_seed() -> None:
    a, b = [*range(0, 60, 2)], [*range(10, 65, 2), 5, 5]
    found = permutation_p(a, b, seed=7, resamples=999)
    assert not found.exact and found.n_resamples == 999
    assert found == permutation_p(a[::-1], b, seed=7, resamples=999)
    assert permutation_p(b, a, seed=7, resamples=999).p == found.p
    assert permutation_p(a, b, seed=8, resamples=999).p != found.p
    assert found.smallest_p == 1 / 1_000
    exact = permutation_p(a, b)
    assert exact.exact and exact.p == pytest.approx(_exact(a, b), rel=1e-9)
    assert abs(found.p - exact.p) < 4 * math.sqrt(exact.p * (1 - exact.p) / 999)
    assert permutation_p([9] * 30, [1] * 30).p == 2 / math.comb(60, 30)


def _exact(a: list[int], b: list[int]) -> float:
    """Splits counted by a generating function in two variables, as a plain dictionary."""
    ranks = [int(2 * r) for r in by_hand.midranks([*a, *b])]
    ways = {(0, 0): 1}
    for rank in ranks:
        after = dict(ways)
        for (count, total), n in ways.items():
            key = (count + 1, total + rank)
            after[key] = after.get(key, 0) + n
        ways = after
    mean = len(a) * (len(ranks) + 1)
    bound = abs(sum(ranks[: len(a)]) - mean)
    own = {total: n for (count, total), n in ways.items() if count == len(a)}
    return sum(n for t, n in own.items() if abs(t - mean) >= bound) / sum(own.values())


@given(LONG, LONG)
@settings(deadline=None)
def test_the_interval_is_that_of_the_whole_matrix(a: list[int], b: list[int]) -> None:
    found = delta_interval(a, b)
    assert found is not None
    low, high = by_hand.interval(a, b, t_quantile(0.975, len(a) + len(b) - 2))
    d = cliffs_delta(a, b)
    assert found.low == pytest.approx(-1 if d == -1 else low, abs=1e-9)
    assert found.high == pytest.approx(1 if d == 1 else high, abs=1e-9)
    assert -1 <= found.low <= d <= found.high <= 1
    assert found.approximate == (min(len(a), len(b)) < 20)


def test_no_interval_below_ten() -> None:
    assert delta_interval([1, 2] * 10, [1, 2, 3] * 3) is None
    assert delta_interval([1, 2] * 5, [1, 2] * 5) is not None


@pytest.mark.parametrize("bad", [[], [1, None], [float("nan")], ["2"], [True]])
def test_what_is_missing_is_refused_in_words(bad: list[float]) -> None:
    for call in (cliffs_delta, permutation_p):
        with pytest.raises(InputError, match="holds"):
            call(bad, [1, 2])
        with pytest.raises(InputError, match="b holds"):
            call([1, 2], bad)
    with pytest.raises(InputError, match="3 entries for 4 values"):
        permutation_p([1, 2], [3, 4], ["x", "y", "z"])


@pytest.mark.parametrize(
    ("values", "share", "value"),
    [
        ([3, 1, 2, 4], 0.5, 2),
        ([1, 2, 3, 4, 5], 0.25, 2),
        ([1, 2, 3, 4], 0.25, 1),
        ([1, 2, 3, 4], 0.75, 3),
        ([7], 0.0, 7),
        ([], 0.5, None),
    ],
)
def test_lower_quantiles(values: list[float], share: float, value: float | None) -> None:
    assert lower_quantile(values, share) == value
