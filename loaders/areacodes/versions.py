"""Unit versions of merged tables under the uids that the shipped data gave, and who follows whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from loaders.areacodes.table import AreaTable
from loaders.areacodes.tables import AREACODES, years_of
from loaders.division_rules.successions import Edge
from loaders.division_rules.tables import CURRENT_YEAR
from loaders.division_rules.versions import Version
from loaders.division_rules.witnesses import Pair, Tables
from loaders.division_rules.year import stem
from loaders.divisions.periods import DivisionData


@dataclass(frozen=True)
class _Known:
    """A shipped unit: its number among those of its code and name, its first and last table."""

    number: int
    first: int
    last: int


def renumbered(merged: Sequence[Version], data: DivisionData) -> tuple[Version, ...]:
    """Return the merged versions, each with the number of the shipped unit it overlaps most.

    The same code and name in overlapping years is the same unit, so its uid stays; what no shipped
    unit overlaps is numbered after them.
    """
    known: dict[Pair, list[_Known]] = defaultdict(list)
    for unit in data.units:
        period, number = data.periods[unit.uid], unit.uid.split(":")[3:]
        first, end = period.start.day.year, min(period.end.day.year, CURRENT_YEAR + 1)
        known[unit.code, unit.name].append(_Known(int(*number or "1"), first, end - 1))
    by_pair: dict[Pair, list[Version]] = defaultdict(list)
    for version in merged:
        by_pair[_pair(version)].append(version)
    return tuple(
        version
        for pair, versions in by_pair.items()
        for version in _numbered(versions, known.get(pair, []))
    )


def _numbered(versions: list[Version], known: list[_Known]) -> list[Version]:
    overlaps = sorted(
        (-_years(version, old), at, old.number)
        for at, version in enumerate(versions)
        for old in known
        if _years(version, old) > 0
    )
    numbers: dict[int, int] = {}
    for _, at, number in overlaps:
        if at not in numbers and number not in numbers.values():
            numbers[at] = number
    fresh = count(1 + max((old.number for old in known), default=0))
    return [
        replace(version, number=numbers[at] if at in numbers else next(fresh))
        for at, version in enumerate(versions)
    ]


def _years(one: Version, other: _Known) -> int:
    """Count how many year-end tables both are in."""
    return min(one.last, other.last) - max(one.first, other.first) + 1


def _pair(version: Version) -> Pair:
    return version.state.code, version.state.name


def aliases(shipped: Tables, merged: Tables) -> dict[Pair, str]:
    """Units that have left their shipped code to the code that areacodes gives them.

    Only where one unit of the same name and province, unknown to the shipped data, lived in the same
    years.
    """
    ours, result = years_of(shipped, shipped), years_of(merged, merged)
    new: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, name in result.keys() - ours.keys():
        new[code[:2], name].append(code)
    candidates = {
        (code, name): [c for c in new[code[:2], name] if result[c, name] & ours[code, name]]
        for code, name in ours.keys() - result.keys()
    }
    return {pair: codes[0] for pair, codes in candidates.items() if len(codes) == 1}


def merged_edges(
    data: DivisionData,
    versions: Sequence[Version],
    area: AreaTable,
    alias: Mapping[Pair, str],
) -> tuple[Edge, ...]:
    """Find who follows whom: what is shipped, where both are still there, else what areacodes says."""
    alive: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        alive[version.state.code].append(version)
    edges = {(edge.old.uid, edge.new.uid): edge for edge in _shipped(data, versions, alive, alias)}
    followed = {old for old, _ in edges}
    for version in versions:
        if version.ends is not None and version.uid not in followed:
            for edge in _of_areacodes(version, version.ends, alive, area):
                edges[edge.old.uid, edge.new.uid] = edge
    return tuple(
        sorted(
            edges.values(), key=lambda e: (e.year, e.old.state.code, e.old.first, e.new.state.code)
        )
    )


def _shipped(
    data: DivisionData,
    versions: Sequence[Version],
    alive: Mapping[str, Sequence[Version]],
    alias: Mapping[Pair, str],
) -> Iterator[Edge]:
    """Yield the shipped edges, each to the version of the same code that is there in the year."""
    by_uid = {version.uid: version for version in versions}
    units = {unit.uid: unit for unit in data.units}

    def found(uid: str) -> Sequence[Version]:
        pair = units[uid].code, units[uid].name
        return [by_uid[uid]] if uid in by_uid else alive.get(alias.get(pair, ""), [])

    for row in data.successions:
        for old in (old for old in found(row.old) if old.ends is not None):
            year = old.ends or 0
            codes = {new.state.code for new in found(row.new)}
            for code in sorted(codes):
                new = _at(alive, code, year)
                if new is not None and new.uid != old.uid:
                    yield Edge(old, new, year, row.source, row.document)


def _of_areacodes(
    old: Version, year: int, alive: Mapping[str, Sequence[Version]], area: AreaTable
) -> Iterator[Edge]:
    """Yield the next unit of the code, if it is the same place, else the codes that areacodes names."""
    same = _at(alive, old.state.code, year)
    if same is not None and stem(same) == stem(old):
        yield Edge(old, same, year, AREACODES)
        return
    for code in area.heirs(*_pair(old), year):
        new = _at(alive, code, year)
        if new is not None and new.uid != old.uid:
            yield Edge(old, new, year, AREACODES)


def _at(alive: Mapping[str, Sequence[Version]], code: str, year: int) -> Version | None:
    return next((v for v in alive.get(code, ()) if v.first <= year <= v.last), None)
