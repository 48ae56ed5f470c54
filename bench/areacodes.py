"""The shipped divisions against a whole copy of yescallop/areacodes: codes and names at year-ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from loaders.areacodes.merge import merge_areacodes, read_areacodes
from loaders.areacodes.tables import shipped_tables
from loaders.division_rules.witnesses import Tables
from loaders.divisions.read import read_divisions

PERIODS = ((1983, 1999), (2000, 2009), (2010, 2024))
OUTSIDE = ("100000", "710000", "810000", "820000")
"""The centre, Taiwan, Hong Kong and Macao are in no table of the mainland."""


def compare_areacodes() -> None:
    """Print the F1 of codes and of codes with names, shipped and merged; needs LSGRAPH_AREACODES.

    The variable names a copy of the data set, which does not ship with the project.
    """
    copy = os.environ.get("LSGRAPH_AREACODES")
    if not copy:
        print("divisions / areacodes: not compared; LSGRAPH_AREACODES names no copy")
        return
    data, area = read_divisions(), read_areacodes(Path(copy))
    theirs = {year: area.table.at(year) for year in range(1983, area.table.last + 1)}
    merged = merge_areacodes(data, area).data
    for what, tables in (("shipped", shipped_tables(data)), ("merged", shipped_tables(merged))):
        for first, last in PERIODS:
            years = [year for year in range(first, last + 1) if year in theirs]
            codes = min(_f1(tables, theirs, year, set) for year in years)
            names = min(
                _f1(tables, theirs, year, lambda table: set(table.items())) for year in years
            )
            print(
                f"{what} {first}-{last} / areacodes: lowest F1 codes {codes:.4f}, names {names:.4f}"
            )


def _f1(
    ours: Tables, theirs: Tables, year: int, rows: Callable[[dict[str, str]], set[object]]
) -> float:
    mine, its = (
        rows({code: name for code, name in tables[year].items() if code not in OUTSIDE})
        for tables in (ours, theirs)
    )
    return 2 * len(mine & its) / (len(mine) + len(its))
