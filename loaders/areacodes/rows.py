"""From merged tables to division data, by the machinery that builds the shipped data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graph.core.dates import Period
from graph.core.language import say
from graph.core.words import Words
from loaders.areacodes.days import AreaDay
from loaders.areacodes.table import AreaTable
from loaders.areacodes.tables import AREACODES, Conflict
from loaders.areacodes.versions import aliases, merged_edges, renumbered
from loaders.division_rules.corrections import Corrections, Day, read_corrections
from loaders.division_rules.days import Dated, Days
from loaders.division_rules.kinds import read_kinds
from loaders.division_rules.names import pinyin, short_name
from loaders.division_rules.output import succession_rows, tie_rows, unit_row
from loaders.division_rules.versions import Version, versions
from loaders.division_rules.witnesses import Pair, Tables
from loaders.divisions.breach import Breach
from loaders.divisions.checks import problems
from loaders.divisions.periods import DivisionData, misfits
from loaders.divisions.rows import SourceRow, UnitRow

SOURCE = SourceRow(
    AREACODES,
    "yescallop/areacodes: 中华人民共和国县级以上行政区划代码历史数据 (result.csv, diff)",
    "https://github.com/yescallop/areacodes",
    "dataset",
    "CC0-1.0",
)


class Builder:
    """Builds division data from merged tables, with the days that are given."""

    def __init__(
        self, data: DivisionData, area: AreaTable, shipped: Tables, tables: Tables
    ) -> None:
        self._data, self._tables = data, tables
        self._corrections, self._kinds = read_corrections(), read_kinds()
        self._alias: dict[Pair, str] = aliases(shipped, tables)
        self._versions = renumbered(versions(tables, self._corrections, self._kinds), data)
        self._edges = merged_edges(data, self._versions, area, self._alias)
        self._rows = {unit.uid: unit for unit in data.units}

    def build(self, days: Iterable[AreaDay]) -> tuple[DivisionData, frozenset[Fault]]:
        """Return the data, and the codes and years whose days break the tree (none: it is sound)."""
        dated = Days(self._versions, self._edges, self._with(days))
        units = tuple(self._unit(version, dated.of(version)) for version in self._versions)
        successions = succession_rows(self._edges, dated)
        ties = tie_rows(self._versions, units, successions, self._kinds)
        merged = DivisionData(units, ties, successions, (*self._data.sources, SOURCE))
        return merged, faults(merged)

    def day_conflicts(self, days: Iterable[AreaDay]) -> Iterator[Conflict]:
        """Days that areacodes gives otherwise than our own corrections, which are followed."""
        known = {key: day for day in self._corrections.days for key in _keys(day)}
        for day in sorted(days, key=lambda day: (day.on, day.code, day.starts)):
            own = known.get((day.code, day.on.year, day.starts))
            if own is None or day.on.isoformat().startswith(own.on):
                continue
            what = "start" if day.starts else "end"
            name = self._tables[day.on.year - (not day.starts)].get(day.code)
            if name is not None:
                reason = say(
                    Words(f"the day is documented: {own.source}", f"该日期有文件依据：{own.source}")
                )
                yield Conflict(
                    day.code, name, f"{what} {own.on}", f"{what} {day.on}", "shipped", reason
                )

    def problems(self, merged: DivisionData) -> list[Breach]:
        """Everything that the checks of the shipped data find in the merged data."""
        return problems(Path(), merged, self._kinds.known(merged.sources))

    def _with(self, days: Iterable[AreaDay]) -> Corrections:
        """Return the corrections with days of areacodes where our own have no date, or only its month."""
        own = (*(self._recoded(day) for day in self._corrections.days), *self._corrections.days)
        known = {key: day.on for day in own for key in _keys(day)}
        of_area = (_correction(day) for day in days)
        finer = tuple(
            day for day in of_area if all(day.on.startswith(known.get(k, "")) for k in _keys(day))
        )
        return replace(self._corrections, days=(*own, *finer))

    def _recoded(self, day: Day) -> Day:
        """Return a dated correction for the codes that areacodes gives the same units."""
        by_code = {code: new for (code, _), new in self._alias.items()}
        ends = tuple(by_code[code] for code in day.ends if code in by_code)
        starts = tuple(by_code[code] for code in day.starts if code in by_code)
        return replace(day, ends=ends, starts=starts)

    def _unit(self, version: Version, dated: Dated) -> UnitRow:
        name, old = version.state.name, self._rows.get(version.uid)
        if old and (old.valid_from, old.valid_to) == (dated.start or None, dated.end):
            source = old.source
        else:
            source = _source(dated) or AREACODES
        names = (old.name_short, old.pinyin) if old else (short_name(name), pinyin(name))
        return unit_row(version, dated, names, source)


def _correction(day: AreaDay) -> Day:
    starts, ends = ((day.code,), ()) if day.starts else ((), (day.code,))
    return Day(day.on.isoformat(), day.on.year, ends, starts, "its diff files", AREACODES)


def _keys(day: Day) -> list[tuple[str, int, bool]]:
    """Say what a correction dates: code, year, whether it is a start."""
    return [
        (code, day.year, begun)
        for begun, codes in ((True, day.starts), (False, day.ends))
        for code in codes
    ]


def _source(dated: Dated) -> str | None:
    """Return a document before areacodes where each knows one end."""
    known = [source for source in (dated.start_source, dated.end_source) if source]
    return next((source for source in known if source != AREACODES), next(iter(known), None))


Fault = tuple[str, int]
"""A code and a year in which its days do not fit those around it."""


def faults(data: DivisionData) -> frozenset[Fault]:
    """Codes and years of units that overlap under one code, or lack their one superior."""
    found = {*_uncovered(data)}
    for before, after in data.overlaps():
        found.add((before.code, data.periods[before.uid].end.day.year))
        found.add((after.code, data.periods[after.uid].start.day.year))
    return frozenset(found)


def _uncovered(data: DivisionData) -> Iterator[Fault]:
    """Yield the unit and those above it, in the years of days with no superior or with two."""
    covered: dict[str, list[Period]] = defaultdict(list)
    for tie, span in zip(data.ties, data.tie_periods, strict=True):
        covered[tie.lower].append(span)
    for unit in (unit for unit in data.units if covered[unit.uid]):
        for days in misfits(data.periods[unit.uid], covered[unit.uid]):
            for code in (unit.code, unit.code[:4] + "00", unit.code[:2] + "0000"):
                yield from ((code, day.year) for day in days)
