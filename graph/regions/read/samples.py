"""The groups of a region as a test sees them: known values, clusters, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy as np

from graph.regions.read.outcomes import bounds, value
from graph.regions.read.reading import GroupReading
from graph.regions.stats.clusters import components
from graph.regions.stats.dominance import Faced, faced
from graph.regions.stats.permutation import Values

T = TypeVar("T")


@dataclass(frozen=True)
class Sample:
    """The groups of a region under its label; `clusters` are their numbers in the whole comparison.

    What is derived from them is kept: a region of many thousand groups is compared with 31 others.
    """

    label: str
    groups: tuple[GroupReading, ...]
    clusters: tuple[int, ...]
    _kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def known(self, outcome: str, reading: str) -> Values:
        """Known values of an outcome, with the cluster of each."""
        return self._once(("known", outcome, reading), lambda: self._known(outcome, reading))

    def defined(self, reading: str) -> int:
        """Groups that have a gap and a coverage by nature, known or not."""
        return self._once(
            ("defined", reading), lambda: sum(g.readings[reading].defined for g in self.groups)
        )

    def limits(self, outcome: str, reading: str) -> tuple[Values, Values]:
        """Return each defined group at the least and at the most that its outcome can be."""
        return self._once(("limits", outcome, reading), lambda: self._limits(outcome, reading))

    def only(self, kept: Callable[[GroupReading], bool]) -> Sample:
        """Return the sample with some of its groups; clusters stay those of the whole comparison."""
        pairs = [p for p in zip(self.groups, self.clusters, strict=True) if kept(p[0])]
        return Sample(self.label, tuple(g for g, _ in pairs), tuple(c for _, c in pairs))

    def _once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def _known(self, outcome: str, reading: str) -> Values:
        pairs = [
            (found, cluster)
            for group, cluster in zip(self.groups, self.clusters, strict=True)
            if (figures := group.readings[reading]).defined
            and (found := value(outcome, figures)) is not None
        ]
        return _values([v for v, _ in pairs], [c for _, c in pairs])

    def _limits(self, outcome: str, reading: str) -> tuple[Values, Values]:
        figures = [group.readings[reading] for group in self.groups]
        limits = [bounds(outcome, one) for one in figures if one.defined]
        return _values([low for low, _ in limits]), _values([high for _, high in limits])


def _values(values: Sequence[float], clusters: Sequence[int] | None = None) -> Values:
    numbers = range(len(values)) if clusters is None else clusters
    return Values(np.asarray(values, dtype=np.float64), np.asarray(numbers, dtype=np.int64))


def pair(a: Values, b: Values) -> Faced:
    """Two samples face to face."""
    return faced(a.values, b.values)


def samples(regions: Sequence[tuple[str, Sequence[GroupReading]]]) -> list[Sample]:
    """Return the regions with their groups numbered by cluster, over all of them together."""
    every = [group for _, groups in regions for group in groups]
    numbers = iter(components([sorted(group.shares) for group in every]))
    return [
        Sample(label, tuple(groups), tuple(next(numbers) for _ in groups))
        for label, groups in regions
    ]
