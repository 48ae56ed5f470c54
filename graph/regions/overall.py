"""All that is tested of samples, whatever they are samples of: pairs, all at once, types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graph.regions.differences import Difference, Terms, difference
from graph.regions.matching import Matched, matched
from graph.regions.read.outcomes import OUTCOMES
from graph.regions.read.reading import ASKED, GroupReading
from graph.regions.read.samples import Sample, samples
from graph.regions.say.words import MANY_PAIRS
from graph.regions.sensitivity import Change, sensitivity
from graph.regions.stats.clusters import spanning
from graph.regions.stats.several import holm, kruskal_of
from graph.regions.stats.shuffling import Shuffled
from graph.regions.types_test import TypesTest, types_test

FEWER = 999
"""Draws of the tests of all regions at once where there are many: each deals out every group anew."""


@dataclass(frozen=True)
class Overall:
    """Three regions or more in one outcome: Kruskal and Wallis by permutation over `regions`."""

    outcome: str
    regions: tuple[str, ...]
    test: Shuffled


@dataclass(frozen=True)
class Statistics:
    """What was computed of labelled groups: the part of a comparison that needs no graph."""

    samples: tuple[Sample, ...]
    differences: tuple[Difference, ...]
    overall: tuple[Overall, ...]
    types: TypesTest
    matched: tuple[Matched, ...]
    sensitivity: tuple[Change, ...]


def statistics(regions: Sequence[tuple[str, Sequence[GroupReading]]], terms: Terms) -> Statistics:
    """Test every pair, all regions at once, the types, like with like, and under other readings.

    Past fifteen pairs draws of a pair may stop early where p is plainly above 0.05, tests of all regions
    at once are made of `FEWER` draws, and groups are not matched.
    """
    sampled = samples(regions)
    many = len(sampled) * (len(sampled) - 1) > 2 * MANY_PAIRS
    differences = _differences(sampled, replace(terms, early=many))
    how = replace(terms, resamples=min(terms.resamples, FEWER)) if many else terms
    return Statistics(
        samples=tuple(sampled),
        differences=tuple(differences),
        overall=tuple(_overall(sampled, how)),
        types=types_test(sampled, how),
        matched=() if many else tuple(sorted(matched(sampled, how), key=_place)),
        sensitivity=() if many else tuple(sensitivity(sampled, differences, how)),
    )


def _differences(sampled: Sequence[Sample], terms: Terms) -> list[Difference]:
    """Return each pair in each outcome, the largest differences first; p is corrected for their number."""
    made: list[Difference] = []
    for outcome in OUTCOMES:
        pairs = [difference(outcome, a, b, terms) for a, b in combinations(sampled, 2)]
        if len(pairs) > 1:
            corrected = iter(holm([pair.test.p for pair in pairs if pair.test]))
            pairs = [replace(p, p_holm=next(corrected)) if p.test else p for p in pairs]
        made += sorted(pairs, key=_size)
    return made


def _place(one: Matched) -> tuple[int, bool, float]:
    """Sort by outcome, then as `_size`."""
    return OUTCOMES.index(one.outcome), *_size(one)


def _size(one: Difference | Matched) -> tuple[bool, float]:
    """Sort the largest delta first, whichever way it points, and what was not compared last."""
    return one.delta is None, -abs(one.delta or 0)


def _overall(sampled: Sequence[Sample], terms: Terms) -> Iterator[Overall]:
    """Kruskal and Wallis where three regions or more have independent values."""
    for outcome in OUTCOMES:
        known = [(s.label, s.known(outcome, ASKED)) for s in sampled]
        known = [(label, values) for label, values in known if len(values.values)]
        across = spanning([values.own for _, values in known])
        if terms.refused or len(known) < 3 or any(v.own <= across for _, v in known):
            continue
        test = kruskal_of([v for _, v in known], terms.seed, terms.resamples)
        yield Overall(outcome, tuple(label for label, _ in known), test)
