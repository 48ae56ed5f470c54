"""One outcome of two regions: effect, interval, test, and what size and missing values leave open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from graph.errors import InputError
from graph.regions.clusters import components
from graph.regions.dominance import Interval, cliffs_delta, delta_interval
from graph.regions.outcomes import bounds, value
from graph.regions.permutation import RESAMPLES, SEED, Permutation, permutation_p
from graph.regions.quantiles import normal_quantile
from graph.regions.reading import ASKED, GroupReading

MEDIUM, LARGE = 0.33, 0.474
"""Sizes of delta that Romano and others (2006) call medium and large: a habit, no law."""


@dataclass(frozen=True)
class Power:
    """What samples of this size could find (Noether 1987), at a level of 0.05, two-sided.

    `medium` and `large`: the chance to reach p < 0.05 if delta is truly 0.33 or 0.474. `detectable`: the
    delta that is found with a chance of 0.8; None if even 1 is not. Clusters count, not groups.
    """

    medium: float
    large: float
    detectable: float | None


@dataclass(frozen=True)
class Difference:
    """Two regions in one outcome. `delta` > 0: the first region's groups are the higher ones.

    `n` known values, `missing` and `not_defined` the others of each region. `delta_bounds`: the least and
    the most that delta could be, whatever the missing values are. `interval` only for 10 values in each
    and where groups are independent. `not_tested` tells in words why there is no `test`. `p_holm` is
    corrected for the number of pairs, None where there is one pair only.
    """

    outcome: str
    a: str
    b: str
    n: tuple[int, int]
    missing: tuple[int, int]
    not_defined: tuple[int, int]
    delta: float | None
    delta_bounds: tuple[float, float] | None
    interval: Interval | None
    test: Permutation | None
    power: Power | None
    not_tested: str | None
    p_holm: float | None = None


@dataclass(frozen=True)
class Sample:
    """The groups of a region under its label; `clusters` are their numbers in the whole comparison."""

    label: str
    groups: tuple[GroupReading, ...]
    clusters: tuple[int, ...]

    def known(self, outcome: str, reading: str) -> tuple[list[float], list[int]]:
        """Known values of an outcome with the cluster of each."""
        pairs = [
            (found, cluster)
            for group, cluster in zip(self.groups, self.clusters, strict=True)
            if (found := value(outcome, group.readings[reading])) is not None
            and group.readings[reading].defined
        ]
        return [v for v, _ in pairs], [c for _, c in pairs]


def samples(regions: Sequence[tuple[str, Sequence[GroupReading]]]) -> list[Sample]:
    """The regions with their groups numbered by cluster, over all of them together."""
    every = [group for _, groups in regions for group in groups]
    numbers = iter(components([sorted(group.shares) for group in every]))
    return [
        Sample(label, tuple(groups), tuple(next(numbers) for _ in groups))
        for label, groups in regions
    ]


def difference(
    outcome: str,
    a: Sample,
    b: Sample,
    *,
    refused: str | None = None,
    reading: str = ASKED,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Difference:
    """Compare two regions in one outcome; `refused` is a reason against any inference, in words."""
    (first, one), (second, two) = a.known(outcome, reading), b.known(outcome, reading)
    defined = [[g for g in s.groups if g.readings[reading].defined] for s in (a, b)]
    known = bool(first and second)
    test, why = None, refused
    if not known:
        why = _unknown(outcome, b if first else a, reading)
    elif not refused:
        test, why = _test(first, second, [*one, *two], seed, resamples)
    alone = len({*one, *two}) == len(first) + len(second)
    return Difference(
        outcome=outcome,
        a=a.label,
        b=b.label,
        n=(len(first), len(second)),
        missing=(len(defined[0]) - len(first), len(defined[1]) - len(second)),
        not_defined=(len(a.groups) - len(defined[0]), len(b.groups) - len(defined[1])),
        delta=cliffs_delta(first, second) if known else None,
        delta_bounds=_delta_bounds(outcome, defined, reading),
        interval=delta_interval(first, second) if known and alone and not refused else None,
        test=test,
        power=power(*test.n_clusters) if test else None,
        not_tested=why,
    )


def _test(
    a: list[float], b: list[float], clusters: list[int], seed: int, resamples: int
) -> tuple[Permutation | None, str | None]:
    try:
        return permutation_p(a, b, clusters, seed, resamples), None
    except InputError as error:
        return None, str(error)


def _unknown(outcome: str, side: Sample, reading: str) -> str:
    """Why a side has no value at all."""
    missing = sum(group.readings[reading].defined for group in side.groups)
    what = "gap" if outcome == "gap_min" else "line coverage"
    if not missing:
        return (
            f"No group of {side.label} has a {what}: in each a chair heads every member that it may"
            " command at all, so there is nothing to outrank or to command."
        )
    return (
        f"Every {what} of {side.label} is missing ({missing} of {len(side.groups)} groups): no source"
        " names the chair, or a rank or a link is not known. A missing value is no 0. `lsgraph"
        " authority GROUP` shows what is missing; load it and ask again."
    )


def _delta_bounds(
    outcome: str, defined: Sequence[Sequence[GroupReading]], reading: str
) -> tuple[float, float] | None:
    """Delta with every missing value at its worst for the first region, and at its best."""
    if not all(defined):
        return None
    (low_a, high_a), (low_b, high_b) = (
        zip(*(bounds(outcome, group.readings[reading]) for group in side), strict=True)
        for side in defined
    )
    return cliffs_delta(low_a, high_b), cliffs_delta(high_a, low_b)


def power(n: int, m: int) -> Power:
    """Noether's approximation: Phi(|delta| sqrt(3 n m / (n + m)) - 1.96).

    Source: Noether (1987), "Sample size determination for some common nonparametric tests", Journal of
    the American Statistical Association 82(398), 645-647, with p' - 1/2 = delta / 2.
    """
    scale, z = math.sqrt(3 * n * m / (n + m)), normal_quantile(0.975)
    normal = NormalDist()
    least = (z + normal_quantile(0.8)) / scale
    return Power(
        normal.cdf(MEDIUM * scale - z), normal.cdf(LARGE * scale - z), least if least <= 1 else None
    )
