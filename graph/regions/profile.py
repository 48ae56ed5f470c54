"""The profile of a region: how many groups of which type, and how their gaps are distributed."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import NormalDist
from typing import Any

from graph.connection import Database, default_database
from graph.core.errors import InputError
from graph.core.terms import STRATA, TYPES, term
from graph.core.words import Words
from graph.regions.groups import (
    CASE,
    EXAMPLE,
    GATHERED,
    OWN,
    Figures,
    GroupReading,
    Selection,
    read_groups,
)
from graph.regions.named.area import Reach
from graph.regions.places import Region, asked_of, find_region

OUTCOMES = ("gap_min", "lc")
LIMITS: dict[str, tuple[float, float]] = {"gap_min": (-9, 9), "lc": (0, 1)}
"""The least and the most that each outcome can be."""
MAIN = ("STRONG", "WEAK", "SELF_FORMING")
"""The types that are always shown, at 0 too."""
INSIDE: tuple[Reach, ...] = ("province", "across")
"""How the groups of a named region lie to it: within one of its provinces, or across them."""
REACHES: tuple[Reach, ...] = (*INSIDE, "beyond", "partly")
"""The same with those that stand in no figure: over all of it and beyond, partly in it."""


@dataclass(frozen=True)
class Distribution:
    """What is known of an outcome in a region.

    `values` in ascending order; lower quartiles and median are values that occur, never a mean.
    `missing` counts groups of which a rank, a chair or a link is not known, `not_defined` those that
    have none by nature: every member is headed by a chair (or outside its command by law).
    """

    outcome: str
    values: tuple[float, ...]
    missing: int
    not_defined: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None


def value(outcome: str, figures: Figures) -> float | None:
    """Return the outcome of a group, None where it is missing or not defined."""
    return figures.gap_min if outcome == "gap_min" else figures.lc


def bounds(outcome: str, figures: Figures) -> tuple[float, float]:
    """Find between which values the outcome of a group lies; both the value itself where it is known."""
    known = value(outcome, figures)
    if known is not None:
        return known, known
    low, high = LIMITS[outcome]
    if outcome == "gap_min":
        at_most = figures.gap_min_at_most
        return low, high if at_most is None else at_most
    least, most = figures.lc_min, figures.lc_max
    return (low if least is None else least), (high if most is None else most)


def distribution(outcome: str, groups: Sequence[GroupReading]) -> Distribution:
    """Return the distribution of an outcome over groups."""
    figures = [group.asked for group in groups]
    defined = [one for one in figures if one.defined]
    outcomes = [value(outcome, one) for one in defined]
    values = tuple(sorted(one for one in outcomes if one is not None))
    lower, median, upper = (lower_quantile(values, share) for share in (0.25, 0.5, 0.75))
    missing, undefined = len(defined) - len(values), len(figures) - len(defined)
    return Distribution(outcome, values, missing, undefined, lower, median, upper)


def lower_quantile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least this share of the values does not exceed (percentileDisc).

    Cypher's `percentileDisc`: the value at place ceil(share * n) in ascending order, the first for a
    share of 0. Always a value that occurs: ordinal steps have no midpoint. None without values.
    """
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(1, math.ceil(share * len(ordered) - 1e-12)) - 1]


@dataclass(frozen=True)
class TypeShare:
    """Groups whose type is identified as this one (UNKNOWN: of all others): number, share with its Wilson
    interval (95 %), and how far what is unknown could move the share (`at_least`, `at_most`: over the types
    that each group leaves possible). `by_convention` more are of it by convention, counted as UNKNOWN.
    """

    type: str
    count: int
    by_convention: int
    share: float
    low: float
    high: float
    at_least: float
    at_most: float


@dataclass(frozen=True)
class Profile:
    """A region on a day: `n` groups, their types, and the distributions of `gap_min` and `lc`.

    `hand_picked` counts groups that were chosen (cases of a paper, shipped examples) and so support no
    inference. `standings` tells how they came to be in the graph, `reaches` how many groups lie in which
    way to a named region (those beyond it and partly in it stand in no other figure); empty of a province.
    """

    region: Region
    n: int
    types: tuple[TypeShare, ...]
    gap_min: Distribution
    lc: Distribution
    hand_picked: int
    standings: dict[str, int]
    reaches: dict[Reach, int]
    groups: tuple[GroupReading, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON: groups as names and figures, None for what is unknown."""
        fields = asdict(self)
        fields["region"]["area"] = self.region.area.row() if self.region.area else None
        fields["groups"] = [group_row(group) for group in self.groups]
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
    return profile_of(place, of_region(place, groups), groups)


def belongs(region: Region, group: GroupReading) -> bool:
    """Tell whether a group is of the region: of its province, inside the named region, or across."""
    if region.area:
        return group.reach(region.area) in INSIDE
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
    region: Region, groups: Sequence[GroupReading], everything: Sequence[GroupReading]
) -> Profile:
    """Return the profile of groups that are known to be of the region.

    `everything` holds the groups of all regions, among them those that reach beyond a named one.
    """
    area = region.area
    reaches = Counter(group.reach(area) for group in everything) if area else {}
    return Profile(
        region=region,
        n=len(groups),
        types=tuple(type_shares(groups)),
        gap_min=distribution("gap_min", groups),
        lc=distribution("lc", groups),
        hand_picked=sum(group.hand_picked for group in groups),
        standings=_standings(groups),
        reaches={reach: reaches[reach] for reach in REACHES} if area else {},
        groups=tuple(groups),
    )


def _standings(groups: Sequence[GroupReading]) -> dict[str, int]:
    counts = Counter(group.standing for group in groups)
    return {name: counts[name] for name in (CASE, EXAMPLE, GATHERED, OWN) if counts[name]}


def type_shares(groups: Sequence[GroupReading]) -> list[TypeShare]:
    """The three types of the paper and every other that occurs or is possible; UNKNOWN is one of them."""
    figures = [group.asked for group in groups]
    named = {*MAIN, *(f.counted for f in figures), *(t for f in figures for t in f.possible or ())}
    return [_share(name, figures) for name in TYPES if name in named]


def _share(name: str, found: Sequence[Figures]) -> TypeShare:
    total, count = len(found), sum(figures.counted == name for figures in found)
    more = sum(f.type == name and f.type_certainty == "by_convention" for f in found)
    sure = sum(f.possible == (name,) and f.counted == name for f in found)
    open_ = sum(figures.possible is None or name in figures.possible for figures in found)
    low, high = wilson(count, total) or (0.0, 1.0)
    most = max(count, open_) / total
    return TypeShare(name, count, more, count / total, low, high, min(count, sure) / total, most)


def wilson(count: int, total: int, level: float = 0.95) -> tuple[float, float] | None:
    """Wilson's score interval of a share, 0 to 1; None without observations.

    Source: Wilson (1927), Journal of the American Statistical Association 22(158), 209-212. Holds its
    level for small n and shares near 0 or 1.
    """
    if not total:
        return None
    z, share = NormalDist().inv_cdf((1 + level) / 2), count / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + (z / (2 * total)) ** 2)
    low, high = ((middle + side * half) / (1 + z * z / total) for side in (-1, 1))
    return (0.0 if count == 0 else low, 1.0 if count == total else high)


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
    }
