"""Random splits and deals: as probable as they should be, in bounded memory, and stopped rightly."""

from __future__ import annotations

import math
import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from graph.regions.stats import draws
from graph.regions.stats.draws import dealt_sums, subset_sums
from graph.regions.stats.exact import counted, surely_no_hit
from graph.regions.stats.permutation import Values, permutation_of
from tests.regions.by_hand import kruskal_wallis

SEED = 20_181_226


@pytest.mark.parametrize(
    ("things", "chosen"),
    [
        ([0] * 8 + [1] * 7 + [5] * 6, 6),
        ([1, 2, 4, 8, 16, 32], 3),
        ([0] * 6 + [1] * 6 + [3, 7, 20], 5),
        ([*range(20)], 2),
    ],
    ids=["counts", "shuffled", "both", "few"],
)
def test_each_sum_comes_as_often_as_among_all_choices(things: list[int], chosen: int) -> None:
    every = Counter(map(sum, combinations(things, chosen)))
    total, drawn = sum(every.values()), 40_000
    sums = np.asarray(things, dtype=np.int64)
    found = Counter(subset_sums(sums, chosen, drawn, np.random.default_rng(SEED)).tolist())
    assert set(found) <= set(every)
    for value, ways in every.items():
        p = ways / total
        assert abs(found[value] / drawn - p) < 5 * math.sqrt(p * (1 - p) / drawn) + 1e-12


def test_the_order_of_things_does_not_matter() -> None:
    things = [0] * 8 + [1] * 7 + [5, 9, 9]
    mixed = random.Random(SEED).sample(things, len(things))
    one, other = (
        subset_sums(np.asarray(t, dtype=np.int64), 6, 50, np.random.default_rng(1)).tolist()
        for t in (things, mixed)
    )
    assert one == other


@pytest.mark.parametrize("common", [True, False])
def test_deals_fill_every_region_with_its_number(common: bool) -> None:
    units = np.asarray([(i % 3 if common else i, 1) for i in range(24)], dtype=np.int64)
    sizes = np.asarray([4, 8, 12])
    total = units[:, 0].sum()
    means = np.zeros(3)
    drawn = 0
    for sums in dealt_sums(units, sizes, 4_000, np.random.default_rng(SEED)):
        assert (sums[:, :, 1] == sizes).all()
        assert (sums[:, :, 0].sum(axis=1) == total).all()
        means, drawn = means + sums[:, :, 0].sum(axis=0), drawn + len(sums)
    assert drawn == 4_000
    expected, spread = total * sizes / 24, units[:, 0].std() * np.sqrt(sizes)
    assert (np.abs(means / drawn - expected) < 5 * spread / math.sqrt(drawn)).all()


def test_memory_is_bounded_by_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """With blocks of 1,000 numbers the answer is another draw of the same distribution, not another p."""
    samples = [[(7 * i * j + j) % 5 + i // 2 for j in range(30)] for i in range(3)]
    whole = kruskal_wallis(samples, seed=1)
    monkeypatch.setattr(draws, "BLOCK", 1_000)
    parts = kruskal_wallis(samples, seed=1)
    assert whole.statistic == parts.statistic
    error = math.sqrt(whole.p * (1 - whole.p) / whole.n_resamples)
    assert abs(whole.p - parts.p) < 6 * error


def _side(values: list[int], first: int) -> Values:
    numbers = np.arange(first, first + len(values), dtype=np.int64)
    return Values(np.asarray(values, dtype=np.float64), numbers)


def test_many_pairs_stop_early_only_where_p_is_large() -> None:
    draw = random.Random(SEED)
    near, far = (
        [
            _side([draw.randint(0, 4) + lean * side for _ in range(60)], 100 * side)
            for side in (0, 1)
        ]
        for lean in (0, 2)
    )
    early = permutation_of(near[0], near[1], seed=1, resamples=9_999, early=True)
    whole = permutation_of(near[0], near[1], seed=1, resamples=9_999)
    assert early.n_resamples in (99, 999, 2_999) and whole.n_resamples == 9_999
    assert early.p > 0.05
    assert abs(early.p - whole.p) < 5 * math.sqrt(whole.p * (1 - whole.p) / early.n_resamples)
    assert permutation_of(far[0], far[1], seed=1, resamples=9_999, early=True).n_resamples == 9_999


def test_an_early_stop_keeps_the_level() -> None:
    """Draws that are hits with a chance of U, U uniform: p <= a at most as often as a, for a < 0.05."""
    rng = np.random.default_rng(SEED)
    found = []
    for _ in range(4_000):
        chance = rng.random()
        hits, drawn = counted(lambda n, c=chance: int(rng.binomial(n, c)), 9_999, early=True)  # type: ignore[misc]
        found.append((1 + hits) / (1 + drawn))
    for level in (0.01, 0.03, 0.049):
        share = sum(p <= level for p in found) / len(found)
        assert share < level + 4 * math.sqrt(level * (1 - level) / len(found))


def test_draws_are_spared_only_where_none_would_hit() -> None:
    """A bound that is reached is never called unreachable; one far outside is."""
    things = np.asarray([-1] * 500 + [1] * 500, dtype=np.int64)
    squares, widest = int((things * things).sum()), 1
    reached = np.abs(subset_sums(things, 500, 20_000, np.random.default_rng(SEED))).max()
    assert not surely_no_hit(int(reached), 500, squares, 1_000, widest, 9_999)
    assert surely_no_hit(400, 500, squares, 1_000, widest, 9_999)
    assert not surely_no_hit(0, 500, squares, 1_000, widest, 9_999)
