"""Types by region: the table, and whether the regions differ in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.core.terms import TYPES
from graph.core.words import Words
from graph.regions.differences import NOTHING_LEFT, Terms
from graph.regions.read.reading import ASKED
from graph.regions.read.samples import Sample
from graph.regions.stats.clusters import spanning
from graph.regions.stats.shuffling import Shuffled, Vector
from graph.regions.stats.tables import chi_squared, fisher_exact

FISHER = "Fisher's exact test"
CLUSTERS = "permutation of clusters, chi-squared"


@dataclass(frozen=True)
class TypesTest:
    """Counts of types by region (`table`, a row a region) and the test of no difference.

    `method` is Fisher's exact test where all groups are independent; where some share a chair or a
    document, whole clusters are dealt out anew with Pearson's chi-squared. `left_out` counts clusters
    that span regions. `why_not` says why no `test` was made.
    """

    regions: tuple[str, ...]
    types: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    method: str
    left_out: int
    test: Shuffled | None
    why_not: Words | None

    @property
    def not_tested(self) -> str | None:
        """Why no test was made, in English."""
        return self.why_not.en if self.why_not else None


def types_test(sampled: Sequence[Sample], terms: Terms, reading: str = ASKED) -> TypesTest:
    """Count and test; UNKNOWN is a type of its own, never dropped."""
    counts = [Counter(g.readings[reading].type for g in sample.groups) for sample in sampled]
    types = tuple(name for name in TYPES if any(name in count for count in counts))
    table = tuple(tuple(count[name] for name in types) for count in counts)
    across = spanning([sample.clusters for sample in sampled])
    numbers = [cluster for sample in sampled for cluster in sample.clusters]
    alone = len(set(numbers)) == len(numbers)
    test, why = None, terms.refused
    if not terms.refused:
        test, why = (
            (fisher_exact(table, terms.seed, terms.resamples), None)
            if alone
            else _by_cluster(sampled, types, across, reading, terms)
        )
    return TypesTest(
        tuple(sample.label for sample in sampled), types, table,
        FISHER if alone else CLUSTERS, len(across), test, why,
    )  # fmt: skip


def _by_cluster(
    sampled: Sequence[Sample],
    types: Sequence[str],
    across: frozenset[int],
    reading: str,
    terms: Terms,
) -> tuple[Shuffled | None, Words | None]:
    units: dict[int, list[int]] = {}
    labels: dict[int, int] = {}
    for label, sample in enumerate(sampled):
        for group, cluster in zip(sample.groups, sample.clusters, strict=True):
            if cluster not in across:
                own = units.setdefault(cluster, [0] * len(types))
                own[types.index(group.readings[reading].type)] += 1
                labels[cluster] = label
    if len(set(labels.values())) < len(sampled):
        return None, NOTHING_LEFT
    vectors: list[Vector] = [tuple(own) for own in units.values()]
    return chi_squared(vectors, list(labels.values()), terms.seed, terms.resamples), None
