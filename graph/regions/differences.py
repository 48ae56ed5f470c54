"""What is tested of labelled groups, whatever they are: each pair in each outcome, and types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import numpy as np

from graph.core.errors import InputError
from graph.core.terms import TYPES
from graph.core.words import Words
from graph.regions.groups import GroupReading
from graph.regions.ordinal import Floats, Interval, delta, interval
from graph.regions.permutation import (
    NOTHING_LEFT,
    RESAMPLES,
    SEED,
    Permutation,
    Shuffled,
    Values,
    components,
    permutation_of,
    spanning,
)
from graph.regions.profile import OUTCOMES, bounds, value
from graph.regions.several import Vector, chi_squared, fisher_exact, holm

FISHER = "Fisher's exact test"
CLUSTERS = "permutation of clusters, chi-squared"

UNTESTED = ("UNKNOWN", "NOT_A_GROUP")
"""Left out of the test of types: an unknown type, and a body that leads nobody."""


@dataclass(frozen=True)
class Sample:
    """The groups of a region under its label; `clusters` are their numbers in the whole comparison."""

    label: str
    groups: tuple[GroupReading, ...]
    clusters: tuple[int, ...]

    @cached_property
    def defined(self) -> int:
        """Groups that have a gap and a coverage by nature, known or not."""
        return sum(group.asked.defined for group in self.groups)

    @cached_property
    def known(self) -> Mapping[str, Values]:
        """Known values of each outcome, with the cluster of each."""
        return {outcome: self._known(outcome) for outcome in OUTCOMES}

    @cached_property
    def limits(self) -> Mapping[str, tuple[Floats, Floats]]:
        """Of each outcome every defined group at the least and at the most that it can be."""
        defined = [group.asked for group in self.groups if group.asked.defined]
        ends = {outcome: [bounds(outcome, one) for one in defined] for outcome in OUTCOMES}
        return {
            outcome: (np.array([low for low, _ in own]), np.array([high for _, high in own]))
            for outcome, own in ends.items()
        }

    def _known(self, outcome: str) -> Values:
        pairs = [
            (found, cluster)
            for group, cluster in zip(self.groups, self.clusters, strict=True)
            if group.asked.defined and (found := value(outcome, group.asked)) is not None
        ]
        return Values(
            np.array([found for found, _ in pairs], dtype=np.float64),
            np.array([cluster for _, cluster in pairs], dtype=np.int64),
        )


def samples(regions: Sequence[tuple[str, Sequence[GroupReading]]]) -> list[Sample]:
    """Return the regions with their groups numbered by cluster, over all of them together."""
    every = [group for _, groups in regions for group in groups]
    numbers = iter(components([sorted(group.shares) for group in every]))
    return [
        Sample(label, tuple(groups), tuple(next(numbers) for _ in groups))
        for label, groups in regions
    ]


@dataclass(frozen=True)
class Terms:
    """How regions are tested: the seed, the draws, and `refused`, a reason against any inference."""

    refused: Words | None = None
    seed: int = SEED
    resamples: int = RESAMPLES


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
    why_not: Words | None
    p_holm: float | None = None

    @property
    def not_tested(self) -> str | None:
        """Why no test was made, in English."""
        return self.why_not.en if self.why_not else None


@dataclass(frozen=True)
class TypesTest:
    """Counts of types by region (`table`, a row a region), and the test of no difference in the known ones.

    `tested` counts the groups of each region in the test: those of identified type (`UNTESTED`) in no cluster
    that spans regions (`left_out` counts these). `method` is Fisher's exact test where all of them
    are independent; where some share a chair or a document, whole clusters are dealt out anew with Pearson's
    chi-squared. `why_not` says why no `test` was made.
    """

    regions: tuple[str, ...]
    types: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    tested: tuple[int, ...]
    method: str
    left_out: int
    test: Shuffled | None
    why_not: Words | None

    @property
    def not_tested(self) -> str | None:
        """Why no test was made, in English."""
        return self.why_not.en if self.why_not else None

    def count(self, name: str) -> int:
        """Return the groups of a type in all regions."""
        return sum(dict(zip(self.types, row, strict=True)).get(name, 0) for row in self.table)


@dataclass(frozen=True)
class Statistics:
    """What was computed of labelled groups: the part of a comparison that needs no graph."""

    samples: tuple[Sample, ...]
    differences: tuple[Difference, ...]
    types: TypesTest


def statistics(regions: Sequence[tuple[str, Sequence[GroupReading]]], terms: Terms) -> Statistics:
    """Test every pair, and the types of all regions at once."""
    sampled = samples(regions)
    return Statistics(
        samples=tuple(sampled),
        differences=tuple(_differences(sampled, terms)),
        types=types_test(sampled, terms),
    )


def _differences(sampled: Sequence[Sample], terms: Terms) -> list[Difference]:
    """Return each pair in each outcome, the largest differences first; p is corrected for their number."""
    made: list[Difference] = []
    for outcome in OUTCOMES:
        pairs = [difference(outcome, a, b, terms) for a, b in combinations(sampled, 2)]
        if len(pairs) > 1:
            corrected = iter(holm([pair.test.p for pair in pairs if pair.test]))
            pairs = [replace(p, p_holm=next(corrected)) if p.test else p for p in pairs]
        made += sorted(pairs, key=lambda one: (one.delta is None, -abs(one.delta or 0)))
    return made


def difference(outcome: str, a: Sample, b: Sample, terms: Terms) -> Difference:
    """Compare two regions in one outcome."""
    first, second = a.known[outcome], b.known[outcome]
    n, m = len(first.values), len(second.values)
    test, why = None, terms.refused
    if not (n and m):
        why = _unknown(outcome, b if n else a)
    elif not terms.refused:
        try:
            test = permutation_of(first, second, terms.seed, terms.resamples)
        except InputError:
            why = NOTHING_LEFT
    known = delta(first.values, second.values) if n and m else None
    low, high = _delta_range(outcome, a, b, known)
    alone = len(first.own) == n and len(second.own) == m and not first.own & second.own
    asked = n and m and alone and not terms.refused
    return Difference(
        outcome=outcome,
        a=a.label,
        b=b.label,
        n=(n, m),
        missing=(a.defined - n, b.defined - m),
        not_defined=(len(a.groups) - a.defined, len(b.groups) - b.defined),
        delta=known,
        delta_low=low,
        delta_high=high,
        interval=interval(first.values, second.values) if asked else None,
        test=test,
        why_not=why,
    )


def _unknown(outcome: str, side: Sample) -> Words:
    """Say why a side has no value at all."""
    missing = side.defined
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
    outcome: str, a: Sample, b: Sample, known: float | None
) -> tuple[float | None, float | None]:
    """Delta with every missing value at its worst for the first region and at its best, and left out.

    What is known of a missing value (a gap of at most 1) may put all that it can be beyond the known ones.
    """
    (low_a, high_a), (low_b, high_b) = a.limits[outcome], b.limits[outcome]
    if not (len(low_a) and len(low_b)):
        return None, None
    ends = delta(low_a, high_b), delta(high_a, low_b)
    every = ends if known is None else (*ends, known)
    return min(every), max(every)


def types_test(sampled: Sequence[Sample], terms: Terms) -> TypesTest:
    """Count every type that is identified, and test them; the others bound the shares."""
    counts = [Counter(g.asked.counted for g in sample.groups) for sample in sampled]
    types = tuple(name for name in TYPES if any(name in count for count in counts))
    across = spanning(sample.clusters for sample in sampled)
    known = [list(_known_types(sample, across)) for sample in sampled]
    clusters = [cluster for own in known for cluster, _ in own]
    alone = len(set(clusters)) == len(clusters)
    why = terms.refused or _nothing_known(sampled, known)
    names = [name for name in types if name not in UNTESTED]
    test = None
    if why is None and alone:
        table = [[sum(name == own for _, own in pairs) for name in names] for pairs in known]
        test = fisher_exact(table, terms.seed, terms.resamples)
    elif why is None:
        test = _by_cluster(known, names, terms)
    return TypesTest(
        regions=tuple(sample.label for sample in sampled),
        types=types,
        table=tuple(tuple(count[name] for name in types) for count in counts),
        tested=tuple(map(len, known)),
        method=FISHER if alone else CLUSTERS,
        left_out=len(across),
        test=test,
        why_not=why,
    )


def _known_types(sample: Sample, across: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield the cluster and the type of each group whose type is identified."""
    for group, cluster in zip(sample.groups, sample.clusters, strict=True):
        if group.asked.counted not in UNTESTED and cluster not in across:
            yield cluster, group.asked.counted


def _nothing_known(
    sampled: Sequence[Sample], known: Sequence[Sequence[tuple[int, str]]]
) -> Words | None:
    """Say why a region has no group in the test; None where each has one."""
    for sample, own in zip(sampled, known, strict=True):
        if not own:
            if not {group.asked.counted for group in sample.groups} <= set(UNTESTED):
                return NOTHING_LEFT
            return Words(
                f"No group of {sample.label} has a type that is identified.",
                f"{sample.label}没有类型已判明的小组。",
            )
    return None


def _by_cluster(
    known: Sequence[Sequence[tuple[int, str]]], names: Sequence[str], terms: Terms
) -> Shuffled:
    units: dict[int, list[int]] = {}
    labels: dict[int, int] = {}
    for label, own in enumerate(known):
        for cluster, name in own:
            units.setdefault(cluster, [0] * len(names))[names.index(name)] += 1
            labels[cluster] = label
    vectors: list[Vector] = [tuple(own) for own in units.values()]
    return chi_squared(vectors, list(labels.values()), terms.seed, terms.resamples)
