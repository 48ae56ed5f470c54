"""Two witnesses for each year's end, a snapshot and the list of changes, and who is followed.

Rules, none of which needs a table from elsewhere:

1. From 1984 on the list decides against a snapshot. Before that the list itself warns of noise (the
   codes were renumbered several times); it decides in 1983 only where 1984 confirms it, and earlier
   not at all.
2. A table lags behind an act and never runs ahead of it. What a snapshot shows without a break up to
   the year in which the list has it too was in force from the first of these snapshots on.
3. Of two names at one code and year that differ in one sign, the one that only one witness ever has
   there, while both have the other, is misspelt (荷泽, 菏泽), in all years. A year before 1984 is
   no evidence for this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import permutations

from tools.divisions.packages import Change, Table

LIST_FROM = 1984
"""First year for which the list of changes is sound by its own account."""

Pair = tuple[str, str]
"""Code and name."""

Tables = dict[int, Table]
"""Table by year."""


def decided(snapshots: Tables, listed: Tables) -> Tables:
    """Return one table a year out of both witnesses."""
    ours, theirs = _respelt(snapshots, listed)
    ahead: set[Pair] = set()
    tables: Tables = {}
    for year in sorted(ours, reverse=True):
        mine, its = set(ours[year].items()), set(theirs[year].items())
        if year >= LIST_FROM:
            ahead = (mine - its) & (ahead | set(theirs.get(year + 1, {}).items()))
            tables[year] = _adopt(theirs[year], ours[year], ahead)
        elif year == LIST_FROM - 1:
            sure = (its - mine) & set(tables[year + 1].items())
            tables[year] = _adopt(ours[year], theirs[year], sure)
        else:
            tables[year] = ours[year]
    return tables


def _adopt(table: Table, other: Table, rows: Iterable[Pair]) -> Table:
    """Return the table with rows of the other witness, each in place of its own row of that name.

    A row whose code the table needs for another name is left out.
    """
    wanted = sorted(rows)
    names = {(code[:2], name) for code, name in wanted}
    kept = {
        code: name
        for code, name in table.items()
        if (code[:2], name) not in names or other.get(code) == name
    }
    return {code: name for code, name in wanted if code not in kept} | kept


def _respelt(ours: Tables, theirs: Tables) -> tuple[Tables, Tables]:
    """Return both witnesses with the misspelt names put right."""
    both = _pairs(ours) & _pairs(theirs)
    right = {
        (code, wrong): name
        for year, table in ours.items()
        if year >= LIST_FROM
        for code, said in table.items()
        for wrong, name in permutations((said, theirs[year].get(code, "")))
        if _one_sign_apart(wrong, name) and (code, name) in both and (code, wrong) not in both
    }

    def respelt(tables: Tables) -> Tables:
        return {
            year: {code: right.get((code, name), name) for code, name in table.items()}
            for year, table in tables.items()
        }

    return respelt(ours), respelt(theirs)


def _pairs(tables: Tables) -> set[Pair]:
    return {row for table in tables.values() for row in table.items()}


def _one_sign_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


ABOLISHED = "撤销"
"""Kind of an entry whose new unit, if it names one, was there before and took the old one in."""


def replayed(
    base: Table, last: int, first: int, changes: Iterable[Change], heading: re.Pattern[str]
) -> dict[int, Table]:
    """Tables of the years `first` to `last`, where `base` is the one of `last`."""
    by_year: dict[int, list[Change]] = {}
    for change in changes:
        by_year.setdefault(change.year, []).append(change)
    tables = {last: base}
    for year in range(last, first, -1):
        tables[year - 1] = _undone(tables[year], by_year.get(year, []), heading)
    return tables


def _undone(table: Table, changes: list[Change], heading: re.Pattern[str]) -> Table:
    """Return the table before the changes of a year; rows that name no division are left out."""
    begun = {(change.new_code, change.new_name) for change in changes if change.kind != ABOLISHED}
    kept = {code: name for code, name in table.items() if (code, name) not in begun}
    return kept | {
        change.old_code: change.old_name
        for change in changes
        if change.old_code and change.old_name and not heading.fullmatch(change.old_name)
    }
