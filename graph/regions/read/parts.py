"""The parts of a region: its groups by field, kind and level, and of a named region by how they lie to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.regions.named.area import Reach
from graph.regions.read.outcomes import distribution
from graph.regions.read.places import Region
from graph.regions.read.reading import GroupReading

BY = ("field", "kind", "level")
"""The properties that divide groups into parts."""


@dataclass(frozen=True)
class Part:
    """The groups of a region that share a field, kind or level (`value`; None: not known).

    Of a named region also by `reach`: province (within one province), across (its provinces), and in no
    figure of the region: beyond (cover it and reach beyond), partly (lie in it in part).

    `types` counts them by type, the medians are lower ones of the known values.
    """

    by: str
    value: str | None
    n: int
    types: dict[str, int]
    gap_median: float | None
    lc_median: float | None


def breakdown(groups: Sequence[GroupReading]) -> tuple[Part, ...]:
    """Return the parts of a region, the largest first within each way of dividing."""
    return tuple(part for by in BY for part in _parts(by, groups))


def _parts(by: str, groups: Sequence[GroupReading]) -> Iterator[Part]:
    own: dict[str | None, list[GroupReading]] = defaultdict(list)
    for group in groups:
        own[getattr(group, by)].append(group)
    for value, found in sorted(own.items(), key=lambda item: (-len(item[1]), item[0] or "~")):
        yield _part(by, value, found)


def _part(by: str, value: str | None, found: Sequence[GroupReading]) -> Part:
    return Part(
        by, value, len(found), dict(Counter(group.asked.type for group in found)),
        distribution("gap_min", found).median, distribution("lc", found).median,
    )  # fmt: skip


INSIDE: tuple[Reach, ...] = ("province", "across")
"""How the groups of a named region lie to it: within one of its provinces, or across them."""
REACHES: tuple[Reach, ...] = (*INSIDE, "beyond", "partly")
"""The same with those that stand in no figure: over all of it and beyond, partly in it."""


def asked_of(regions: Sequence[Region]) -> list[str]:
    """Return the divisions of named regions, of which the reading of groups must tell."""
    return sorted({uid for region in regions if region.area for uid in region.area.asked})


def reaches(region: Region, groups: Sequence[GroupReading]) -> Iterator[Part]:
    """Yield the groups of a named region by how they lie to it, each way once, empty ones too."""
    if region.area:
        own: dict[Reach | None, list[GroupReading]] = defaultdict(list)
        for group in groups:
            own[region.area.reach(group)].append(group)
        yield from (_part("reach", reach, own[reach]) for reach in REACHES)
