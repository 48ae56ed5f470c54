"""Agreement of coders on nominal categories: Cohen's kappa, Krippendorff's alpha, shares, intervals.

    found = pairs(["STRONG", "WEAK", None], ["STRONG", "STRONG", "WEAK"])
    kappa(found.sum())

Each unit is tallied once as three counts of each category: agreed, and what the first and the second
coder said. Tallies add up, so a sample drawn anew from clusters is a weighted sum of theirs. None is a
unit that a coder left open.

Sources: Cohen (1960), doi 10.1177/001316446002000104; Krippendorff (2011), Computing Krippendorff's
alpha-reliability (nominal data, any number of coders, missing values); category by category: Cicchetti and
Feinstein (1990), doi 10.1016/0895-4356(90)90159-M. The package `krippendorff` is under the GPL, which a
program under Apache-2.0 cannot ask of its users.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.stats.draws import Floats

Answer = str | None
Measure = Callable[[Floats], Floats]
"""Of counts (..., 3, categories) to values (...); NaN where it is not defined."""

DRAWS = 2_000
LEVEL = 95.0
"""Percent of the draws between the bounds of an interval."""


@dataclass(frozen=True)
class Tallies:
    """Counts (units, 3, categories): agreed, first, second."""

    categories: tuple[str, ...]
    counts: Floats

    @property
    def units(self) -> int:
        """Units that at least two coders answered."""
        return int((self.counts[:, 1].sum(axis=1) > 0).sum())

    def sum(self) -> Floats:
        """The counts of all units together."""
        total: Floats = self.counts.sum(axis=0)
        return total


def pairs(one: Sequence[Answer], other: Sequence[Answer]) -> Tallies:
    """Two coders, unit by unit; a unit that one of them left open is not counted."""
    said = zip(one, other, strict=True)
    both = [() if a is None or b is None else (a, b) for a, b in said]
    names, counts = _empty(both)
    for row, answers in zip(counts, both, strict=True):
        for place, answer in enumerate(answers, start=1):
            row[place, names[answer]] = 1
        row[0] = row[1] * row[2]
    return Tallies(tuple(names), counts)


def coincidences(coders: Sequence[Sequence[Answer]]) -> Tallies:
    """Any number of coders: the pairs of answers within a unit, each weighted by 1 / (answers - 1)."""
    units = [list(unit) for unit in zip(*coders, strict=True)]
    names, counts = _empty(units)
    for row, unit in zip(counts, units, strict=True):
        said = Counter(answer for answer in unit if answer is not None)
        if (total := said.total()) > 1:
            for name, number in said.items():
                row[0, names[name]] = number * (number - 1) / (total - 1)
                row[1:, names[name]] = number
    return Tallies(tuple(names), counts)


def _empty(units: Sequence[Sequence[Answer]]) -> tuple[dict[str, int], Floats]:
    said = sorted({answer for unit in units for answer in unit if answer is not None})
    return {name: at for at, name in enumerate(said)}, np.zeros((len(units), 3, len(said)))


def agreement(counts: Floats) -> Floats:
    """Share of the answers that agree, 0 to 1."""
    agreed, first, _ = _apart(counts)
    return _ratio(agreed.sum(axis=-1), first.sum(axis=-1))


def kappa(counts: Floats) -> Floats:
    """Cohen's kappa: agreement beyond what the two coders' own shares give by chance; 1 is full."""
    _, first, second = _apart(counts)
    chance = _ratio((first * second).sum(axis=-1), first.sum(axis=-1) * second.sum(axis=-1))
    return _ratio(agreement(counts) - chance, 1 - chance)


def alpha(counts: Floats) -> Floats:
    """Krippendorff's alpha for nominal data, of `coincidences`; 1 is full, 0 what chance gives."""
    _, margin, _ = _apart(counts)
    total = margin.sum(axis=-1)
    unlike = total**2 - (margin**2).sum(axis=-1)
    return 1 - _ratio((1 - agreement(counts)) * total * (total - 1), unlike)


def of_category(place: int) -> Measure:
    """Specific agreement on one category: of all answers that name it, the share that agree."""

    def measure(counts: Floats) -> Floats:
        agreed, first, second = _apart(counts)
        return _ratio(2 * agreed[..., place], first[..., place] + second[..., place])

    return measure


def interval(
    tallies: Tallies, weights: Floats, clusters: Sequence[int], measure: Measure
) -> tuple[float, float] | None:
    """The percentile interval over draws of clusters (`weights` of `resampled`).

    None for a single cluster, or where the measure is defined in fewer than half of the draws.
    """
    if weights.shape[1] < 2:
        return None
    by_cluster = np.zeros((weights.shape[1], *tallies.counts.shape[1:]))
    np.add.at(by_cluster, np.asarray(clusters), tallies.counts)
    values = measure(np.tensordot(weights, by_cluster, axes=1))
    known = values[~np.isnan(values)]
    if 2 * len(known) < len(values):
        return None
    low, high = np.percentile(known, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return float(low), float(high)


def resampled(clusters: int, seed: int, draws: int = DRAWS) -> Floats:
    """How often each cluster comes, draw by draw: as many as there are, with replacement."""
    if draws < 1:
        raise InputError(
            Words(
                f"{draws} draws give no interval. Ask for 1 or more.",
                f"{draws} 次抽样得不出区间。请给 1 次以上。",
            )
        )
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(clusters, np.full(clusters, 1 / clusters), size=draws)
    return drawn.astype(np.float64)


def confusion(one: Sequence[Answer], other: Sequence[Answer]) -> Counter[tuple[str, str]]:
    """How often the first coder said the one and the second the other."""
    both = zip(one, other, strict=True)
    return Counter((a, b) for a, b in both if a is not None and b is not None)


def _apart(counts: Floats) -> tuple[Floats, Floats, Floats]:
    return counts[..., 0, :], counts[..., 1, :], counts[..., 2, :]


def _ratio(above: Floats, below: Floats) -> Floats:
    """NaN where the divisor is 0."""
    ratio: Floats = np.full(np.broadcast(above, below).shape, np.nan)
    np.divide(above, below, out=ratio, where=np.abs(below) > 1e-12)
    return ratio
