"""Permutation tests of several regions: clusters are dealt out anew, as many to each as there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.regions.stats.draws import Floats, dealt_sums
from graph.regions.stats.exact import countable
from graph.regions.stats.permutation import RESAMPLES, SEED

Vector = tuple[int, ...]
Statistic = Callable[[Floats], Floats]
"""From the regions' sums (draw by region by column) the statistic of each draw."""

_EQUAL = 1e-9
"""Statistics that differ by less than this share are equal: sums of floats in another order."""


@dataclass(frozen=True)
class Shuffled:
    """The share of deals whose statistic is at least as large as the observed one.

    As of `permutation_p`: `exact`, else `n_resamples` draws; `smallest_p` the least it could have given.
    """

    statistic: float
    p: float
    exact: bool
    n_resamples: int
    smallest_p: float


def shuffled(
    units: Sequence[Vector],
    labels: Sequence[int],
    statistic: Statistic,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Shuffled:
    """Deal the units out to the regions anew and compare the statistic of the regions' sums.

    `units` are what each cluster adds (ranks and size, or counts of types), `labels` the region of
    each, 0, 1, 2 and so on. All deals are counted up to about 200,000, else drawn with the seed.
    """
    rows, places = np.asarray(units, dtype=np.int64), np.asarray(labels)
    sizes = np.bincount(places)
    own = np.zeros((1, len(sizes), rows.shape[1]))
    np.add.at(own[0], places, rows)
    observed = float(statistic(own)[0])
    bound = observed - _EQUAL * abs(observed)
    if countable(*sizes.tolist()):
        return _counted(units, sizes.tolist(), statistic, observed, bound)
    rng = np.random.default_rng(seed)
    drawn = dealt_sums(rows, sizes, resamples, rng)
    hits = sum(int((statistic(sums) >= bound).sum()) for sums in drawn)
    return Shuffled(observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples))


def _counted(
    units: Sequence[Vector],
    sizes: Sequence[int],
    statistic: Statistic,
    observed: float,
    bound: float,
) -> Shuffled:
    states = _every(units, sizes)
    ways = list(states.values())
    values = statistic(np.asarray([[own[1:] for own in state] for state in states], dtype=float))
    total, top = sum(ways), float(values.max())
    hits, least = (
        sum(n for value, n in zip(values.tolist(), ways, strict=True) if value >= limit)
        for limit in (bound, top - _EQUAL * abs(top))
    )
    return Shuffled(observed, hits / total, True, 0, least / total)


def _every(units: Sequence[Vector], sizes: Sequence[int]) -> Counter[tuple[Vector, ...]]:
    """Tell how many deals give each sums by region; deals of equal sums so far are followed together."""
    start = tuple((0, *([0] * len(units[0]))) for _ in sizes)
    states: Counter[tuple[Vector, ...]] = Counter({start: 1})
    for unit in units:
        after: Counter[tuple[Vector, ...]] = Counter()
        for state, ways in states.items():
            for region, size in enumerate(sizes):
                if state[region][0] < size:
                    grown = tuple(map(sum, zip(state[region], (1, *unit), strict=True)))
                    after[(*state[:region], grown, *state[region + 1 :])] += ways
        states = after
    return states
