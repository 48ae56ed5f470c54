"""The profile of a region: how many groups of which type, and how their gaps are distributed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph.catalogue import Row
from graph.connection import Database, default_database
from graph.core.errors import InputError
from graph.core.terms import STRATA, TYPES, term
from graph.core.words import Words
from graph.regions.read.outcomes import OUTCOMES, Distribution, distribution
from graph.regions.read.parts import INSIDE, Part, asked_of, breakdown, reaches
from graph.regions.read.places import Region, find_region
from graph.regions.read.reading import (
    ASKED,
    CASE,
    EXAMPLE,
    GATHERED,
    OWN,
    Figures,
    GroupReading,
    Selection,
)
from graph.regions.read.readings import read_groups
from graph.regions.read.shape import Shape, shape
from graph.regions.read.turnover import RegionTurnover, chairs_by_group, region_turnover
from graph.regions.stats.tables import wilson

MAIN = ("STRONG", "WEAK", "SELF_FORMING")
"""The types that are always shown, at 0 too."""


@dataclass(frozen=True)
class TypeShare:
    """Groups of one type: number, share with its Wilson interval (95 %), and how far what is unknown
    could move the share (`at_least`, `at_most`: over the types that each group leaves possible).
    """

    type: str
    count: int
    share: float
    low: float
    high: float
    at_least: float
    at_most: float


@dataclass(frozen=True)
class Profile:
    """A region on a day: `n` groups, their types, and the distributions of `gap_min` and `lc`.

    `hand_picked` counts groups that were chosen (cases of a paper, shipped examples) and so support no
    inference; `clusters` the independent clusters that shared chairs and documents leave. `instruments`
    counts groups by their strongest founding document (0 none to 3 law, None unknown). `standings` tells
    how they came to be in the graph, `parts` divides them by field, kind and level.
    """

    region: Region
    n: int
    types: tuple[TypeShare, ...]
    gap_min: Distribution
    lc: Distribution
    instruments: dict[int | None, int]
    hand_picked: int
    standings: dict[str, int]
    parts: tuple[Part, ...]
    turnover: RegionTurnover
    shape: Shape | None
    groups: tuple[GroupReading, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON: groups as names and figures, None for what is unknown."""
        fields = asdict(self)
        fields["region"]["area"] = self.region.area.row() if self.region.area else None
        fields["groups"] = [group_row(group) for group in self.groups]
        fields["instruments"] = [
            {"instrument": kind, "groups": count} for kind, count in self.instruments.items()
        ]
        return fields


def profile(
    region: str,
    as_of: dt.date | str | None = None,
    *,
    database: Database | None = None,
    selection: Selection | None = None,
) -> Profile:
    """Return the profile of a province (or of 跨省, the groups across provinces) as of a day or in a period.

    `as_of` None reads each group on its last documented day; `2013..2018` reads each on its last day in
    that period, which ends with 2017. Raises InputError for a region without groups
    on the day, with what is there instead; UnknownName and AmbiguousName for the name.
    """
    opened = database or default_database()
    asked = selection or Selection()
    place = find_region(opened, region, as_of)
    groups = read_groups(opened, place.when, asked, within=asked_of([place]))
    own = of_region(place, groups)
    chairs = chairs_by_group(opened, [group.group for group in own])
    return profile_of(place, own, chairs, shape(opened, place), everything=groups)


def belongs(region: Region, group: GroupReading) -> bool:
    """Tell whether a group is of the region: of its province, inside the named region, or across."""
    if region.area:
        return region.area.reach(group) in INSIDE
    return group.region == region.uid if region.uid else group.stratum == "cross_province"


def of_region(region: Region, groups: Sequence[GroupReading]) -> list[GroupReading]:
    """The groups of a region; raises InputError, which lists the groups of others, if it has none."""
    own = [group for group in groups if belongs(region, group)]
    if not own:
        raise InputError(_nothing(region, groups))
    return own


def _nothing(region: Region, groups: Sequence[GroupReading]) -> Words:
    day = Words(f"on {region.as_of}", f"{region.as_of} ")
    if region.period:
        day = Words(f"in {region.period}", f"{region.period} 期间")
    elif not region.as_of:
        day = Words("on any documented day", "任何有记载之日")
    there = Counter(group.region_name or group.stratum for group in groups)
    counts = there.most_common(8)
    listed = Words.joined(
        Words(f"{name} {n}", f"{term(STRATA, name).zh} {n}") for name, n in counts
    )
    held = listed if counts else Words("no region", "无")
    return Words(
        f"No group of {region.name} is known {day.en}, so there is nothing to compare. The graph holds only"
        f" what was loaded: groups of {held.en}. Choose another --as-of or a wider --seen-within, drop a"
        " filter, or load more groups.",
        f"{day.zh}没有已知的{region.name}小组，无可比较。图谱只有已载入的小组：{held.zh}。请换 --as-of，"
        "放宽 --seen-within，去掉筛选条件，或载入更多小组。",
    )


def profile_of(
    region: Region,
    groups: Sequence[GroupReading],
    chairs: Mapping[str, Sequence[Row]],
    hierarchy: Shape | None,
    reading: str = ASKED,
    everything: Sequence[GroupReading] = (),
) -> Profile:
    """Return the profile of groups that are known to be of the region, under one of their readings.

    `chairs` tells who chaired them when (`chairs_by_group`), `hierarchy` is the shape of the region.
    `everything` holds the groups of all regions, among them those that reach beyond a named one.
    """
    gap, lc = (distribution(outcome, groups, reading) for outcome in OUTCOMES)
    return Profile(
        region=region,
        n=len(groups),
        types=tuple(type_shares(groups, reading)),
        gap_min=gap,
        lc=lc,
        instruments=dict(Counter(max(g.instruments, default=None) for g in groups)),
        hand_picked=sum(group.hand_picked for group in groups),
        standings=_standings(groups),
        parts=(*reaches(region, [*everything] or groups), *breakdown(groups)),
        turnover=region_turnover(region, groups, chairs),
        shape=hierarchy,
        groups=tuple(groups),
    )


def _standings(groups: Sequence[GroupReading]) -> dict[str, int]:
    counts = Counter(group.standing for group in groups)
    return {name: counts[name] for name in (CASE, EXAMPLE, GATHERED, OWN) if counts[name]}


def type_shares(groups: Sequence[GroupReading], reading: str = ASKED) -> list[TypeShare]:
    """The three types of the paper and every other that occurs or is possible; UNKNOWN is one of them."""
    figures = [group.readings[reading] for group in groups]
    named = {*MAIN, *(f.type for f in figures), *(t for f in figures for t in f.possible or ())}
    return [_share(name, figures) for name in TYPES if name in named]


def _share(name: str, found: Sequence[Figures]) -> TypeShare:
    total, count = len(found), sum(figures.type == name for figures in found)
    sure = sum(figures.possible == (name,) for figures in found)
    open_ = sum(figures.possible is None or name in figures.possible for figures in found)
    low, high = wilson(count, total) or (0.0, 1.0)
    most = max(count, open_) / total
    return TypeShare(name, count, count / total, low, high, min(count, sure) / total, most)


def group_row(group: GroupReading) -> dict[str, Any]:
    """Return a group as one flat row: the data underneath a comparison."""
    figures = asdict(group.asked)
    return {
        "group": group.group,
        "name": group.name,
        "region": group.region_name,
        "stratum": group.stratum,
        "as_of": group.as_of,
        "level": group.level,
        "field": group.field,
        "kind": group.kind,
        "members": group.size,
        **{key: list(v) if isinstance(v, tuple) else v for key, v in figures.items()},
        "instrument": max(group.instruments, default=None),
        "standing": group.standing,
        "hand_picked": group.hand_picked,
        "low_confidence": group.doubtful,
    }
