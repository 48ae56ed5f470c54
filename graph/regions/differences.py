"""One outcome of two regions: effect, interval, test, and what size and missing values leave open."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.read.reading import ASKED
from graph.regions.read.samples import Sample, pair
from graph.regions.stats.dominance import Faced, Interval, interval
from graph.regions.stats.permutation import RESAMPLES, SEED, Permutation, permutation_of
from graph.regions.stats.ranking import normal_quantile

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

    `n` known values, `missing` and `not_defined` the others of each region; `delta` is that of the known
    values. `delta_low` and `delta_high`: the least and the most that it is, whether groups of missing value
    are left out or counted at any value that they can have. `interval` only for 10 values in each
    and where groups are independent. `why_not` says why no `test` was made. `p_holm` is
    corrected for the number of pairs, None where there is one pair only.
    """

    outcome: str
    a: str
    b: str
    n: tuple[int, int]
    missing: tuple[int, int]
    not_defined: tuple[int, int]
    delta: float | None
    delta_low: float | None
    delta_high: float | None
    interval: Interval | None
    test: Permutation | None
    power: Power | None
    why_not: Words | None
    p_holm: float | None = None

    @property
    def not_tested(self) -> str | None:
        """Why no test was made, in English."""
        return self.why_not.en if self.why_not else None


NOTHING_LEFT = Words(
    "Every group of one side is counted on the other side too, or shares a chair or a document with it:"
    " nothing independent is left to compare.",
    "一方的每个小组都同时计入另一方，或与其共有组长或文件，没有独立的小组可供比较。",
)


@dataclass(frozen=True)
class Terms:
    """How pairs are tested: the seed, the draws, and whether draws may stop early (many pairs).

    `refused` is a reason against any inference, in words.
    """

    refused: Words | None = None
    seed: int = SEED
    resamples: int = RESAMPLES
    early: bool = False


def difference(
    outcome: str, a: Sample, b: Sample, terms: Terms, reading: str = ASKED
) -> Difference:
    """Compare two regions in one outcome under one reading."""
    first, second = a.known(outcome, reading), b.known(outcome, reading)
    n, m = len(first.values), len(second.values)
    test, why = None, terms.refused
    if not (n and m):
        why = _unknown(outcome, b if n else a, reading)
    elif not terms.refused:
        test, why = _test(a, b, outcome, reading, terms)
    sides = pair(first, second) if n and m else None
    low, high = _delta_range(outcome, a, b, reading, sides)
    alone = len(first.own) == n and len(second.own) == m and not first.own & second.own
    return Difference(
        outcome=outcome,
        a=a.label,
        b=b.label,
        n=(n, m),
        missing=(a.defined(reading) - n, b.defined(reading) - m),
        not_defined=(len(a.groups) - a.defined(reading), len(b.groups) - b.defined(reading)),
        delta=sides.delta if sides else None,
        delta_low=low,
        delta_high=high,
        interval=interval(sides) if sides and alone and not terms.refused else None,
        test=test,
        power=power(*test.n_clusters) if test else None,
        why_not=why,
    )


def _test(
    a: Sample, b: Sample, outcome: str, reading: str, terms: Terms
) -> tuple[Permutation | None, Words | None]:
    sides = a.known(outcome, reading), b.known(outcome, reading)
    try:
        return permutation_of(*sides, terms.seed, terms.resamples, terms.early), None
    except InputError:
        return None, NOTHING_LEFT


def _unknown(outcome: str, side: Sample, reading: str) -> Words:
    """Say why a side has no value at all."""
    missing = side.defined(reading)
    en, zh = ("gap", "级差") if outcome == "gap_min" else ("line coverage", "统属覆盖率")
    if not missing:
        return Words(
            f"No group of {side.label} has a {en}: in each a chair heads every member that it may"
            " command at all, so there is nothing to outrank or to command.",
            f"{side.label}没有任何小组有{zh}：各组的组长即为全部可统属成员的主官，无级别可比、无统属可言。",
        )
    return Words(
        f"Every {en} of {side.label} is missing ({missing} of {len(side.groups)} groups): no source"
        " names the chair, or a rank or a link is not known. A missing value is not counted as 0. lsgraph"
        " authority GROUP shows what is missing; load it and ask again.",
        f"{side.label}的{zh}全部缺失（{len(side.groups)} 个小组中 {missing} 个）："
        "没有资料载明组长，或级别、隶属不明。"
        "缺失不等于 0。可用 lsgraph authority 查看小组缺少什么，补充数据后再比较。",
    )


def _delta_range(
    outcome: str, a: Sample, b: Sample, reading: str, known: Faced | None
) -> tuple[float | None, float | None]:
    """Delta with every missing value at its worst for the first region and at its best, and left out.

    What is known of a missing value (a gap of at most 1) may put all that it can be beyond the known ones.
    """
    (low_a, high_a), (low_b, high_b) = a.limits(outcome, reading), b.limits(outcome, reading)
    if not (len(low_a.values) and len(low_b.values)):
        return None, None
    counted = pair(low_a, high_b).delta, pair(high_a, low_b).delta
    every = (*counted, known.delta) if known else counted
    return min(every), max(every)


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
