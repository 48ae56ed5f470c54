"""Under no difference p falls below 0.05 as often as it says; the interval covers as often as it says."""

from __future__ import annotations

import random

import pytest

from graph.regions import permutation_p
from tests.regions.by_hand import delta_interval

RUNS = 2_000
SEED = 20_181_226
GAPS = (-1, 0, 0, 1, 1, 1, 2, 2, 3)
"""Gaps as groups have them: few values, many ties."""


@pytest.mark.parametrize("size", [5, 10, 30])
def test_no_difference_is_found_where_there_is_none(size: int) -> None:
    draw = random.Random(SEED)
    found = 0
    for run in range(RUNS):
        a, b = draw.choices(GAPS, k=size), draw.choices(GAPS, k=size)
        found += permutation_p(a, b, seed=run, resamples=199).p < 0.05
    print(f"seed {SEED}: {found} of {RUNS} below 0.05 at size {size}")
    assert found <= 0.066 * RUNS


@pytest.mark.parametrize("size", [5, 10, 30])
def test_none_is_found_where_groups_share_chairs(size: int) -> None:
    """Groups of one chair are alike; counted one by one they would look like many more."""
    draw = random.Random(SEED)
    found = naive = 0
    for run in range(RUNS):
        sides = [_clustered(draw, size) for _ in range(2)]
        keys = [(side, cluster) for side, groups in enumerate(sides) for cluster, _ in groups]
        a, b = ([gap for _, gap in groups] for groups in sides)
        found += permutation_p(a, b, keys, seed=run, resamples=199).p < 0.05
        naive += permutation_p(a, b, seed=run, resamples=199).p < 0.05 if run < 200 else 0
    print(f"seed {SEED}: {found} of {RUNS} below 0.05 with {size} chairs; naive {naive} of 200")
    assert found <= 0.066 * RUNS
    assert naive > 0.066 * 200, "without clusters the same data would deceive"


def _clustered(draw: random.Random, size: int) -> list[tuple[int, int]]:
    """Groups of `size` chairs, one to five each, whose gaps hang on the chair."""
    return [
        (chair, gap) for chair in range(size) for gap in [draw.choice(GAPS)] * draw.randint(1, 5)
    ]


STEPS = (0, 1, 2, 3)
SHARES = [
    ((1, 1, 1, 1), (1, 1, 1, 1)),
    ((1, 2, 3, 4), (4, 3, 2, 1)),
    ((1, 1, 4, 4), (3, 3, 2, 2)),
    ((4, 1, 1, 4), (1, 4, 4, 1)),
]


@pytest.mark.parametrize("size", [(10, 10), (10, 20), (20, 20), (30, 30)])
@pytest.mark.parametrize("shares", SHARES, ids=str)
def test_the_interval_covers_the_true_delta(
    size: tuple[int, int], shares: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    draw = random.Random(SEED)
    total = sum(shares[0]) * sum(shares[1])
    true = sum(
        p * q * ((x > y) - (x < y))
        for x, p in zip(STEPS, shares[0], strict=True)
        for y, q in zip(STEPS, shares[1], strict=True)
    )
    covered = 0
    for _ in range(RUNS):
        a, b = (draw.choices(STEPS, weights, k=n) for weights, n in zip(shares, size, strict=True))
        found = delta_interval(a, b)
        assert found is not None
        covered += found.low <= true / total <= found.high
    print(f"seed {SEED}: {covered} of {RUNS} intervals hold {true / total:.3f} at {size}")
    assert covered >= 0.90 * RUNS
