"""Types by region: the table, whether the regions differ in the known types, and in which cells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.core.terms import TYPES
from graph.core.words import Words
from graph.regions.differences import NOTHING_LEFT, Terms
from graph.regions.read.reading import ASKED, Figures
from graph.regions.read.samples import Sample
from graph.regions.stats.clusters import spanning
from graph.regions.stats.shuffling import Shuffled, Vector
from graph.regions.stats.tables import chi_squared, fisher_exact

FISHER = "Fisher's exact test"
CLUSTERS = "permutation of clusters, chi-squared"

UNTESTED = ("UNKNOWN", "NOT_A_GROUP")
"""Left out of the test: an unknown type, and a body that leads nobody."""
LEADING = 2.0
"""Residuals from which a cell is named among those that a difference rests on."""
MOST_CELLS = 3


@dataclass(frozen=True)
class Cell:
    """A type that one region has more often than equal regions would.

    `count` groups of the `total` of known type in the region; `residual` is the adjusted one of Haberman
    (1973, Biometrics 29, 205-220), about standard normal. The share count / total becomes `share_low` to
    `share_high`, whether groups of unknown type are left out or counted as any type they can have.
    """

    region: str
    type: str
    count: int
    total: int
    expected: float
    residual: float
    share_low: float
    share_high: float


@dataclass(frozen=True)
class TypesTest:
    """Counts of types by region (`table`, a row a region), and the test of no difference in the known ones.

    `tested` counts the groups of each region in the test: those of known type (`UNTESTED`) in no cluster
    that spans regions (`left_out` counts these). `method` is Fisher's exact test where all of them
    are independent; where some share a chair or a document, whole clusters are dealt out anew with Pearson's
    chi-squared. `cells` are those that the difference rests on, the largest first. `why_not` says why no
    `test` was made.
    """

    regions: tuple[str, ...]
    types: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]
    tested: tuple[int, ...]
    method: str
    left_out: int
    test: Shuffled | None
    cells: tuple[Cell, ...]
    why_not: Words | None

    @property
    def not_tested(self) -> str | None:
        """Why no test was made, in English."""
        return self.why_not.en if self.why_not else None

    def count(self, name: str) -> int:
        """Return the groups of a type in all regions."""
        return sum(dict(zip(self.types, row, strict=True)).get(name, 0) for row in self.table)


def types_test(sampled: Sequence[Sample], terms: Terms, reading: str = ASKED) -> TypesTest:
    """Count every type, and test those that are known; the unknown ones bound the shares."""
    counts = [Counter(g.readings[reading].type for g in sample.groups) for sample in sampled]
    types = tuple(name for name in TYPES if any(name in count for count in counts))
    across = spanning([sample.clusters for sample in sampled])
    known = [_known(sample, across, reading) for sample in sampled]
    clusters = [cluster for own in known for cluster, _ in own]
    alone = len(set(clusters)) == len(clusters)
    why = terms.refused or _nothing_known(sampled, known, reading)
    names = tuple(name for name in types if name not in UNTESTED)
    tested = [Counter(name for _, name in own) for own in known]
    table = [tuple(count[name] for name in names) for count in tested]
    test = None
    if why is None:
        test = (
            fisher_exact(table, terms.seed, terms.resamples)
            if alone
            else _by_cluster(known, names, terms)
        )
    return TypesTest(
        regions=tuple(sample.label for sample in sampled),
        types=types,
        table=tuple(tuple(count[name] for name in types) for count in counts),
        tested=tuple(map(len, known)),
        method=FISHER if alone else CLUSTERS,
        left_out=len(across),
        test=test,
        cells=tuple(_leading(sampled, names, table, reading)) if test else (),
        why_not=why,
    )


_Known = list[tuple[int, str]]
"""The cluster and the type of each group of known type."""


def _known(sample: Sample, across: frozenset[int], reading: str) -> _Known:
    pairs = zip(sample.clusters, (g.readings[reading].type for g in sample.groups), strict=True)
    return [(c, name) for c, name in pairs if name not in UNTESTED and c not in across]


def _nothing_known(
    sampled: Sequence[Sample], known: Sequence[_Known], reading: str
) -> Words | None:
    """Say why a region has no group in the test; None where each has one."""
    for sample, own in zip(sampled, known, strict=True):
        if not own:
            types = {group.readings[reading].type for group in sample.groups}
            if not types <= set(UNTESTED):
                return NOTHING_LEFT
            return Words(
                f"No group of {sample.label} has a known type.",
                f"{sample.label}没有类型已知的小组。",
            )
    return None


def _by_cluster(known: Sequence[_Known], names: Sequence[str], terms: Terms) -> Shuffled:
    units: dict[int, list[int]] = {}
    labels: dict[int, int] = {}
    for label, own in enumerate(known):
        for cluster, name in own:
            units.setdefault(cluster, [0] * len(names))[names.index(name)] += 1
            labels[cluster] = label
    vectors: list[Vector] = [tuple(own) for own in units.values()]
    return chi_squared(vectors, list(labels.values()), terms.seed, terms.resamples)


def _leading(
    sampled: Sequence[Sample], names: Sequence[str], table: Sequence[Vector], reading: str
) -> list[Cell]:
    """Return the cells that hold most above equal regions: the first, and others of weight."""
    above = [cell for cell in _cells(sampled, names, table, reading) if cell.residual > 0]
    above.sort(key=lambda cell: -round(cell.residual, 9))
    return [*above[:1], *(cell for cell in above[1:MOST_CELLS] if cell.residual >= LEADING)]


def _cells(
    sampled: Sequence[Sample], names: Sequence[str], table: Sequence[Vector], reading: str
) -> Iterator[Cell]:
    columns, total = [sum(column) for column in zip(*table, strict=True)], sum(map(sum, table))
    for sample, row in zip(sampled, table, strict=True):
        n = sum(row)
        for name, count, column in zip(names, row, columns, strict=True):
            spread = n * column * (total - n) * (total - column)
            if spread:
                expected = n * column / total
                residual = (count - expected) / math.sqrt(spread / total**3)
                low, high = _share_range(sample, name, count / n, reading)
                yield Cell(sample.label, name, count, n, expected, residual, low, high)


def _share_range(sample: Sample, name: str, known: float, reading: str) -> tuple[float, float]:
    """The least and the most share of a type: unknown groups left out, or counted as what they can be."""
    figures = [g.readings[reading] for g in sample.groups]
    groups = [one for one in figures if one.type != "NOT_A_GROUP"]
    sure = sum(one.possible == (name,) for one in groups)
    most = sum(_can_be(one, name) for one in groups)
    return min(known, sure / len(groups)), max(known, most / len(groups))


def _can_be(figures: Figures, name: str) -> bool:
    return figures.type == name or figures.possible is None or name in figures.possible
