"""A region's groups by field, by kind and by level: counts, types and medians, no tests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.regions.read.outcomes import distribution
from graph.regions.read.reading import GroupReading

BY = ("field", "kind", "level")
"""What groups are told apart by."""


@dataclass(frozen=True)
class Part:
    """The groups of a region that share a field, kind or level (`value`; None: not known).

    `types` counts them by type, the medians are lower ones of the known values.
    """

    by: str
    value: str | None
    n: int
    types: dict[str, int]
    gap_median: float | None
    lc_median: float | None


def breakdown(groups: Sequence[GroupReading]) -> tuple[Part, ...]:
    """The parts of a region, the largest first within each way of dividing."""
    return tuple(part for by in BY for part in _parts(by, groups))


def _parts(by: str, groups: Sequence[GroupReading]) -> Iterator[Part]:
    own: dict[str | None, list[GroupReading]] = defaultdict(list)
    for group in groups:
        own[getattr(group, by)].append(group)
    for value, found in sorted(own.items(), key=lambda item: (-len(item[1]), item[0] or "~")):
        yield Part(
            by, value, len(found), dict(Counter(group.asked.type for group in found)),
            distribution("gap_min", found).median, distribution("lc", found).median,
        )  # fmt: skip
