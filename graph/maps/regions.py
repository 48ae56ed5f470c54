"""What a map of regions shows: a figure for each division on a day, and what is not on the map.

The figures are those of the comparison of regions (docs/regions.md). A division of which
nothing is known has no value, never 0.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.terms import STRATA
from graph.core.words import Words
from graph.regions.groups import GroupReading, Selection, read_groups
from graph.regions.profile import distribution

LEVELS = ("province", "prefecture", "county")
"""Levels of divisions that a map may show (省级, 地级, 县级)."""


@dataclass(frozen=True)
class Measure:
    """A figure of a region's groups: its name, what it says, and how it is written.

    `kind` is count, share (0 to 1, written as per cent), fraction (0 to 1), steps (of rank, with sign)
    or number.
    """

    title: Words
    meaning: Words
    kind: str


MEASURES = {
    "groups": Measure(
        Words("Groups in force", "存续小组数"),
        Words("Groups in force whose member governments all lie in the province.",
              "存续且全部成员政府均在该省的小组数。"),
        "count",
    ),
    "strong": Measure(
        Words("Share of groups of type STRONG", "强领导小组占比"),
        Words("Groups of type STRONG over all groups of the province, n; UNKNOWN counts in n.",
              "强领导小组占该省全部小组（n）的比例；类型不明者计入 n。"),
        "share",
    ),
    "gap": Measure(
        Words("Median of the smallest gap of rank", "最小级差的中位数"),
        Words("Lower median, over the n groups where it is known, of the smallest gap of rank between"
              " chair and members, in ordinal steps.",
              "组长与成员最小级差（定序）的下中位数，n 为已知此值的小组数。"),
        "steps",
    ),
    "coverage": Measure(
        Words("Median line coverage", "统属覆盖率的中位数"),
        Words("Lower median, over the n groups where it is known, of the share of members that the"
              " chair commands.",
              "组长所统属成员占比的下中位数，n 为已知此值的小组数。"),
        "fraction",
    ),
}  # fmt: skip
"""What can be drawn of the groups of each province."""

NO_EVIDENCE = Words(
    "Without a value: nothing is known here, which does not prove that there is none."
    " The groups are those that were loaded, not a sample.",
    "无数值：情况不明，并非没有小组。所计小组为已载入者，并非抽样。",
)


@dataclass(frozen=True)
class Mapped:
    """A division on the map: its code (GB/T 2260), names, value (None: nothing known) and n.

    `n` counts the groups behind the value, None where the value does not count groups.
    """

    code: str
    name: Words
    value: float | None
    n: int | None


@dataclass(frozen=True)
class RegionMap:
    """Figures of the divisions of one level on a day; `rows` by code, every division one row."""

    title: Words
    meaning: Words
    kind: str
    as_of: str
    level: str
    rows: tuple[Mapped, ...]
    notes: tuple[Words, ...]


def measure_map(
    database: Database, measure: str, as_of: dt.date | None = None,
    selection: Selection | None = None,
) -> RegionMap:  # fmt: skip
    """Return a measure of the groups of every province in force on a day (default: today).

    Raises InputError for a measure that there is not.
    """
    if measure not in MEASURES:
        raise InputError(
            Words(
                f"{measure!r} is not a measure. Choose one of: {', '.join(MEASURES)}.",
                f"“{measure}”不是指标。请选：{'、'.join(MEASURES)}。",
            )
        )
    day, found = as_of or dt.date.today(), MEASURES[measure]
    groups = read_groups(database, day, selection or Selection())
    own: dict[str | None, list[GroupReading]] = {}
    for group in groups:
        own.setdefault(group.region, []).append(group)
    rows = []
    for unit, row in divisions(database, day, "province"):
        value, n = _figure(measure, own.get(unit, []))
        rows.append(replace(row, value=value, n=n))
    notes = (*_elsewhere(groups), NO_EVIDENCE)
    return RegionMap(
        found.title, found.meaning, found.kind, str(day), "province", tuple(rows), notes
    )


def _figure(measure: str, groups: Sequence[GroupReading]) -> tuple[float | None, int]:
    if measure in ("groups", "strong"):
        n = len(groups)
        strong = sum(group.asked.type == "STRONG" for group in groups)
        value = n if measure == "groups" else strong / n if n else 0
        return (value, n) if n else (None, 0)
    outcome = distribution("gap_min" if measure == "gap" else "lc", groups)
    return outcome.median, len(outcome.values)


def _elsewhere(groups: Iterable[GroupReading]) -> Iterable[Words]:
    """Yield the groups that belong to no one province."""
    strata = Counter(group.stratum for group in groups if group.region is None)
    if not strata:
        return
    told = ((STRATA[name], count) for name, count in sorted(strata.items()))
    listed = Words.joined((Words(f"{n} {of.en}", f"{of.zh} {n}") for of, n in told), ", ", "，")
    yield Words(f"Not on the map: {listed.en}.", f"未上图：{listed.zh}。")


def divisions(database: Database, day: dt.date, level: str) -> list[tuple[str, Mapped]]:
    """Return the uid of every division of a level in force on a day, and its row without a value yet."""
    found = [
        row
        for row in queries.divisions_in_force(day, database=database)
        if row.level.lower() == level
    ]
    units = queries.units_by_uid([row.uid for row in found], database=database)
    english = {unit.uid: unit.name_en for unit in units}
    return [
        (row.uid, Mapped(row.code, Words(english[row.uid] or row.name, row.name), None, None))
        for row in found
    ]
