"""Like with like: regions compared within groups of one field and about one size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from graph.core.words import Words
from graph.regions.differences import NOTHING_LEFT, Terms
from graph.regions.read.outcomes import OUTCOMES, value
from graph.regions.read.reading import ASKED
from graph.regions.read.samples import Sample
from graph.regions.stats.permutation import Block, Stratified, stratified_p
from graph.regions.stats.ranking import centred_ranks

SIZES = (2, 4, 8, 16, 32)
"""Upper ends of the classes of size, in members: 1-2, 3-4, 5-8, 9-16, 17-32, more."""

Stratum = tuple[str, int]
"""A field and the number of a class of size."""


@dataclass(frozen=True)
class Matched:
    """Two regions in one outcome, only groups of like field and size held against each other.

    `strata` counts pairs of field and class of size in which both regions have known values, `n` the
    groups in them, `unmatched` the known groups of each region that have no counterpart or no field.
    `delta` is the share of pairs within strata that the first region wins less those it loses. `test`
    permutes groups within strata only. `why_not` says why no test was made.
    """

    outcome: str
    a: str
    b: str
    strata: int
    n: tuple[int, int]
    unmatched: tuple[int, int]
    delta: float | None
    test: Stratified | None
    why_not: Words | None


NO_STRATUM = Words(
    "No group of the one region has a counterpart of like field and size in the other.",
    "一地的小组在另一地均无领域与规模相近者。",
)


@dataclass(frozen=True)
class _Value:
    """A known value of a group, where it belongs, and with what it hangs together."""

    value: float
    stratum: Stratum
    side: int
    cluster: int


def matched(sampled: Sequence[Sample], terms: Terms) -> list[Matched]:
    """Return every pair of regions in every outcome, the largest differences first."""
    return [
        one
        for outcome in OUTCOMES
        for one in sorted(
            (_matched(outcome, a, b, terms) for a, b in combinations(sampled, 2)),
            key=lambda one: (one.delta is None, -abs(one.delta or 0)),
        )
    ]


def size_class(members: int) -> int:
    """Return the number of the class of size that so many members fall in."""
    return sum(members > top for top in SIZES)


def _matched(outcome: str, a: Sample, b: Sample, terms: Terms) -> Matched:
    sides = [list(_values(outcome, sample, side)) for side, sample in enumerate((a, b))]
    shared = {one.stratum for one in sides[0]} & {one.stratum for one in sides[1]}
    kept = [one for side in sides for one in side if one.stratum in shared]
    n = Counter(one.side for one in kept)
    counts = [len(sample.known(outcome, ASKED).values) for sample in (a, b)]
    test, why = None, terms.refused or (None if kept else NO_STRATUM)
    if why is None:
        blocks = _blocks(kept)
        test = stratified_p(blocks, terms.seed, terms.resamples) if blocks else None
        why = None if test else NOTHING_LEFT
    return Matched(
        outcome, a.label, b.label, len(shared), (n[0], n[1]), (counts[0] - n[0], counts[1] - n[1]),
        _delta(kept), test, why,
    )  # fmt: skip


def _values(outcome: str, sample: Sample, side: int) -> list[_Value]:
    values = []
    for group, cluster in zip(sample.groups, sample.clusters, strict=True):
        figures = group.readings[ASKED]
        known = value(outcome, figures) if figures.defined else None
        if known is not None and group.field:
            values.append(_Value(known, (group.field, size_class(group.size)), side, cluster))
    return values


def _ranks(kept: Sequence[_Value]) -> list[int]:
    """Twice the centred midrank of each value within its stratum: pairs won less pairs lost, in sum."""
    ranks = [0] * len(kept)
    places: dict[Stratum, list[int]] = defaultdict(list)
    for place, one in enumerate(kept):
        places[one.stratum].append(place)
    for own in places.values():
        centred = centred_ranks(np.asarray([kept[place].value for place in own], dtype=np.float64))
        for place, rank in zip(own, centred.tolist(), strict=True):
            ranks[place] = rank
    return ranks


def _delta(kept: Sequence[_Value]) -> float | None:
    sizes = Counter((one.stratum, one.side) for one in kept)
    pairs = sum(sizes[stratum, 0] * sizes[stratum, 1] for stratum, side in sizes if side == 0)
    if not pairs:
        return None
    won = sum(rank for one, rank in zip(kept, _ranks(kept), strict=True) if one.side == 0)
    return won / pairs


def _blocks(kept: Sequence[_Value]) -> list[Block] | None:
    """Clusters that may change sides with each other: those whose groups lie in the same strata.

    Clusters that span both regions are left out. None where a side has nothing left.
    """
    sides: dict[int, set[int]] = defaultdict(set)
    for one in kept:
        sides[one.cluster].add(one.side)
    rest = [one for one in kept if len(sides[one.cluster]) == 1]
    if len({one.side for one in rest}) < 2:
        return None
    strata: dict[int, set[Stratum]] = defaultdict(set)
    sums: Counter[int] = Counter()
    for one, rank in zip(rest, _ranks(rest), strict=True):
        strata[one.cluster].add(one.stratum)
        sums[one.cluster] += rank
    blocks: dict[tuple[Stratum, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for cluster, own in strata.items():
        blocks[tuple(sorted(own))][next(iter(sides[cluster]))].append(sums[cluster])
    return [Block(tuple(a), tuple(b)) for _, (a, b) in sorted(blocks.items())]
