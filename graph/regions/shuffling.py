"""Permutation tests of several regions: clusters are dealt out anew, as many to each as there were."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.regions.permutation import RESAMPLES, SEED, SPLITS

Vector = tuple[int, ...]
Statistic = Callable[[Sequence[Vector]], float]

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
    sizes = Counter(labels)
    observed = statistic(_sums(units, labels, len(sizes)))
    bound = observed - _EQUAL * abs(observed)
    if _deals(len(units), list(sizes.values())) > SPLITS:
        draws = _draws(units, labels, len(sizes), seed, resamples)
        hits = sum(statistic(sums) >= bound for sums in draws)
        return Shuffled(
            observed, (1 + hits) / (1 + resamples), False, resamples, 1 / (1 + resamples)
        )
    found = _every(units, [sizes[region] for region in range(len(sizes))], statistic)
    total = sum(found.values())
    top = max(found)
    least = sum(ways for value, ways in found.items() if value >= top - _EQUAL * abs(top))
    hits = sum(ways for value, ways in found.items() if value >= bound)
    return Shuffled(observed, hits / total, True, 0, least / total)


def _deals(count: int, sizes: Sequence[int]) -> int:
    ways, left = 1, count
    for size in sizes:
        ways *= math.comb(left, size)
        left -= size
    return ways


def _sums(units: Sequence[Vector], labels: Sequence[int], regions: int) -> list[Vector]:
    width = len(units[0])
    sums = [[0] * width for _ in range(regions)]
    for unit, label in zip(units, labels, strict=True):
        own = sums[label]
        for place, value in enumerate(unit):
            own[place] += value
    return [tuple(own) for own in sums]


def _draws(
    units: Sequence[Vector], labels: Sequence[int], regions: int, seed: int, resamples: int
) -> Iterator[list[Vector]]:
    """Sums of drawn deals; the same whatever the order of the units, for the same seed."""
    draw, ordered, dealt = random.Random(seed), sorted(units), sorted(labels)
    for _ in range(resamples):
        draw.shuffle(dealt)
        yield _sums(ordered, dealt, regions)


def _every(units: Sequence[Vector], sizes: Sequence[int], statistic: Statistic) -> Counter[float]:
    """How many deals give each value; deals of equal sums so far are followed together."""
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
    found: Counter[float] = Counter()
    for state, ways in states.items():
        found[statistic([own[1:] for own in state])] += ways
    return found
