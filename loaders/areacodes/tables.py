"""Year-end tables of the shipped data and of areacodes, made one; where they differ, who is followed.

Rules:

1. Before 1983 the shipped tables stand: areacodes lists no districts (市辖区) then, and its own list
   of errors says that the renumbering of 1982 cannot be undone with certainty.
2. From 1983 to its last table areacodes is followed, in each province that it lists.
3. A unit that a document dates to the day or month, in another year than areacodes, stands as shipped.
4. What areacodes names or numbers otherwise in 1983, without a change there, was so before, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.core.language import say
from graph.core.words import Words
from loaders.areacodes.table import AreaRow, AreaTable
from loaders.division_rules.tables import CURRENT_YEAR, FIRST_YEAR, spans
from loaders.division_rules.witnesses import Pair, Tables
from loaders.divisions.periods import DivisionData

AREACODES = "areacodes"
"""uid of the source."""

FOLLOWED_FROM = 1983
"""First year-end for which areacodes is followed."""


@dataclass(frozen=True)
class Conflict:
    """Two readings of one code and name, and which is followed: `shipped` or `areacodes`."""

    code: str
    name: str
    shipped: str
    areacodes: str
    followed: str
    reason: str


def shipped_tables(data: DivisionData) -> Tables:
    """Return the year-end tables that the periods of division data amount to."""
    tables: Tables = {year: {} for year in range(FIRST_YEAR, CURRENT_YEAR + 1)}
    for unit in data.units:
        period = data.periods[unit.uid]
        first = period.start.day.year
        until = period.end.day.year if period.end.day.year < 9999 else CURRENT_YEAR + 1
        for year in range(max(first, FIRST_YEAR), until):
            tables[year][unit.code] = unit.name
    return tables


def documented(data: DivisionData, area: AreaTable) -> frozenset[Pair]:
    """Codes and names with a start or end that a document dates and areacodes puts in another year.

    A unit that areacodes does not list under its code is among them if its start is documented.
    """
    tables = {source.uid for source in data.sources if source.kind in ("dataset", "project")}
    rows: dict[Pair, list[AreaRow]] = defaultdict(list)
    for row in area.rows:
        rows[row.code, row.name].append(row)
    pairs = set[Pair]()
    for unit in (unit for unit in data.units if unit.source not in tables):
        its = rows[unit.code, unit.name]
        start, end = _dated(unit.valid_from), _dated(unit.valid_to)
        begun = start is None or start in {row.first for row in its}
        ended = end is None or not its or end in {row.end for row in its}
        if not (begun and ended):
            pairs.add((unit.code, unit.name))
    return frozenset(pairs)


def _dated(edtf: str | None) -> int | None:
    """Return the year of a date known to the day or month from the first common table on, else None."""
    exact = edtf is not None and edtf[:4].isdigit() and len(edtf) > 4
    return int(edtf[:4]) if edtf and exact and int(edtf[:4]) >= FOLLOWED_FROM else None


def merged_tables(shipped: Tables, area: AreaTable, fixed: frozenset[Pair]) -> Tables:
    """Return one table a year by the rules above; `fixed` are the documented codes and names."""
    merged = {year: dict(table) for year, table in shipped.items()}
    for year in range(FOLLOWED_FROM, area.last + 1):
        merged[year] = _year(shipped[year], area.at(year), area.provinces, fixed)
    for old, new in _first_known(shipped, merged):
        for year in range(FOLLOWED_FROM - 1, FIRST_YEAR - 1, -1):
            table, code = merged[year], new[0]
            if shipped[year].get(old[0]) != old[1] or (code != old[0] and code in table):
                break
            del table[old[0]]
            table[code] = new[1]
    return merged


def _year(
    shipped: dict[str, str],
    area: dict[str, str],
    provinces: frozenset[str],
    fixed: frozenset[Pair],
) -> dict[str, str]:
    """Return the table of areacodes for its provinces, but for what a document says."""
    kept = {
        code: name
        for code, name in shipped.items()
        if code[:2] not in provinces or (code, name) in fixed
    }
    places = {(code[:2], name) for code, name in kept.items() if (code, name) in fixed}
    for code, name in area.items():
        elsewhere = (code[:2], name) in places and shipped.get(code) != name
        if (code, name) not in fixed and code not in kept and not elsewhere:
            kept[code] = name
    return kept


def _first_known(shipped: Tables, merged: Tables) -> Iterator[tuple[Pair, Pair]]:
    """Shipped units of the first common table that areacodes names or numbers otherwise there."""
    before, now = shipped[FOLLOWED_FROM], merged[FOLLOWED_FROM]
    ours = set(before.items())
    for code, name in sorted(ours - now.items()):
        if code in now and now[code] not in before.values():
            yield (code, name), (code, now[code])
        elif code not in now:
            new = [p for p in now.items() if p[1] == name and p[0][:4] == code[:4]]
            if len(new) == 1 and new[0] not in ours:
                yield (code, name), new[0]


def conflicts(
    shipped: Tables, area: AreaTable, merged: Tables, fixed: frozenset[Pair]
) -> Iterator[Conflict]:
    """Yield every code and name whose years differ, by code and name."""
    years = range(min(row.first for row in area.rows), area.last + 1)
    ours, theirs = years_of(shipped, years), years_of({y: area.at(y) for y in years}, years)
    result = years_of(merged, years)
    for pair in sorted({*ours, *theirs}):
        mine, its = ours.get(pair, set()), theirs.get(pair, set())
        if pair[0][:2] not in area.provinces or not _differ(mine, its):
            continue
        our_years, their_years = (", ".join(spans(one)) or "none" for one in (mine, its))
        yield Conflict(
            *pair, our_years, their_years, *_decision(pair, mine, result.get(pair, set()), fixed)
        )


def years_of(tables: Tables, years: Iterable[int]) -> dict[Pair, set[int]]:
    """Return the years in whose tables each code and name stands."""
    found: dict[Pair, set[int]] = defaultdict(set)
    for year in years:
        for pair in tables[year].items():
            found[pair].add(year)
    return found


def _differ(mine: set[int], its: set[int]) -> bool:
    """Whether the years differ, leaving aside that areacodes begins a unit late, with its districts."""
    if its and min(its) == FOLLOWED_FROM:
        mine = {year for year in mine if year >= FOLLOWED_FROM}
    if not its and mine and max(mine) < FOLLOWED_FROM:
        return False
    return mine != its


def _decision(
    pair: Pair, mine: set[int], result: set[int], fixed: frozenset[Pair]
) -> tuple[str, str]:
    if result != mine:
        return "areacodes", say(
            Words("no document speaks for the shipped reading", "没有文件支持自带的记载")
        )
    if pair in fixed:
        return "shipped", say(Words("the shipped row names a document", "自带的行注有文件"))
    return "shipped", say(
        Words(
            f"before {FOLLOWED_FROM} the shipped tables stand",
            f"{FOLLOWED_FROM} 年以前以自带的表为准",
        )
    )
