"""The history of yescallop/areacodes (CC0) merged over the shipped divisions.

Same code and name in overlapping years is the same unit and keeps its uid; dates become more
precise, never less; units that only areacodes knows are added; where the two differ the rules of
areacodes_tables decide and the difference is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.core.errors import InvalidData, Refused
from graph.core.words import Words
from loaders.areacodes.days import AreaDay, read_area_days
from loaders.areacodes.table import AreaTable, read_area_table
from loaders.areacodes.tables import (
    Conflict,
    conflicts,
    documented,
    merged_tables,
    shipped_tables,
)
from loaders.divisions.periods import DivisionData

if TYPE_CHECKING:
    from loaders.areacodes.rows import Builder

__all__ = ["AreaCodes", "Conflict", "Merged", "merge_areacodes", "read_areacodes"]


@dataclass(frozen=True)
class AreaCodes:
    """A copy of areacodes: the table and, where the copy has its diff files, exact days."""

    path: Path
    table: AreaTable
    days: tuple[AreaDay, ...]


@dataclass(frozen=True)
class Merged:
    """Division data with areacodes in it, and every difference between the two."""

    data: DivisionData
    conflicts: tuple[Conflict, ...]


def read_areacodes(path: Path) -> AreaCodes:
    """Read a folder with result.csv (and diff/*.diff), or result.csv itself.

    Raises InvalidData that lists every problem with file and line, Refused if nothing is there.
    """
    table = path / "result.csv" if path.is_dir() else path
    if not table.exists():
        raise Refused(
            Words(
                "No such file. Name the folder of your copy of github.com/yescallop/areacodes, or the"
                " result.csv in it.",
                "没有此文件。请给出 github.com/yescallop/areacodes 副本的文件夹，或其中的 result.csv。",
            ),
            table,
        )
    return AreaCodes(table, read_area_table(table), read_area_days(table.parent / "diff"))


def merge_areacodes(data: DivisionData, area: AreaCodes) -> Merged:
    """Return the shipped data and areacodes as one; raises InvalidData if they make no sound tree."""
    from loaders.areacodes.rows import Builder  # with pypinyin, which takes its time

    shipped, fixed = shipped_tables(data), documented(data, area.table)
    tables = merged_tables(shipped, area.table, fixed)
    builder = Builder(data, area.table, shipped, tables)
    of_tables = conflicts(shipped, area.table, tables, fixed)
    merged = _built(builder, area)
    return Merged(merged, (*of_tables, *builder.day_conflicts(area.days)))


def _built(builder: Builder, area: AreaCodes) -> DivisionData:
    """Sound data; days that would break the tree are left out, and the year then stands."""
    days = area.days
    while True:
        merged, faults = builder.build(days)
        kept = tuple(day for day in days if (day.code, day.on.year) not in faults)
        if not faults:
            return merged
        if kept == days:
            found = builder.problems(merged)
            raise InvalidData([replace(one, place=f"{area.path}: {one.place}") for one in found])
        days = kept
